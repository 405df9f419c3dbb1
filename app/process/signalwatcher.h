// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <csignal>
#include <initializer_list>

class QSocketNotifier;

namespace lanyard {

/// Keeps these signals until a SignalWatcher takes them. For programs whose application object
/// starts threads: before that, as a signal goes to any thread that does not keep it back.
void holdBackSignals(std::initializer_list<int> signals);

/// Turns the first of some signals into a signal of Qt. From then on they do what they do by
/// default: a second one ends the process at once, even if its event loop no longer turns.
///
/// One a process; made on the main thread, before any other thread or after holdBackSignals().
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(std::initializer_list<int> signals, QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void received();

private:
    void readSignal();

    sigset_t m_signals{};
    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace lanyard
