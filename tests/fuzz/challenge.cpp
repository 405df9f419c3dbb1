// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server challenges with, what is read from it is well-formed, no longer than it was,
// and survives being written and read again.
#include "upstream/challenge.h"
#include "core/limits.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using lanyard::upstream::Challenge;
using lanyard::upstream::parseChallenges;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// A token of RFC 9110 §5.6.2 without capitals.
bool isLowerToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < '\x7f' && !(c >= 'A' && c <= 'Z') &&
               std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
    });
}

std::string written(const std::vector<Challenge> &challenges)
{
    std::string field;
    for (const Challenge &challenge : challenges) {
        field.append(field.empty() ? "" : ", ").append(challenge.scheme);
        if (!challenge.token68.empty())
            field.append(" ").append(challenge.token68);
        std::string_view separator = " ";
        for (const auto &[name, value] : challenge.parameters) {
            field.append(separator).append(name).append("=\"");
            for (const char c : value)
                field.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
            field.append("\"");
            separator = ",";
        }
    }
    return field;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view field(reinterpret_cast<const char *>(data), size);
    const std::vector<Challenge> challenges = parseChallenges(field);
    std::size_t read = 0;
    for (const Challenge &challenge : challenges) {
        require(isLowerToken(challenge.scheme));
        require(challenge.token68.empty() || challenge.parameters.empty());
        require(challenge.token68.find_first_of(" \t,\"\r\n") == std::string::npos);
        read += challenge.scheme.size() + challenge.token68.size();
        for (const auto &[name, value] : challenge.parameters) {
            require(isLowerToken(name));
            require(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
            read += name.size() + value.size();
        }
        require(lanyard::upstream::findChallenge(field, challenge.scheme).has_value());
    }
    require(read <= size);
    const std::string again = written(challenges);
    if (again.size() <= lanyard::limits::challengeBytesMax)
        require(parseChallenges(again) == challenges);
    return 0;
}
