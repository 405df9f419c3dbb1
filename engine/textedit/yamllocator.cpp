// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamllocator.h"

#include "textedit/textlines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace lanyard::textedit {

namespace {

using Kind = SourceNode::Kind;
using Style = SourceNode::Style;

/// Walks the text beside the tree. Borrows the text.
class Locator
{
public:
    explicit Locator(const QByteArray &text)
        : m_text(text)
        , m_lines(text)
    {
    }

    bool locate(SourceNode &node);

    qsizetype problem() const { return m_problem; }

private:
    bool fail(qsizetype position)
    {
        m_problem = position;
        return false;
    }

    bool locateScalar(SourceNode &node, qsizetype content);
    bool locateQuoted(SourceNode &node, qsizetype content);
    bool locateNull(SourceNode &node, qsizetype from);
    bool locateValue(SourceNode &node, qsizetype from);
    bool locateBlock(SourceNode &node, qsizetype content);
    bool locateBlockEntry(SourceChild &child, qsizetype position);
    bool locateFlow(SourceNode &node, qsizetype content);
    bool locateFlowEntry(SourceChild &child, qsizetype position);
    std::optional<qsizetype> endOfWords(qsizetype from, const std::string &words) const;
    qsizetype endOfToken(qsizetype from) const;

    const QByteArray &m_text;
    const TextLines m_lines;
    qsizetype m_problem = 0;
};

bool Locator::locate(SourceNode &node)
{
    qsizetype content = node.begin;
    while (m_lines.at(content) == '&' || m_lines.at(content) == '!') {
        node.hasProperties = true;
        node.end = endOfToken(content);
        content = m_lines.skipBlank(node.end);
    }
    if (node.kind == Kind::Alias) {
        node.end = endOfToken(content);
        return m_lines.at(content) == '*' || fail(content);
    }
    if (node.kind == Kind::Scalar)
        return locateScalar(node, content);
    if (node.children.empty() && !node.isFlow)
        return fail(content);
    return node.isFlow ? locateFlow(node, content) : locateBlock(node, content);
}

bool Locator::locateScalar(SourceNode &node, qsizetype content)
{
    const char first = m_lines.at(content);
    const bool isBlockText = first == '|' || first == '>';
    if (node.scalar.empty() && node.hasProperties && first != '"' && first != '\'' && !isBlockText)
        return true; // a tag without a value
    if (first == '"' || first == '\'')
        return locateQuoted(node, content);
    node.style = isBlockText ? Style::BlockText : Style::Plain;
    const qsizetype from = isBlockText ? m_lines.lineEnd(content) : content;
    const auto end = endOfWords(from, node.scalar);
    if (!end || *end <= content)
        return fail(content);
    node.end = *end;
    node.isMultiLine = isBlockText || m_text.mid(content, *end - content).contains('\n');
    return true;
}

bool Locator::locateQuoted(SourceNode &node, qsizetype content)
{
    const char quote = m_text[content];
    node.style = quote == '"' ? Style::DoubleQuoted : Style::SingleQuoted;
    for (qsizetype i = content + 1; i < m_text.size(); ++i) {
        const char c = m_text[i];
        const bool isDoubled = quote == '\'' && c == quote && m_lines.at(i + 1) == quote;
        if (isDoubled || (quote == '"' && c == '\\')) {
            ++i;
        } else if (c == quote) {
            node.end = i + 1;
            node.isMultiLine = m_text.mid(content, node.end - content).contains('\n');
            return true;
        }
    }
    return fail(content);
}

/// An empty value, behind the colon or dash before `from`; or one that says it is null.
bool Locator::locateNull(SourceNode &node, qsizetype from)
{
    static constexpr std::array<std::string_view, 4> words{"~", "null", "Null", "NULL"};
    node.begin = node.end = from;
    const qsizetype content = m_lines.skipSpaces(from);
    const char first = m_lines.at(content);
    if (first == '&' || first == '!') {
        node.hasProperties = true;
        node.begin = content;
        node.end = endOfToken(content);
        return true;
    }
    const qsizetype end = endOfToken(content);
    const std::string word = m_text.mid(content, end - content).toStdString();
    if (std::find(words.begin(), words.end(), word) != words.end()) {
        node.begin = content;
        node.end = end;
    }
    return true;
}

bool Locator::locateValue(SourceNode &node, qsizetype from)
{
    if (node.kind == Kind::Null)
        return locateNull(node, from);
    if (m_lines.skipBlank(from) != node.begin)
        return fail(from);
    return locate(node);
}

bool Locator::locateBlock(SourceNode &node, qsizetype content)
{
    qsizetype position = content;
    for (SourceChild &child : node.children) {
        position = m_lines.skipBlank(position);
        child.begin = position;
        if (node.kind == Kind::Mapping) {
            if (!locateBlockEntry(child, position))
                return false;
        } else {
            child.indicator = position;
            if (m_lines.at(position) != '-' || !locateValue(child.value, position + 1))
                return m_problem != 0 ? false : fail(position);
        }
        position = child.end();
    }
    node.end = position;
    return true;
}

bool Locator::locateBlockEntry(SourceChild &child, qsizetype position)
{
    if (child.key.begin != position)
        return fail(position);
    if (!locate(child.key))
        return false;
    child.indicator = m_lines.skipSpaces(child.key.end);
    if (m_lines.at(child.indicator) != ':')
        return fail(position);
    return locateValue(child.value, child.indicator + 1);
}

bool Locator::locateFlow(SourceNode &node, qsizetype content)
{
    const bool isMapping = node.kind == Kind::Mapping;
    if (m_lines.at(content) != (isMapping ? '{' : '['))
        return fail(content);
    qsizetype position = content + 1;
    for (SourceChild &child : node.children) {
        position = m_lines.skipBlank(position);
        child.begin = position;
        const bool isLocated =
            isMapping ? locateFlowEntry(child, position) : locateValue(child.value, position);
        if (!isLocated)
            return false;
        position = m_lines.skipBlank(child.end());
        if (m_lines.at(position) == ',')
            ++position;
    }
    position = m_lines.skipBlank(position);
    if (m_lines.at(position) != (isMapping ? '}' : ']'))
        return fail(position);
    node.end = position + 1;
    return true;
}

bool Locator::locateFlowEntry(SourceChild &child, qsizetype position)
{
    if (child.key.begin != position)
        return fail(position);
    if (!locate(child.key))
        return false;
    const qsizetype colon = m_lines.skipBlank(child.key.end);
    if (m_lines.at(colon) == ':') {
        child.indicator = colon;
        return locateValue(child.value, colon + 1);
    }
    child.value.begin = child.value.end = child.key.end;
    return child.value.kind == Kind::Null || fail(colon);
}

/// Where the text ends that reads as `words`, whatever blanks and line ends are between them.
std::optional<qsizetype> Locator::endOfWords(qsizetype from, const std::string &words) const
{
    qsizetype end = from;
    qsizetype position = from;
    for (const char c : words) {
        if (TextLines::isBlank(c))
            continue;
        while (position < m_text.size() && TextLines::isBlank(m_text[position]))
            ++position;
        if (position >= m_text.size() || m_text[position] != c)
            return std::nullopt;
        end = ++position;
    }
    return end;
}

/// The end of an anchor, alias, tag, or of another word.
qsizetype Locator::endOfToken(qsizetype from) const
{
    constexpr std::string_view ends = " \t\r\n,[]{}";
    while (from < m_text.size() && ends.find(m_text[from]) == std::string_view::npos)
        ++from;
    return from;
}

} // namespace

Result<void> locateValues(const QByteArray &text, SourceNode &root)
{
    Locator locator(text);
    if (!locator.locate(root))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(TextLines(text).place(locator.problem()),
                        QT_TRANSLATE_NOOP("engine", "what stands here cannot be edited safely")));
    return {};
}

} // namespace lanyard::textedit
