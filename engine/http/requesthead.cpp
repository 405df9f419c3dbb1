// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requesthead.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <algorithm>

namespace lanyard::http {

namespace {

constexpr std::string_view lineEnd = "\r\n";

bool isAlphanumeric(char c)
{
    return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'z');
}

bool isHexDigit(char c)
{
    return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'f');
}

/// reg-name of RFC 3986 §3.2.2, which IPv4 addresses are as well. No percent-encoding: a name that
/// needs it is no host name.
bool isRegName(std::string_view text)
{
    constexpr std::string_view punctuation = "-._~!$&'()*+,;=";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return isAlphanumeric(c) || punctuation.find(c) != std::string_view::npos;
    });
}

bool isBracketedAddress(std::string_view text)
{
    return text.size() > 2 && text.front() == '[' && text.back() == ']' &&
           std::all_of(text.begin() + 1, text.end() - 1,
                       [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

bool isToken(std::string_view text)
{
    constexpr std::string_view punctuation = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return isAlphanumeric(c) || punctuation.find(c) != std::string_view::npos;
    });
}

} // namespace

HeadScan scanHead(std::string_view bytes, std::size_t &scanned)
{
    const std::size_t start = bytes.starts_with(lineEnd) ? lineEnd.size() : 0;
    std::size_t line = std::max(scanned, start);
    for (;;) {
        const std::size_t lineFeed = bytes.find('\n', line);
        if (lineFeed == std::string_view::npos) {
            scanned = bytes.size() > lineEnd.size() ? line : 0;
            return {};
        }
        if (lineFeed == line || bytes[lineFeed - 1] != '\r')
            return {HeadScan::State::Malformed, 0, "a line must end with CR and LF"};
        const bool isEmptyLine = lineFeed == line + 1;
        if (isEmptyLine && line == start)
            return {HeadScan::State::Malformed, 0, "there is no request line"};
        if (isEmptyLine)
            return {HeadScan::State::Complete, lineFeed + 1, {}};
        if (bytes[line] == ' ' || bytes[line] == '\t')
            return {HeadScan::State::Malformed, 0, "a line must not begin with white space"};
        line = lineFeed + 1;
    }
}

RequestLineGuess guessRequestLine(std::string_view bytes)
{
    if (bytes.starts_with(lineEnd))
        bytes.remove_prefix(lineEnd.size());
    const std::string_view line = bytes.substr(0, bytes.find_first_of(lineEnd));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !isToken(line.substr(0, space)))
        return {};
    const std::string_view rest = line.substr(space + 1);
    return {line.substr(0, space),
            rest.substr(0, std::min(rest.find(' '), limits::requestTargetBytesMax))};
}

bool isHostAndPort(std::string_view text)
{
    const std::size_t bracket = text.rfind(']');
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const std::string_view host = text.substr(0, colon);
    if (!isRegName(host) && !isBracketedAddress(host))
        return false;
    if (colon == std::string_view::npos)
        return true;
    const std::string_view port = text.substr(colon + 1);
    return port.size() <= 5 && std::all_of(port.begin(), port.end(), isDigit);
}

} // namespace lanyard::http
