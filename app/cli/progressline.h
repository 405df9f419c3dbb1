// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace lanyard::cli {

class Session;

/// How many of all bytes are done, as a bar and in words.
QString progressBar(qint64 done, qint64 total);
/// The same of the progress of an export or import.
QString archiveProgressText(const QJsonObject &progress);

/// One line on stderr where that is a terminal, written over again and again; nothing in a file or
/// a pipe.
class ProgressLine
{
public:
    ProgressLine();

    /// Shows what the session says of its progress, as `format` puts it, until that ends. This
    /// outlives the session's work.
    void follow(const Session &session, QString (*format)(const QJsonObject &progress));

private:
    void show(const QString &text);
    void clear();

    const bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace lanyard::cli
