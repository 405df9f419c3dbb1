// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>

namespace lanyard::ui {

/// Lets equal byte strings have one memory: of what comes again and again, as names and clients do
/// in the rows of a log. Remembers the newest, twice `remembered` at most. One thread.
class SharedBytes
{
public:
    explicit SharedBytes(int remembered)
        : m_remembered(remembered)
    {
    }

    /// Gives `bytes` the memory of an equal one that is remembered, or remembers it.
    void share(QByteArray &bytes);

private:
    const int m_remembered;
    QSet<QByteArray> m_newer;
    QSet<QByteArray> m_older; ///< goes when the newer ones are as many
};

} // namespace lanyard::ui
