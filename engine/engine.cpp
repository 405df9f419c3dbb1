// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "config/configfile.h"
#include "core/taskqueue.h"
#include "enginecore.h"
#include "enginedoor.h"
#include "openquestions.h"

#include <QFile>
#include <QThread>

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace lanyard {

namespace {

/// The running downloads as the engine thread last told them. Thread-safe.
class DownloadBoard
{
public:
    void set(QList<DownloadProgress> downloads)
    {
        const std::lock_guard lock(m_mutex);
        m_downloads = std::move(downloads);
    }

    QList<DownloadProgress> get() const
    {
        const std::lock_guard lock(m_mutex);
        return m_downloads;
    }

private:
    mutable std::mutex m_mutex;
    QList<DownloadProgress> m_downloads; // guarded by m_mutex
};

} // namespace

class Engine::Private
{
public:
    explicit Private(Engine &engine)
        : q(engine)
    {
    }

    void setState(EngineState newState)
    {
        state = newState;
        Q_EMIT q.stateChanged(newState);
    }

    /// On the engine thread: builds the core and tells the outcome to the façade's thread.
    void startOnThread(const Config &config);
    void openDoor(const Config &config);
    void startEnded(const Result<EngineCore::Addresses> &outcome);
    /// Posts the end of the core and its thread; threadEnded() follows.
    void endThread();
    void threadEnded();
    /// Sends a question to the core; its answer comes back to `questions`.
    template <typename Value, typename Progress, typename Question>
    void ask(OpenQuestions<Value, Progress> &questions, std::uint64_t number, Question question);
    /// The same for work that tells how far it is. `start` says when it is refused at once.
    template <typename Value, typename Progress, typename Start>
    void askAndFollow(OpenQuestions<Value, Progress> &questions, std::uint64_t number, Start start);

    void startPrefetch(EngineCore &engine, std::uint64_t number, const PrefetchRequest &request,
                       const std::function<void(const Result<PrefetchResult> &)> &answered);
    void endPrefetch(std::uint64_t number);

    Engine &q;
    SystemClock clock;
    journal::Journal journal;
    journal::Statistics statistics;
    DownloadBoard board;
    EngineState state = EngineState::Stopped;
    bool isOffline = false;
    EngineCore::Addresses addresses;
    std::optional<Error> startFailure; // why the thread is being ended, when it never ran
    QThread thread;
    OpenQuestions<ImagePage> imageQuestions;
    OpenQuestions<ImageDetails> detailQuestions;
    OpenQuestions<RefreshResult> refreshQuestions;
    OpenQuestions<RemovalResult> removalQuestions;
    OpenQuestions<PinResult> pinQuestions;
    OpenQuestions<ContentCheckResult, ContentCheckProgress> checkQuestions;
    OpenQuestions<PrefetchResult, PrefetchProgress> prefetchQuestions;
    OpenQuestions<ExportResult, ArchiveProgress> exportQuestions;
    OpenQuestions<ImportResult, ArchiveProgress> importQuestions;
    TaskQueue told;             // by the engine thread
    TaskQueue *tasks = nullptr; // of the engine thread, while that runs
    // On the engine thread, touched there only:
    EngineCore *core = nullptr;
    std::unique_ptr<EngineDoor> door;
    /// What the core calls a prefetch, by its number here; on the engine thread, touched there
    /// only.
    std::map<std::uint64_t, std::uint64_t> prefetches;
};

void Engine::Private::startOnThread(const Config &config)
{
    core = new EngineCore(config, clock, journal, statistics, {});
    QObject::connect(core, &EngineCore::warningRaised, &q, &Engine::warningRaised);
    QObject::connect(core, &EngineCore::offlineChanged, core, [this](bool isNowOffline) {
        told.post([this, isNowOffline] {
            isOffline = isNowOffline;
            Q_EMIT q.offlineChanged(isNowOffline);
        });
    });
    QObject::connect(core, &EngineCore::addressesChanged, core, [this] {
        told.post([this, now = core->addresses()] {
            addresses = now;
            Q_EMIT q.addressesChanged();
        });
    });
    QObject::connect(core, &EngineCore::drained, &q, [this] { endThread(); });
    const Result<void> started = core->start();
    if (started)
        openDoor(config);
    told.post([this, outcome = started.map([this] { return core->addresses(); })] {
        startEnded(outcome);
    });
}

/// The cache works without it, and so it does where it cannot be had.
void Engine::Private::openDoor(const Config &config)
{
    door = std::make_unique<EngineDoor>(*core);
    const QByteArray folder = QFile::encodeName(config::dataDirectoryOf(config));
    if (const Result<void> open = door->open(folder.toStdString()); !open)
        Q_EMIT core->warningRaised(QString::fromStdString(open.error().message));
}

void Engine::Private::startEnded(const Result<EngineCore::Addresses> &outcome)
{
    if (!outcome) {
        startFailure = outcome.error();
        endThread();
        return;
    }
    addresses = *outcome;
    setState(EngineState::Running);
    Q_EMIT q.started();
}

void Engine::Private::endThread()
{
    tasks->post([this, ended = tasks] {
        door.reset();
        delete std::exchange(core, nullptr);
        prefetches.clear();
        ended->deleteLater();
        thread.quit();
    });
}

void Engine::Private::threadEnded()
{
    tasks = nullptr;
    board.set({});
    addresses = {};
    imageQuestions.cancelAll();
    detailQuestions.cancelAll();
    refreshQuestions.cancelAll();
    removalQuestions.cancelAll();
    pinQuestions.cancelAll();
    checkQuestions.cancelAll();
    prefetchQuestions.cancelAll();
    exportQuestions.cancelAll();
    importQuestions.cancelAll();
    setState(EngineState::Stopped);
    if (const auto failure = std::exchange(startFailure, std::nullopt))
        Q_EMIT q.startFailed(*failure);
    else
        Q_EMIT q.stopped();
}

template <typename Value, typename Progress, typename Question>
void Engine::Private::ask(OpenQuestions<Value, Progress> &questions, std::uint64_t number,
                          Question question)
{
    const auto answered = [this, &questions, number](const Result<Value> &value) {
        told.post([&questions, number, value] { questions.answer(number, value); });
    };
    if (state != EngineState::Running) {
        answered(failure(ErrorCode::Cancelled, notRunning));
        return;
    }
    tasks->post([this, question = std::move(question), answered] { question(*core, answered); });
}

template <typename Value, typename Progress, typename Start>
void Engine::Private::askAndFollow(OpenQuestions<Value, Progress> &questions, std::uint64_t number,
                                   Start start)
{
    ask(questions, number,
        [this, &questions, number, start = std::move(start)](EngineCore &engine,
                                                             const auto &answered) {
            const Result<void> started = start(
                engine,
                [this, &questions, number](const Progress &progress) {
                    told.post(
                        [&questions, number, progress] { questions.progress(number, progress); });
                },
                answered);
            if (!started)
                answered(tl::unexpected<Error>(started.error()));
        });
}

/// On the engine thread.
void Engine::Private::startPrefetch(
    EngineCore &engine, std::uint64_t number, const PrefetchRequest &request,
    const std::function<void(const Result<PrefetchResult> &)> &answered)
{
    prefetches[number] = engine.prefetch(
        request,
        [this, number](const PrefetchProgress &progress) {
            told.post([this, number, progress] { prefetchQuestions.progress(number, progress); });
        },
        [this, number, answered](const Result<PrefetchResult> &result) {
            prefetches.erase(number);
            answered(result);
        });
}

/// On the engine thread.
void Engine::Private::endPrefetch(std::uint64_t number)
{
    if (const auto running = prefetches.extract(number))
        core->cancelPrefetch(running.mapped());
}

Engine::Engine(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
    d->thread.setObjectName(QStringLiteral("engine"));
    connect(&d->thread, &QThread::finished, this, [this] { d->threadEnded(); });
}

Engine::~Engine()
{
    if (d->tasks)
        d->endThread();
    d->thread.wait();
}

LoadedConfig Engine::loadConfig(const QString &path)
{
    return config::loadConfigFile(path, config::systemEnvironment());
}

Config Engine::defaultConfig()
{
    return config::defaultConfig();
}

QString Engine::dataDirectory(const Config &config)
{
    return config::dataDirectoryOf(config);
}

void Engine::start(const Config &config)
{
    if (d->state != EngineState::Stopped)
        return;
    d->setState(EngineState::Starting);
    d->tasks = new TaskQueue;
    d->tasks->moveToThread(&d->thread);
    d->thread.start();
    d->tasks->post([this, config] { d->startOnThread(config); });
}

void Engine::stop()
{
    if (d->state != EngineState::Running)
        return;
    d->setState(EngineState::Stopping);
    d->tasks->post([this] { d->core->drain(); });
}

EngineState Engine::state() const
{
    return d->state;
}

QStringList Engine::addresses() const
{
    return d->addresses.service;
}

QString Engine::debugAddress() const
{
    return d->addresses.debug;
}

bool Engine::isOffline() const
{
    return d->isOffline;
}

void Engine::setOffline(bool isOffline)
{
    if (d->state != EngineState::Running)
        return;
    d->tasks->post([p = d.get(), isOffline] {
        const ChangeResult result = p->core->setOffline(isOffline);
        // Without a file there is nothing to be kept in.
        if (!result.isKept && !p->core->configFile().isEmpty())
            Q_EMIT p->core->warningRaised(QString::fromStdString(result.reason));
    });
}

StatsSnapshot Engine::statistics() const
{
    return d->statistics.snapshot();
}

QList<DownloadProgress> Engine::downloads() const
{
    // What is returned is as old as the last call: nobody asks, nothing is done.
    if (d->state == EngineState::Running)
        d->tasks->post([this] { d->board.set(d->core->downloads()); });
    return d->board.get();
}

QList<RequestRecord> Engine::recordsSince(std::uint64_t afterId, int max) const
{
    return d->journal.since(afterId, max);
}

void Engine::images(const ImageQuery &query, QObject *context,
                    std::function<void(const Result<ImagePage> &)> done)
{
    d->ask(d->imageQuestions, d->imageQuestions.add(context, std::move(done)),
           [query](EngineCore &core, const auto &answered) { core.images(query, answered); });
}

void Engine::image(const QString &reference, QObject *context,
                   std::function<void(const Result<ImageDetails> &)> done)
{
    d->ask(d->detailQuestions, d->detailQuestions.add(context, std::move(done)),
           [text = reference.toStdString()](EngineCore &core, const auto &answered) {
               core.image(text, answered);
           });
}

void Engine::refresh(const QString &reference, QObject *context,
                     std::function<void(const Result<RefreshResult> &)> done)
{
    d->ask(d->refreshQuestions, d->refreshQuestions.add(context, std::move(done)),
           [text = reference.toStdString()](EngineCore &core, const auto &answered) {
               core.refresh(text, answered);
           });
}

std::uint64_t Engine::prefetch(const PrefetchRequest &request, QObject *context,
                               std::function<void(const PrefetchProgress &)> progressed,
                               std::function<void(const Result<PrefetchResult> &)> done)
{
    const std::uint64_t number =
        d->prefetchQuestions.add(context, std::move(done), std::move(progressed));
    d->ask(d->prefetchQuestions, number,
           [this, number, request](EngineCore &core, const auto &answered) {
               d->startPrefetch(core, number, request, answered);
           });
    return number;
}

void Engine::cancelPrefetch(std::uint64_t prefetch)
{
    if (d->state == EngineState::Running)
        d->tasks->post([this, prefetch] { d->endPrefetch(prefetch); });
    d->told.post([this, prefetch] { d->prefetchQuestions.cancel(prefetch, "it was given up"); });
}

void Engine::remove(const RemovalRequest &request, QObject *context,
                    std::function<void(const Result<RemovalResult> &)> done)
{
    d->ask(d->removalQuestions, d->removalQuestions.add(context, std::move(done)),
           [request](EngineCore &core, const auto &answered) { core.remove(request, answered); });
}

void Engine::setPinned(const PinRequest &request, QObject *context,
                       std::function<void(const Result<PinResult> &)> done)
{
    d->ask(
        d->pinQuestions, d->pinQuestions.add(context, std::move(done)),
        [request](EngineCore &core, const auto &answered) { answered(core.setPinned(request)); });
}

void Engine::check(const ContentCheckRequest &request, QObject *context,
                   std::function<void(const ContentCheckProgress &)> progressed,
                   std::function<void(const Result<ContentCheckResult> &)> done)
{
    d->askAndFollow(d->checkQuestions,
                    d->checkQuestions.add(context, std::move(done), std::move(progressed)),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startCheck(request, std::move(told), std::move(answered));
                    });
}

void Engine::stopCheck()
{
    if (d->state == EngineState::Running)
        d->tasks->post([p = d.get()] { p->core->stopCheck(); });
}

void Engine::exportImages(const ExportRequest &request, QObject *context,
                          std::function<void(const ArchiveProgress &)> progressed,
                          std::function<void(const Result<ExportResult> &)> done)
{
    d->askAndFollow(d->exportQuestions,
                    d->exportQuestions.add(context, std::move(done), std::move(progressed)),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startExport(request, std::move(told), std::move(answered));
                    });
}

void Engine::importImages(const ImportRequest &request, QObject *context,
                          std::function<void(const ArchiveProgress &)> progressed,
                          std::function<void(const Result<ImportResult> &)> done)
{
    d->askAndFollow(d->importQuestions,
                    d->importQuestions.add(context, std::move(done), std::move(progressed)),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startImport(request, std::move(told), std::move(answered));
                    });
}

void Engine::stopArchiving()
{
    if (d->state == EngineState::Running)
        d->tasks->post([p = d.get()] { p->core->stopArchiving(); });
}

} // namespace lanyard
