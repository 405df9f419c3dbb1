// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QObject>
#include <QSocketNotifier>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace lanyard::setup {

/// Sees when another program has read a file to its end: Docker Engine does so some time after it
/// was told to, and answers nobody. Has a thread with an event loop.
class ReadWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadWatch)

public:
    /// From now on. A link at `path` is not followed.
    explicit ReadWatch(const QString &path);
    ~ReadWatch() override = default;

    /// Says once whether it has been read, or the time was up. Called once, and not when this
    /// object is gone before.
    using Done = std::function<void(bool isRead)>;
    void wait(std::chrono::milliseconds timeout, const Done &done);

private:
    void end(bool isRead);

    FileDescriptor m_events;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
    Done m_done;
};

} // namespace lanyard::setup
