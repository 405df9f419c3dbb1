// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lanyard::store {

/// Gives every media type a small number: a million links name a dozen of them.
///
/// Not thread-safe; but what name() returned stays valid as long as this object.
class MediaTypes
{
public:
    using Number = std::uint16_t;
    static constexpr Number unknown = 0;

    MediaTypes();
    MediaTypes(const MediaTypes &) = delete;
    MediaTypes &operator=(const MediaTypes &) = delete;

    /// `unknown` for an empty name, one longer than limits::mediaTypeBytesMax, and when there are
    /// limits::mediaTypesMax already: upstreams choose these names.
    Number numberOf(std::string_view name);

    std::string_view name(Number number) const { return m_names[number]; }

private:
    std::deque<std::string> m_names; // never moves what it holds
    std::unordered_map<std::string_view, Number> m_numbers;
};

} // namespace lanyard::store
