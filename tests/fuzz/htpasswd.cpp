// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an htpasswd file, with a user set and removed: what is read afterwards is what was
// there, with that change, and no message says a word of a hash.
#include "auth/htpasswd.h"
#include "auth/htpasswdedit.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using namespace lanyard::auth;

constexpr const char *newHash = "$2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireSame(const Htpasswd &before, const Htpasswd &after, const std::string &except)
{
    for (const std::string &user : before.users()) {
        if (user == except)
            continue;
        const std::string *hash = after.hashOf(user);
        require(hash != nullptr && *hash == *before.hashOf(user));
    }
}

void requireSet(const std::string &text, const Result<Htpasswd> &before, const std::string &user)
{
    const Result<std::string> set = withUser(text, user, newHash);
    require(set.has_value() == checkUserName(user).has_value());
    if (!set)
        return;
    require(*withUser(*set, user, newHash) == *set);
    require(!before || withoutUser(text, user).has_value() == (before->hashOf(user) != nullptr));
    const Result<Htpasswd> after = Htpasswd::parse(*set);
    if (before && after) {
        require(*after->hashOf(user) == newHash);
        requireSame(*before, *after, user);
        const std::size_t added = before->hashOf(user) == nullptr ? 1 : 0;
        require(after->users().size() == before->users().size() + added);
    }
    require(after || !before || set->size() > text.size());
}

void requireRemoved(const std::string &text, const Htpasswd &before, const std::string &user)
{
    const std::optional<std::string> rest = withoutUser(text, user);
    require(rest.has_value());
    const Result<Htpasswd> after = Htpasswd::parse(*rest);
    require(after && after->users().size() + 1 == before.users().size());
    require(after->hashOf(user) == nullptr);
    requireSame(before, *after, user);
    require(!withoutUser(*rest, user));
}

} // namespace

/// The first byte says how many of the bytes that follow are the user's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string all(reinterpret_cast<const char *>(data + 1), size - 1);
    const std::size_t nameLength = std::min<std::size_t>(data[0] % 16, all.size());
    const std::string text = all.substr(nameLength);
    const Result<Htpasswd> before = Htpasswd::parse(text);
    if (!before)
        require(!before.error().message.isEmpty() &&
                before.error().message.english().find("$2") == std::string::npos);
    requireSet(text, before, all.substr(0, nameLength));
    if (before && !before->users().empty()) {
        requireSet(text, before, before->users().front());
        requireRemoved(text, *before, before->users().back());
    }
    return 0;
}
