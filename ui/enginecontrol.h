// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/enginestate.h"
#include "notice.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

/// What a person can do with the engine, from the window or from the tray: start it with the
/// configuration as it is now, stop it, and leave the program when it has stopped and nothing else
/// is in the middle of something. Lives on the UI thread, which never waits for the engine. The
/// engine must outlive it.
class EngineControl final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineControl)

public:
    using LoadConfig = std::function<LoadedConfig()>;

    /// `loadConfig` is called at every start, so that a file which was put right is read again.
    EngineControl(Engine &engine, LoadConfig loadConfig, QObject *parent = nullptr);

    /// Nothing unless the engine is stopped.
    void start();
    /// Nothing unless the engine is running.
    void stop();
    /// Stops the engine, and starts it again when it has stopped; one that starts is stopped when
    /// it runs. Nothing when it is stopped, or stops.
    void restart();
    /// Tells what counts when it is restarted, with a button for that.
    void offerRestart(const QStringList &waiting);
    /// Whether something else is in the middle of what must not be cut short: quit() waits for
    /// that, too.
    void setBusy(bool isBusy);
    /// Stops the engine if need be, and emits readyToQuit() when it has stopped. Asked again
    /// meanwhile, it waits for nothing.
    void quit();

    bool isBusy() const { return m_isBusy; }

    bool isRestarting() const { return m_isRestarting; }

    bool isQuitting() const { return m_isQuitting; }

Q_SIGNALS:
    /// A start begins: what was said about the last one is no longer true.
    void starting();
    void noticeRaised(const lanyard::ui::Notice &notice);
    /// The program is to end: nothing is to be begun any more.
    void quitting();
    void readyToQuit();

protected:
    /// What ends the application from outside, as the end of a session, ends it in order.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onStateChanged(EngineState state);
    void onStopped();
    void leaveIfDone();
    void onSettingsRead(const QStringList &waiting);

    Engine &m_engine;
    const LoadConfig m_loadConfig;
    bool m_isQuitting = false;
    bool m_isBusy = false;
    bool m_isRestarting = false;
};

} // namespace lanyard::ui
