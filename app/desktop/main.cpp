// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/configfiles.h"
#include "desktop/options.h"
#include "desktop/singleinstance.h"
#include "desktop/translators.h"
#include "desktop/windowsession.h"
#include "engine.h"
#include "process/processlimits.h"
#include "process/signalwatcher.h"
#include "programsettings.h"
#include "theme.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace lanyard;

constexpr int usageError = 2;

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

void dressApplication()
{
    QApplication::setApplicationDisplayName(QStringLiteral("Lanyard"));
    QApplication::setDesktopFileName(QStringLiteral("lanyard-desktop"));
    QApplication::setWindowIcon(ui::applicationIcon());
    // With a tray icon the program outlives its window; EngineControl ends it.
    QApplication::setQuitOnLastWindowClosed(false);
    desktop::installTranslators(ui::readProgramSettings(QSettings()).language);
}

desktop::ConfigFiles filesOf(const desktop::Options &options)
{
    const QString chosen = options.configPath();
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                          QStringLiteral("/lanyard/lanyard.yml");
    return {.chosen = chosen,
            .used = chosen.isEmpty() ? usual : QDir::current().absoluteFilePath(chosen)};
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

int runWindow(const desktop::ConfigFiles &files)
{
    using Claim = desktop::SingleInstance::Claim;
    desktop::SingleInstance instance(
        QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation), files.used);
    const Claim claim = instance.claim(qgetenv("XDG_ACTIVATION_TOKEN"));
    if (claim == Claim::Told)
        return EXIT_SUCCESS;
    if (claim == Claim::Unheard) {
        print(stderr, QCoreApplication::translate("options", "Lanyard runs already, and does not "
                                                             "answer. End it, and try again.") +
                          u'\n');
        return EXIT_FAILURE;
    }
    desktop::WindowSession session(files, instance);
    session.begin();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (desktop::Options::areForText(argc, argv))
        return answerWithText(argc, argv);

    prepareProcess();
    // The display's connection has a thread of its own.
    holdBackSignals({SIGTERM, SIGINT, SIGHUP});
    QApplication application(argc, argv);
    dressApplication();

    desktop::Options options;
    if (!options.parse(QCoreApplication::arguments())) {
        print(stderr, options.errorText() + u'\n');
        return usageError;
    }
    if (!isUsable(options.configPath()))
        return usageError;
    return runWindow(filesOf(options));
}
