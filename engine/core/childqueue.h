// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"

#include <QObject>
#include <QPointer>

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace lanyard {

/// Runs programs, some at once and the others in the order in which they came. Has its thread, with
/// an event loop; its end ends all of them.
class ChildQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildQueue)

public:
    using Ended = std::function<void(const ChildEnd &)>;

    explicit ChildQueue(std::size_t atOnce);
    ~ChildQueue() override;

    /// Calls `ended` once, later, unless this object or `context` is gone by then. A program whose
    /// context is gone before its turn is not run.
    void add(ChildCommand command, QObject *context, Ended ended);

    /// How many have not begun.
    std::size_t waiting() const { return m_waiting.size(); }

private:
    struct Entry
    {
        ChildCommand command;
        QPointer<QObject> context;
        Ended ended;
    };

    void startNext();
    void onFinished(ChildProcess *process, const std::optional<Error> &error);

    const std::size_t m_atOnce;
    std::deque<Entry> m_waiting;
    std::map<ChildProcess *, std::pair<std::unique_ptr<ChildProcess>, Entry>> m_running;
};

} // namespace lanyard
