// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/windowsession.h"

#include "pages/computerpage.h"
#include "pages/settingspage.h"
#include "widgets/keptlayout.h"

#include <QApplication>
#include <QStandardPaths>

namespace lanyard::desktop {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
const QString layoutKey = QStringLiteral("window/layout");
const QString logKey = QStringLiteral("window/log");
const QString hidingKnownKey = QStringLiteral("window/hidingKnown");
const QString servedKey = QStringLiteral("window/hasServed");

QString autostartFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/autostart");
}

/// The program as it is to be started the next time.
QStringList commandFor(const ConfigFiles &files)
{
    // The file of an AppImage, not what it has unpacked.
    QStringList command{qEnvironmentVariable("APPIMAGE", QCoreApplication::applicationFilePath())};
    if (!files.chosen.isEmpty())
        command += {QStringLiteral("--config"), files.used};
    return command;
}

} // namespace

WindowSession::WindowSession(const ConfigFiles &files, SingleInstance &instance)
    : m_autostart(autostartFolder(), commandFor(files))
    , m_control(m_engine, [files] { return loadConfig(files); })
    , m_window(m_engine, m_control)
{
    m_window.addComputerPage(
        new ui::ComputerPage(m_engine, m_setUpSource, cacheMemory(), &m_window));
    m_window.addSettingsPage(
        new ui::SettingsPage(m_engine, m_control, files.used, makeProgram(), &m_window));
    m_window.setProgramSettings(programSettings());
    m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_window.showPage(static_cast<ui::MainWindow::Page>(m_settings.value(pageKey).toInt()));
    ui::restoreLayout(m_window, m_settings.value(layoutKey).toByteArray());
    m_window.restoreLogState(m_settings.value(logKey).toByteArray());
    m_window.setHidingKnown(m_settings.value(hidingKnownKey).toBool());
    m_window.setServed(m_settings.value(servedKey).toBool());
    connect(&m_control, &ui::EngineControl::readyToQuit, qApp, &QCoreApplication::quit);
    connect(&m_signals, &SignalWatcher::received, &m_control, &ui::EngineControl::quit);
    connect(&instance, &SingleInstance::showWanted, this, [this](const QByteArray &token) {
        if (!token.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", token);
        m_window.bringToFront();
    });
    // Nobody waits for what is done later than that.
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { save(); }, Qt::DirectConnection);
    m_autostart.repair();
}

WindowSession::~WindowSession()
{
    save();
}

void WindowSession::begin()
{
    m_window.showAtStart(programSettings().startsMinimised);
    m_control.start();
}

ui::Program WindowSession::makeProgram()
{
    return {.read = [this] { return programSettings(); },
            .write =
                [this](const ui::ProgramSettings &wanted) {
                    return keep(wanted);
                }};
}

ui::CacheMemory WindowSession::cacheMemory()
{
    return {.read = [this] { return ui::readRememberedCaches(m_settings); },
            .write =
                [this](const ui::RememberedCaches &caches) {
                    ui::writeRememberedCaches(m_settings, caches);
                }};
}

ui::ProgramSettings WindowSession::programSettings() const
{
    ui::ProgramSettings settings = ui::readProgramSettings(m_settings);
    settings.startsAtLogin = m_autostart.isOn();
    return settings;
}

Result<void> WindowSession::keep(const ui::ProgramSettings &wanted)
{
    ui::writeProgramSettings(m_settings, wanted);
    m_settings.sync();
    if (m_settings.status() != QSettings::NoError)
        return failure(ErrorCode::Io,
                       m_settings.fileName().toStdString() + ": it cannot be written");
    return m_autostart.set(wanted.startsAtLogin);
}

void WindowSession::save()
{
    m_settings.setValue(geometryKey, m_window.saveGeometry());
    m_settings.setValue(pageKey, static_cast<int>(m_window.page()));
    m_settings.setValue(layoutKey, ui::saveLayout(m_window));
    m_settings.setValue(logKey, m_window.saveLogState());
    m_settings.setValue(hidingKnownKey, m_window.isHidingKnown());
    m_settings.setValue(servedKey, m_window.hasServed());
    m_settings.sync();
}

} // namespace lanyard::desktop
