// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

// What becomes of files, as plain values.
namespace lanyard::setup {

/// One file that is to have a recipe in it.
struct FileChange
{
    recipes::Recipe recipe;
    QString path; ///< absolute, on this disk; may be a link
    /// Of the file that the user saw, see sha256Of(); none: there was none.
    std::optional<QByteArray> sha256Before;
    bool operator==(const FileChange &) const = default;
};

/// What was done with one file, and what is needed to take it back. It has no secret.
struct FileRecord
{
    recipes::Recipe recipe; ///< without the password
    QString path;           ///< as in FileChange
    std::optional<QByteArray> sha256Before;
    QByteArray sha256After; ///< empty: not known
    /// Of the time of the set-up: the bytes of before are in FILE.lanyard-STAMP, beside the file
    /// that `path` led to.
    QString stamp;
    QStringList createdFolders; ///< absolute, the outermost first
    bool operator==(const FileRecord &) const = default;
};

/// InUse: the file is not any more as the user saw it.
Error notAsSeen(const QString &path);

/// In hexadecimal digits, lower case.
QByteArray sha256Of(const QByteArray &bytes);
/// Whether `text` is such a one.
bool isSha256(const QByteArray &text);

/// What the copy of a file of before is called.
QString backupName(const QString &name, const QString &stamp);
/// What a file is called until it takes the place of FILE; after a set-up that was cut short, too.
QString preparedName(const QString &name, const QString &stamp);
/// "20261127T191640", UTC.
QString stampOf(std::int64_t epochMs);
bool isStamp(const QString &text);

} // namespace lanyard::setup
