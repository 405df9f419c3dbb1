// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/privilegedtarget.h"

#include <algorithm>
#include <array>

namespace lanyard::setup {

namespace {

using recipes::Recipe;

/// In place of one name in a path: which one it has to be.
constexpr QLatin1String registryName("REGISTRY"); ///< the recipe's one
constexpr QLatin1String cacheName("HOST:PORT");   ///< the cache's

struct Target
{
    Recipe::Kind kind;
    QLatin1String pattern;
};

constexpr std::array targets{
    Target{Recipe::Kind::DaemonJson, QLatin1String("/etc/docker/daemon.json")},
    Target{Recipe::Kind::HostsToml, QLatin1String("/etc/docker/certs.d/REGISTRY/hosts.toml")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/docker/certs.d/HOST:PORT/ca.crt")},
    Target{Recipe::Kind::RegistriesConf,
           QLatin1String("/etc/containers/registries.conf.d/50-lanyard.conf")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/containers/certs.d/HOST:PORT/ca.crt")},
    Target{Recipe::Kind::HostsToml, QLatin1String("/etc/containerd/certs.d/REGISTRY/hosts.toml")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/containerd/certs.d/HOST:PORT/ca.crt")},
    Target{Recipe::Kind::BuildkitToml, QLatin1String("/etc/buildkit/buildkitd.toml")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/buildkit/lanyard-ca.pem")},
    Target{Recipe::Kind::RegistriesYaml, QLatin1String("/etc/rancher/k3s/registries.yaml")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/rancher/k3s/lanyard-ca.pem")},
    Target{Recipe::Kind::RegistriesYaml, QLatin1String("/etc/rancher/rke2/registries.yaml")},
    Target{Recipe::Kind::Authority, QLatin1String("/etc/rancher/rke2/lanyard-ca.pem")},
};

/// One name in a folder, and no way anywhere else.
bool isName(const QString &text)
{
    return !text.isEmpty() && !text.startsWith(QLatin1Char('.')) &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 0x7f &&
                      (c.isLetterOrNumber() || QStringLiteral("._-:[]").contains(c));
           });
}

/// What has to stand in the place of a name of the pattern; empty: nothing can.
QString expectedName(QStringView inPattern, const Recipe &recipe)
{
    if (inPattern == cacheName)
        return recipe.cache.hostPort();
    if (inPattern == registryName)
        return recipe.registries.size() == 1 ? recipe.registries.first() : QString();
    return inPattern.toString();
}

bool fits(const QString &path, QLatin1String pattern, const Recipe &recipe)
{
    const QStringList names = path.split(QLatin1Char('/'));
    const QStringList expected = QString(pattern).split(QLatin1Char('/'));
    if (names.size() != expected.size() || !names.first().isEmpty())
        return false;
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (!isName(names.at(i)) || names.at(i) != expectedName(expected.at(i), recipe))
            return false;
    }
    return true;
}

bool isOnList(const QString &path, Recipe::Kind kind, const Recipe &recipe)
{
    return std::any_of(targets.begin(), targets.end(), [&](const Target &target) {
        return target.kind == kind && fits(path, target.pattern, recipe);
    });
}

} // namespace

Result<void> checkTarget(const QString &path, const Recipe &recipe)
{
    if (!isOnList(path, recipe.kind, recipe))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                path,
                QT_TRANSLATE_NOOP(
                    "engine", "this is no file that Lanyard changes as root with such content")));
    const QString &authority = recipe.authorityFile;
    if (!authority.isEmpty() && !isOnList(authority, Recipe::Kind::Authority, recipe))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                authority,
                QT_TRANSLATE_NOOP("engine", "this is no place for the authority of the cache")));
    return {};
}

Result<void> checkCreatedFolders(const QString &path, const QStringList &folders)
{
    // Those of the system itself (/etc) are older than Lanyard.
    constexpr int slashesMin = 2;
    for (const QString &folder : folders) {
        const bool isAround = path.startsWith(folder + QLatin1Char('/'));
        if (!isAround || folder.count(QLatin1Char('/')) < slashesMin)
            return failure(
                ErrorCode::InvalidInput,
                Message::at(folder, {QT_TRANSLATE_NOOP("engine", "this folder was not made for %1"),
                                     {path}}));
    }
    return {};
}

} // namespace lanyard::setup
