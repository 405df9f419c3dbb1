// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::desktop {

/// Whether the desktop starts the program when its user logs in: an entry in a folder
/// (https://specifications.freedesktop.org/autostart-spec/), which other programs may change as
/// well. UI thread; blocks for the disk.
class Autostart
{
public:
    /// `command` is the program, absolute, and its arguments.
    Autostart(QString folder, QStringList command);

    bool isOn() const;
    /// Makes or removes the entry. Io, for the user.
    Result<void> set(bool isOn) const;
    /// Puts the program as it is now into an entry whose program is no longer there.
    void repair() const;

private:
    QString path() const;
    QByteArray text() const;
    Result<void> write(const QByteArray &text) const;

    const QString m_folder;
    const QStringList m_command;
};

/// As the value of `Exec`, with all that is special in it (Desktop Entry Specification). Pure.
QByteArray execValue(const QStringList &command);
/// The program of such a value; empty where there is none. Pure.
QString programOf(const QByteArray &execValue);

} // namespace lanyard::desktop
