// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/presets.h"

#include <algorithm>

namespace lanyard::config {

std::string placeOf(const std::string &registry)
{
    const auto *preset =
        std::find_if(presets.begin(), presets.end(),
                     [&registry](const Preset &one) { return one.registry == registry; });
    return preset == presets.end() ? "https://" + registry : std::string(preset->url);
}

} // namespace lanyard::config
