// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "options.h"
#include "process/processlimits.h"
#include "theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace {

using namespace lanyard;

constexpr int usageError = 2;

const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
const QString logKey = QStringLiteral("window/log");
const QString hidingKnownKey = QStringLiteral("window/hidingKnown");

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("lanyard-desktop"));
    QCoreApplication::setOrganizationName(QStringLiteral("lanyard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LANYARD_VERSION));
}

/// The words of the program and those of Qt's own dialogs.
void installTranslators(QCoreApplication &application)
{
    auto *qtWords = new QTranslator(&application);
    if (qtWords->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtWords);
    auto *words = new QTranslator(&application);
    if (words->load(QLocale(), QStringLiteral("lanyard"), QStringLiteral("_"),
                    QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(words);
}

/// The file of --config, else the one in the usual place where there is one, else the defaults.
LoadedConfig loadConfig(const QString &chosenPath)
{
    if (!chosenPath.isEmpty())
        return Engine::loadConfig(chosenPath);
    const QString usualPath =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
        QStringLiteral("/lanyard/lanyard.yml");
    if (QFileInfo::exists(usualPath))
        return Engine::loadConfig(usualPath);
    // The window shows the requests; a file that wants them on stdout as well says so.
    Config config = Engine::defaultConfig();
    config.accessLog = false;
    return {.config = std::move(config), .diagnostics = {}};
}

/// --help and --version: for packagers and scripts, where there may be no display.
int answerWithText(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    desktop::Options options;
    if (!options.parse(QCoreApplication::arguments())) {
        print(stderr, options.errorText() + u'\n');
        return usageError;
    }
    if (options.isVersionWanted())
        print(stdout, QStringLiteral("lanyard-desktop %1\n").arg(QStringLiteral(LANYARD_VERSION)));
    else
        print(stdout, options.helpText());
    return EXIT_SUCCESS;
}

/// False where a file that was asked for cannot be used: stderr says why.
bool isUsable(const QString &chosenPath)
{
    if (chosenPath.isEmpty())
        return true;
    const LoadedConfig loaded = Engine::loadConfig(chosenPath);
    if (!loaded.config) {
        for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
            print(stderr, diagnostic.toString() + u'\n');
    }
    return loaded.config.has_value();
}

int runWindow(const QString &configPath)
{
    Engine engine;
    ui::EngineControl control(engine, [configPath] {
        LoadedConfig loaded = loadConfig(configPath);
        if (loaded.config)
            loaded.config->hasKeychain = true;
        return loaded;
    });
    ui::MainWindow window(engine, control);
    QObject::connect(&control, &ui::EngineControl::readyToQuit, qApp, &QCoreApplication::quit);

    QSettings settings;
    window.restoreGeometry(settings.value(geometryKey).toByteArray());
    window.showPage(static_cast<ui::MainWindow::Page>(settings.value(pageKey).toInt()));
    window.restoreLogState(settings.value(logKey).toByteArray());
    window.setHidingKnown(settings.value(hidingKnownKey).toBool());
    window.show();
    control.start();
    const int status = QApplication::exec();
    settings.setValue(geometryKey, window.saveGeometry());
    settings.setValue(pageKey, static_cast<int>(window.page()));
    settings.setValue(logKey, window.saveLogState());
    settings.setValue(hidingKnownKey, window.isHidingKnown());
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (desktop::Options::areForText(argc, argv))
        return answerWithText(argc, argv);

    prepareProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Lanyard"));
    QApplication::setDesktopFileName(QStringLiteral("lanyard-desktop"));
    QApplication::setWindowIcon(ui::applicationIcon());
    // With a tray icon the program outlives its window; EngineControl ends it.
    QApplication::setQuitOnLastWindowClosed(false);
    installTranslators(application);

    desktop::Options options;
    if (!options.parse(QCoreApplication::arguments())) {
        print(stderr, options.errorText() + u'\n');
        return usageError;
    }
    if (!isUsable(options.configPath()))
        return usageError;
    return runWindow(options.configPath());
}
