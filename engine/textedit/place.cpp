// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/place.h"

namespace lanyard::textedit {

Message lineAndColumn(qsizetype line, qsizetype column)
{
    return {QT_TRANSLATE_NOOP("engine", "line %1, column %2"),
            {std::to_string(line), std::to_string(column)}};
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t shownBytesMax = 80;
    std::string result = "'";
    for (const char c : text.substr(0, shownBytesMax))
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    result += text.size() > shownBytesMax ? "...'" : "'";
    return result;
}

} // namespace lanyard::textedit
