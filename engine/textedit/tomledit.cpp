// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomledit.h"

#include "textedit/textlines.h"

#include <optional>
#include <utility>

namespace lanyard::textedit {

namespace {

tl::unexpected<Error> notFound()
{
    return failure(ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "there is no such value"));
}

TomlPath parentOf(const TomlPath &path)
{
    return path.empty() ? path : TomlPath(path.begin(), path.end() - 1);
}

/// The next byte that is neither blank nor in a comment.
qsizetype skipBlank(const TextLines &lines, qsizetype position, qsizetype end)
{
    while (position < end) {
        if (lines.at(position) == '#')
            position = lines.lineEnd(position);
        else if (TextLines::isBlank(lines.at(position)))
            ++position;
        else
            break;
    }
    return position;
}

/// Where a run of bytes begins and ends.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

bool isRestBlank(const TextLines &lines, qsizetype position)
{
    const qsizetype next = lines.skipSpaces(position);
    return lines.at(next) == '#' || next >= lines.lineEnd(position);
}

QByteArray indentationAt(const QByteArray &text, const TextLines &lines, qsizetype position)
{
    const qsizetype line = lines.lineBegin(position);
    return text.mid(line, lines.firstInLine(line) - line);
}

/// That of the first key below a header.
std::optional<QByteArray> shownIndentation(const QByteArray &text, const TextLines &lines,
                                           const TomlSection &section)
{
    for (qsizetype line = lines.nextLine(section.headerEnd); line < section.contentEnd;
         line = lines.nextLine(line)) {
        if (!lines.isBlankLine(line) && !lines.isCommentLine(line))
            return indentationAt(text, lines, line);
    }
    return std::nullopt;
}

char quoteOf(const QByteArray &text, const TomlNode &node)
{
    return node.kind == TomlNode::Kind::Text && text[node.begin] == '\'' ? '\'' : '"';
}

/// Finds its way in one array in []. Borrows all.
struct Array
{
    const QByteArray &text;
    const TextLines lines;
    const TomlNode &node;

    /// Behind the comma of an item; nullopt where there is none, as behind the last.
    std::optional<qsizetype> behindComma(std::size_t index) const
    {
        const qsizetype comma = skipBlank(lines, node.items[index].end, node.end);
        return lines.at(comma) == ',' ? std::optional(comma + 1) : std::nullopt;
    }

    QByteArray withFirst(std::size_t index, const std::string &value) const
    {
        const TomlNode &next = node.items[index];
        const QByteArray item = written(value, quoteOf(text, next));
        if (!lines.isFirstInLine(next.begin))
            return lines.spliced(next.begin, next.begin, item + ", ");
        return lines.withLine(lines.beginWithComments(next.begin),
                              indentationAt(text, lines, next.begin) + item + ',');
    }

    QByteArray withLast(const std::string &value) const
    {
        if (node.items.empty())
            return lines.spliced(node.begin + 1, node.begin + 1, written(value));
        const TomlNode &last = node.items.back();
        const QByteArray item = written(value, quoteOf(text, last));
        const auto comma = behindComma(node.items.size() - 1);
        const qsizetype end = comma.value_or(last.end);
        if (!lines.isFirstInLine(last.begin) || !isRestBlank(lines, end))
            return lines.spliced(end, end, comma ? ' ' + item + ',' : ", " + item);
        const QByteArray rest = text.mid(end, lines.lineEnd(end) - end);
        return lines.spliced(end, lines.lineEnd(end),
                             (comma ? rest : ',' + rest) + lines.lineBreak() +
                                 indentationAt(text, lines, last.begin) + item +
                                 (comma ? "," : ""));
    }

    /// What goes with an item.
    Span extent(std::size_t index) const
    {
        const TomlNode &item = node.items[index];
        const auto comma = behindComma(index);
        const qsizetype end = comma.value_or(item.end);
        if (lines.isFirstInLine(item.begin) && isRestBlank(lines, end))
            return {lines.lineBegin(item.begin), lines.nextLine(end)};
        const bool isNextBeside =
            index + 1 < node.items.size() && lines.skipSpaces(end) == node.items[index + 1].begin;
        if (isNextBeside)
            return {item.begin, node.items[index + 1].begin};
        const bool isPreviousBeside =
            index > 0 && lines.lineBegin(node.items[index - 1].end) == lines.lineBegin(item.begin);
        return {isPreviousBeside && !comma ? node.items[index - 1].end : item.begin, end};
    }
};

/// The array in [] that an item is in, and the position of that.
const TomlNode *arrayOf(const TomlDocument &document, const TomlPath &path)
{
    const TomlNode *array = path.empty() ? nullptr : document.find(parentOf(path));
    const bool isOne = array && array->kind == TomlNode::Kind::Array && array->isInline &&
                       std::holds_alternative<std::size_t>(path.back());
    return isOne ? array : nullptr;
}

Result<Span> linesOfKey(const TomlDocument &document, const TomlPath &path, const TomlNode &node)
{
    const TomlNode *table = document.find(parentOf(path));
    const auto *key = std::get_if<std::string>(&path.back());
    const TextLines lines(document.text());
    for (const TomlEntry &entry : table->entries) {
        if (key && entry.key == *key && !table->isInline && node.isValue() &&
            lines.isFirstInLine(entry.begin))
            return Span{lines.lineBegin(entry.begin), lines.nextLine(node.end)};
    }
    return document.refusal(
        node.begin,
        QT_TRANSLATE_NOOP("engine",
                          "this does not have its lines for itself; please change it by hand"));
}

} // namespace

Result<TomlDocument> replaceValue(const TomlDocument &document, const TomlPath &path,
                                  const TomlValue &value)
{
    const TomlNode *node = document.find(path);
    if (!node || !node->isValue())
        return notFound();
    TomlNode expected = document.root();
    *expected.find(path) = nodeOf(value);
    const QByteArray &text = document.text();
    return document.changed(
        TextLines(text).spliced(node->begin, node->end, written(value, quoteOf(text, *node))),
        expected, node->begin);
}

Result<TomlDocument> insertItem(const TomlDocument &document, const TomlPath &path,
                                const std::string &text)
{
    const TomlNode *node = arrayOf(document, path);
    TomlNode expected = document.root();
    if (!node || !insert(expected, path, nodeOf(TomlValue(text))))
        return notFound();
    const Array array{document.text(), TextLines(document.text()), *node};
    const std::size_t index = std::get<std::size_t>(path.back());
    return document.changed(index < node->items.size() ? array.withFirst(index, text)
                                                       : array.withLast(text),
                            expected, node->begin);
}

Result<TomlDocument> insertKey(const TomlDocument &document, const TomlPath &path,
                               const TomlValue &value, const std::string &comment,
                               const QByteArray &indentation)
{
    const TomlPath tablePath = parentOf(path);
    const TomlNode *table = document.find(tablePath);
    if (!table || path.empty())
        return notFound();
    const TomlSection *section = document.section(tablePath);
    if (!section)
        return document.refusal(
            table->begin,
            QT_TRANSLATE_NOOP("engine",
                              "this table has no header of its own; please change it by hand"));
    TomlNode expected = document.root();
    const auto *key = std::get_if<std::string>(&path.back());
    if (!key || !insert(expected, path, nodeOf(value)))
        return document.refusal(table->begin,
                                QT_TRANSLATE_NOOP("engine", "there is such a key already"));
    const QByteArray &before = document.text();
    const TextLines lines(before);
    const QByteArray indent =
        shownIndentation(before, lines, *section)
            .value_or(fieldIndentation(document, indentationAt(before, lines, section->begin),
                                       indentation));
    return document.changed(lines.withLine(lines.nextLine(section->headerEnd),
                                           indent + written(TomlField{*key, value}, comment)),
                            expected, section->begin);
}

Result<TomlDocument> removeValue(const TomlDocument &document, const TomlPath &path)
{
    const TomlNode *node = document.find(path);
    if (!node || path.empty())
        return notFound();
    TomlNode expected = document.root();
    remove(expected, path);
    const TextLines lines(document.text());
    if (const TomlNode *array = arrayOf(document, path)) {
        const Span span =
            Array{document.text(), lines, *array}.extent(std::get<std::size_t>(path.back()));
        return document.changed(lines.spliced(span.begin, span.end, {}), expected, node->begin);
    }
    const auto span = linesOfKey(document, path, *node);
    if (!span)
        return tl::unexpected(span.error());
    return document.changed(lines.withoutLines(span->begin, span->end), expected, node->begin);
}

Result<TomlDocument> removeComment(const TomlDocument &document, const TomlPath &path)
{
    const TextLines lines(document.text());
    const qsizetype comment = document.commentBegin(path);
    if (comment < 0)
        return notFound();
    qsizetype begin = comment;
    while (lines.at(begin - 1) == ' ' || lines.at(begin - 1) == '\t')
        --begin;
    return document.changed(lines.spliced(begin, lines.lineEnd(comment), {}), document.root(),
                            comment);
}

QByteArray fieldIndentation(const TomlDocument &document, const QByteArray &headerIndentation,
                            const QByteArray &otherwise)
{
    const TextLines lines(document.text());
    for (const TomlSection &section : document.sections()) {
        const auto shown = shownIndentation(document.text(), lines, section);
        const QByteArray own = indentationAt(document.text(), lines, section.begin);
        if (shown && shown->startsWith(own))
            return headerIndentation + shown->mid(own.size());
    }
    return headerIndentation + otherwise;
}

} // namespace lanyard::textedit
