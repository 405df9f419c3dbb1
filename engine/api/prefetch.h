// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// What shall be fetched before a client asks for it.
struct PrefetchRequest
{
    QByteArray reference; ///< as people write it
    /// os/architecture or os/architecture/variant; "all" is every one. None: that of this machine.
    QByteArrayList platforms;
};

/// How far a prefetch is. What is stored already counts as done.
struct PrefetchProgress
{
    QByteArray name; ///< of the image, whole
    int pieces = 0;  ///< manifests and blobs; grows as manifests name more
    int piecesDone = 0;
    std::int64_t totalBytes = 0; ///< of the blobs that are known of
    std::int64_t doneBytes = 0;
    bool operator==(const PrefetchProgress &) const = default;
};

/// A prefetch that is done: everything is stored.
struct PrefetchResult
{
    QByteArray name;
    QByteArray digest;        ///< of the manifest that was asked for
    QByteArrayList platforms; ///< that were chosen from an index; empty: it is none
    int pieces = 0;
    std::int64_t totalBytes = 0;   ///< of the blobs
    std::int64_t fetchedBytes = 0; ///< of them, those that were not stored before
};

/// A tag that upstream was asked about, whatever its rule says.
struct RefreshResult
{
    QByteArray name;
    QByteArray digest; ///< of the manifest that it names now; that is stored
    QByteArray before; ///< of the one it named before; empty: it was not known
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::PrefetchProgress)
