// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QByteArray>

namespace lanyard::textedit {

/// Finds lines, blanks and comments in the text of a YAML document, and edits by lines. Positions
/// are bytes from 0; a line ends with LF or CRLF, and the first begins behind a byte order mark.
/// Borrows the text. Pure.
class TextLines
{
public:
    /// A space, a tab, or a part of a line end.
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    explicit TextLines(const QByteArray &text);

    /// The byte at `position`; LF behind the end, where a line ends as well.
    char at(qsizetype position) const;

    /// Behind the byte order mark, where there is one.
    qsizetype begin() const { return m_begin; }

    qsizetype lineBegin(qsizetype position) const;
    /// Behind the last byte of the line, before its line end.
    qsizetype lineEnd(qsizetype position) const;
    /// Where the next line begins; the end of the text for the last line.
    qsizetype nextLine(qsizetype position) const;

    /// Bytes from the begin of the line.
    qsizetype column(qsizetype position) const { return position - lineBegin(position); }

    /// The first byte of the line that is no blank, or its end.
    qsizetype firstInLine(qsizetype position) const;

    bool isFirstInLine(qsizetype position) const { return firstInLine(position) == position; }

    bool isBlankLine(qsizetype position) const;
    bool isCommentLine(qsizetype position) const;
    /// The first line from that of `begin` to that of `end` with a tab in its indentation; -1 where
    /// there is none.
    qsizetype tabIndentation(qsizetype begin, qsizetype end) const;

    /// The next byte that is neither space nor tab.
    qsizetype skipSpaces(qsizetype position) const;
    /// The next byte that is neither blank nor line end nor in a comment.
    qsizetype skipBlank(qsizetype position) const;

    /// Where the lines begin of what stands at `position`, with the comments directly above it at
    /// its column.
    qsizetype beginWithComments(qsizetype position) const;
    /// Where the line of `position` ends, with the comments below it that are indented deeper than
    /// `column`: the begin of another line, or the end of the text.
    qsizetype endWithComments(qsizetype position, qsizetype column) const;
    bool isAfterBlankLine(qsizetype line) const;

    // The text as it is after an edit.

    QByteArray spliced(qsizetype begin, qsizetype end, const QByteArray &newText) const;
    /// Without whole lines; what had no line end at its end has none afterwards.
    QByteArray withoutLines(qsizetype begin, qsizetype end) const;
    /// With lines before the one that begins at `position`; they come without their last line end.
    QByteArray withLine(qsizetype position, const QByteArray &line) const;

    /// The line end the text uses: that of its first line.
    QByteArray lineBreak() const;
    /// "line 3, column 5", both from 1.
    Message place(qsizetype position) const;

private:
    const QByteArray &m_text;
    const qsizetype m_begin; ///< behind the byte order mark
};

} // namespace lanyard::textedit
