// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomlvalue.h"

#include <QByteArrayList>

#include <algorithm>
#include <utility>

namespace lanyard::textedit {

namespace {

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

QByteArray quoted(const std::string &text, char quote)
{
    const bool isLiteral = quote == '\'' && std::ranges::none_of(text, [](char c) {
                               return isControl(c) || c == '\'';
                           });
    if (isLiteral)
        return '\'' + QByteArray::fromStdString(text) + '\'';
    QByteArray result = "\"";
    for (const char c : text) {
        if (isControl(c))
            result += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
        else if (c == '"' || c == '\\')
            (result += '\\') += c;
        else
            result += c;
    }
    return result + '"';
}

QByteArray writtenKey(const std::string &key)
{
    const bool isBare = !key.empty() && std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
    return isBare ? QByteArray::fromStdString(key) : quoted(key, '"');
}

QByteArray writtenComment(const std::string &comment)
{
    return comment.empty() ? QByteArray() : " # " + QByteArray::fromStdString(comment);
}

bool isElement(const TomlPath &path)
{
    return !path.empty() && std::holds_alternative<std::size_t>(path.back());
}

QByteArray writtenHeader(const TomlTable &table)
{
    QByteArray keys;
    for (const TomlStep &step : table.path) {
        if (const auto *key = std::get_if<std::string>(&step))
            keys += (keys.isEmpty() ? "" : ".") + writtenKey(*key);
    }
    const QByteArray header = isElement(table.path) ? "[[" + keys + "]]" : '[' + keys + ']';
    return header + writtenComment(table.comment);
}

TomlNode textNode(const std::string &text)
{
    TomlNode node;
    node.kind = TomlNode::Kind::Text;
    node.scalar = text;
    return node;
}

} // namespace

QByteArray written(const TomlValue &value, char quote)
{
    if (const auto *isTrue = std::get_if<bool>(&value))
        return *isTrue ? "true" : "false";
    if (const auto *text = std::get_if<std::string>(&value))
        return quoted(*text, quote);
    QByteArray items;
    for (const std::string &text : std::get<std::vector<std::string>>(value))
        items += (items.isEmpty() ? "" : ", ") + quoted(text, quote);
    return '[' + items + ']';
}

QByteArray written(const TomlField &field, const std::string &comment)
{
    return writtenKey(field.key) + " = " + written(field.value) + writtenComment(comment);
}

QByteArray written(const TomlBlock &block, const TomlStyle &style)
{
    QByteArrayList lines;
    for (const TomlTable &table : block.tables) {
        lines += style.headerIndentation + writtenHeader(table);
        for (const TomlField &field : table.fields)
            lines += style.fieldIndentation + written(field, {});
    }
    return lines.join(style.lineBreak);
}

TomlNode nodeOf(const TomlValue &value)
{
    TomlNode node;
    if (const auto *isTrue = std::get_if<bool>(&value)) {
        node.kind = TomlNode::Kind::Boolean;
        node.scalar = *isTrue ? "true" : "false";
    } else if (const auto *text = std::get_if<std::string>(&value)) {
        node = textNode(*text);
    } else {
        node.kind = TomlNode::Kind::Array;
        node.isInline = true;
        for (const std::string &item : std::get<std::vector<std::string>>(value))
            node.items.push_back(textNode(item));
    }
    return node;
}

TomlNode nodeOf(const TomlTable &table)
{
    TomlNode node;
    node.hasHeader = true;
    for (const TomlField &field : table.fields)
        insert(node, {field.key}, nodeOf(field.value));
    return node;
}

} // namespace lanyard::textedit
