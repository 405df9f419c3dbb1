// SPDX-License-Identifier: GPL-3.0-or-later
#include "signalwatcher.h"

#include <QSocketNotifier>

#include <sys/signalfd.h>
#include <unistd.h>

namespace lanyard::cli {

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGTERM);
    sigaddset(&m_signals, SIGINT);
    m_descriptor = signalfd(-1, &m_signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0)
        return; // then they keep their default: the process ends without draining
    pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::readSignal);
}

SignalWatcher::~SignalWatcher()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void SignalWatcher::readSignal()
{
    signalfd_siginfo information{};
    if (read(m_descriptor, &information, sizeof(information)) != sizeof(information))
        return;
    m_notifier->setEnabled(false);
    pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
    Q_EMIT received();
}

} // namespace lanyard::cli
