// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/signalwatcher.h"

#include <QSocketNotifier>

#include <sys/signalfd.h>
#include <unistd.h>

namespace lanyard {

namespace {

sigset_t setOf(std::initializer_list<int> signals)
{
    sigset_t set{};
    sigemptyset(&set);
    for (const int signal : signals)
        sigaddset(&set, signal);
    return set;
}

} // namespace

void holdBackSignals(std::initializer_list<int> signals)
{
    const sigset_t set = setOf(signals);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

SignalWatcher::SignalWatcher(std::initializer_list<int> signals, QObject *parent)
    : QObject(parent)
    , m_signals(setOf(signals))
{
    m_descriptor = signalfd(-1, &m_signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0) {
        // Then they keep their default: the process ends without draining.
        pthread_sigmask(SIG_UNBLOCK, &m_signals, nullptr);
        return;
    }
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

} // namespace lanyard
