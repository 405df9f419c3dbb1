// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace lanyard {

/// What other threads want done on a thread with an event loop of Qt: that of this object. Tasks
/// run in the order in which they were posted; however many there are, the thread is woken once.
/// Destroying the queue drops those that have not run; what they hold goes on that thread.
///
/// QMetaObject::invokeMethod() would do, but what puts memory in order there are the locks of
/// Debian's Qt, which ThreadSanitizer does not see.
class TaskQueue final : public QObject
{
    Q_DISABLE_COPY_MOVE(TaskQueue)

public:
    using Task = std::function<void()>;

    TaskQueue() = default;
    ~TaskQueue() override = default;

    /// Thread-safe.
    void post(Task task);

protected:
    bool event(QEvent *event) override;

private:
    std::mutex m_mutex;
    std::vector<Task> m_tasks; // guarded by m_mutex
};

} // namespace lanyard
