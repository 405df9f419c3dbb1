// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setupfixture.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::setup::test {

/// The programs of a system below a folder: scripts that write down how they were called.
class FakePrograms
{
public:
    explicit FakePrograms(QString root)
        : m_root(std::move(root))
    {
    }

    /// `body` is shell; what comes of it is the program's.
    bool install(const QString &name, const QByteArray &body) const
    {
        const QByteArray script = "#!/bin/sh\necho \"" + name.toUtf8() + " $*\" >> '" +
                                  QFile::encodeName(logFile()) + "'\n" + body + "\n";
        return put(m_root + QStringLiteral("/usr/bin/") + name, script, 0755);
    }

    /// As systemd is recognised.
    bool bootSystemd() const
    {
        return QDir().mkpath(m_root + QStringLiteral("/run/systemd/system"));
    }

    QStringList calls() const
    {
        return QString::fromUtf8(contentOf(logFile())).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    bool forget() const { return !QFile::exists(logFile()) || QFile::remove(logFile()); }

private:
    QString logFile() const { return m_root + QStringLiteral("/calls"); }

    const QString m_root;
};

} // namespace lanyard::setup::test
