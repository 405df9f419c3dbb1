// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace lanyard::test {

/// A D-Bus session of the test's own, with gnome-keyring in it, both below a temporary folder. The
/// bus starts nothing by itself: no other keychain, and no prompt. The environment of this process
/// leads there.
class KeyringSession
{
public:
    KeyringSession();
    /// Ends both.
    ~KeyringSession();

    /// The first program that is missing; empty: none.
    static QString missingProgram();

    bool startBus();
    /// With an unlocked keyring; returns when it can be asked.
    bool startKeyring();
    /// As when its user locks the screen.
    bool lock();
    /// Lets it answer nothing, and again.
    void stop();
    void goOn();

    QString folder() const { return m_folder.path(); }

private:
    bool send(const QStringList &call, QByteArray *answer = nullptr) const;
    static void end(QProcess &process);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace lanyard::test
