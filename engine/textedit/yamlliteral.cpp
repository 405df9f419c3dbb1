// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamlliteral.h"

#include "textedit/linechanges.h"
#include "textedit/textlines.h"
#include "textedit/yamlsource.h"

#include <algorithm>
#include <utility>

namespace lanyard::textedit {

namespace {

using Kind = SourceNode::Kind;
using Style = SourceNode::Style;

constexpr qsizetype indentStep = 2;
constexpr qsizetype indentIndicatorMax = 9; // YAML 1.2 §8.1.1.1

/// A line of a block as it stands in the text.
struct BlockLine
{
    QByteArray bytes; ///< with its indentation
    QByteArray end;   ///< empty: that of the text
};

/// A block as it stands in the text, up to its last line that is not blank.
struct Block
{
    std::vector<BlockLine> lines;
    qsizetype indent = 0;
    bool hasIndicator = false; ///< its head says how far it is indented
};

QByteArray withoutLineEnds(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

/// The same text with one line end at its end, or nothing.
QByteArray normalized(const QByteArray &text)
{
    const QByteArray content = withoutLineEnds(text);
    return content.isEmpty() ? content : content + '\n';
}

qsizetype leadingSpaces(const QByteArray &line)
{
    return std::find_if(line.begin(), line.end(), [](char c) { return c != ' '; }) - line.begin();
}

/// Whether a reader would take its first line for deeper than it is.
bool startsIndented(const QByteArray &text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](char c) { return c != '\n'; });
    return first != text.end() && *first == ' ';
}

BlockLine indented(QByteArrayView line, qsizetype indent)
{
    const QByteArray content = withoutLineEnds(line.toByteArray());
    return {.bytes = content.isEmpty() ? content : QByteArray(indent, ' ') + content};
}

std::vector<BlockLine> indentedLines(const std::vector<QByteArrayView> &lines, qsizetype begin,
                                     qsizetype end, qsizetype indent)
{
    std::vector<BlockLine> result;
    for (qsizetype i = begin; i < end; ++i)
        result.push_back(indented(lines[static_cast<std::size_t>(i)], indent));
    return result;
}

/// What the block says.
QByteArray textOf(const Block &block)
{
    QByteArray text;
    for (const BlockLine &line : block.lines)
        text += line.bytes.mid(std::min(block.indent, leadingSpaces(line.bytes))) + '\n';
    return normalized(text);
}

/// The lines of the block where it says something else, with its own bytes for what it says still.
std::vector<BlockLine> changedLines(const Block &block, const QByteArray &wanted)
{
    const QByteArray text = textOf(block);
    const std::vector<QByteArrayView> wantedLines = linesOf(wanted);
    const std::vector<LineChange> changes = lineChanges(linesOf(text), wantedLines);
    std::vector<BlockLine> lines;
    auto kept = block.lines.begin();
    for (const LineChange &change : changes) {
        const std::vector<BlockLine> added =
            indentedLines(wantedLines, change.afterBegin, change.afterEnd, block.indent);
        lines.insert(lines.end(), kept, block.lines.begin() + change.beforeBegin);
        lines.insert(lines.end(), added.begin(), added.end());
        kept = block.lines.begin() + change.beforeEnd;
    }
    lines.insert(lines.end(), kept, block.lines.end());
    return lines;
}

/// One document in which one entry changes. Borrows the text.
class LiteralEditor
{
public:
    LiteralEditor(const QByteArray &text, SourceNode root)
        : m_text(text)
        , m_lines(text)
        , m_root(std::move(root))
    {
    }

    Result<const SourceChild *> find(const YamlPath &path) const;
    Result<QByteArray> replaced(const SourceChild &entry, const QByteArray &value) const;
    QByteArray removed(const SourceChild &entry) const;

private:
    tl::unexpected<Error> refuse(qsizetype position, const char *why) const
    {
        return failure(ErrorCode::InvalidInput, Message::at(m_lines.place(position), why));
    }

    Result<void> requireOpen(const SourceNode &mapping) const;
    Result<void> requireText(const SourceNode &node) const;
    Result<QByteArray> replacedBlock(const SourceChild &entry, const QByteArray &wanted) const;
    Result<QByteArray> replacedScalar(const SourceChild &entry, const QByteArray &wanted) const;
    Block blockOf(const SourceChild &entry) const;
    QByteArray assembled(const QByteArray &head, qsizetype headEnd, qsizetype blockEnd,
                         const std::vector<BlockLine> &lines) const;

    const QByteArray &m_text;
    const TextLines m_lines;
    const SourceNode m_root;
};

Result<void> LiteralEditor::requireOpen(const SourceNode &mapping) const
{
    if (const char *words = mapping.sharedWords())
        return refuse(mapping.begin, words);
    if (mapping.kind != Kind::Mapping)
        return refuse(mapping.begin, QT_TRANSLATE_NOOP("engine", "expected a mapping"));
    if (mapping.isFlow)
        return refuse(mapping.begin,
                      QT_TRANSLATE_NOOP("engine",
                                        "what stands in brackets ({}) cannot get a text of several "
                                        "lines"));
    if (const SourceChild *merge = mapping.mergeKey())
        return refuse(merge->begin, mergeKeyRefusal);
    return {};
}

Result<const SourceChild *> LiteralEditor::find(const YamlPath &path) const
{
    const SourceNode *node = &m_root;
    const SourceChild *entry = nullptr;
    for (const YamlStep &step : path) {
        if (const auto isOpen = requireOpen(*node); !isOpen)
            return tl::unexpected(isOpen.error());
        const qsizetype index = node->indexOf(std::get<std::string>(step));
        if (index < 0)
            return failure(
                ErrorCode::NotFound,
                Message::at(m_lines.place(node->begin),
                            QT_TRANSLATE_NOOP("engine", "what is to be edited is not there")));
        entry = &node->children[static_cast<std::size_t>(index)];
        if (entry->key.hasProperties)
            return refuse(entry->begin, entry->key.sharedWords());
        if (!m_lines.isFirstInLine(entry->begin) ||
            m_lines.tabIndentation(entry->begin, entry->begin) >= 0)
            return refuse(
                entry->begin,
                QT_TRANSLATE_NOOP("engine", "expected nothing but spaces before this key"));
        node = &entry->value;
    }
    return entry;
}

Result<void> LiteralEditor::requireText(const SourceNode &node) const
{
    if (const char *words = node.sharedWords())
        return refuse(node.begin, words);
    if (node.kind != Kind::Scalar)
        return refuse(node.begin, QT_TRANSLATE_NOOP("engine", "expected a text"));
    return {};
}

Result<QByteArray> LiteralEditor::replaced(const SourceChild &entry, const QByteArray &value) const
{
    if (const auto isText = requireText(entry.value); !isText)
        return tl::unexpected(isText.error());
    return entry.value.style == Style::BlockText ? replacedBlock(entry, normalized(value))
                                                 : replacedScalar(entry, normalized(value));
}

Block LiteralEditor::blockOf(const SourceChild &entry) const
{
    const SourceNode &node = entry.value;
    const qsizetype column = m_lines.column(entry.begin);
    const qsizetype head = m_lines.lineEnd(node.begin);
    Block block{.indent = column + indentStep};
    for (qsizetype i = node.begin + 1; m_lines.at(i) > ' ' && m_lines.at(i) != '#'; ++i) {
        if (m_lines.at(i) >= '1' && m_lines.at(i) <= '9') {
            block.indent = column + (m_lines.at(i) - '0');
            block.hasIndicator = true;
        }
    }
    bool isFirst = !block.hasIndicator;
    for (qsizetype line = m_lines.nextLine(head); node.end > head && line < node.end;
         line = m_lines.nextLine(line)) {
        const qsizetype end = m_lines.lineEnd(line);
        const QByteArray bytes = m_text.mid(line, end - line);
        if (isFirst && leadingSpaces(bytes) < bytes.size()) {
            block.indent = leadingSpaces(bytes);
            isFirst = false;
        }
        block.lines.push_back(
            {.bytes = bytes, .end = m_text.mid(end, m_lines.nextLine(line) - end)});
    }
    return block;
}

/// The text up to the head of the block, which is new; what stands behind that in its line; the
/// lines, of which the last one ends as the text did; and what comes behind the block.
QByteArray LiteralEditor::assembled(const QByteArray &head, qsizetype headEnd, qsizetype blockEnd,
                                    const std::vector<BlockLine> &lines) const
{
    const bool isOpen = blockEnd == m_text.size() && !m_text.endsWith('\n');
    const qsizetype headBreak = m_lines.lineEnd(headEnd);
    BlockLine last{.bytes = head + m_text.mid(headEnd, headBreak - headEnd),
                   .end = m_text.mid(headBreak, m_lines.nextLine(headEnd) - headBreak)};
    QByteArray text;
    const auto ended = [this](const BlockLine &line) {
        return line.bytes + (line.end.isEmpty() ? m_lines.lineBreak() : line.end);
    };
    for (const BlockLine &line : lines)
        text += ended(std::exchange(last, line));
    return text + (isOpen ? last.bytes : ended(last)) + m_text.mid(blockEnd);
}

Result<QByteArray> LiteralEditor::replacedBlock(const SourceChild &entry,
                                                const QByteArray &wanted) const
{
    const SourceNode &node = entry.value;
    const Block block = blockOf(entry);
    const bool isLiteral = m_text[node.begin] == '|';
    if (isLiteral && textOf(block) != normalized(QByteArray::fromStdString(node.scalar)))
        return refuse(node.begin,
                      QT_TRANSLATE_NOOP("engine", "what stands here cannot be edited safely"));
    const qsizetype depth = block.indent - m_lines.column(entry.begin);
    const bool needsIndicator = !block.hasIndicator && startsIndented(wanted);
    if (needsIndicator && depth > indentIndicatorMax)
        return refuse(
            node.begin,
            QT_TRANSLATE_NOOP("engine", "this block is indented too far for its first line"));
    const std::vector<QByteArrayView> wantedLines = linesOf(wanted);
    // The lines of a folded block are not those of its text: all of them are new.
    const std::vector<BlockLine> lines =
        isLiteral ? changedLines(block, wanted)
                  : indentedLines(wantedLines, 0, static_cast<qsizetype>(wantedLines.size()),
                                  block.indent);
    const QByteArray head =
        m_text.left(node.begin) + '|' + (needsIndicator ? QByteArray::number(depth) : QByteArray());
    const qsizetype last = block.lines.empty() ? node.begin : node.end - 1;
    return assembled(head, node.begin + 1, m_lines.nextLine(last), lines);
}

Result<QByteArray> LiteralEditor::replacedScalar(const SourceChild &entry,
                                                 const QByteArray &wanted) const
{
    const SourceNode &node = entry.value;
    const qsizetype behind = m_lines.skipSpaces(node.end);
    if (behind < m_lines.lineEnd(node.end) && m_lines.at(behind) != '#')
        return refuse(node.begin,
                      QT_TRANSLATE_NOOP("engine", "what stands here cannot be edited safely"));
    const std::vector<QByteArrayView> wantedLines = linesOf(wanted);
    const std::vector<BlockLine> lines =
        indentedLines(wantedLines, 0, static_cast<qsizetype>(wantedLines.size()),
                      m_lines.column(entry.begin) + indentStep);
    const QByteArray head =
        m_text.left(node.begin) + '|' +
        (startsIndented(wanted) ? QByteArray::number(indentStep) : QByteArray());
    return assembled(head, node.end, m_lines.nextLine(node.end), lines);
}

QByteArray LiteralEditor::removed(const SourceChild &entry) const
{
    const SourceNode &value = entry.value;
    const qsizetype end = std::max(value.end, entry.key.end);
    return m_lines.withoutLines(m_lines.lineBegin(entry.begin), m_lines.nextLine(end - 1));
}

Result<LiteralEditor> open(const QByteArray &text)
{
    return parseSource(text).map(
        [&text](SourceNode root) { return LiteralEditor(text, std::move(root)); });
}

} // namespace

Result<QByteArray> replaceWithLiteral(const QByteArray &text, const YamlPath &path,
                                      const QByteArray &value)
{
    return open(text).and_then([&](const LiteralEditor &editor) {
        return editor.find(path).and_then(
            [&](const SourceChild *entry) { return editor.replaced(*entry, value); });
    });
}

Result<QByteArray> removeEntryLines(const QByteArray &text, const YamlPath &path)
{
    return open(text).and_then([&](const LiteralEditor &editor) {
        return editor.find(path).map(
            [&](const SourceChild *entry) { return editor.removed(*entry); });
    });
}

} // namespace lanyard::textedit
