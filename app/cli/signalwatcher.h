// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <csignal>

class QSocketNotifier;

namespace lanyard::cli {

/// Turns the first SIGTERM or SIGINT into a signal of Qt. From then on they do what they do by
/// default: a second one ends the process at once, even if its event loop no longer turns.
///
/// One a process; made on the main thread before any other thread.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void received();

private:
    void readSignal();

    sigset_t m_signals{};
    int m_descriptor = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace lanyard::cli
