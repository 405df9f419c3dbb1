// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/taskqueue.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace lanyard {

namespace {

const auto wakeType = static_cast<QEvent::Type>(QEvent::registerEventType());

} // namespace

void TaskQueue::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() == 1)
        QCoreApplication::postEvent(this, new QEvent(wakeType));
}

bool TaskQueue::event(QEvent *event)
{
    if (event->type() != wakeType)
        return QObject::event(event);
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks)
        task();
    return true;
}

} // namespace lanyard
