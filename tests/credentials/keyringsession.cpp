// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keyringsession.h"

#include "credentials/privatetext.h"

#include <QStandardPaths>
#include <QTest>

#include <csignal>

namespace lanyard::test {

namespace {

constexpr const char *busConfig =
    "<busconfig><type>session</type><listen>unix:dir=%1</listen>"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
    "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";

} // namespace

KeyringSession::KeyringSession()
{
    const QByteArray home = m_folder.path().toLocal8Bit();
    for (const char *name :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(name, home);
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"})
        qunsetenv(name);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home + "/no-bus-yet");
}

KeyringSession::~KeyringSession()
{
    goOn();
    end(m_keyring);
    end(m_bus);
}

QString KeyringSession::missingProgram()
{
    for (const char *name : {"dbus-daemon", "dbus-send", "gnome-keyring-daemon"}) {
        const QString program = QString::fromLatin1(name);
        if (QStandardPaths::findExecutable(program).isEmpty())
            return program;
    }
    return {};
}

bool KeyringSession::startBus()
{
    const QString config = m_folder.filePath(QStringLiteral("bus.conf"));
    if (!writeFile(config, QString::fromLatin1(busConfig).arg(m_folder.path()).toUtf8()))
        return false;
    m_bus.setStandardErrorFile(QProcess::nullDevice());
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--config-file=") + config, QStringLiteral("--nofork"),
                 QStringLiteral("--print-address")});
    if (!QTest::qWaitFor([this] { return m_bus.canReadLine(); }, patienceMs))
        return false;
    return qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

bool KeyringSession::startKeyring()
{
    m_keyring.setStandardErrorFile(QProcess::nullDevice());
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                    {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                     QStringLiteral("--components=secrets")});
    m_keyring.write("password of the keyring");
    m_keyring.closeWriteChannel();
    const QStringList call{QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                           QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                           QStringLiteral("string:org.freedesktop.secrets")};
    return QTest::qWaitFor(
        [&] {
            QByteArray answer;
            return send(call, &answer) && answer.contains("boolean true");
        },
        patienceMs);
}

bool KeyringSession::lock()
{
    return send({QStringLiteral("--dest=org.freedesktop.secrets"),
                 QStringLiteral("/org/freedesktop/secrets"),
                 QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                 QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")});
}

void KeyringSession::stop()
{
    if (m_keyring.processId() > 1)
        ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
}

void KeyringSession::goOn()
{
    if (m_keyring.processId() > 1)
        ::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT);
}

bool KeyringSession::send(const QStringList &call, QByteArray *answer) const
{
    QProcess sender;
    sender.start(QStringLiteral("dbus-send"),
                 QStringList{QStringLiteral("--session"), QStringLiteral("--print-reply")} + call);
    const bool isSent = sender.waitForFinished() && sender.exitCode() == 0;
    if (answer != nullptr)
        *answer = sender.readAllStandardOutput();
    return isSent;
}

void KeyringSession::end(QProcess &process)
{
    process.terminate();
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(5'000)) {
        process.kill();
        process.waitForFinished();
    }
}

} // namespace lanyard::test
