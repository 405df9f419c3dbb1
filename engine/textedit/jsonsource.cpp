// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/jsonsource.h"

#include "textedit/place.h"
#include "textedit/texteditlimits.h"
#include "textedit/textlines.h"

#include <simdjson.h>

#include <algorithm>
#include <map>
#include <utility>

namespace lanyard::textedit {

namespace {

using Kind = JsonNode::Kind;

constexpr const char *noComments = QT_TRANSLATE_NOOP("engine", "JSON allows no comments");

/// Finds where values stand; what a scalar is, and whether it is one, says simdjson. Borrows the
/// text.
class JsonScanner
{
public:
    explicit JsonScanner(const QByteArray &text)
        : m_text(text)
        , m_lines(text)
    {
    }

    Result<JsonNode> read();

private:
    bool fail(qsizetype position, const Message &message)
    {
        m_problem = Message::at(m_lines.place(position), message);
        return false;
    }

    char next();
    bool readValue(JsonNode &node, int depth);
    bool readCollection(JsonNode &node, int depth);
    bool readChild(JsonNode &parent, int depth);
    bool readSeparator(char close);
    bool readScalar(JsonNode &node);
    bool checkKeys(const JsonNode &object);
    qsizetype endOfText(qsizetype quote) const;
    qsizetype endOfWord(qsizetype begin) const;

    const QByteArray &m_text;
    const TextLines m_lines;
    simdjson::dom::parser m_parser;
    qsizetype m_position = 0;
    std::size_t m_values = 0;
    Message m_problem;
};

Result<JsonNode> JsonScanner::read()
{
    const auto refuse = [this](qsizetype position, const Message &message) {
        fail(position, message);
        return failure(ErrorCode::InvalidInput, m_problem);
    };
    if (m_text.size() > limits::jsonBytesMax)
        return refuse(0, {QT_TRANSLATE_NOOP("engine", "the text is larger than %1 bytes"),
                          {std::to_string(limits::jsonBytesMax)}});
    if (m_lines.begin() > 0)
        return refuse(0, QT_TRANSLATE_NOOP(
                             "engine", "a byte order mark stands here, which JSON does not allow"));
    JsonNode root;
    if (!readValue(root, 0))
        return failure(ErrorCode::InvalidInput, m_problem);
    if (next(); m_position < m_text.size())
        return refuse(m_position,
                      m_text[m_position] == '/'
                          ? noComments
                          : QT_TRANSLATE_NOOP("engine", "nothing may stand behind the value"));
    // Two that read the same: positions can be trusted.
    if (const auto error = m_parser.parse(m_text.constData(), m_text.size()).error())
        return refuse(0, {QT_TRANSLATE_NOOP("engine", "this is not JSON: %1"),
                          {std::string(simdjson::error_message(error))}});
    return root;
}

/// The next byte that is no blank; 0 at the end.
char JsonScanner::next()
{
    while (m_position < m_text.size() && TextLines::isBlank(m_text[m_position]))
        ++m_position;
    return m_position < m_text.size() ? m_text[m_position] : '\0';
}

bool JsonScanner::readValue(JsonNode &node, int depth)
{
    const char first = next();
    node.begin = m_position;
    if (++m_values > limits::jsonValuesMax)
        return fail(m_position, QT_TRANSLATE_NOOP("engine", "the document has too many values"));
    return first == '{' || first == '[' ? readCollection(node, depth + 1) : readScalar(node);
}

bool JsonScanner::readCollection(JsonNode &node, int depth)
{
    const bool isObject = m_text[m_position] == '{';
    const char close = isObject ? '}' : ']';
    node.kind = isObject ? Kind::Object : Kind::Array;
    if (depth > limits::jsonDepthMax)
        return fail(m_position, QT_TRANSLATE_NOOP("engine", "the document is nested too deeply"));
    ++m_position;
    bool isOpen = next() != close;
    while (isOpen) {
        if (!readChild(node, depth) || !readSeparator(close))
            return false;
        isOpen = m_text[m_position] != close;
        m_position += isOpen ? 1 : 0;
    }
    node.end = ++m_position;
    return !isObject || checkKeys(node);
}

bool JsonScanner::readChild(JsonNode &parent, int depth)
{
    JsonChild &child = parent.children.emplace_back();
    const char first = next();
    child.begin = m_position;
    if (parent.kind == Kind::Array)
        return readValue(child.value, depth);
    if (first != '"' && first != '/')
        return fail(m_position, QT_TRANSLATE_NOOP("engine", "expected a key in double quotes"));
    if (!readValue(child.key, depth))
        return false;
    if (const char colon = next(); colon != ':')
        return fail(m_position, colon == '/'
                                    ? noComments
                                    : QT_TRANSLATE_NOOP("engine", "expected : behind a key"));
    ++m_position;
    return readValue(child.value, depth);
}

/// Up to the comma before another child, or to the closing bracket.
bool JsonScanner::readSeparator(char close)
{
    const char separator = next();
    if (separator == '/')
        return fail(m_position, noComments);
    if (separator != ',' && separator != close)
        return fail(m_position,
                    {QT_TRANSLATE_NOOP("engine", "expected , or %1"), {std::string(1, close)}});
    if (separator == close)
        return true;
    const qsizetype comma = m_position++;
    if (next() == close)
        return fail(comma, {QT_TRANSLATE_NOOP("engine", "JSON allows no comma before %1"),
                            {std::string(1, close)}});
    m_position = comma;
    return true;
}

bool JsonScanner::readScalar(JsonNode &node)
{
    const char first = next();
    if (first == '/' || first == '#')
        return fail(m_position, noComments);
    const bool isText = first == '"';
    node.kind = isText ? Kind::Text : Kind::Word;
    node.end = isText ? endOfText(node.begin) : endOfWord(node.begin);
    if (node.end < 0)
        return fail(node.begin, QT_TRANSLATE_NOOP("engine", "this text has no end"));
    if (node.end == node.begin)
        return fail(node.begin, QT_TRANSLATE_NOOP("engine", "expected a value"));
    const qsizetype size = node.end - node.begin;
    const auto parsed = m_parser.parse(m_text.constData() + node.begin, size);
    if (parsed.error() != simdjson::SUCCESS)
        return fail(node.begin, {QT_TRANSLATE_NOOP("engine", "not JSON: %1"),
                                 {std::string(simdjson::error_message(parsed.error()))}});
    std::string_view said;
    if (isText && parsed.get_string().get(said) != simdjson::SUCCESS)
        return fail(node.begin, QT_TRANSLATE_NOOP("engine", "expected a text"));
    node.text = isText ? std::string(said) : m_text.mid(node.begin, size).toStdString();
    m_position = node.end;
    return true;
}

bool JsonScanner::checkKeys(const JsonNode &object)
{
    std::map<std::string_view, qsizetype> places;
    for (const JsonChild &child : object.children) {
        const auto [first, isNew] = places.emplace(child.key.text, child.begin);
        if (!isNew)
            //: %2 is a place: "line 3, column 5".
            return fail(child.begin,
                        {QT_TRANSLATE_NOOP("engine", "key %1 occurs twice; the first is at %2"),
                         {inQuotes(child.key.text), m_lines.place(first->second)}});
    }
    return true;
}

/// -1 where there is none.
qsizetype JsonScanner::endOfText(qsizetype quote) const
{
    for (qsizetype i = quote + 1; i < m_text.size(); ++i) {
        if (m_text[i] == '"')
            return i + 1;
        i += m_text[i] == '\\' ? 1 : 0;
    }
    return -1;
}

qsizetype JsonScanner::endOfWord(qsizetype begin) const
{
    constexpr std::string_view ends = " \t\r\n,:[]{}\"/";
    while (begin < m_text.size() && ends.find(m_text[begin]) == std::string_view::npos)
        ++begin;
    return begin;
}

} // namespace

qsizetype JsonNode::indexOf(std::string_view key) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [key](const JsonChild &one) { return one.key.text == key; });
    return kind == Kind::Object && found != children.end() ? found - children.begin() : -1;
}

const JsonNode *JsonNode::find(std::string_view key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &children[static_cast<std::size_t>(index)].value;
}

bool isSameValue(const JsonNode &a, const JsonNode &b)
{
    return a.kind == b.kind && a.text == b.text &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                      [](const JsonChild &x, const JsonChild &y) {
                          return x.key.text == y.key.text && isSameValue(x.value, y.value);
                      });
}

Result<JsonNode> parseJson(const QByteArray &text)
{
    return JsonScanner(text).read();
}

} // namespace lanyard::textedit
