// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/basiclogin.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <QByteArray>

#include <algorithm>

namespace lanyard::auth {

namespace {

constexpr std::string_view scheme = "Basic";

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::optional<std::string> decoded(std::string_view base64)
{
    // Qt takes what has no padding; another reader of the same field may not.
    if (base64.empty() || base64.size() % 4 != 0)
        return std::nullopt;
    const auto result = QByteArray::fromBase64Encoding(
        QByteArray(base64.data(), static_cast<qsizetype>(base64.size())),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return result.decoded.toStdString();
}

} // namespace

std::optional<BasicLogin> parseBasicLogin(std::string_view value)
{
    if (value.size() > limits::authorizationBytesMax ||
        !equalsIgnoringCase(value.substr(0, scheme.size()), scheme))
        return std::nullopt;
    value.remove_prefix(scheme.size());
    const std::size_t blanks = std::min(value.find_first_not_of(' '), value.size());
    if (blanks == 0)
        return std::nullopt;
    const std::optional<std::string> text = decoded(value.substr(blanks));
    if (!text || std::any_of(text->begin(), text->end(), isControl))
        return std::nullopt;
    const std::size_t colon = text->find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    return BasicLogin{.user = text->substr(0, colon), .password = text->substr(colon + 1)};
}

std::string basicChallenge(std::string_view realm)
{
    std::string challenge = "Basic realm=\"";
    for (const char c : realm) {
        if (c == '"' || c == '\\')
            challenge += '\\';
        challenge += isControl(c) ? ' ' : c;
    }
    return challenge += "\", charset=\"UTF-8\"";
}

} // namespace lanyard::auth
