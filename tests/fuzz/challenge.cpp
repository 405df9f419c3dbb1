// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a server challenges with, what is read from it is well-formed and no longer than it was.
#include "upstream/challenge.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view field(reinterpret_cast<const char *>(data), size);
    std::size_t read = 0;
    for (const auto &challenge : lanyard::upstream::parseChallenges(field)) {
        if (challenge.scheme.empty())
            std::abort();
        if (!challenge.token68.empty() && !challenge.parameters.empty())
            std::abort();
        read += challenge.scheme.size() + challenge.token68.size();
        for (const auto &[name, value] : challenge.parameters) {
            if (name.empty() || value.find_first_of("\r\n") != std::string::npos)
                std::abort();
            read += name.size() + value.size();
        }
    }
    if (read > size)
        std::abort();
    return 0;
}
