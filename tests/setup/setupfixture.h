// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"
#include "setup/filechange.h"

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QString>

#include <optional>
#include <sys/stat.h>

// What the tests of the room share.
namespace lanyard::setup::test {

inline const QString stamp = QStringLiteral("20261127T191640");

inline CacheEndpoint cache()
{
    return {.host = QStringLiteral("10.0.0.9"), .port = 5000, .authority = {}};
}

inline recipes::Recipe dockerRecipe()
{
    return {.kind = recipes::Recipe::Kind::DaemonJson,
            .cache = cache(),
            .registries = {QStringLiteral("docker.io")},
            .authorityFile = {}};
}

inline recipes::Recipe hostsRecipe(const QString &registry, const QString &password)
{
    recipes::Recipe recipe{.kind = recipes::Recipe::Kind::HostsToml,
                           .cache = cache(),
                           .registries = {registry},
                           .authorityFile = {}};
    if (!password.isEmpty()) {
        recipe.cache.user = QStringLiteral("someone");
        recipe.cache.password = password;
    }
    return recipe;
}

/// Makes the folder, too; both for their owner to change alone, whatever the umask.
inline bool put(const QString &path, const QByteArray &text, mode_t mode = 0644)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(text) == text.size() && file.flush() && ::chmod(qPrintable(path), mode) == 0;
}

/// Empty where there is none.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::lstat(qPrintable(path), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// Every file and folder below, with what is in it.
inline QMap<QString, QByteArray> treeOf(const QString &folder)
{
    QMap<QString, QByteArray> tree;
    QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const bool isFile = entries.fileInfo().isFile();
        tree.insert(path.mid(folder.size()), isFile ? contentOf(path) : QByteArray("/"));
    }
    return tree;
}

inline FileChange changeOf(const recipes::Recipe &recipe, const QString &path)
{
    const bool isThere = QFile::exists(path);
    return {.recipe = recipe,
            .path = path,
            .sha256Before = isThere ? std::optional(sha256Of(contentOf(path))) : std::nullopt};
}

} // namespace lanyard::setup::test
