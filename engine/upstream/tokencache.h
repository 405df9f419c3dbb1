// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>

namespace lanyard::upstream {

/// What a bearer token is for: a server, and the scope that a request has by itself.
struct TokenKey
{
    std::size_t server = 0;   ///< its position in the list of the upstream
    std::string scope;        ///< repository:<name>:pull
    bool isAnonymous = false; ///< for nobody, whatever credential there is

    /// Of the scope; empty: it is for none.
    std::string repository() const;
    // NOLINTNEXTLINE(modernize-use-nullptr): it takes the comparison with 0 for one of pointers
    auto operator<=>(const TokenKey &) const = default;
};

struct CachedToken
{
    std::string value;           ///< a secret; empty: there is none
    bool isOfCredential = false; ///< given for a credential, and not to anybody
};

/// The tokens that are good, at most limits::tokensMax: one more takes the place of what is over,
/// else of what is over first. One thread.
class TokenCache
{
public:
    /// `clock` outlives it.
    explicit TokenCache(const Clock &clock);

    /// A token that is good now; empty when there is none.
    CachedToken find(const TokenKey &key) const;
    /// Kept for `lifetime`, less limits::tokenSafetyMargin.
    void insert(const TokenKey &key, CachedToken token, std::chrono::seconds lifetime);
    /// Forgets the token of that key if it is still this one.
    void drop(const TokenKey &key, const std::string &token);

    void clear() { m_entries.clear(); }

private:
    struct Entry
    {
        CachedToken token;
        SteadyTime until;
    };

    void makeRoom();

    const Clock &m_clock;
    std::map<TokenKey, Entry> m_entries;
};

} // namespace lanyard::upstream
