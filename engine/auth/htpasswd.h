// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::auth {

/// InvalidInput that says what is wrong, without the name, when it cannot be that of a user: 1 to
/// limits::userNameBytesMax bytes, neither ':' nor control characters (RFC 7617 §2), no blank at
/// either end, and no '#' at the beginning, where it makes a comment.
Result<void> checkUserName(std::string_view name);

/// A line of an htpasswd file. Borrows the text.
struct HtpasswdLine
{
    std::string_view text; ///< without its line end
    std::string_view end;  ///< LF or CRLF; empty for a last line that has none

    /// It is for people: blank, or begins with '#'.
    bool isComment() const;
    /// Before the first colon; nothing where there is none, and for comments.
    std::optional<std::string_view> user() const;
    /// Behind the first colon; empty where there is none.
    std::string_view hash() const;
};

/// Takes the first line off `text`, which is not empty.
HtpasswdLine takeHtpasswdLine(std::string_view &text);

/// The users of an htpasswd file as Apache's htpasswd -B writes it (httpd 2.4, "Password Formats"),
/// one "name:hash" a line, with bcrypt alone. A value; immutable, so thread-safe.
class Htpasswd
{
public:
    /// No users.
    Htpasswd() = default;

    /// InvalidInput when anything in `text` is wrong: the message names the line and what to do,
    /// and never repeats a hash or what may be one.
    static Result<Htpasswd> parse(std::string_view text);

    /// nullptr: there is no such user. Belongs to this object.
    const std::string *hashOf(std::string_view user) const;

    /// In the order of the file.
    const std::vector<std::string> &users() const { return m_users; }

    /// A hash of nobody's password, which costs as much to check as the costliest of the users':
    /// for users who are not there, so that nobody learns that by the time it takes.
    std::string decoyHash() const;

    /// The same users, with the same hashes.
    bool operator==(const Htpasswd &) const = default;

private:
    /// `text` has all lines.
    Result<void> take(std::string_view text, const HtpasswdLine &line, std::size_t number);

    std::map<std::string, std::string, std::less<>> m_hashes; // by user
    std::vector<std::string> m_users;
    int m_costMax = 0;
};

} // namespace lanyard::auth
