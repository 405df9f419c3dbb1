// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "process/processlimits.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

namespace {

using namespace lanyard::cli;

struct Command
{
    std::string_view name;
    std::string_view summary;
    CommandFunction run;
};

int runHelp(QCoreApplication &application, const QStringList &arguments);

constexpr std::array commands{
    Command{"serve", "run the cache until SIGTERM or SIGINT", runServe},
    Command{"status", "show whether it runs, where, and what it has done", runStatus},
    Command{"upstreams", "show how the mirrored registries are", runUpstreams},
    Command{"offline", "ask no registry, or ask them again", runOffline},
    Command{"login", "keep a password for a registry", runLogin},
    Command{"logout", "forget the password for a registry", runLogout},
    Command{"credentials", "list passwords that are kept, or take over Docker's", runCredentials},
    Command{"user", "say who may pull", runUser},
    Command{"ca", "make the local certificate authority, and show it to clients", runCa},
    Command{"setup", "set up the clients of this computer, and prove it", runSetup},
    Command{"snippet", "print what to paste for a client on any computer", runSnippet},
    Command{"images", "list the cached images", runImages},
    Command{"inspect", "show what is stored of an image", runInspect},
    Command{"prefetch", "fetch an image before a client asks for it", runPrefetch},
    Command{"refresh", "ask a registry what a tag names now", runRefresh},
    Command{"pin", "keep an image, whatever room there is", runPin},
    Command{"unpin", "let an image go when its turn comes", runUnpin},
    Command{"purge", "remove images from the cache", runPurge},
    Command{"prune", "remove the images that were used longest ago", runPrune},
    Command{"export", "write images to a folder or a tar file", runExport},
    Command{"import", "take images in from a layout, a tar file or a registry", runImport},
    Command{"check", "verify all that is stored", runCheck},
    Command{"config", "check a configuration file", runConfig},
    Command{"version", "print the version", runVersion},
    Command{"help", "print this help", runHelp},
};

void printUsage(std::FILE *stream)
{
    std::fputs("Usage: lanyard COMMAND [OPTION...]\n\n"
               "A pull-through cache for container images.\n\nCommands:\n",
               stream);
    for (const Command &command : commands)
        std::fprintf(stream, "  %-11s %s\n", command.name.data(), command.summary.data());
    std::fputs("\n`lanyard COMMAND --help` says more of a command.\n", stream);
}

int runHelp(QCoreApplication & /*application*/, const QStringList & /*arguments*/)
{
    printUsage(stdout);
    return Success;
}

int dispatch(QCoreApplication &application, const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        printUsage(stderr);
        return WrongInput;
    }
    std::string name = arguments.first().toStdString();
    if (name == "--help" || name == "-h")
        name = "help";
    if (name == "--version")
        name = "version";
    const auto *command = std::find_if(commands.begin(), commands.end(),
                                       [&name](const Command &one) { return one.name == name; });
    if (command == commands.end()) {
        std::fprintf(stderr, "lanyard: unknown command '%s'\n\n", name.c_str());
        printUsage(stderr);
        return WrongInput;
    }
    return command->run(application, arguments.mid(1));
}

} // namespace

int main(int argc, char *argv[])
{
    // Qt's own event dispatcher (poll) serves many sockets about twice as fast as the one on
    // GLib's main loop, which Debian's Qt prefers.
    qputenv("QT_NO_GLIB", "1");
    lanyard::prepareProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lanyard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LANYARD_VERSION));
    return dispatch(application, QCoreApplication::arguments().mid(1));
}
