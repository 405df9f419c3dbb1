// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/filedescriptor.h"
#include "core/growingfile.h"
#include "http/message.h"
#include "registry/hotmanifests.h"
#include "registry/storedblob.h"
#include "store/store.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lanyard::registry {

/// What of a request shapes its answer, whatever content it is for.
struct AnswerTerms
{
    bool isHead = false;
    bool isByTag = false; ///< what the tag names is worth a note in the record
    store::Store::Use use = store::Store::Use::Other; ///< that a client makes of the content
    std::string range;                                ///< the fields as sent; empty: not sent
    std::string ifRange;
    std::string ifNoneMatch;
    std::string echoedNamespace;
};

inline constexpr std::string_view namespaceField = "OCI-Namespace"; ///< OCI distribution-spec 1.1

/// Appends Docker-Content-Digest, ETag and what else every answer with a digest carries.
void appendDigestFields(std::string &fields, const Digest &digest);

/// The field lines of a manifest that are the same in every answer.
QByteArray manifestFields(const Digest &digest, std::string_view mediaType);

/// What Cache-Status (RFC 9211) and Age (RFC 9111 §5.1) say.
struct CacheNote
{
    CacheResult result = CacheResult::Hit;
    int upstreamStatus = 0; ///< for Stale; 0 when upstream did not answer
    std::optional<std::int64_t> ageSeconds =
        std::nullopt; ///< for tags: since upstream last confirmed it
};

void appendCacheFields(std::string &fields, const CacheNote &note);

/// A stored or just fetched manifest: 200, or 304 when the client has it.
http::Response manifestAnswer(const HotManifest &manifest, const Digest &digest,
                              const AnswerTerms &terms, const CacheNote &note);

/// HEAD of a manifest whose bytes are not here: what upstream or an index says of it.
http::Response manifestHeadAnswer(const Digest &digest, std::string_view mediaType,
                                  std::int64_t size, const CacheNote &note);

/// Where the bytes of a blob come from: a file, one that grows, from its begin, or memory. None:
/// this is a HEAD of a blob that is not stored.
using BlobSource = std::variant<std::monostate, StoredBlob, GrowingFile::Reader, QByteArray>;

/// A blob of `size` bytes: 200, 206, 304 or 416 as `terms` ask (RFC 9110 §13, §14).
http::Response blobAnswer(BlobSource source, const Digest &digest, std::int64_t size,
                          const AnswerTerms &terms, const CacheNote &note);

/// A small JSON document made here.
http::Response jsonAnswer(std::string_view contentType, QByteArray body);

} // namespace lanyard::registry
