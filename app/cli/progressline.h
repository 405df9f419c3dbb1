// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lanyard::cli {

/// One line on stderr where that is a terminal, written over again and again; nothing in a file or
/// a pipe.
class ProgressLine
{
public:
    ProgressLine();

    void show(const QString &text);
    void clear();

private:
    const bool m_isTerminal;
    bool m_isShown = false;
};

} // namespace lanyard::cli
