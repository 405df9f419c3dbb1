// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomldocument.h"

#include "textedit/place.h"
#include "textedit/texteditlimits.h"
#include "textedit/textlines.h"
#include "textedit/tomlscan.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_WINDOWS_COMPAT 0
#define TOML_MAX_NESTED_VALUES lanyard::limits::tomlNestedValuesMax
#include <toml++/toml.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace lanyard::textedit {

namespace {

/// The lines and columns of toml++, which are code points from 1, as bytes.
class Positions
{
public:
    explicit Positions(const QByteArray &text)
    {
        const qsizetype begin = TextLines(text).begin();
        m_lines.push_back(0);
        for (qsizetype i = begin; i < text.size(); ++i) {
            if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80)
                continue;
            m_codePoints.push_back(i);
            if (text[i] == '\n')
                m_lines.push_back(m_codePoints.size());
        }
        m_codePoints.push_back(text.size());
    }

    qsizetype byteOf(toml::source_position position) const
    {
        if (position.line == 0 || position.column == 0)
            return 0;
        const std::size_t line = std::min<std::size_t>(position.line, m_lines.size()) - 1;
        const std::size_t point = m_lines[line] + position.column - 1;
        return m_codePoints[std::min(point, m_codePoints.size() - 1)];
    }

private:
    std::vector<qsizetype> m_codePoints; ///< where each begins, and the end
    std::vector<std::size_t> m_lines;    ///< the first code point of each
};

/// Makes the tree of what toml++ has read.
class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
        , m_positions(text)
    {
    }

    TomlNode nodeOf(const toml::node &node) const
    {
        TomlNode result;
        result.begin = m_positions.byteOf(node.source().begin);
        result.end = m_positions.byteOf(node.source().end);
        if (const auto *table = node.as_table())
            fill(result, *table);
        else if (const auto *array = node.as_array())
            fill(result, *array);
        else if (const auto *text = node.as_string())
            result.scalar = text->get();
        else
            result.scalar = m_text.mid(result.begin, result.end - result.begin).toStdString();
        if (node.is_string())
            result.kind = TomlNode::Kind::Text;
        else if (node.is_boolean())
            result.kind = TomlNode::Kind::Boolean;
        else if (!node.is_table() && !node.is_array())
            result.kind = TomlNode::Kind::Other;
        return result;
    }

private:
    void fill(TomlNode &node, const toml::table &table) const
    {
        node.kind = TomlNode::Kind::Table;
        node.isInline = table.is_inline();
        node.hasHeader = !node.isInline && node.begin < m_text.size() && m_text[node.begin] == '[';
        for (const auto &[key, value] : table) {
            node.entries.push_back({.key = std::string(key.str()),
                                    .begin = m_positions.byteOf(key.source().begin),
                                    .value = nodeOf(value)});
            // A table that exists for what is in it stands where that stands.
            const TomlNode &child = node.entries.back().value;
            if (!child.isInline && child.begin == node.begin &&
                (child.kind == TomlNode::Kind::Table || child.kind == TomlNode::Kind::Array))
                node.hasHeader = false;
        }
    }

    void fill(TomlNode &node, const toml::array &array) const
    {
        node.kind = TomlNode::Kind::Array;
        for (const toml::node &item : array)
            node.items.push_back(nodeOf(item));
        node.isInline = node.items.empty() || node.items.front().kind != TomlNode::Kind::Table ||
                        node.items.front().isInline;
    }

    const QByteArray &m_text;
    const Positions m_positions;
};

/// Behind the last bracket of the header that begins there.
qsizetype headerEnd(const QByteArray &text, qsizetype begin)
{
    char quote = 0;
    for (qsizetype i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == '"' && c == '\\')
            ++i;
        else if (quote && c == quote)
            quote = 0;
        else if (!quote && (c == '"' || c == '\''))
            quote = c;
        else if (!quote && c == ']')
            return i + (text.mid(i).startsWith("]]") ? 2 : 1);
    }
    return text.size();
}

/// The headers below `node`, and where values end, in any order.
void collect(const TomlNode &node, const TomlPath &path, const QByteArray &text,
             std::vector<TomlSection> &sections, std::vector<qsizetype> &valueEnds)
{
    if (node.isValue()) {
        valueEnds.push_back(node.end);
        return;
    }
    if (node.hasHeader) {
        const qsizetype end = headerEnd(text, node.begin);
        sections.push_back(
            {.path = path, .begin = node.begin, .headerEnd = end, .contentEnd = end});
    }
    for (std::size_t i = 0; i < node.items.size(); ++i)
        collect(node.items[i], childOf(path, i), text, sections, valueEnds);
    for (const TomlEntry &entry : node.entries)
        collect(entry.value, childOf(path, entry.key), text, sections, valueEnds);
}

std::vector<TomlSection> sectionsOf(const TomlNode &root, const QByteArray &text)
{
    std::vector<TomlSection> sections;
    std::vector<qsizetype> valueEnds;
    collect(root, {}, text, sections, valueEnds);
    std::ranges::sort(sections, {}, &TomlSection::begin);
    std::ranges::sort(valueEnds);
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const qsizetype next = i + 1 < sections.size() ? sections[i + 1].begin : text.size() + 1;
        const auto behind = std::ranges::lower_bound(valueEnds, next);
        if (behind != valueEnds.begin())
            sections[i].contentEnd = std::max(sections[i].headerEnd, *std::prev(behind));
    }
    return sections;
}

/// What would exhaust memory or stack, or is undefined in toml++.
Result<void> requireReadable(const QByteArray &text)
{
    if (text.size() > limits::tomlBytesMax)
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "larger than %1 bytes"),
                        {std::to_string(limits::tomlBytesMax)}});
    const auto hazard = hazardOf(text);
    if (!hazard)
        return {};
    const Message why =
        hazard->kind == TomlHazard::Kind::StrayCharacter
            ? Message(QT_TRANSLATE_NOOP("engine",
                                        "a character that is only read in a text or in a comment"))
            : Message(QT_TRANSLATE_NOOP("engine", "more than %1 dots in one line"),
                      {std::to_string(limits::tomlLineDotsMax)});
    return failure(ErrorCode::InvalidInput,
                   Message::at(TextLines(text).place(hazard->position), why));
}

} // namespace

Result<TomlDocument> TomlDocument::read(QByteArray text)
{
    if (const auto isReadable = requireReadable(text); !isReadable)
        return tl::unexpected(isReadable.error());
    const toml::parse_result parsed =
        toml::parse(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!parsed) {
        const toml::source_position at = parsed.error().source().begin;
        const bool isTwice =
            parsed.error().description().find("redefine") != std::string_view::npos;
        return failure(ErrorCode::InvalidInput,
                       Message::at(lineAndColumn(at.line, at.column),
                                   isTwice ? QT_TRANSLATE_NOOP("engine", "this is there twice")
                                           : QT_TRANSLATE_NOOP("engine", "this is no TOML")));
    }
    TomlNode root = Reader(text).nodeOf(parsed.table());
    root.hasHeader = false;
    return TomlDocument(std::move(text), std::move(root));
}

TomlDocument::TomlDocument(QByteArray text, TomlNode root)
    : m_text(std::move(text))
    , m_root(std::move(root))
    , m_sections(sectionsOf(m_root, m_text))
{
}

const TomlSection *TomlDocument::section(const TomlPath &path) const
{
    const auto found = std::ranges::find(m_sections, path, &TomlSection::path);
    return found == m_sections.end() ? nullptr : &*found;
}

qsizetype TomlDocument::commentBegin(const TomlPath &path) const
{
    const TomlNode *node = find(path);
    const TomlSection *header = section(path);
    if (!header && !(node && node->isValue()))
        return -1;
    const TextLines lines(m_text);
    qsizetype begin = lines.skipSpaces(header ? header->headerEnd : node->end);
    if (!header && lines.at(begin) == ',')
        begin = lines.skipSpaces(begin + 1);
    return lines.at(begin) == '#' ? begin : -1;
}

QByteArray TomlDocument::commentOf(const TomlPath &path) const
{
    const qsizetype begin = commentBegin(path);
    if (begin < 0)
        return {};
    return m_text.mid(begin + 1, TextLines(m_text).lineEnd(begin) - begin - 1).trimmed();
}

Result<TomlDocument> TomlDocument::changed(QByteArray text, const TomlNode &expected,
                                           qsizetype at) const
{
    auto after = read(std::move(text));
    if (after && after->root() == expected)
        return after;
    return refusal(
        at, QT_TRANSLATE_NOOP("engine",
                              "this cannot be changed without a guess; please change it by hand"));
}

tl::unexpected<Error> TomlDocument::refusal(qsizetype at, const Message &why) const
{
    return failure(ErrorCode::InvalidInput, Message::at(TextLines(m_text).place(at), why));
}

} // namespace lanyard::textedit
