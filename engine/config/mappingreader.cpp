// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/mappingreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace lanyard::config {

namespace {

std::string childName(const std::string &parent, std::string_view key)
{
    return parent.empty() ? std::string(key) : parent + '.' + std::string(key);
}

/// What stands where something else was expected.
Message kindName(YamlNode::Kind kind)
{
    switch (kind) {
    case YamlNode::Kind::Null:
        break;
    case YamlNode::Kind::Scalar:
        return QT_TRANSLATE_NOOP("engine", "a single value");
    case YamlNode::Kind::Sequence:
        return QT_TRANSLATE_NOOP("engine", "a list");
    case YamlNode::Kind::Mapping:
        return QT_TRANSLATE_NOOP("engine", "a mapping");
    }
    return QT_TRANSLATE_NOOP("engine", "nothing");
}

template <std::size_t size>
bool isOneOf(std::string_view text, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

MappingReader::MappingReader(const Field &field, Diagnostics &diagnostics)
    : m_field(field)
    , m_diagnostics(diagnostics)
{
    const auto kind = field.node->kind;
    if (kind != YamlNode::Kind::Mapping && kind != YamlNode::Kind::Null)
        reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "a mapping (key: value)"), diagnostics);
}

std::optional<Field> MappingReader::take(std::string_view key)
{
    m_asked.emplace_back(key);
    const YamlEntry *entry = m_field.node->find(key);
    if (!entry)
        return std::nullopt;
    const bool isEmpty = entry->value.kind == YamlNode::Kind::Null;
    return Field{.name = childName(m_field.name, key),
                 .place = isEmpty ? entry->keyPlace : entry->value.place,
                 .node = &entry->value};
}

void MappingReader::reportUnknownKeys() const
{
    std::string known;
    for (const std::string &key : m_asked)
        known += (known.empty() ? "" : ", ") + key;
    for (const YamlEntry &entry : m_field.node->entries) {
        if (std::find(m_asked.begin(), m_asked.end(), entry.key) != m_asked.end())
            continue;
        const std::string key = inQuotes(entry.key);
        Message message =
            m_field.name.empty()
                ? Message(QT_TRANSLATE_NOOP("engine", "unknown key %1; expected one of %2"),
                          {key, known})
                : Message(QT_TRANSLATE_NOOP("engine", "unknown key %1 in %2; expected one of %3"),
                          {key, m_field.name, known});
        m_diagnostics.error(entry.keyPlace, std::move(message));
    }
}

Field rootField(const YamlNode &root)
{
    return {.name = "", .place = root.place, .node = &root};
}

Field itemField(const Field &sequence, std::size_t index)
{
    const YamlNode &item = sequence.node->items[index];
    return {.name = sequence.name + '[' + std::to_string(index) + ']',
            .place = item.place,
            .node = &item};
}

std::optional<std::string> readText(const Field &field, Diagnostics &diagnostics)
{
    if (field.node->kind == YamlNode::Kind::Scalar)
        return field.node->scalar;
    reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "a text"), diagnostics);
    return std::nullopt;
}

std::optional<bool> readBoolean(const Field &field, Diagnostics &diagnostics)
{
    // https://yaml.org/type/bool.html without the single letters.
    static constexpr std::array<std::string_view, 9> yes{"true", "True", "TRUE", "yes", "Yes",
                                                         "YES",  "on",   "On",   "ON"};
    static constexpr std::array<std::string_view, 9> no{"false", "False", "FALSE", "no", "No",
                                                        "NO",    "off",   "Off",   "OFF"};
    const YamlNode &node = *field.node;
    if (node.kind == YamlNode::Kind::Scalar && !node.isQuoted) {
        if (isOneOf(node.scalar, yes))
            return true;
        if (isOneOf(node.scalar, no))
            return false;
    }
    reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "true or false"), diagnostics);
    return std::nullopt;
}

std::optional<std::int64_t> readInteger(const Field &field, std::int64_t least, std::int64_t most,
                                        Diagnostics &diagnostics)
{
    const std::string &text = field.node->scalar;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.empty() && error == std::errc{} && end == text.data() + text.size() &&
        number >= least && number <= most)
        return number;
    reportUnexpected(field,
                     {QT_TRANSLATE_NOOP("engine", "a whole number from %1 to %2"),
                      {std::to_string(least), std::to_string(most)}},
                     diagnostics);
    return std::nullopt;
}

std::vector<Field> readSequence(const Field &field, Diagnostics &diagnostics)
{
    std::vector<Field> items;
    if (field.node->kind != YamlNode::Kind::Sequence) {
        reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "a list"), diagnostics);
        return items;
    }
    items.reserve(field.node->items.size());
    for (std::size_t i = 0; i < field.node->items.size(); ++i)
        items.push_back(itemField(field, i));
    return items;
}

std::vector<std::string> readTexts(const Field &field, Diagnostics &diagnostics)
{
    std::vector<std::string> texts;
    for (const Field &item : readSequence(field, diagnostics)) {
        if (auto text = readText(item, diagnostics))
            texts.push_back(std::move(*text));
    }
    return texts;
}

void reportUnexpected(const Field &field, Message what, Diagnostics &diagnostics)
{
    const YamlNode &node = *field.node;
    Message got =
        node.kind == YamlNode::Kind::Scalar ? Message(inQuotes(node.scalar)) : kindName(node.kind);
    Message name =
        field.name.empty() ? Message(QT_TRANSLATE_NOOP("engine", "document")) : Message(field.name);
    diagnostics.error(field.place,
                      Message::at(std::move(name),
                                  //: %1 and %2 are told apart: "a list", "true or false", 'x'
                                  {QT_TRANSLATE_NOOP("engine", "expected %1, not %2"),
                                   {std::move(what), std::move(got)}}));
}

} // namespace lanyard::config
