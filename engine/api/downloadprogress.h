// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// A blob on its way from upstream, as shown in a list. Identified by its digest.
struct DownloadProgress
{
    QByteArray digest;
    QByteArray upstream; ///< registry name
    QByteArray repository;
    std::int64_t receivedBytes = 0;
    std::int64_t totalBytes = -1; ///< -1: not known yet
    int readers = 0;              ///< requests that follow it now
    std::int64_t startedAtMs = 0; ///< since 1970-01-01 UTC
    bool operator==(const DownloadProgress &) const = default;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::DownloadProgress)
