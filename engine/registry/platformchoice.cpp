// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/platformchoice.h"

#include "core/limits.h"

#include <QString>
#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr std::string_view everyPlatform = "all";

/// Go's names for processors, which images use (OCI image-spec, image-index.md), from Qt's.
std::string machineArchitecture()
{
    const std::string name = QSysInfo::currentCpuArchitecture().toStdString();
    if (name == "x86_64")
        return "amd64";
    if (name == "i386")
        return "386";
    return name;
}

std::vector<std::string> componentsOf(std::string_view name)
{
    std::vector<std::string> components;
    while (true) {
        const std::size_t slash = name.find('/');
        components.emplace_back(name.substr(0, slash));
        if (slash == std::string_view::npos)
            return components;
        name.remove_prefix(slash + 1);
    }
}

std::optional<store::Platform> parsePlatform(std::string_view name)
{
    const std::vector<std::string> components = componentsOf(name);
    const bool isWhole = std::none_of(components.begin(), components.end(),
                                      [](const std::string &one) { return one.empty(); });
    if (!isWhole || components.size() < 2 || components.size() > 3)
        return std::nullopt;
    return store::Platform{.os = components[0],
                           .architecture = components[1],
                           .variant = components.size() == 3 ? components[2] : std::string()};
}

bool fits(const store::Platform &wanted, const store::Platform &platform)
{
    return wanted.os == platform.os && wanted.architecture == platform.architecture &&
           (wanted.variant.empty() || wanted.variant == platform.variant);
}

} // namespace

std::string platformName(const store::Platform &platform)
{
    std::string name = platform.os + '/' + platform.architecture;
    if (!platform.variant.empty())
        name += '/' + platform.variant;
    return name;
}

Result<PlatformChoice> PlatformChoice::parse(const std::vector<std::string> &names)
{
    PlatformChoice choice;
    if (names.size() > limits::platformsMax)
        return failure(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("engine", "too many platforms"));
    if (names.empty())
        choice.m_wanted.push_back(
            {.os = "linux", .architecture = machineArchitecture(), .variant = {}});
    for (const std::string &name : names) {
        const auto platform = parsePlatform(name);
        if (!platform && name != everyPlatform)
            return failure(
                ErrorCode::InvalidInput,
                {QT_TRANSLATE_NOOP("engine",
                                   "'%1' is not a platform, such as linux/amd64 or linux/arm/v7"),
                 {name}});
        if (platform)
            choice.m_wanted.push_back(*platform);
    }
    if (std::find(names.begin(), names.end(), everyPlatform) != names.end())
        choice.m_wanted.clear();
    return choice;
}

Result<std::vector<std::size_t>>
PlatformChoice::choose(const std::vector<store::Platform> &platforms) const
{
    std::vector<bool> isChosen(platforms.size(), m_wanted.empty());
    for (const store::Platform &wanted : m_wanted) {
        bool isThere = false;
        for (std::size_t i = 0; i < platforms.size(); ++i) {
            if (fits(wanted, platforms[i]))
                isThere = isChosen[i] = true;
        }
        if (isThere)
            continue;
        std::string known;
        for (const store::Platform &platform : platforms)
            known.append(known.empty() ? "" : ", ").append(platformName(platform));
        return failure(ErrorCode::NotFound,
                       //: %1: a platform, %2: a list of platforms
                       {QT_TRANSLATE_NOOP("engine", "there is no image for %1, only for %2"),
                        {platformName(wanted), known}});
    }
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < platforms.size(); ++i) {
        if (isChosen[i])
            places.push_back(i);
    }
    return places;
}

} // namespace lanyard::registry
