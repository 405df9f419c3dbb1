// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <any>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace lanyard {

inline constexpr const char *notRunning = QT_TRANSLATE_NOOP("engine", "Lanyard does not run");

/// The questions of the façade that wait for an answer, each of a type of its own. Only their
/// numbers leave its thread: what is called in the end, and for whom, stays there.
/// One thread.
class OpenQuestions
{
public:
    template <typename Value>
    using Done = std::function<void(const Result<Value> &)>;

    template <typename Value>
    std::uint64_t add(QObject *context, Done<Value> done)
    {
        m_open.emplace(++m_last, Asked{.context = context,
                                       .done = std::move(done),
                                       .progressed = {},
                                       .fail = &failAs<Value>});
        return m_last;
    }

    template <typename Value, typename Progress>
    std::uint64_t add(QObject *context, Done<Value> done,
                      std::function<void(const Progress &)> progressed)
    {
        const std::uint64_t number = add(context, std::move(done));
        m_open.at(number).progressed = std::move(progressed);
        return number;
    }

    template <typename Progress>
    void progress(std::uint64_t number, const Progress &progress)
    {
        const auto asked = m_open.find(number);
        if (asked == m_open.end() || !asked->second.context)
            return;
        using Progressed = std::function<void(const Progress &)>;
        // A copy: who is told may cancel.
        if (const Progressed progressed = std::any_cast<Progressed>(asked->second.progressed))
            progressed(progress);
    }

    template <typename Value>
    void answer(std::uint64_t number, const Result<Value> &value)
    {
        const auto asked = m_open.extract(number);
        if (asked && asked.mapped().context)
            std::any_cast<const Done<Value> &>(asked.mapped().done)(value);
    }

    void cancel(std::uint64_t number, const char *reason)
    {
        if (const auto asked = m_open.extract(number))
            asked.mapped().cancel(reason);
    }

    void cancelAll()
    {
        // Who is told may ask again.
        const std::map<std::uint64_t, Asked> cancelled = std::exchange(m_open, {});
        for (const auto &[number, asked] : cancelled)
            asked.cancel(notRunning);
    }

private:
    struct Asked
    {
        QPointer<QObject> context;
        std::any done;       ///< Done<Value>
        std::any progressed; ///< std::function<void(const Progress &)>; none: it does not tell
        void (*fail)(const std::any &done, const Error &error);

        void cancel(const char *reason) const
        {
            if (context)
                fail(done, {.code = ErrorCode::Cancelled, .message = reason});
        }
    };

    template <typename Value>
    static void failAs(const std::any &done, const Error &error)
    {
        std::any_cast<const Done<Value> &>(done)(tl::unexpected<Error>(error));
    }

    std::uint64_t m_last = 0;
    std::map<std::uint64_t, Asked> m_open;
};

} // namespace lanyard
