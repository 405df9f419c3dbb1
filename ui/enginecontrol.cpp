// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecontrol.h"

#include "engine.h"
#include "messagetext.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace lanyard::ui {

EngineControl::EngineControl(Engine &engine, LoadConfig loadConfig, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_loadConfig(std::move(loadConfig))
{
    qApp->installEventFilter(this);
    connect(&engine, &Engine::stateChanged, this, &EngineControl::onStateChanged);
    connect(&engine, &Engine::stopped, this, &EngineControl::onStopped);
    connect(&engine, &Engine::settingsRead, this, &EngineControl::onSettingsRead);
    connect(&engine, &Engine::startFailed, this, [this](const Error &error) {
        m_isRestarting = false;
        Q_EMIT noticeRaised({.severity = Notice::Severity::Error, .text = told(error.message)});
    });
    connect(&engine, &Engine::warningRaised, this, [this](const Message &message) {
        Q_EMIT noticeRaised({.severity = Notice::Severity::Warning, .text = told(message)});
    });
}

void EngineControl::start()
{
    if (m_engine.state() != EngineState::Stopped || m_isQuitting)
        return;
    Q_EMIT starting();
    const LoadedConfig loaded = m_loadConfig();
    if (!loaded.diagnostics.isEmpty()) {
        const auto severity = loaded.config ? Notice::Severity::Warning : Notice::Severity::Error;
        Q_EMIT noticeRaised({.severity = severity, .text = told(loaded.diagnostics)});
    }
    if (loaded.config)
        m_engine.start(*loaded.config);
}

void EngineControl::stop()
{
    if (m_engine.state() == EngineState::Running)
        m_engine.stop();
}

void EngineControl::restart()
{
    const EngineState state = m_engine.state();
    if ((state != EngineState::Running && state != EngineState::Starting) || m_isQuitting)
        return;
    m_isRestarting = true;
    stop();
}

void EngineControl::onStopped()
{
    if (std::exchange(m_isRestarting, false))
        start();
}

/// Somebody has edited the file by hand; or this program, and then it restarts already.
void EngineControl::onSettingsRead(const QStringList &waiting)
{
    if (!waiting.isEmpty() && m_engine.state() == EngineState::Running)
        offerRestart(waiting);
}

void EngineControl::offerRestart(const QStringList &waiting)
{
    Q_EMIT noticeRaised({.severity = Notice::Severity::Warning,
                         .text = tr("What the configuration file says of %1 counts when the cache "
                                    "is restarted. Running transfers end before that.")
                                     .arg(waiting.join(QStringLiteral(", "))),
                         .action = Notice::Action::Restart});
}

void EngineControl::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    leaveIfDone();
}

void EngineControl::quit()
{
    if (std::exchange(m_isQuitting, true)) {
        Q_EMIT readyToQuit();
        return;
    }
    Q_EMIT quitting();
    if (m_isBusy)
        Q_EMIT noticeRaised({.severity = Notice::Severity::Warning,
                             .text = tr("Lanyard ends when the set-up of this computer has come to "
                                        "an end, so that nothing is left by half. Quit once more "
                                        "to end it at once.")});
    stop();
    leaveIfDone();
}

void EngineControl::leaveIfDone()
{
    if (m_isQuitting && !m_isBusy && m_engine.state() == EngineState::Stopped)
        Q_EMIT readyToQuit();
}

void EngineControl::onStateChanged(EngineState state)
{
    if (state == EngineState::Running && (m_isQuitting || m_isRestarting))
        m_engine.stop();
    leaveIfDone();
}

bool EngineControl::eventFilter(QObject *watched, QEvent *event)
{
    // It would close the windows, of which one may ask, or hide.
    if (event->type() != QEvent::Quit || m_isQuitting)
        return QObject::eventFilter(watched, event);
    quit();
    return true;
}

} // namespace lanyard::ui
