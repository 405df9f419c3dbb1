// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lanyard {

// What protocol text needs, for ASCII only and whatever the locale. Pure.

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (toLower(left[i]) != toLower(right[i]))
            return false;
    }
    return true;
}

/// `text` without the optional white space around it (RFC 9110 §5.6.3).
inline std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Takes the next element off a comma-separated list of elements without commas
/// (RFC 9110 §5.6.1): trimmed, possibly empty.
inline std::string_view takeListElement(std::string_view &list)
{
    const std::size_t comma = list.find(',');
    const std::string_view element = trimmed(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    return element;
}

} // namespace lanyard
