// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "config/configfile.h"
#include "config/presets.h"
#include "config/upstreamcheck.h"
#include "core/opensslthread.h"
#include "engineprivate.h"

#include <QFile>

#include <utility>

namespace lanyard {

void Engine::Private::startOnThread(const Config &config)
{
    core = new EngineCore(config, clock, books, {});
    QObject::connect(core, &EngineCore::warningRaised, &q, &Engine::warningRaised);
    QObject::connect(core, &EngineCore::offlineChanged, core, [this](bool isNowOffline) {
        told.post([this, isNowOffline] {
            isOffline = isNowOffline;
            Q_EMIT q.offlineChanged(isNowOffline);
        });
    });
    QObject::connect(core, &EngineCore::settingsRead, core, [this](const QStringList &waiting) {
        told.post([this, waiting] { Q_EMIT q.settingsRead(waiting); });
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
        Q_EMIT core->warningRaised(open.error().message);
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
    // It goes on its thread, before this one hears of that thread's end.
    TaskQueue *const ended = std::exchange(tasks, nullptr);
    if (!ended)
        return;
    ended->post([this, ended] {
        door.reset();
        delete std::exchange(core, nullptr);
        prefetches.clear();
        ended->deleteLater();
        thread.quit();
    });
}

void Engine::Private::threadEnded()
{
    board.set({});
    addresses = {};
    startedWith.reset();
    questions.cancelAll();
    setState(EngineState::Stopped);
    if (const auto failure = std::exchange(startFailure, std::nullopt))
        Q_EMIT q.startFailed(*failure);
    else
        Q_EMIT q.stopped();
}

Engine::Engine(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
    d->thread.setObjectName(QStringLiteral("engine"));
    freeOpenSslAtEndOf(d->thread);
    connect(&d->thread, &QThread::finished, this, [this] { d->threadEnded(); });
}

Engine::~Engine()
{
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

QList<KnownRegistry> Engine::knownRegistries()
{
    QList<KnownRegistry> registries;
    for (const config::Preset &preset : config::presets)
        registries.append({.registry = QString::fromLatin1(preset.registry),
                           .title = QString::fromLatin1(preset.title),
                           .url = QString::fromLatin1(preset.url)});
    return registries;
}

QList<UpstreamProblem> Engine::problemsOf(const std::vector<UpstreamConfig> &upstreams,
                                          const UpstreamChange &change)
{
    return config::problemsOf(upstreams, change);
}

void Engine::start(const Config &config)
{
    if (d->state != EngineState::Stopped)
        return;
    d->startedWith = config;
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
            Q_EMIT p->core->warningRaised(result.reason);
    });
}

StatsSnapshot Engine::statistics() const
{
    return d->books.statistics.snapshot();
}

QList<DownloadProgress> Engine::downloads() const
{
    // What is returned is as old as the last call: nobody asks, nothing is done.
    if (d->state == EngineState::Running)
        d->tasks->post([this] { d->board.set(d->core->downloads()); });
    return d->board.get();
}

QList<ClientSummary> Engine::clients() const
{
    return d->books.clients.all();
}

QList<RequestRecord> Engine::recordsSince(std::uint64_t afterId, int max) const
{
    return d->books.journal.since(afterId, max);
}

} // namespace lanyard
