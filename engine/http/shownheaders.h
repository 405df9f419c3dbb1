// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <QByteArray>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace lanyard::http {

/// Stands where a record does not show a value.
inline constexpr std::string_view hiddenValue = "(hidden)";

/// What a record shows of a request's fields, one `Name: value` a line, in the order and the words
/// in which they came. Only values that are known to hold no secret are shown; the others are
/// hiddenValue. A line of "..." says that there was more than textBytesMax.
///
/// Most requests have the fields of one before them, and share its text: then nothing is allocated,
/// and as many records as there are cost it once. One thread.
class ShownHeaders
{
public:
    static constexpr std::size_t textBytesMax = 2048;

    QByteArray of(const std::vector<HeaderField> &fields);

private:
    std::array<QByteArray, 64> m_texts; ///< the last ones, each where its size leads
};

} // namespace lanyard::http
