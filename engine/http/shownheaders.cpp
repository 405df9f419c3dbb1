// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/shownheaders.h"

#include "core/asciitext.h"

#include <algorithm>

namespace lanyard::http {

namespace {

constexpr std::string_view separator = ": ";
constexpr std::string_view lineEnd = "\n";
constexpr std::string_view omission = "...\n";

/// Fields whose values say how content is asked for, and through whom; none carries who asks by
/// what right.
constexpr std::array<std::string_view, 30> harmlessNames{
    "Accept",
    "Accept-Charset",
    "Accept-Encoding",
    "Accept-Language",
    "Cache-Control",
    "Connection",
    "Content-Encoding",
    "Content-Length",
    "Content-Type",
    "Date",
    "Expect",
    "Forwarded",
    "Host",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "If-Range",
    "If-Unmodified-Since",
    "Keep-Alive",
    "Max-Forwards",
    "Pragma",
    "Range",
    "TE",
    "Transfer-Encoding",
    "User-Agent",
    "Via",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Real-IP",
};

bool isHarmless(std::string_view name)
{
    return std::any_of(harmlessNames.begin(), harmlessNames.end(),
                       [name](std::string_view known) { return equalsIgnoringCase(known, name); });
}

bool takePrefix(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool takeLine(std::string_view &text, const HeaderField &field)
{
    if (!takePrefix(text, field.name) || !takePrefix(text, separator))
        return false;
    std::string_view shown = text;
    if (takePrefix(shown, field.value) && takePrefix(shown, lineEnd)) {
        text = shown; // of a name that was harmless then, or of a value that says nothing
        return true;
    }
    return takePrefix(text, hiddenValue) && takePrefix(text, lineEnd) && !isHarmless(field.name);
}

bool isTextOf(std::string_view text, const std::vector<HeaderField> &fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [&text](const HeaderField &field) { return takeLine(text, field); }) &&
           text.empty();
}

QByteArray textOf(const std::vector<HeaderField> &fields)
{
    std::string text;
    for (const HeaderField &field : fields) {
        const std::string_view value = isHarmless(field.name) ? field.value : hiddenValue;
        const std::size_t length =
            field.name.size() + separator.size() + value.size() + lineEnd.size();
        if (text.size() + length > ShownHeaders::textBytesMax) {
            text.append(omission);
            break;
        }
        text.append(field.name).append(separator).append(value).append(lineEnd);
    }
    return QByteArray::fromStdString(text);
}

} // namespace

QByteArray ShownHeaders::of(const std::vector<HeaderField> &fields)
{
    std::size_t size = fields.size();
    for (const HeaderField &field : fields)
        size += field.name.size() + field.value.size();
    QByteArray &text = m_texts[size % m_texts.size()];
    if (!isTextOf({text.constData(), static_cast<std::size_t>(text.size())}, fields))
        text = textOf(fields);
    return text;
}

} // namespace lanyard::http
