// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "process/signalwatcher.h"

#include <QObject>
#include <QStringList>

namespace lanyard::cli {

/// The engine as a foreground process: says on stdout where it listens, stops on a signal, and ends
/// the event loop of the application with an exit status. The access log on stdout is the engine's.
class Server final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Server)

public:
    explicit Server(Config config);

    /// Starts the engine once the event loop runs.
    void start();

private:
    void printAddresses();
    void tellWaiting(const QStringList &waiting);
    void reportFailure(const Error &error);
    void stop();

    const Config m_config;
    QStringList m_toldWaiting; ///< settings that count from the next start on
    // Before the engine: its threads inherit the signals that are blocked here.
    SignalWatcher m_signals{SIGTERM, SIGINT};
    Engine m_engine;
};

} // namespace lanyard::cli
