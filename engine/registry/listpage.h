// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// Which part of a list a client asks for (OCI distribution-spec 1.1 "Listing Tags").
struct PageTerms
{
    std::optional<std::size_t> n; ///< nullopt: all
    std::string last;             ///< empty: from the start
};

/// Reads `n` and `last` of a query. InvalidInput when `n` is not a number.
Result<PageTerms> parsePageTerms(std::string_view query);

struct ListPage
{
    std::vector<std::string> entries;
    bool hasMore = false;
};

/// The page of `sorted` (bytewise ascending) beyond `last`. Pure.
ListPage pageOf(const std::vector<std::string> &sorted, const PageTerms &terms);

/// The Link field that leads to the next page of `path`.
std::string nextLink(std::string_view path, const PageTerms &terms, const std::string &lastEntry,
                     std::string_view ns);

} // namespace lanyard::registry
