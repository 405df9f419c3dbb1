// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/readwatch.h"

#include <QFile>

#include <sys/inotify.h>
#include <utility>

namespace lanyard::setup {

ReadWatch::ReadWatch(const QString &path)
    : m_events(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(false); });
    // Where the system cannot say it, the time passes.
    if (m_events.isValid())
        ::inotify_add_watch(m_events.get(), QFile::encodeName(path).constData(),
                            IN_CLOSE_NOWRITE | IN_DONT_FOLLOW | IN_ONESHOT);
}

void ReadWatch::wait(std::chrono::milliseconds timeout, const Done &done)
{
    m_done = done;
    m_timer.start(timeout);
    if (!m_events.isValid())
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_events.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { end(true); });
}

void ReadWatch::end(bool isRead)
{
    m_timer.stop();
    if (m_notifier)
        m_notifier->setEnabled(false);
    if (const Done done = std::exchange(m_done, {}))
        done(isRead);
}

} // namespace lanyard::setup
