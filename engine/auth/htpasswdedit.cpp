// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/htpasswdedit.h"

#include "auth/bcrypt.h"
#include "auth/htpasswd.h"

#include <QtGlobal>

namespace lanyard::auth {

namespace {

/// `text` with `replacement` for the first line of the user, and without the others.
struct Replaced
{
    std::string text;
    int lines = 0; ///< that the user had
};

Replaced replaced(std::string_view text, std::string_view user, std::string_view replacement)
{
    Replaced result;
    while (!text.empty()) {
        const HtpasswdLine line = takeHtpasswdLine(text);
        const bool isMeant = line.user() == user;
        if (isMeant && result.lines++ == 0 && !replacement.empty())
            result.text.append(replacement).append(line.end);
        if (!isMeant)
            result.text.append(line.text).append(line.end);
    }
    return result;
}

/// That of the first line.
std::string_view lineEndOf(std::string_view text)
{
    const std::string_view end = text.empty() ? std::string_view() : takeHtpasswdLine(text).end;
    return end.empty() ? "\n" : end;
}

} // namespace

Result<std::string> withUser(std::string_view text, std::string_view user, std::string_view hash)
{
    Q_ASSERT(bcryptCost(hash));
    if (const Result<void> checked = checkUserName(user); !checked)
        return tl::unexpected(checked.error());
    const std::string line = std::string(user).append(":").append(hash);
    Replaced result = replaced(text, user, line);
    if (result.lines > 0)
        return std::move(result.text);
    const std::string_view end = lineEndOf(text);
    if (!text.empty() && text.back() != '\n')
        result.text += end;
    return result.text.append(line).append(end);
}

std::optional<std::string> withoutUser(std::string_view text, std::string_view user)
{
    Replaced result = replaced(text, user, {});
    if (result.lines == 0)
        return std::nullopt;
    return std::move(result.text);
}

} // namespace lanyard::auth
