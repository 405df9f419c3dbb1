// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lanyard::textedit {

/// Lines of one text that are other lines in another text; positions count lines, from 0.
struct LineChange
{
    qsizetype beforeBegin = 0;
    qsizetype beforeEnd = 0;
    qsizetype afterBegin = 0;
    qsizetype afterEnd = 0;
    bool operator==(const LineChange &) const = default;
};

/// The lines of a text with their line ends, which the last one may lack. Views into the text.
/// Pure.
std::vector<QByteArrayView> linesOf(const QByteArray &text);

/// How one text becomes the other, from the start to the end; what is not named is the same. Among
/// lines that are the same, a change stands as late as it can. As few lines as possible, up to
/// limits of time and memory, beyond which one change names all between the same start and the same
/// end. Pure.
std::vector<LineChange> lineChanges(const std::vector<QByteArrayView> &before,
                                    const std::vector<QByteArrayView> &after);

} // namespace lanyard::textedit
