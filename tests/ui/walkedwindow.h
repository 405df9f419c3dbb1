// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "pages/computerpage.h"
#include "pages/settingspage.h"
#include "scriptedsetup.h"
#include "usedcache.h"
#include "usedpages.h"

#include <QMenuBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace lanyard::test {

/// The whole window over a real engine and a scripted computer, to be walked through.
class WalkedWindow final
{
public:
    WalkedWindow()
        : control(engine,
                  [this] {
                      Config config = Engine::defaultConfig();
                      config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
                      config.dataDirectory = folder.path();
                      config.upstreams = cache.upstreams();
                      config.accessLog = false;
                      return LoadedConfig{.config = config, .diagnostics = {}};
                  })
        , window(engine, control)
    {
        window.addComputerPage(new ui::ComputerPage(engine, setUp,
                                                    {.read = [] { return ui::RememberedCaches(); },
                                                     .write =
                                                         [](const ui::RememberedCaches &) {
                                                         }},
                                                    &window));
        window.addSettingsPage(
            new ui::SettingsPage(engine, control, folder.filePath(QStringLiteral("lanyard.yml")),
                                 ui::Program{.read = [] { return ui::ProgramSettings(); },
                                             .write =
                                                 [](const ui::ProgramSettings &) {
                                                     return Result<void>();
                                                 }},
                                 &window));
        window.show();
    }

    Q_DISABLE_COPY_MOVE(WalkedWindow)

    void start()
    {
        control.start();
        QTRY_COMPARE(engine.state(), EngineState::Running);
    }

    /// And has something to show.
    void startUsed()
    {
        start();
        cache.use(engine);
        m_isUsed = true;
    }

    /// When it has its content, and with something chosen of that; that of this computer with the
    /// changes that would be made.
    QWidget &show(ui::MainWindow::Page page)
    {
        window.showPage(page);
        auto *const pages = window.findChild<QStackedWidget *>();
        QWidget &shown = *pages->currentWidget();
        (void)QTest::qWaitFor([&shown] { return shown.isVisible(); }, patienceMs);
        awaitAnswers();
        if (auto *const review = shown.findChild<QPushButton *>(QStringLiteral("setUp"))) {
            (void)QTest::qWaitFor([review] { return review->isEnabled(); }, patienceMs);
            review->click();
            QCoreApplication::sendPostedEvents();
        }
        if (m_isUsed)
            fill(shown);
        return shown;
    }

    /// Questions to the engine are answered in their order.
    void awaitAnswers()
    {
        bool isAnswered = false;
        engine.status(&window, [&isAnswered](const auto & /*status*/) { isAnswered = true; });
        (void)QTest::qWaitFor([&isAnswered] { return isAnswered; }, patienceMs);
        QCoreApplication::sendPostedEvents();
    }

    QStringList menuTitles() const
    {
        QStringList titles;
        const QList<QAction *> menus = window.menuBar()->actions();
        for (const QAction *menu : menus)
            titles += menu->text();
        return titles;
    }

    QTemporaryDir folder;
    UsedCache cache;
    Engine engine;
    ui::EngineControl control;
    ScriptedSetUp setUp;
    ui::MainWindow window;

private:
    bool m_isUsed = false;
};

} // namespace lanyard::test
