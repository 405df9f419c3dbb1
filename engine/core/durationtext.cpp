// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/durationtext.h"

#include <array>
#include <cstdint>

namespace lanyard {

std::string durationText(std::chrono::seconds duration)
{
    struct Unit
    {
        std::int64_t seconds;
        const char *name;
    };

    static constexpr std::array<Unit, 4> units{Unit{86'400, "d"}, Unit{3600, "h"}, Unit{60, "m"},
                                               Unit{1, "s"}};
    std::int64_t rest = duration.count();
    // The reader of a configuration says what is wrong with a time before now.
    if (rest <= 0)
        return std::to_string(rest);
    std::string text;
    for (const Unit &unit : units) {
        if (rest >= unit.seconds)
            text += std::to_string(rest / unit.seconds) + unit.name;
        rest %= unit.seconds;
    }
    return text;
}

} // namespace lanyard
