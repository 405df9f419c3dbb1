// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "config/configfile.h"
#include "core/taskqueue.h"
#include "enginecore.h"

#include <QProcessEnvironment>
#include <QThread>

#include <mutex>
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

config::Environment systemEnvironment()
{
    config::Environment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        environment.emplace(name.toStdString(), system.value(name).toStdString());
    return environment;
}

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
    void startEnded(const Result<EngineCore::Addresses> &outcome);
    /// Posts the end of the core and its thread; threadEnded() follows.
    void endThread();
    void threadEnded();

    Engine &q;
    SystemClock clock;
    journal::Journal journal;
    journal::Statistics statistics;
    DownloadBoard board;
    EngineState state = EngineState::Stopped;
    EngineCore::Addresses addresses;
    QString startFailure; // why the thread is being ended, when it never ran
    QThread thread;
    TaskQueue told;             // by the engine thread
    TaskQueue *tasks = nullptr; // of the engine thread, while that runs
    EngineCore *core = nullptr; // on the engine thread, touched there only
};

void Engine::Private::startOnThread(const Config &config)
{
    core = new EngineCore(config, clock, journal, statistics);
    QObject::connect(core, &EngineCore::warningRaised, &q, &Engine::warningRaised);
    QObject::connect(core, &EngineCore::drained, &q, [this] { endThread(); });
    const Result<EngineCore::Addresses> outcome = core->start();
    told.post([this, outcome] { startEnded(outcome); });
}

void Engine::Private::startEnded(const Result<EngineCore::Addresses> &outcome)
{
    if (!outcome) {
        startFailure = QString::fromStdString(outcome.error().message);
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
        delete std::exchange(core, nullptr);
        ended->deleteLater();
        thread.quit();
    });
}

void Engine::Private::threadEnded()
{
    tasks = nullptr;
    board.set({});
    addresses = {};
    setState(EngineState::Stopped);
    if (startFailure.isEmpty())
        Q_EMIT q.stopped();
    else
        Q_EMIT q.startFailed(std::exchange(startFailure, {}));
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
    return config::loadConfigFile(path, systemEnvironment());
}

Config Engine::defaultConfig()
{
    return config::defaultConfig();
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

} // namespace lanyard
