// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomltables.h"

#include "textedit/textlines.h"
#include "textedit/tomledit.h"

#include <utility>

namespace lanyard::textedit {

namespace {

/// Sections of one table that follow each other: the first one, and the last one.
struct Group
{
    TomlSection first;
    TomlSection last;
};

std::vector<Group> groupsOf(const TomlDocument &document, const TomlPath &path)
{
    std::vector<Group> groups;
    bool isOpen = false;
    for (const TomlSection &section : document.sections()) {
        const bool isPart = isWithin(section.path, path);
        if (isPart && isOpen)
            groups.back().last = section;
        else if (isPart)
            groups.push_back({.first = section, .last = section});
        isOpen = isPart;
    }
    return groups;
}

tl::unexpected<Error> refuseHeaderless(const TomlDocument &document, const TomlPath &path)
{
    const TomlNode *node = document.find(path);
    if (!node)
        return failure(ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "there is no such table"));
    return document.refusal(
        node->begin,
        QT_TRANSLATE_NOOP("engine",
                          "this table has no header of its own; please change it by hand"));
}

/// Where something stands that decides whether a block can be added: the innermost value on the way
/// to its first table; the end of the text where there is none.
qsizetype placeFor(const TomlDocument &document, const TomlBlock &block)
{
    qsizetype place = document.text().size();
    const TomlNode *node = &document.root();
    for (const TomlStep &step : block.tables.front().path) {
        node = node->find(TomlPath{step});
        if (!node)
            break;
        place = node->begin;
    }
    return place;
}

/// What the document means with the block in it.
Result<TomlNode> withBlock(const TomlDocument &document, TomlNode root, const TomlBlock &block)
{
    for (const TomlTable &table : block.tables) {
        if (!insert(root, table.path, nodeOf(table)))
            return document.refusal(
                placeFor(document, block),
                QT_TRANSLATE_NOOP("engine", "there is something else of this name already"));
    }
    return root;
}

QByteArray writtenFor(const TomlDocument &document, const TomlBlock &block,
                      const QByteArray &headerIndentation)
{
    return written(block, {.headerIndentation = headerIndentation,
                           .fieldIndentation =
                               fieldIndentation(document, headerIndentation, block.indentation),
                           .lineBreak = TextLines(document.text()).lineBreak()});
}

QByteArray indentationOf(const TomlDocument &document, const TomlSection &section)
{
    const qsizetype line = TextLines(document.text()).lineBegin(section.begin);
    return document.text().mid(line, section.begin - line);
}

/// Puts a block where lines end that are not blank.
Result<TomlDocument> insertBehind(const TomlDocument &document, qsizetype position,
                                  const TomlBlock &block, const QByteArray &headerIndentation)
{
    const QByteArray &text = document.text();
    const TextLines lines(text);
    const auto expected = withBlock(document, document.root(), block);
    if (!expected)
        return tl::unexpected(expected.error());
    const QByteArray end = lines.lineBreak();
    const bool isOpen = position > lines.begin() && text[position - 1] != '\n';
    const QByteArray tables = writtenFor(document, block, headerIndentation);
    return document.changed(
        lines.spliced(position, position, isOpen ? end + end + tables : end + tables + end),
        *expected, placeFor(document, block));
}

/// The lines of a group, with a blank one that stands between it and its neighbours.
QByteArray withoutGroup(const QByteArray &text, const Group &group)
{
    const TextLines lines(text);
    const QByteArray blank = lines.lineBreak();
    qsizetype begin = lines.lineBegin(group.first.begin);
    qsizetype end = lines.nextLine(group.last.contentEnd);
    if (text.mid(end, blank.size()) == blank)
        end += blank.size();
    else if (begin > lines.begin() &&
             text.mid(lines.lineBegin(begin - 1), begin - lines.lineBegin(begin - 1)) == blank)
        begin = lines.lineBegin(begin - 1);
    return lines.withoutLines(begin, end);
}

} // namespace

Result<TomlDocument> appendTables(const TomlDocument &document, const TomlBlock &block)
{
    const QByteArray &text = document.text();
    const TextLines lines(text);
    if (lines.skipBlank(lines.begin()) < text.size() || text.contains('#'))
        return insertBehind(document, text.size(), block, {});
    const auto expected = withBlock(document, document.root(), block);
    if (!expected)
        return tl::unexpected(expected.error());
    return document.changed(text.left(lines.begin()) + writtenFor(document, block, {}) +
                                lines.lineBreak(),
                            *expected, 0);
}

Result<TomlDocument> insertTablesBefore(const TomlDocument &document, const TomlPath &path,
                                        const TomlBlock &block)
{
    const TomlSection *section = document.section(path);
    if (!section)
        return refuseHeaderless(document, path);
    const auto expected = withBlock(document, document.root(), block);
    if (!expected)
        return tl::unexpected(expected.error());
    const TextLines lines(document.text());
    const qsizetype position = lines.beginWithComments(section->begin);
    const QByteArray tables = writtenFor(document, block, indentationOf(document, *section));
    return document.changed(
        lines.spliced(position, position, tables + lines.lineBreak() + lines.lineBreak()),
        *expected, section->begin);
}

Result<TomlDocument> insertTablesBehind(const TomlDocument &document, const TomlPath &path,
                                        const TomlBlock &block)
{
    const std::vector<Group> groups = groupsOf(document, path);
    if (groups.empty())
        return refuseHeaderless(document, path);
    const TomlSection &last = groups.back().last;
    return insertBehind(document, TextLines(document.text()).nextLine(last.contentEnd), block,
                        indentationOf(document, last));
}

Result<TomlDocument> replaceTable(const TomlDocument &document, const TomlPath &path,
                                  const TomlBlock &block)
{
    const std::vector<Group> groups = groupsOf(document, path);
    if (groups.empty())
        return refuseHeaderless(document, path);
    const Group &group = groups.front();
    if (groups.size() > 1 || group.first.path != path)
        return document.refusal(
            groups.back().first.begin,
            QT_TRANSLATE_NOOP("engine", "this does not stand together with the rest of its table; "
                                        "please change it by hand"));
    TomlNode rest = document.root();
    remove(rest, path);
    const auto expected = withBlock(document, std::move(rest), block);
    if (!expected)
        return tl::unexpected(expected.error());
    const TextLines lines(document.text());
    const QByteArray indentation = indentationOf(document, group.first);
    const QByteArray tables = writtenFor(document, block, indentation).mid(indentation.size());
    return document.changed(
        lines.spliced(group.first.begin, lines.lineEnd(group.last.contentEnd), tables), *expected,
        group.first.begin);
}

Result<TomlDocument> removeTable(const TomlDocument &document, const TomlPath &path)
{
    const std::vector<Group> groups = groupsOf(document, path);
    if (groups.empty())
        return refuseHeaderless(document, path);
    TomlNode expected = document.root();
    remove(expected, path);
    QByteArray text = document.text();
    // From the end, so that no position changes.
    for (auto group = groups.rbegin(); group != groups.rend(); ++group)
        text = withoutGroup(text, *group);
    return document.changed(std::move(text), expected, groups.front().first.begin);
}

Result<TomlDocument> removeHeader(const TomlDocument &document, const TomlPath &path)
{
    const TomlSection *section = document.section(path);
    if (!section)
        return refuseHeaderless(document, path);
    TomlNode expected = document.root();
    TomlNode &table = *expected.find(path);
    table.hasHeader = false;
    if (table.entries.empty())
        remove(expected, path);
    const Group group{.first = *section, .last = *section};
    return document.changed(withoutGroup(document.text(), group), expected, section->begin);
}

} // namespace lanyard::textedit
