// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace lanyard::cli {

class Session;

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
