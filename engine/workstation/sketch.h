// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "recipes/recipe.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace lanyard::workstation {

/// One file that a client needs.
struct SketchedFile
{
    recipes::Recipe recipe;
    QString path;   ///< absolute
    Message reason; ///< for the user: what it is for
    bool operator==(const SketchedFile &) const = default;
};

/// What a client needs, without a look at what its files say now. A plain value.
struct Sketch
{
    QList<SketchedFile> files;    ///< in the order in which they are written
    QList<ServiceAction> actions; ///< when one of the files changes
    QList<Snippet> snippets;      ///< what is left to the user
    QList<Message> notes;         ///< what does not go through the cache, and why

    /// The file with the authority's certificate, where clients need one: gives its path, or an
    /// empty one.
    QString addAuthority(const CacheEndpoint &cache, const QString &path);
    /// FOLDER/REGISTRY/hosts.toml.
    void addHostsToml(const QString &folder, const CacheEndpoint &cache, const QString &registry,
                      const QString &authorityFile);

    bool operator==(const Sketch &) const = default;
};

/// Where Docker and the clients that follow it look for the authority of the cache:
/// FOLDER/HOST:PORT/ca.crt.
QString authorityOfHost(const QString &folder, const CacheEndpoint &cache);
/// FOLDER of `file`/lanyard-ca.pem, beside a file that names it.
QString authorityBeside(const QString &file);

/// What this client needs to pull `registries` through `cache`. Pure.
Sketch sketchOf(const ClientInstallation &client, const CacheEndpoint &cache,
                const QStringList &registries);

} // namespace lanyard::workstation
