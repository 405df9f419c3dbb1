// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "pages/computerpage.h"
#include "scriptedsetup.h"
#include "setup/clientcard.h"
#include "widgets/fieldnote.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <utility>

namespace lanyard::test {

/// The window over a real engine, with the page of a scripted computer.
class ComputerDesktop final
{
public:
    /// With caches that were used before.
    explicit ComputerDesktop(ui::RememberedCaches known = {})
        : remembered(std::move(known))
        , control(engine, [this] { return loaded; })
        , window(engine, control)
        , page(new ui::ComputerPage(engine, setUp,
                                    {.read = [this] { return remembered; },
                                     .write =
                                         [this](const ui::RememberedCaches &caches) {
                                             remembered = caches;
                                         }},
                                    &window))
    {
        Config config = Engine::defaultConfig();
        config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
        config.dataDirectory = folder.path();
        config.accessLog = false;
        config.isOffline = true;
        loaded.config = config;
        window.addComputerPage(page);
    }

    Q_DISABLE_COPY_MOVE(ComputerDesktop)

    void start()
    {
        window.show();
        control.start();
        QTRY_COMPARE(engine.state(), EngineState::Running);
    }

    void show() { window.showPage(ui::MainWindow::Page::Computer); }

    std::uint16_t port() const
    {
        return static_cast<std::uint16_t>(QUrl(engine.addresses().value(0)).port());
    }

    ui::ClientCard *card(const char *id) const
    {
        return page->findChild<ui::ClientCard *>(QString::fromLatin1(id));
    }

    QPushButton *button(const char *name) const
    {
        return page->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    /// As a person does: only what is to be seen can be clicked.
    void click(const char *name, const QWidget *where = nullptr) const
    {
        auto *const found =
            (where ? where : page)->findChild<QPushButton *>(QString::fromLatin1(name));
        QVERIFY2(found && found->isVisible() && found->isEnabled(), name);
        QTest::mouseClick(found, Qt::LeftButton);
    }

    QString textOf(const char *id, const char *label) const
    {
        return card(id)->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }

    QString textOfNote(const char *name) const
    {
        return page->findChild<ui::FieldNote *>(QString::fromLatin1(name))->text();
    }

    QString status() const { return textOfNote("status"); }

    /// All that was asked has been answered, and led to no more.
    bool isQuiet() const
    {
        QCoreApplication::sendPostedEvents();
        return !page->desk().isWorking() && !page->desk().isLooking();
    }

    /// Of the menu of the tray icon.
    static QAction *trayAction(const char *name)
    {
        const QList<QWidget *> windows = QApplication::topLevelWidgets();
        for (const QWidget *one : windows) {
            if (auto *const action = one->findChild<QAction *>(QString::fromLatin1(name)))
                return action;
        }
        return nullptr;
    }

    QCheckBox *choice(const char *id) const
    {
        return card(id)->findChild<QCheckBox *>(QStringLiteral("choice"));
    }

    /// The page, when something can be set up on it.
    void startAndShow()
    {
        start();
        show();
        QTRY_VERIFY(button("setUp")->isEnabled());
    }

    QTemporaryDir folder;
    LoadedConfig loaded;
    ScriptedSetUp setUp;
    ui::RememberedCaches remembered;
    Engine engine;
    ui::EngineControl control;
    ui::MainWindow window;
    ui::ComputerPage *page;
};

} // namespace lanyard::test
