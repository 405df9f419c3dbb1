// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamledit.h"

#include "textedit/textlines.h"
#include "textedit/yamlsource.h"

#include <optional>
#include <utility>

namespace lanyard::textedit {

namespace {

using Kind = SourceNode::Kind;
using Style = SourceNode::Style;

constexpr qsizetype dashBytes = 2;

/// The comments that are a child's own, and the blank lines that only it needs.
enum class Surroundings { Remove, Keep };

/// One document that is edited once. Borrows the text.
class Editor
{
public:
    static Result<Editor> open(const QByteArray &text)
    {
        return parseSource(text).map(
            [&text](SourceNode root) { return Editor(text, std::move(root)); });
    }

    Result<QByteArray> replace(const YamlPath &path, const YamlValue &value) const;
    Result<QByteArray> insert(const YamlPath &path, const std::string &key,
                              const YamlValue &value) const;
    Result<QByteArray> append(const YamlPath &path, const YamlValue &value) const;
    Result<QByteArray> prepend(const YamlPath &path, const YamlValue &value) const;
    Result<QByteArray> remove(const YamlPath &path, Surroundings surroundings) const;

private:
    /// The way to a value: the collection it stands in, nullptr for the document, and where there.
    struct Found
    {
        const SourceNode *node = nullptr;
        const SourceNode *parent = nullptr;
        std::size_t index = 0;
    };

    Editor(const QByteArray &text, SourceNode root)
        : m_text(text)
        , m_lines(text)
        , m_root(std::move(root))
    {
    }

    tl::unexpected<Error> refuse(qsizetype position, const char *why) const
    {
        return failure(ErrorCode::InvalidInput, Message::at(m_lines.place(position), why));
    }

    Result<Found> find(const YamlPath &path) const;
    Result<Found> step(const SourceNode &parent, const YamlStep &step) const;
    Result<void> requireOpen(const SourceNode &collection) const;
    Result<void> requireRoom(const SourceNode &collection) const;
    Result<void> requireSimple(const SourceNode &node) const;
    Result<void> requireSpaces(qsizetype begin, qsizetype end) const;
    Result<void> requireEditable(const SourceChild &child) const;

    QByteArray replaced(const SourceChild &child, const YamlValue &value) const;
    QByteArray replacedBlock(const SourceChild &child, const QByteArray &newText) const;
    QByteArray addedInline(const SourceNode &collection, const QByteArray &newText) const;
    QByteArray addedLine(const SourceNode &collection, const QByteArray &newText) const;
    Result<QByteArray> insertIntoNothing(const Found &found, const YamlValue &value) const;
    QByteArray removedFromBlock(const SourceNode &collection, std::size_t index,
                                Surroundings surroundings) const;
    QByteArray removedFromFlow(const SourceNode &collection, std::size_t index,
                               Surroundings surroundings) const;

    const QByteArray &m_text;
    const TextLines m_lines;
    const SourceNode m_root;
};

Result<Editor::Found> Editor::find(const YamlPath &path) const
{
    Found found{.node = &m_root};
    for (const YamlStep &one : path) {
        if (const auto isOpen = requireOpen(*found.node); !isOpen)
            return tl::unexpected(isOpen.error());
        auto next = step(*found.node, one);
        if (!next)
            return next;
        found = *next;
    }
    return found;
}

Result<Editor::Found> Editor::step(const SourceNode &parent, const YamlStep &step) const
{
    qsizetype index = -1;
    if (const auto *key = std::get_if<std::string>(&step))
        index = parent.indexOf(*key);
    else if (parent.kind == Kind::Sequence && std::get<std::size_t>(step) < parent.children.size())
        index = static_cast<qsizetype>(std::get<std::size_t>(step));
    if (index < 0)
        return failure(
            ErrorCode::NotFound,
            Message::at(m_lines.place(parent.begin),
                        QT_TRANSLATE_NOOP("engine", "what is to be edited is not there")));
    const auto position = static_cast<std::size_t>(index);
    return Found{.node = &parent.children[position].value, .parent = &parent, .index = position};
}

/// Whether one child of it can be edited without an effect elsewhere.
Result<void> Editor::requireOpen(const SourceNode &collection) const
{
    if (const char *words = collection.sharedWords())
        return refuse(collection.begin, words);
    if (const SourceChild *merge = collection.mergeKey())
        return refuse(merge->begin, mergeKeyRefusal);
    return {};
}

/// Whether nothing in it needs more than its own bytes to be understood.
Result<void> Editor::requireSimple(const SourceNode &node) const
{
    if (auto isOpen = requireOpen(node); !isOpen)
        return isOpen;
    if (node.isMultiLine)
        return refuse(node.begin,
                      QT_TRANSLATE_NOOP("engine", "a text of several lines cannot be edited"));
    for (const SourceChild &child : node.children) {
        for (const SourceNode *part : {&child.key, &child.value}) {
            if (auto isSimple = requireSimple(*part); !isSimple)
                return isSimple;
        }
    }
    return {};
}

/// How wide a tab is nobody knows.
Result<void> Editor::requireSpaces(qsizetype begin, qsizetype end) const
{
    const qsizetype line = m_lines.tabIndentation(begin, end);
    if (line >= 0)
        return refuse(line, QT_TRANSLATE_NOOP(
                                "engine", "a line that is indented with a tab cannot be edited"));
    return {};
}

/// Whether a child can be added to it.
Result<void> Editor::requireRoom(const SourceNode &collection) const
{
    if (auto isOpen = requireOpen(collection); !isOpen)
        return isOpen;
    const bool isEmpty = collection.children.empty();
    return requireSpaces(isEmpty ? collection.begin : collection.children.back().begin,
                         collection.end);
}

/// Whether it can be replaced or removed.
Result<void> Editor::requireEditable(const SourceChild &child) const
{
    for (const SourceNode *part : {&child.key, &child.value}) {
        if (auto isSimple = requireSimple(*part); !isSimple)
            return isSimple;
    }
    return requireSpaces(child.begin, child.end());
}

Result<QByteArray> Editor::replace(const YamlPath &path, const YamlValue &value) const
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->parent)
        return refuse(m_root.begin,
                      QT_TRANSLATE_NOOP("engine", "the whole document cannot be replaced"));
    const SourceChild &child = found->parent->children[found->index];
    return requireEditable(child).map([&] { return replaced(child, value); });
}

QByteArray Editor::replaced(const SourceChild &child, const YamlValue &value) const
{
    const SourceNode &node = child.value;
    QByteArray newText = inlineText(value);
    const bool isEmpty = node.kind == Kind::Null && node.begin == node.end;
    if (isEmpty)
        return m_lines.spliced(node.end, node.end, (child.indicator < 0 ? ": " : " ") + newText);
    const bool wasQuoted = node.kind == Kind::Scalar && node.style != Style::Plain;
    if (wasQuoted && value.kind == YamlValue::Kind::Text) {
        const bool isSimple = newText == QByteArray::fromStdString(value.text);
        newText = node.style == Style::SingleQuoted && isSimple && !newText.contains('\'')
                      ? '\'' + newText + '\''
                      : doubleQuoted(value.text);
    }
    const bool isOnOwnLines =
        !node.isFlow && !node.children.empty() && m_lines.isFirstInLine(node.begin);
    return isOnOwnLines ? replacedBlock(child, newText)
                        : m_lines.spliced(node.begin, node.end, newText);
}

QByteArray Editor::replacedBlock(const SourceChild &child, const QByteArray &newText) const
{
    const qsizetype column = m_lines.column(child.begin);
    const qsizetype end = m_lines.endWithComments(child.end(), column);
    const QByteArray rest = m_lines.withoutLines(m_lines.lineBegin(child.value.begin), end);
    // The lines that are gone are behind it.
    return rest.left(child.indicator + 1) + ' ' + newText + rest.mid(child.indicator + 1);
}

Result<QByteArray> Editor::insert(const YamlPath &path, const std::string &key,
                                  const YamlValue &value) const
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    const SourceNode &mapping = *found->node;
    if (const auto isOpen = requireRoom(mapping); !isOpen)
        return tl::unexpected(isOpen.error());
    const YamlValue entry = YamlValue::mapping({{.key = key, .value = value}});
    if (mapping.kind == Kind::Null)
        return insertIntoNothing(*found, entry);
    if (mapping.kind != Kind::Mapping || mapping.indexOf(key) >= 0)
        return refuse(mapping.begin, QT_TRANSLATE_NOOP("engine", "a key cannot be added here"));
    if (mapping.isFlow) {
        const QByteArray inBraces = inlineText(entry);
        return addedInline(mapping, inBraces.mid(1, inBraces.size() - 2));
    }
    const qsizetype column = m_lines.column(mapping.children.front().begin);
    return addedLine(mapping, blockText(entry, column, m_lines.lineBreak()));
}

Result<QByteArray> Editor::insertIntoNothing(const Found &found, const YamlValue &value) const
{
    if (found.parent)
        return replaced(found.parent->children[found.index], value);
    for (qsizetype line = 0; line < m_text.size(); line = m_lines.nextLine(line)) {
        if (m_text.mid(line).startsWith("..."))
            return refuse(
                line,
                QT_TRANSLATE_NOOP("engine", "nothing can be added behind the end of the document"));
    }
    return m_lines.withLine(m_text.size(), blockText(value, 0, m_lines.lineBreak()));
}

Result<QByteArray> Editor::append(const YamlPath &path, const YamlValue &value) const
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    const SourceNode &sequence = *found->node;
    if (const auto isOpen = requireRoom(sequence); !isOpen)
        return tl::unexpected(isOpen.error());
    if (sequence.kind == Kind::Null && found->parent)
        return replaced(found->parent->children[found->index], YamlValue::list({value}));
    if (sequence.kind != Kind::Sequence)
        return refuse(sequence.begin, QT_TRANSLATE_NOOP("engine", "an item cannot be added here"));
    if (sequence.isFlow)
        return addedInline(sequence, inlineText(value));
    YamlValue item = value;
    const SourceNode &last = sequence.children.back().value;
    item.isInline = item.isInline || (last.isFlow && last.kind == Kind::Mapping);
    const qsizetype column = m_lines.column(sequence.children.front().begin);
    return addedLine(sequence, "- " + blockText(item, column + dashBytes, m_lines.lineBreak()));
}

QByteArray Editor::addedInline(const SourceNode &collection, const QByteArray &newText) const
{
    if (collection.children.empty())
        return m_lines.spliced(collection.begin + 1, collection.begin + 1, newText);
    const qsizetype end = collection.children.back().end();
    return m_lines.spliced(end, end, ", " + newText);
}

/// Adds a child of a block collection behind its last one, and behind the comments of that.
QByteArray Editor::addedLine(const SourceNode &collection, const QByteArray &newText) const
{
    const std::vector<SourceChild> &children = collection.children;
    const qsizetype column = m_lines.column(children.front().begin);
    QByteArray line = QByteArray(column, ' ') + newText;
    // Items that stand apart go on standing apart.
    if (collection.kind == Kind::Sequence && children.size() > 1 &&
        m_lines.isAfterBlankLine(m_lines.beginWithComments(children.back().begin)))
        line.prepend(m_lines.lineBreak());
    return m_lines.withLine(m_lines.endWithComments(collection.end, column), line);
}

Result<QByteArray> Editor::prepend(const YamlPath &path, const YamlValue &value) const
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    const SourceNode &sequence = *found->node;
    if (sequence.kind != Kind::Sequence || sequence.children.empty())
        return append(path, value);
    if (const auto isOpen = requireRoom(sequence); !isOpen)
        return tl::unexpected(isOpen.error());
    const qsizetype first = sequence.children.front().begin;
    if (const auto hasSpaces = requireSpaces(sequence.begin, first); !hasSpaces)
        return tl::unexpected(hasSpaces.error());
    const bool isOnOwnLine = m_lines.isFirstInLine(first);
    const qsizetype column = m_lines.column(first);
    if (sequence.isFlow) {
        const QByteArray next =
            isOnOwnLine ? m_lines.lineBreak() + QByteArray(column, ' ') : QByteArray(" ");
        return m_lines.spliced(first, first, inlineText(value) + ',' + next);
    }
    if (!isOnOwnLine)
        return refuse(first,
                      QT_TRANSLATE_NOOP("engine", "an item cannot be added before this one"));
    const QByteArray line =
        QByteArray(column, ' ') + "- " + blockText(value, column + dashBytes, m_lines.lineBreak());
    return m_lines.withLine(m_lines.beginWithComments(first), line);
}

Result<QByteArray> Editor::remove(const YamlPath &path, Surroundings surroundings) const
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->parent)
        return refuse(m_root.begin,
                      QT_TRANSLATE_NOOP("engine", "the whole document cannot be removed"));
    const SourceNode &collection = *found->parent;
    const SourceChild &child = collection.children[found->index];
    if (const auto isEditable = requireEditable(child); !isEditable)
        return tl::unexpected(isEditable.error());
    if (collection.children.size() == 1 && found->parent != &m_root) {
        const YamlPath parentPath(path.begin(), path.end() - 1);
        return replace(parentPath, collection.kind == Kind::Sequence ? YamlValue::list({})
                                                                     : YamlValue::mapping({}));
    }
    if (collection.isFlow && collection.children.size() == 1)
        return m_lines.spliced(child.begin, child.end(), {});
    return collection.isFlow ? removedFromFlow(collection, found->index, surroundings)
                             : removedFromBlock(collection, found->index, surroundings);
}

QByteArray Editor::removedFromBlock(const SourceNode &collection, std::size_t index,
                                    Surroundings surroundings) const
{
    const SourceChild &child = collection.children[index];
    qsizetype end = m_lines.endWithComments(child.end(), m_lines.column(child.begin));
    if (!m_lines.isFirstInLine(child.begin)) {
        // It shares its line with a dash, which the next one gets.
        while (m_lines.isBlankLine(end))
            end = m_lines.nextLine(end);
        return m_lines.spliced(child.begin, m_lines.firstInLine(end), {});
    }
    if (surroundings == Surroundings::Keep)
        return m_lines.withoutLines(m_lines.lineBegin(child.begin), m_lines.nextLine(child.end()));
    const qsizetype begin = m_lines.beginWithComments(child.begin);
    // Two gaps become one, and none is left at the start.
    if (index == 0 || m_lines.isAfterBlankLine(begin)) {
        while (m_lines.isBlankLine(end))
            end = m_lines.nextLine(end);
    }
    return m_lines.withoutLines(begin, end);
}

QByteArray Editor::removedFromFlow(const SourceNode &collection, std::size_t index,
                                   Surroundings surroundings) const
{
    const SourceChild &child = collection.children[index];
    const qsizetype comma = m_lines.skipBlank(child.end());
    const bool hasComma = m_lines.at(comma) == ',';
    const qsizetype end = hasComma ? comma + 1 : child.end();
    const qsizetype next = m_lines.skipSpaces(end);
    const bool endsLine = next >= m_lines.lineEnd(end) || m_lines.at(next) == '#';
    const bool beginsLine = m_lines.isFirstInLine(child.begin);
    if (surroundings == Surroundings::Keep && index > 0 && !beginsLine)
        return m_lines.spliced(collection.children[index - 1].end(), child.end(), {});
    // A comma before a closing bracket is allowed, so the one before it may stay.
    if (beginsLine && endsLine) {
        const qsizetype begin = surroundings == Surroundings::Keep
                                    ? m_lines.lineBegin(child.begin)
                                    : m_lines.beginWithComments(child.begin);
        return m_lines.withoutLines(begin, m_lines.nextLine(end));
    }
    if (!endsLine && (hasComma || beginsLine))
        return m_lines.spliced(child.begin, hasComma ? next : end, {});
    if (!hasComma)
        return m_lines.spliced(collection.children[index - 1].end(), end, {});
    qsizetype begin = child.begin;
    while (m_lines.at(begin - 1) == ' ' || m_lines.at(begin - 1) == '\t')
        --begin;
    return m_lines.spliced(begin, m_lines.lineEnd(end), {});
}

} // namespace

Result<QByteArray> replaceValue(const QByteArray &text, const YamlPath &path,
                                const YamlValue &value)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.replace(path, value); });
}

Result<QByteArray> insertKey(const QByteArray &text, const YamlPath &path, const std::string &key,
                             const YamlValue &value)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.insert(path, key, value); });
}

Result<QByteArray> appendItem(const QByteArray &text, const YamlPath &path, const YamlValue &value)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.append(path, value); });
}

Result<QByteArray> prependItem(const QByteArray &text, const YamlPath &path, const YamlValue &value)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.prepend(path, value); });
}

Result<QByteArray> removeChild(const QByteArray &text, const YamlPath &path)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.remove(path, Surroundings::Remove); });
}

Result<QByteArray> takeBackChild(const QByteArray &text, const YamlPath &path)
{
    return Editor::open(text).and_then(
        [&](const Editor &editor) { return editor.remove(path, Surroundings::Keep); });
}

} // namespace lanyard::textedit
