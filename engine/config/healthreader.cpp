// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/healthreader.h"

#include "config/duration.h"
#include "config/registrykeys.h"
#include "core/limits.h"

#include <algorithm>
#include <limits>

namespace lanyard::config {

HealthConfig readHealth(const Field &field, Diagnostics &diagnostics)
{
    MappingReader reader(field, diagnostics);
    const auto check = reader.take("check");
    const auto interval = reader.take("interval");
    const auto threshold = reader.take("threshold");
    reader.reportUnknownKeys();
    HealthConfig health;
    if (check)
        health.isChecked = readBoolean(*check, diagnostics).value_or(health.isChecked);
    if (interval) {
        const auto time = parseDuration(interval->node->scalar);
        if (!time || *time < limits::healthIntervalMin)
            reportUnexpected(*interval, QT_TRANSLATE_NOOP("engine", "a time such as 10s, 5m or 1h"),
                             diagnostics);
        else
            health.interval = *time;
    }
    if (threshold) {
        const auto number = readInteger(*threshold, 1, limits::healthThresholdMax, diagnostics);
        health.threshold = static_cast<int>(number.value_or(health.threshold));
    }
    return health;
}

HealthConfig readRegistryHealth(const YamlNode &root, Diagnostics &diagnostics)
{
    HealthConfig health;
    if (!registryField(root, "health.storagedriver"))
        return health;
    Diagnostics reportedAlready;
    if (const auto enabled = registryField(root, "health.storagedriver.enabled"))
        health.isChecked = readBoolean(*enabled, reportedAlready).value_or(true);

    // What is missing and what is zero count as the same there.
    const auto interval = registryField(root, "health.storagedriver.interval");
    const auto time = interval ? parseGoDuration(interval->node->scalar) : std::nullopt;
    if (time && time->count() != 0 && *time < limits::healthIntervalMin)
        reportUnexpected(*interval, QT_TRANSLATE_NOOP("engine", "a time of at least 100ms"),
                         diagnostics);
    else if (time && time->count() != 0)
        health.interval = std::chrono::ceil<std::chrono::milliseconds>(*time);

    const auto threshold = registryField(root, "health.storagedriver.threshold");
    const auto number = threshold
                            ? readInteger(*threshold, std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max(), reportedAlready)
                            : std::nullopt;
    health.threshold = static_cast<int>(
        std::clamp<std::int64_t>(number.value_or(1), 1, limits::healthThresholdMax));
    return health;
}

} // namespace lanyard::config
