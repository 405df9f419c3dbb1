// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/logtext.h"

#include "core/printabletext.h"

#include <QChar>

#include <algorithm>
#include <cstddef>

namespace lanyard::journal {

namespace {

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

char hexDigit(unsigned value)
{
    return "0123456789abcdef"[value & 0xfU];
}

/// The letter of a C escape sequence, or NUL where there is none.
char escapeLetter(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    case '\v':
        return 'v';
    default:
        return '\0';
    }
}

/// Moves the longest start of `bytes` that needs no escaping to `out`.
void movePlain(std::string &out, std::string_view &bytes)
{
    const auto end = std::find_if_not(bytes.begin(), bytes.end(), isPlain);
    const auto length = static_cast<std::size_t>(end - bytes.begin());
    out += bytes.substr(0, length);
    bytes.remove_prefix(length);
}

/// The bounds of the second byte that keep out overlong forms, surrogates and what is above
/// U+10FFFF (RFC 3629 §4); the bytes after it are 80..BF.
bool isSecondByte(unsigned char lead, unsigned char second)
{
    const unsigned char lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned char highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= lowest && second <= highest;
}

/// The length of the UTF-8 sequence of two or more bytes at the start of `bytes`; 0 when there is
/// none.
std::size_t multiByteLength(std::string_view bytes)
{
    const auto byteAt = [&bytes](std::size_t i) {
        return static_cast<unsigned char>(bytes[i]);
    };
    const unsigned char lead = byteAt(0);
    std::size_t length = 0;
    if (lead >= 0xc2 && lead <= 0xdf)
        length = 2;
    else if (lead >= 0xe0 && lead <= 0xef)
        length = 3;
    else if (lead >= 0xf0 && lead <= 0xf4)
        length = 4;
    if (length == 0 || bytes.size() < length || !isSecondByte(lead, byteAt(1)))
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if ((byteAt(i) & 0xc0U) != 0x80)
            return 0;
    }
    return length;
}

/// What a sequence of multiByteLength() stands for.
char32_t decoded(std::string_view sequence)
{
    constexpr unsigned payloadBits = 6;
    const auto lead = static_cast<unsigned char>(sequence.front());
    // The longer the sequence, the fewer bits of its first byte count.
    char32_t character = lead & (0x7fU >> sequence.size());
    for (const char c : sequence.substr(1))
        character = character << payloadBits | (static_cast<unsigned char>(c) & 0x3fU);
    return character;
}

void appendUnit(std::string &out, char16_t unit)
{
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += hexDigit(static_cast<unsigned>(unit) >> shift & 0xfU);
}

/// As one or two \\uXXXX (RFC 8259 §7).
void appendEscapedForJson(std::string &out, char32_t character)
{
    for (const char16_t unit : QChar::fromUcs4(character))
        appendUnit(out, unit);
}

} // namespace

void appendEscapedForCombined(std::string &out, std::string_view bytes)
{
    while (true) {
        movePlain(out, bytes);
        if (bytes.empty())
            return;
        const char c = bytes.front();
        bytes.remove_prefix(1);
        out += '\\';
        if (const char letter = escapeLetter(c)) {
            out += letter;
            continue;
        }
        const auto value = static_cast<unsigned char>(c);
        out += 'x';
        out += hexDigit(value >> 4U);
        out += hexDigit(value);
    }
}

void appendJsonString(std::string &out, std::string_view bytes)
{
    out += '"';
    while (true) {
        movePlain(out, bytes);
        if (bytes.empty())
            break;
        std::size_t length = 1;
        const auto value = static_cast<unsigned char>(bytes.front());
        if (value == '"' || value == '\\') {
            out += '\\';
            out += bytes.front();
        } else if (value < 0x80) {
            appendUnit(out, value);
        } else if (const std::size_t sequence = multiByteLength(bytes)) {
            length = sequence;
            const char32_t character = decoded(bytes.substr(0, length));
            if (isHidden(character))
                appendEscapedForJson(out, character);
            else
                out += bytes.substr(0, length);
        } else {
            out += "\xef\xbf\xbd";
        }
        bytes.remove_prefix(length);
    }
    out += '"';
}

} // namespace lanyard::journal
