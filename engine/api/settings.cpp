// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/settings.h"

#include "core/bytesize.h"

#include <utility>

namespace lanyard {

namespace {

/// Calls `use` with each of them, as members of both.
template <typename Use>
void forEachSetting(Use use)
{
    use(&Settings::listen, &Config::listen);
    use(&Settings::dataDirectory, &Config::dataDirectory);
    use(&Settings::capacity, &Config::capacity);
    use(&Settings::keepFree, &Config::keepFree);
    use(&Settings::pinned, &Config::pinned);
    use(&Settings::allow, &Config::allow);
    use(&Settings::privateAccess, &Config::privateAccess);
    use(&Settings::trusted, &Config::trusted);
    use(&Settings::login, &Config::login);
    use(&Settings::debug, &Config::debug);
    use(&Settings::debugAllow, &Config::debugAllow);
    use(&Settings::logFormat, &Config::logFormat);
    use(&Settings::accessLog, &Config::accessLog);
    use(&Settings::networkThreads, &Config::networkThreads);
}

} // namespace

Settings settingsOf(const Config &config)
{
    Settings settings;
    forEachSetting([&](auto setting, auto ofConfig) { settings.*setting = config.*ofConfig; });
    return settings;
}

Config withSettings(Config config, const Settings &settings)
{
    forEachSetting([&](auto setting, auto ofConfig) { config.*ofConfig = settings.*setting; });
    return config;
}

Settings merged(Settings now, const Settings &before, const Settings &wanted)
{
    forEachSetting([&](auto setting, auto /*ofConfig*/) {
        if (before.*setting != wanted.*setting)
            now.*setting = wanted.*setting;
    });
    return now;
}

std::optional<std::int64_t> parseSize(const QString &text)
{
    return parseByteSize(text.trimmed().toStdString());
}

QString sizeText(std::int64_t bytes)
{
    return QString::fromStdString(exactByteSize(bytes));
}

} // namespace lanyard
