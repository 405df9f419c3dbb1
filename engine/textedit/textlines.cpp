// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/textlines.h"

#include "textedit/place.h"

#include <algorithm>

namespace lanyard::textedit {

TextLines::TextLines(const QByteArray &text)
    : m_text(text)
    , m_begin(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
{
}

char TextLines::at(qsizetype position) const
{
    return position >= 0 && position < m_text.size() ? m_text[position] : '\n';
}

qsizetype TextLines::lineBegin(qsizetype position) const
{
    const qsizetype begin = position <= 0 ? 0 : m_text.lastIndexOf('\n', position - 1) + 1;
    return std::max(begin, m_begin);
}

qsizetype TextLines::lineEnd(qsizetype position) const
{
    const qsizetype found = m_text.indexOf('\n', position);
    if (found < 0)
        return m_text.size();
    return found > lineBegin(position) && m_text[found - 1] == '\r' ? found - 1 : found;
}

qsizetype TextLines::nextLine(qsizetype position) const
{
    const qsizetype found = m_text.indexOf('\n', position);
    return found < 0 ? m_text.size() : found + 1;
}

qsizetype TextLines::firstInLine(qsizetype position) const
{
    return skipSpaces(lineBegin(position));
}

bool TextLines::isBlankLine(qsizetype position) const
{
    return position < m_text.size() && firstInLine(position) >= lineEnd(position);
}

bool TextLines::isCommentLine(qsizetype position) const
{
    return position < m_text.size() && at(firstInLine(position)) == '#';
}

qsizetype TextLines::tabIndentation(qsizetype begin, qsizetype end) const
{
    for (qsizetype line = lineBegin(begin); line <= end && line < m_text.size();
         line = nextLine(line)) {
        const qsizetype first = firstInLine(line);
        if (!isBlankLine(line) && m_text.mid(line, first - line).contains('\t'))
            return line;
    }
    return -1;
}

qsizetype TextLines::skipSpaces(qsizetype position) const
{
    while (at(position) == ' ' || at(position) == '\t')
        ++position;
    return position;
}

qsizetype TextLines::skipBlank(qsizetype position) const
{
    while (position < m_text.size()) {
        const char c = m_text[position];
        // A # in the middle of a word begins no comment.
        const bool isComment = c == '#' && (position == m_begin || isBlank(m_text[position - 1]));
        if (isComment)
            position = lineEnd(position);
        else if (isBlank(c))
            ++position;
        else
            break;
    }
    return position;
}

qsizetype TextLines::beginWithComments(qsizetype position) const
{
    const qsizetype own = column(position);
    qsizetype begin = lineBegin(position);
    while (begin > m_begin) {
        const qsizetype above = lineBegin(begin - 1);
        if (!isCommentLine(above) || column(firstInLine(above)) != own)
            break;
        begin = above;
    }
    return begin;
}

qsizetype TextLines::endWithComments(qsizetype position, qsizetype column) const
{
    qsizetype end = nextLine(position);
    for (qsizetype line = end; line < m_text.size(); line = nextLine(line)) {
        if (isCommentLine(line) && firstInLine(line) - line > column)
            end = nextLine(line);
        else if (!isBlankLine(line))
            break;
    }
    return end;
}

bool TextLines::isAfterBlankLine(qsizetype line) const
{
    return line > m_begin && isBlankLine(line - 1);
}

QByteArray TextLines::spliced(qsizetype begin, qsizetype end, const QByteArray &newText) const
{
    return m_text.left(begin) + newText + m_text.mid(end);
}

QByteArray TextLines::withoutLines(qsizetype begin, qsizetype end) const
{
    const bool wasOpen = end == m_text.size() && !m_text.endsWith('\n');
    return spliced(wasOpen && begin > m_begin ? lineEnd(begin - 1) : begin, end, {});
}

QByteArray TextLines::withLine(qsizetype position, const QByteArray &line) const
{
    const bool isBehindOpenLine = position > m_begin && m_text[position - 1] != '\n';
    return spliced(position, position, isBehindOpenLine ? lineBreak() + line : line + lineBreak());
}

QByteArray TextLines::lineBreak() const
{
    const qsizetype found = m_text.indexOf('\n');
    return found > 0 && m_text[found - 1] == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

Message TextLines::place(qsizetype position) const
{
    const qsizetype inside = std::clamp(position, m_begin, m_text.size());
    const qsizetype line = m_text.left(inside).count('\n') + 1;
    return lineAndColumn(line, column(inside) + 1);
}

} // namespace lanyard::textedit
