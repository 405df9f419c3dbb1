// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/headerfield.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::config {

namespace {

/// tchar of RFC 9110 §5.6.2
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// What frames a message, or says what its body is: a second one would break the answer.
constexpr std::array<std::string_view, 14> ownFields{
    "age",           "cache-status",  "connection", "content-encoding",      "content-length",
    "content-range", "content-type",  "date",       "docker-content-digest", "etag",
    "keep-alive",    "oci-namespace", "trailer",    "transfer-encoding"};

/// What is wrong with the name, as a sentence; empty when it is right.
Message problemOfHeaderName(std::string_view name)
{
    if (name.empty() || !std::all_of(name.begin(), name.end(), isTokenCharacter))
        return QT_TRANSLATE_NOOP("engine", "expected the name of a header field");
    std::string lowered(name);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (std::find(ownFields.begin(), ownFields.end(), lowered) != ownFields.end())
        return QT_TRANSLATE_NOOP("engine",
                                 "this header field is set by the server for each answer");
    return {};
}

bool isHeaderValue(std::string_view value)
{
    // RFC 9110 §5.5: visible characters, blanks and tabs, and bytes beyond ASCII.
    return std::all_of(value.begin(), value.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\t';
    });
}

} // namespace

std::map<std::string, std::vector<std::string>> readHeaderFields(const Field &field,
                                                                 Diagnostics &diagnostics)
{
    std::map<std::string, std::vector<std::string>> fields;
    MappingReader reader(field, diagnostics);
    for (const YamlEntry &entry : field.node->entries) {
        const Field values = *reader.take(entry.key);
        if (Message problem = problemOfHeaderName(entry.key); !problem.isEmpty()) {
            diagnostics.error(entry.keyPlace, Message::at(values.name, std::move(problem)));
            continue;
        }
        const bool isList = entry.value.kind == YamlNode::Kind::Sequence;
        for (const Field &item :
             isList ? readSequence(values, diagnostics) : std::vector<Field>{values}) {
            auto value = readText(item, diagnostics);
            if (value && isHeaderValue(*value))
                fields[entry.key].push_back(std::move(*value));
            else if (value)
                diagnostics.error(
                    item.place,
                    Message::at(item.name,
                                QT_TRANSLATE_NOOP("engine",
                                                  "expected one line without control characters")));
        }
    }
    return fields;
}

} // namespace lanyard::config
