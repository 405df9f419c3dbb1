// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/diskpool.h"
#include "core/taskqueue.h"
#include "engine.h"
#include "enginecore.h"
#include "enginedoor.h"
#include "openquestions.h"

#include <QThread>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace lanyard {

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

/// Both sides of the façade: what lives on its thread, and the engine thread with the core on it.
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
    /// Posts the end of the core and its thread, once; threadEnded() follows.
    void endThread();
    void threadEnded();

    /// Sends a question to the core; its answer comes back to `done`.
    template <typename Value, typename Question>
    void ask(QObject *context, Answer<Value> done, Question question)
    {
        ask<Value>(questions.add(context, std::move(done)), std::move(question));
    }

    /// The same for one that is open already.
    template <typename Value, typename Question>
    void ask(std::uint64_t number, Question question)
    {
        const auto answered = [this, number](const Result<Value> &value) {
            told.post([this, number, value] { questions.answer(number, value); });
        };
        if (state != EngineState::Running) {
            answered(failure(ErrorCode::Cancelled, notRunning));
            return;
        }
        tasks->post(
            [this, question = std::move(question), answered] { question(*core, answered); });
    }

    /// The same for work that tells how far it is. `start` says when it is refused at once.
    template <typename Value, typename Progress, typename Start>
    void askAndFollow(QObject *context, std::function<void(const Progress &)> progressed,
                      Answer<Value> done, Start start)
    {
        const std::uint64_t number =
            questions.add<Value, Progress>(context, std::move(done), std::move(progressed));
        ask<Value>(number, [this, number, start = std::move(start)](EngineCore &engine,
                                                                    const auto &answered) {
            const Result<void> started = start(
                engine,
                [this, number](const Progress &progress) {
                    told.post([this, number, progress] { questions.progress(number, progress); });
                },
                answered);
            if (!started)
                answered(tl::unexpected<Error>(started.error()));
        });
    }

    /// Asks about the configuration file, whether the engine runs or not.
    template <typename Value, typename Question>
    void askAboutFile(QObject *context, Answer<Value> done, Question question)
    {
        const std::uint64_t number = fileQuestions.add(context, std::move(done));
        filePool.start([this, number, question = std::move(question)] {
            told.post([this, number, value = Result<Value>(question())] {
                fileQuestions.answer(number, value);
            });
        });
    }

    // On the engine thread:

    void startPrefetch(EngineCore &engine, std::uint64_t number, const PrefetchRequest &request,
                       const std::function<void(const Result<PrefetchResult> &)> &answered);
    void endPrefetch(std::uint64_t number);

    Engine &q;
    SystemClock clock;
    journal::Books books;
    DownloadBoard board;
    EngineState state = EngineState::Stopped;
    bool isOffline = false;
    EngineCore::Addresses addresses;
    std::optional<Error> startFailure; // why the thread is being ended, when it never ran
    QThread thread;
    OpenQuestions questions;
    OpenQuestions fileQuestions;       // they do not end with the engine
    std::optional<Config> startedWith; // what the running engine was started with
    TaskQueue told;                    // by the other threads
    TaskQueue *tasks = nullptr;        // of the engine thread, until its end is posted
    // On the engine thread, touched there only:
    EngineCore *core = nullptr;
    std::unique_ptr<EngineDoor> door;
    /// What the core calls a prefetch, by its number here; on the engine thread, touched there
    /// only.
    std::map<std::uint64_t, std::uint64_t> prefetches;
    DiskPool filePool{1}; // last: it ends before what its tasks use
};

} // namespace lanyard
