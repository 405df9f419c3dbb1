// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sharedmessage.h"

#include <QByteArray>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// What a request asked for.
enum class RequestKind : std::uint8_t {
    Other, ///< not the protocol: an unknown path, a refused method
    Ping,  ///< /v2/
    Manifest,
    Blob,
    Tags,
    Referrers,
    Catalog,
};

/// Where its answer came from. Shown, counted, and sent as Cache-Status (RFC 9211).
enum class CacheResult : std::uint8_t {
    None,        ///< the cache was not asked
    Hit,         ///< from the store, nothing asked upstream
    Revalidated, ///< from the store, after upstream confirmed it
    Miss,        ///< fetched for this request
    Collapsed,   ///< fetched once for this and other requests
    Stale,       ///< from the store, although upstream could not be asked
    Failed,      ///< neither stored nor to be had
};

/// Whether an answer came from the store, or with others from one fetch.
constexpr bool isHit(CacheResult result)
{
    return result == CacheResult::Hit || result == CacheResult::Revalidated ||
           result == CacheResult::Collapsed || result == CacheResult::Stale;
}

/// How a request named its upstream, which tells how its client was set up.
enum class RequestForm : std::uint8_t {
    None,      ///< not at all, or by a name that leads nowhere
    Path,      ///< before the version: /quay.io/v2/org/app/...
    Namespace, ///< ?ns=quay.io, as containerd writes it
    Host,      ///< a Host field that is configured for an upstream
    Name,      ///< the first component of the name: /v2/quay.io/org/app/...
    Default,   ///< no name but the image's: the default upstream
};

/// What a handler knows about a request; the HTTP stack knows the rest.
struct RequestLabels
{
    RequestKind kind = RequestKind::Other;
    CacheResult result = CacheResult::None;
    RequestForm form = RequestForm::None;
    QByteArray upstream;    ///< registry name; empty where none was resolved
    QByteArray repository;  ///< as the upstream names it
    QByteArray reference;   ///< tag or digest
    bool isPrivate = false; ///< not everybody may read the repository, as far as is known
    bool isDenied = false;  ///< not given for want of a right to it, which its client may have
    /// Why upstream was asked about a tag, or was not: the pattern of its rule, and how long that
    /// let it hold ("latest: 5m"). Null where no rule decided.
    SharedMessage rule = {};
    QByteArray user = {};   ///< who has logged in; empty: nobody had to
    QByteArray digest = {}; ///< of the manifest that answered, where a tag was asked for
};

/// One finished request: the row of the log. A value without secrets: the query string is kept, and
/// of the header what holds none. Byte strings, because that is what the wire has; they may be any
/// bytes.
struct RequestRecord
{
    std::uint64_t id = 0;         ///< ascending in the journal, from 1
    std::int64_t startedAtMs = 0; ///< since 1970-01-01 UTC
    std::int64_t durationUs = 0;  ///< from the first byte of the request to the last of the answer
    std::int64_t firstByteUs = 0; ///< from there until the answer began; 0: it never did
    QByteArray client;            ///< address, without port
    QByteArray userAgent;
    QByteArray method;
    QByteArray target;    ///< as sent
    QByteArray headers;   ///< lines of `Name: value`; the values that may be secrets are left out
    int minorVersion = 1; ///< of HTTP/1
    int status = 0;
    std::int64_t bodyBytes = 0; ///< sent
    bool isComplete = true;     ///< false: the connection ended before the answer did
    RequestLabels labels;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::RequestRecord)
