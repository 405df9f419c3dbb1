// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <variant>

namespace lanyard {

inline constexpr const char *notRunning = "Lanyard does not run";

/// The questions of the façade that wait for an answer. Only their numbers leave its thread: what
/// is called in the end, and for whom, stays there.
/// One thread.
template <typename Value, typename Progress = std::monostate>
class OpenQuestions
{
public:
    using Done = std::function<void(const Result<Value> &)>;

    using Progressed = std::function<void(const Progress &)>;

    std::uint64_t add(QObject *context, Done done) { return add(context, std::move(done), {}); }

    std::uint64_t add(QObject *context, Done done, Progressed progressed)
    {
        m_open.emplace(++m_last, Asked{.context = context,
                                       .done = std::move(done),
                                       .progressed = std::move(progressed)});
        return m_last;
    }

    void progress(std::uint64_t number, const Progress &progress)
    {
        const auto asked = m_open.find(number);
        if (asked != m_open.end() && asked->second.context && asked->second.progressed)
            asked->second.progressed(progress);
    }

    void answer(std::uint64_t number, const Result<Value> &value)
    {
        auto asked = m_open.extract(number);
        if (asked && asked.mapped().context)
            asked.mapped().done(value);
    }

    void cancel(std::uint64_t number, const char *reason)
    {
        answer(number, failure(ErrorCode::Cancelled, reason));
    }

    void cancelAll()
    {
        // Who is told may ask again.
        const std::map<std::uint64_t, Asked> cancelled = std::exchange(m_open, {});
        for (const auto &[number, asked] : cancelled) {
            if (asked.context)
                asked.done(failure(ErrorCode::Cancelled, notRunning));
        }
    }

private:
    struct Asked
    {
        QPointer<QObject> context;
        Done done;
        Progressed progressed; ///< empty: nobody wants to know
    };

    std::uint64_t m_last = 0;
    std::map<std::uint64_t, Asked> m_open;
};

} // namespace lanyard
