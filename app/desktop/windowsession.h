// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/autostart.h"
#include "desktop/configfiles.h"
#include "desktop/singleinstance.h"
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "process/signalwatcher.h"
#include "programsettings.h"
#include "setup/rememberedcaches.h"
#include "setup/workstationsource.h"
#include "workstation.h"

#include <QObject>
#include <QSettings>

#include <functional>

namespace lanyard::desktop {

/// One run of the program with its window: the engine, and what the desktop wants of both. Ends the
/// application when a person, a signal or the end of the session says so, and the engine has
/// stopped. Main thread.
class WindowSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowSession)

public:
    WindowSession(const ConfigFiles &files, SingleInstance &instance);
    ~WindowSession() override;

    /// Shows the window, and starts the engine.
    void begin();

    ui::MainWindow &window() { return m_window; }

private:
    ui::Program makeProgram();
    ui::CacheMemory cacheMemory();
    ui::ProgramSettings programSettings() const;
    Result<void> keep(const ui::ProgramSettings &wanted);
    void save();

    QSettings m_settings;
    const Autostart m_autostart;
    SignalWatcher m_signals{SIGTERM, SIGINT, SIGHUP}; ///< before the threads of the engine
    Engine m_engine;
    ui::EngineControl m_control;
    Workstation m_workstation{WorkstationPlaces::ofThisUser()};
    ui::WorkstationSource m_setUpSource{m_workstation};
    ui::MainWindow m_window;
};

} // namespace lanyard::desktop
