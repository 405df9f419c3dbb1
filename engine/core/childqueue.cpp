// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/childqueue.h"

#include "core/retire.h"

namespace lanyard {

ChildQueue::ChildQueue(std::size_t atOnce)
    : m_atOnce(atOnce)
{
}

ChildQueue::~ChildQueue() = default;

void ChildQueue::add(ChildCommand command, QObject *context, Ended ended)
{
    m_waiting.push_back({std::move(command), context, std::move(ended)});
    startNext();
}

void ChildQueue::startNext()
{
    while (m_running.size() < m_atOnce && !m_waiting.empty()) {
        Entry entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!entry.context)
            continue;
        auto process = std::make_unique<ChildProcess>();
        ChildProcess *const started = process.get();
        // Queued: a program that cannot be started is told from within start().
        connect(
            started, &ChildProcess::finished, this,
            [this, started](const auto &error) { onFinished(started, error); },
            Qt::QueuedConnection);
        const auto at =
            m_running.emplace(started, std::pair(std::move(process), std::move(entry))).first;
        started->start(at->second.second.command);
    }
}

/// Ends the process before anyone is told: who is may ask again at once.
void ChildQueue::onFinished(ChildProcess *process, const std::optional<Error> &error)
{
    const auto running = m_running.find(process);
    Q_ASSERT(running != m_running.end());
    auto [owned, entry] = std::move(running->second);
    m_running.erase(running);
    const ChildEnd end{.error = error, .isSuccess = owned->isSuccess(), .output = owned->output()};
    retire(std::move(owned), this);
    startNext();
    if (entry.context)
        entry.ended(end);
}

} // namespace lanyard
