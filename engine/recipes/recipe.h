// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard::recipes {

/// What is to be in one file of a client so that it pulls through the cache. A plain value: the
/// change is made from it and from the text that is there, by whoever may write the file.
struct Recipe
{
    enum class Kind : std::uint8_t {
        DaemonJson,     ///< Docker Engine's daemon.json
        HostsToml,      ///< hosts.toml of one registry, of Docker Engine and containerd
        BuildkitToml,   ///< buildkitd.toml
        EarthlyConfig,  ///< Earthly's and EarthBuild's config.yml
        RegistriesConf, ///< registries.conf of Podman and its family, a file of its own
        RegistriesYaml, ///< registries.yaml of k3s and RKE2
        Authority,      ///< the certificate of the authority, a file of its own
    };

    Kind kind = Kind::DaemonJson;
    CacheEndpoint cache;
    QStringList registries; ///< of HostsToml, one; "_default" stands for all
    /// Absolute: the authority's certificate as the client finds it; empty: it trusts it already,
    /// or there is no TLS.
    QString authorityFile;
    /// DaemonJson: the cache stands in insecure-registries too, which `docker build` of Docker
    /// Engine up to 27 needs for plain HTTP (and 28 must not have).
    bool isInsecureToo = false;
    bool operator==(const Recipe &) const = default;
};

/// The text of the file with the recipe in it, where it was `text` before; none: there was no file.
/// A minimal edit: comments, order, unknown keys, indentation and line ends stay byte for byte. The
/// same text where all of it is there already; an own value that is out of date (another address)
/// is replaced. The result is read again, and differs only as intended. InvalidInput, with line and
/// column: the text is not right, or too strange to be edited without a guess. Pure.
Result<QByteArray> withRecipe(const Recipe &recipe, const std::optional<QByteArray> &text);

/// The text without what the recipe put there: for a file that somebody has edited since. What is
/// not there is left as it is. None: nothing of a person's would be left in it. InvalidInput as
/// above. Pure.
Result<std::optional<QByteArray>> withoutRecipe(const Recipe &recipe, const QByteArray &text);

/// As JSON, for the journal and the helper; `password` says whether it comes along.
QByteArray toJson(const Recipe &recipe, bool hasPassword);
/// InvalidInput: it is none; nothing of it is taken over unseen.
Result<Recipe> recipeFromJson(const QByteArray &json);

} // namespace lanyard::recipes
