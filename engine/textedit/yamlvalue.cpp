// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamlvalue.h"

#include <QRegularExpression>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace lanyard::textedit {

namespace {

constexpr qsizetype indentStep = 2;

QString toQString(std::string_view text)
{
    // A byte order mark is a character like others here.
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

bool isPrintable(char32_t c)
{
    constexpr char32_t byteOrderMark = 0xFEFF;
    return c != byteOrderMark && QChar::isPrint(c);
}

/// What some reader takes for nothing, a boolean, a number, a date, or a key with a meaning:
/// https://yaml.org/type/ and the core schema of YAML 1.2.
bool hasOtherType(const QString &text)
{
    static const QRegularExpression types(
        QRegularExpression::anchoredPattern(
            QStringLiteral("(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\\.inf|\\.nan"
                           "|[-+]?(?:\\.[0-9_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?)(?:e[-+]?[0-9]+)?"
                           "|[-+]?0[box][0-9a-f_]+|[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\\.[0-9_]*)?"
                           "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)")),
        QRegularExpression::CaseInsensitiveOption);
    return types.match(text).hasMatch();
}

/// Whether it stands for itself without quotes, between brackets as well as outside.
bool isPlain(const QString &text)
{
    // yaml-cpp ends a text between brackets at a ?, wherever that stands.
    static const QRegularExpression special(
        QStringLiteral("^[-:#&*!|>'\"%@`\\s]|[,?\\[\\]{}]|:\\s|:$|\\s#|\\s$|^\\.\\.\\."));
    const auto characters = text.toUcs4();
    return !text.isEmpty() && !special.match(text).hasMatch() && !hasOtherType(text) &&
           std::all_of(characters.begin(), characters.end(), isPrintable);
}

QByteArray escaped(char32_t c)
{
    const bool isLong = c > 0xFFFF;
    return (isLong ? "\\U" : "\\u") +
           QByteArray::number(static_cast<qulonglong>(c), 16).rightJustified(isLong ? 8 : 4, '0');
}

QByteArray joined(const std::vector<QByteArray> &parts, const QByteArray &separator)
{
    QByteArray result;
    for (std::size_t i = 0; i < parts.size(); ++i)
        result += (i == 0 ? QByteArray() : separator) + parts[i];
    return result;
}

} // namespace

// By hand: clang 14 gives up on defaulted ones that need each other.
bool YamlValue::operator==(const YamlValue &other) const
{
    return kind == other.kind && text == other.text && isInline == other.isInline &&
           items == other.items && fields == other.fields;
}

bool YamlField::operator==(const YamlField &other) const
{
    return key == other.key && value == other.value;
}

YamlValue YamlValue::word(std::string text)
{
    YamlValue value;
    value.kind = Kind::Word;
    value.text = std::move(text);
    return value;
}

YamlValue YamlValue::ofText(std::string text)
{
    YamlValue value;
    value.text = std::move(text);
    return value;
}

YamlValue YamlValue::list(std::vector<YamlValue> items)
{
    YamlValue value;
    value.kind = Kind::List;
    value.items = std::move(items);
    return value;
}

YamlValue YamlValue::texts(const std::vector<std::string> &texts)
{
    std::vector<YamlValue> items;
    for (const std::string &text : texts)
        items.push_back(ofText(text));
    return list(std::move(items));
}

YamlValue YamlValue::mapping(std::vector<YamlField> fields)
{
    YamlValue value;
    value.kind = Kind::Mapping;
    value.fields = std::move(fields);
    return value;
}

QByteArray scalarText(std::string_view text)
{
    return isPlain(toQString(text)) ? QByteArray(text.data(), static_cast<qsizetype>(text.size()))
                                    : doubleQuoted(text);
}

QByteArray doubleQuoted(std::string_view text)
{
    QByteArray result = "\"";
    for (const char32_t c : toQString(text).toUcs4()) {
        if (c == U'"' || c == U'\\')
            result += '\\' + QByteArray(1, static_cast<char>(c));
        else if (isPrintable(c))
            result += QString::fromUcs4(&c, 1).toUtf8();
        else
            result += escaped(c);
    }
    return result + '"';
}

QByteArray inlineText(const YamlValue &value)
{
    std::vector<QByteArray> parts;
    switch (value.kind) {
    case YamlValue::Kind::Word:
        return QByteArray::fromStdString(value.text);
    case YamlValue::Kind::Text:
        return scalarText(value.text);
    case YamlValue::Kind::List:
        for (const YamlValue &item : value.items)
            parts.push_back(inlineText(item));
        return '[' + joined(parts, ", ") + ']';
    case YamlValue::Kind::Mapping:
        for (const YamlField &field : value.fields)
            parts.push_back(scalarText(field.key) + ": " + inlineText(field.value));
        return '{' + joined(parts, ", ") + '}';
    }
    return {};
}

bool isBlock(const YamlValue &value)
{
    if (value.isInline)
        return false;
    return !value.fields.empty() ||
           std::any_of(value.items.begin(), value.items.end(), [](const YamlValue &item) {
               return item.kind == YamlValue::Kind::Mapping || item.kind == YamlValue::Kind::List;
           });
}

QByteArray blockText(const YamlValue &value, qsizetype indent, const QByteArray &lineBreak)
{
    if (!isBlock(value))
        return inlineText(value);
    const qsizetype inner = indent + indentStep;
    std::vector<QByteArray> parts;
    for (const YamlValue &item : value.items)
        parts.push_back("- " + blockText(item, inner, lineBreak));
    for (const YamlField &field : value.fields) {
        const QByteArray gap =
            isBlock(field.value) ? lineBreak + QByteArray(inner, ' ') : QByteArray(" ");
        parts.push_back(scalarText(field.key) + ':' + gap +
                        blockText(field.value, inner, lineBreak));
    }
    return joined(parts, lineBreak + QByteArray(indent, ' '));
}

} // namespace lanyard::textedit
