// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace lanyard {

/// One finished HTTP request that left for a registry, for its token service, or for where either
/// has redirected to. A value without secrets: no query strings, no fields.
struct UpstreamRecord
{
    std::int64_t startedAtMs = 0; ///< since 1970-01-01 UTC
    std::int64_t durationUs = 0;  ///< until its last byte, or until it was given up
    QByteArray registry;          ///< the upstream for which it was
    QByteArray repository;        ///< as the upstream names it; empty: for none of them
    QByteArray method;
    QByteArray host;            ///< that was asked; with its port, where the URL had one
    QByteArray path;            ///< what the registry was asked for, also after a redirect
    bool isForToken = false;    ///< then `path` is the token service's
    int status = 0;             ///< 0: there was no answer
    QByteArray trouble;         ///< why its answer is not whole; empty: it is
    std::int64_t bodyBytes = 0; ///< that arrived
};

} // namespace lanyard
