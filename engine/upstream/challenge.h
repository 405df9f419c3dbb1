// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lanyard::upstream {

/// One way to authenticate that a server offers in a 401.
struct Challenge
{
    std::string scheme; ///< in lower case
    std::string token68;
    std::vector<std::pair<std::string, std::string>> parameters; ///< names in lower case

    /// The first parameter of that (lower-case) name; empty when there is none.
    std::string_view parameter(std::string_view name) const;
    bool operator==(const Challenge &) const = default;
};

/// The challenges of a WWW-Authenticate field (RFC 9110 §11.6.1), in order. What follows a syntax
/// error is ignored, and so is a field of more than limits::challengeBytesMax.
std::vector<Challenge> parseChallenges(std::string_view field);

/// The first challenge of that (lower-case) scheme.
std::optional<Challenge> findChallenge(std::string_view field, std::string_view scheme);

} // namespace lanyard::upstream
