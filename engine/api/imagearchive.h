// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// Images that shall be written as an OCI image layout.
struct ExportRequest
{
    QByteArrayList references; ///< as people write them
    QByteArray path;           ///< of what is made: a tar file when it ends in ".tar", or a folder
};

/// Images that shall be taken in from a disk: an OCI image layout, as a folder or a tar file, or
/// the storage of a registry.
struct ImportRequest
{
    QByteArray path;
    QByteArray name;     ///< of the only image, whatever the archive calls it; empty: as it says
    QByteArray registry; ///< whose images the storage of a registry has; empty: the default one
    bool isReplacing = false; ///< also tags that name another image here
};

/// How far an export or an import is.
struct ArchiveProgress
{
    std::int64_t totalBytes = 0; ///< of the content that is copied, as far as it is known of
    std::int64_t doneBytes = 0;
};

struct ExportedImage
{
    QByteArray name;
    QByteArray digest;      ///< of its manifest
    QByteArrayList leftOut; ///< platforms that are not in the cache, or not complete there
};

/// An export that is done.
struct ExportResult
{
    QByteArray path;
    QList<ExportedImage> images;
    std::int64_t bytes = 0; ///< of their content, each counted once
};

/// Something in an archive that was not taken, and why.
struct RefusedItem
{
    QByteArray name; ///< of an image, as the archive says it, or a digest
    Message reason;
};

/// An import that is done.
struct ImportResult
{
    std::int64_t images = 0;        ///< of the archive, that are in the cache now
    std::int64_t importedBytes = 0; ///< of the content that was not there before
    std::int64_t missing = 0;       ///< blobs that neither archive nor cache has
    std::int64_t keptTags = 0;      ///< that name another image here, and were left so
    QByteArrayList kept;            ///< the first limits::importNotesMax of them
    std::int64_t refusedItems = 0;
    QList<RefusedItem> refused; ///< the first limits::importNotesMax of them
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::ArchiveProgress)
