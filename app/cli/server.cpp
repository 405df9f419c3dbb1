// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include "command.h"

#include "core/printabletext.h"
#include "plaintext.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace lanyard::cli {

namespace {

void warn(const Message &message)
{
    std::fprintf(stderr, "lanyard: warning: %s\n", qPrintable(printable(english(message))));
}

} // namespace

Server::Server(Config config)
    : m_config(std::move(config))
{
    connect(&m_engine, &Engine::started, this, &Server::printAddresses);
    connect(&m_engine, &Engine::addressesChanged, this, &Server::printAddresses);
    connect(&m_engine, &Engine::startFailed, this, &Server::reportFailure);
    connect(&m_engine, &Engine::stopped, this, [] { QCoreApplication::exit(Success); });
    connect(&m_engine, &Engine::warningRaised, this, &warn);
    connect(&m_engine, &Engine::settingsRead, this, &Server::tellWaiting);
    connect(&m_signals, &SignalWatcher::received, this, &Server::stop);
}

void Server::start()
{
    // A start that fails at once must find an event loop to end.
    QTimer::singleShot(0, this, [this] { m_engine.start(m_config); });
}

void Server::printAddresses()
{
    for (const QString &address : m_engine.addresses())
        std::printf("listening on %s\n", qPrintable(address));
    if (const QString debug = m_engine.debugAddress(); !debug.isEmpty())
        std::printf("metrics on %s/metrics\n", qPrintable(debug));
    // Scripts wait for these lines, and stdout may be a pipe.
    std::fflush(stdout);
}

/// What waits and was told is not told again.
void Server::tellWaiting(const QStringList &waiting)
{
    if (std::exchange(m_toldWaiting, waiting) == waiting || waiting.isEmpty())
        return;
    warn(QStringLiteral("%1: what was changed of %2 counts from the next start on")
             .arg(m_config.file, waiting.join(QStringLiteral(", "))));
}

void Server::reportFailure(const Error &error)
{
    std::fprintf(stderr, "lanyard: cannot start: %s\n",
                 qPrintable(printable(english(error.message))));
    QCoreApplication::exit(error.code == ErrorCode::InvalidInput ? WrongInput : Failed);
}

void Server::stop()
{
    if (m_engine.state() == EngineState::Stopped)
        QCoreApplication::exit(Success);
    else
        m_engine.stop();
}

} // namespace lanyard::cli
