// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/listpage.h"

#include "registry/router.h"

#include <algorithm>
#include <charconv>

namespace lanyard::registry {

namespace {

/// Tags and repository names have no other character that needs it in a query.
std::string encoded(std::string_view text)
{
    std::string result;
    for (char c : text) {
        if (c == '/')
            result += "%2F";
        else if (c == ':')
            result += "%3A";
        else
            result += c;
    }
    return result;
}

} // namespace

Result<PageTerms> parsePageTerms(std::string_view query)
{
    PageTerms terms;
    terms.last = queryValue(query, "last").value_or("");
    const auto n = queryValue(query, "n");
    if (!n)
        return terms;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(n->data(), n->data() + n->size(), value);
    if (n->empty() || error != std::errc{} || end != n->data() + n->size())
        return failure(ErrorCode::InvalidInput, "n is not a number");
    terms.n = value;
    return terms;
}

ListPage pageOf(const std::vector<std::string> &sorted, const PageTerms &terms)
{
    const auto begin = terms.last.empty()
                           ? sorted.begin()
                           : std::upper_bound(sorted.begin(), sorted.end(), terms.last);
    const auto left = static_cast<std::size_t>(sorted.end() - begin);
    const std::size_t count = std::min(terms.n.value_or(left), left);
    ListPage page;
    page.entries = std::vector(begin, begin + static_cast<std::ptrdiff_t>(count));
    // An empty page leads nowhere (OCI distribution-spec 1.1: no Link for n=0).
    page.hasMore = count > 0 && count < left;
    return page;
}

std::string nextLink(std::string_view path, const PageTerms &terms, const std::string &lastEntry,
                     std::string_view ns)
{
    std::string link = "<";
    link.append(path).append("?n=").append(std::to_string(terms.n.value_or(0)));
    link.append("&last=").append(encoded(lastEntry));
    if (!ns.empty())
        link.append("&ns=").append(encoded(ns));
    return link.append(">; rel=\"next\"");
}

} // namespace lanyard::registry
