// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/passwordcheck.h"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace lanyard::test {

/// What came of questions about passwords, in order. Thread-safe; must outlive who tells it.
class HeardAnswers
{
public:
    auth::PasswordCheck::Callback next()
    {
        return [this](const auth::PasswordCheck::Answer &answer) {
            const std::lock_guard lock(m_mutex);
            m_answers.push_back(answer);
            m_threads.push_back(std::this_thread::get_id());
            m_changed.notify_all();
        };
    }

    /// Until there are so many.
    std::vector<auth::PasswordCheck::Answer> await(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_answers.size() >= count; });
        return m_answers;
    }

    std::vector<auth::PasswordCheck::Outcome> awaitOutcomes(std::size_t count)
    {
        std::vector<auth::PasswordCheck::Outcome> outcomes;
        for (const auth::PasswordCheck::Answer &answer : await(count))
            outcomes.push_back(answer.outcome);
        return outcomes;
    }

    /// On which each was told.
    std::vector<std::thread::id> threads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_threads;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<auth::PasswordCheck::Answer> m_answers;
    std::vector<std::thread::id> m_threads;
};

} // namespace lanyard::test
