// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/realm.h"

#include <algorithm>

namespace lanyard::config {

std::optional<std::string> readRealm(const Field &field, Diagnostics &diagnostics)
{
    const auto text = readText(field, diagnostics);
    if (!text)
        return std::nullopt;
    const bool isPrintable =
        std::ranges::all_of(*text, [](unsigned char byte) { return byte >= 0x20 && byte != 0x7f; });
    if (!text->empty() && isPrintable)
        return text;
    diagnostics.error(
        field.place,
        Message::at(field.name,
                    QT_TRANSLATE_NOOP("engine", "expected a text without control characters")));
    return std::nullopt;
}

} // namespace lanyard::config
