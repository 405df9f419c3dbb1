// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>

namespace lanyard::textedit {

/// What toml++ 3.3 must not see.
struct TomlHazard
{
    enum class Kind : std::uint8_t {
        /// A character beyond ASCII outside of texts and comments, where there is no place for one;
        /// and where there is, and hardly ever one: behind a number that is a key, without a blank
        /// between, and in a text of several lines directly behind a backslash, or behind the
        /// blanks of a line that it folds. What toml++ does then is undefined: it asks whether that
        /// is a blank.
        StrayCharacter,
        /// More dots outside of texts and comments in one line than a key may have: toml++ bounds
        /// how deep values are in each other, and not how deep keys lead.
        LongKey,
    };

    Kind kind = Kind::StrayCharacter;
    qsizetype position = 0; ///< bytes
};

/// The first one. Up to where the text is no TOML the answer is right. Pure.
std::optional<TomlHazard> hazardOf(const QByteArray &text);

} // namespace lanyard::textedit
