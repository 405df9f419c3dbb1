// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cacheaddress.h"
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "passwordreader.h"
#include "plaintext.h"
#include "session.h"
#include "setupoptions.h"
#include "setuprun.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkInterface>

#include <algorithm>
#include <array>
#include <cstdio>

namespace lanyard::cli {

namespace {

const QString commandName = QStringLiteral("setup");

/// What may be done instead of the set-up itself; one at most.
struct AimOptions
{
    QCommandLineOption dryRun{QStringLiteral("dry-run"),
                              QStringLiteral("Show what would be done, and do nothing.")};
    QCommandLineOption list{QStringLiteral("list"),
                            QStringLiteral("Show the clients of this computer, and what they pull "
                                           "through.")};
    QCommandLineOption test{QStringLiteral("test"),
                            QStringLiteral("Let the clients pull a probe, and show what of it "
                                           "arrived at the cache.")};
    QCommandLineOption undo{QStringLiteral("undo"),
                            QStringLiteral("Take back what was done: exactly, or where somebody "
                                           "has edited a file since, what is Lanyard's in it.")};
    QCommandLineOption pause{QStringLiteral("pause"),
                             QStringLiteral("Take back what was done until --resume: away from the "
                                            "cache, clients then lose no time.")};
    QCommandLineOption resume{QStringLiteral("resume"),
                              QStringLiteral("Do again what was paused.")};

    QList<QCommandLineOption> all() const { return {dryRun, list, test, undo, pause, resume}; }
};

qsizetype countOf(const QCommandLineParser &parser, const AimOptions &options)
{
    const QList<QCommandLineOption> all = options.all();
    return std::count_if(all.cbegin(), all.cend(), [&parser](const QCommandLineOption &option) {
        return parser.isSet(option);
    });
}

SetUpRun::Aim aimOf(const QCommandLineParser &parser, const AimOptions &options)
{
    if (parser.isSet(options.dryRun))
        return SetUpRun::Aim::DryRun;
    if (parser.isSet(options.list))
        return SetUpRun::Aim::List;
    return parser.isSet(options.test) ? SetUpRun::Aim::Test : SetUpRun::Aim::Apply;
}

/// Finds the cache that runs on this computer, by its control socket, and starts the run with it.
class OwnCache
{
public:
    OwnCache(const Config &config, Workstation &workstation, SetUpRun &run,
             std::function<tl::expected<CacheEndpoint, int>(CacheEndpoint)> complete)
        : m_session(config, commandName)
        , m_workstation(workstation)
        , m_run(run)
        , m_complete(std::move(complete))
    {
    }

    /// Whether there is one.
    bool find()
    {
        if (!m_session.isServed())
            return false;
        m_session.ask(QStringLiteral("status"), {},
                      [this](const QJsonObject &status) { onStatus(status); });
        return true;
    }

private:
    void onStatus(const QJsonObject &status)
    {
        const std::optional<CacheEndpoint> own = ownEndpoint(
            texts(status.value(QLatin1String("addresses"))), QNetworkInterface::allAddresses());
        if (!own) {
            std::fputs("lanyard setup: the cache of this computer has no address for clients\n",
                       stderr);
            return m_session.end(Failed);
        }
        const tl::expected<CacheEndpoint, int> completed = m_complete(*own);
        if (!completed)
            return m_session.end(completed.error());
        if (!completed->isTls || !completed->authority.isEmpty())
            return m_run.start(*completed);
        // A certificate that everybody trusts needs no authority of ours.
        m_workstation.cache(*completed, &m_run,
                            [this, cache = *completed](const Result<CacheFacts> &facts) {
                                if (facts)
                                    m_run.start(cache);
                                else
                                    askForAuthority(cache);
                            });
    }

    void askForAuthority(CacheEndpoint cache)
    {
        m_session.ask(QStringLiteral("ca"), {}, [this, cache](const QJsonObject &overview) {
            CacheEndpoint trusted = cache;
            trusted.authority = overview.value(QLatin1String("certificate")).toString().toLatin1();
            m_run.start(trusted);
        });
    }

    Session m_session;
    Workstation &m_workstation;
    SetUpRun &m_run;
    std::function<tl::expected<CacheEndpoint, int>(CacheEndpoint)> m_complete;
};

} // namespace

int runSetup(QCoreApplication & /*application*/, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Sets up the clients of this computer, so that they pull through a cache: shows what would "
        "change, does it when you agree, and proves it by a pull that arrives. Exit status 1: "
        "something was not done or not proved; 2: wrong usage."));
    parser.addPositionalArgument(
        QStringLiteral("CLIENT"),
        QStringLiteral("docker, buildx, buildkit, earthly, earthbuild, containerd, nerdctl, "
                       "podman, k3s, rke2, kind, minikube or colima, or one as --list names it; "
                       "without it: all that are here."),
        QStringLiteral("[CLIENT...]"));
    const AimOptions aims;
    parser.addOptions(aims.all());
    const QCommandLineOption yes({QStringLiteral("y"), QStringLiteral("yes")},
                                 QStringLiteral("Do it without a question."));
    const QCommandLineOption noTest(QStringLiteral("no-test"),
                                    QStringLiteral("Pull no probe afterwards."));
    parser.addOptions({yes, noTest});
    const CacheChoice choice(parser);
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, commandName, arguments))
        return *status;
    if (countOf(parser, aims) > 1)
        return reportUsageError(commandName,
                                QStringLiteral("only one of --dry-run, --list, --test, --undo, "
                                               "--pause and --resume"));
    const bool isReverse =
        parser.isSet(aims.undo) || parser.isSet(aims.pause) || parser.isSet(aims.resume);
    const SetUpRun::Wish wish{.aim = aimOf(parser, aims),
                              .words = parser.positionalArguments(),
                              .registries = choice.registries(parser),
                              .isJson = cacheOptions.isJson(parser),
                              .isAgreed = parser.isSet(yes),
                              .isProved = !parser.isSet(noTest)};
    // A document has no room for a question.
    const bool isAsked = wish.aim == SetUpRun::Aim::Apply && !isReverse && !wish.isAgreed;
    if (isAsked && (wish.isJson || !isInteractive()))
        return reportUsageError(commandName,
                                QStringLiteral("nobody is there to agree: --yes, or --dry-run"));
    if ((parser.isSet(aims.pause) || parser.isSet(aims.resume)) && !wish.words.isEmpty())
        return reportUsageError(commandName,
                                QStringLiteral("--pause and --resume are for all clients"));

    Workstation workstation(WorkstationPlaces::ofThisUser());
    SetUpRun run(workstation, wish);
    if (parser.isSet(aims.undo)) {
        run.undo();
        return QCoreApplication::exec();
    }
    if (parser.isSet(aims.pause)) {
        run.pause();
        return QCoreApplication::exec();
    }
    if (parser.isSet(aims.resume)) {
        run.resume();
        return QCoreApplication::exec();
    }
    const auto cache = choice.cache(parser, commandName);
    if (!cache)
        return cache.error();
    if (*cache) {
        run.start(**cache);
        return QCoreApplication::exec();
    }
    const auto config = cacheOptions.load(parser, commandName);
    if (!config)
        return config.error();
    OwnCache own(*config, workstation, run, [&choice, &parser](CacheEndpoint endpoint) {
        return choice.completed(std::move(endpoint), parser, commandName);
    });
    if (!own.find()) {
        std::fputs("lanyard setup: no cache runs on this computer: start it, or name one with "
                   "--cache\n",
                   stderr);
        return Failed;
    }
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
