// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/answers.h"

#include "http/byterange.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

std::string entityTag(const Digest &digest)
{
    return '"' + digest.toString() + '"';
}

bool isUnchanged(const AnswerTerms &terms, const Digest &digest)
{
    return !terms.ifNoneMatch.empty() &&
           http::matchesEntityTag(terms.ifNoneMatch, entityTag(digest));
}

http::Body bodyOf(BlobSource source, const http::ByteRange &range)
{
    if (auto *stored = std::get_if<StoredBlob>(&source))
        return http::FileBody{.file = std::move(stored->file),
                              .offset = range.offset,
                              .length = range.length,
                              .onUnreadable = std::move(stored->onUnreadable)};
    if (auto *reader = std::get_if<GrowingFile::Reader>(&source)) {
        reader->advance(range.offset);
        return http::GrowingBody{
            .reader = std::move(*reader), .offset = range.offset, .length = range.length};
    }
    if (const auto *bytes = std::get_if<QByteArray>(&source))
        return bytes->mid(range.offset, range.length);
    return {};
}

http::RangeSelection selectedRange(const AnswerTerms &terms, const Digest &digest,
                                   std::int64_t size)
{
    // Range is defined for GET only (RFC 9110 §14.2).
    if (terms.isHead || terms.range.empty() ||
        !http::permitsRange(terms.ifRange, entityTag(digest)))
        return http::WholeBody{};
    return http::selectRange(terms.range, size);
}

} // namespace

void appendDigestFields(std::string &fields, const Digest &digest)
{
    http::appendField(fields, "Docker-Content-Digest", digest.toString());
    http::appendField(fields, "ETag", entityTag(digest));
    http::appendField(fields, "Docker-Distribution-Api-Version", "registry/2.0");
}

QByteArray manifestFields(const Digest &digest, std::string_view mediaType)
{
    std::string fields;
    http::appendField(fields, "Content-Type", mediaType);
    appendDigestFields(fields, digest);
    return QByteArray::fromStdString(fields);
}

void appendCacheFields(std::string &fields, const CacheNote &note)
{
    std::string status = "lanyard; ";
    switch (note.result) {
    case CacheResult::Hit:
        status += "hit";
        break;
    case CacheResult::Revalidated:
        status += "fwd=stale; fwd-status=200; hit";
        break;
    case CacheResult::Stale:
        status += "fwd=stale; ";
        if (note.upstreamStatus != 0)
            status += "fwd-status=" + std::to_string(note.upstreamStatus) + "; ";
        status += "hit";
        break;
    case CacheResult::Miss:
        status += "fwd=uri-miss; stored";
        break;
    case CacheResult::Collapsed:
        status += "fwd=uri-miss; collapsed";
        break;
    case CacheResult::None:
    case CacheResult::Failed:
        status += "fwd=uri-miss";
        break;
    }
    http::appendField(fields, "Cache-Status", status);
    if (note.ageSeconds)
        http::appendField(fields, "Age",
                          std::to_string(std::max<std::int64_t>(*note.ageSeconds, 0)));
}

http::Response manifestAnswer(const HotManifest &manifest, const Digest &digest,
                              const AnswerTerms &terms, const CacheNote &note)
{
    http::Response response;
    if (terms.isByTag)
        response.labels.digest = QByteArray::fromStdString(digest.toString());
    response.sharedFields = manifest.fields;
    appendCacheFields(response.fields, note);
    response.contentLength = manifest.bytes.size();
    if (isUnchanged(terms, digest)) {
        response.status = 304;
        return response;
    }
    if (!terms.isHead)
        response.body = manifest.bytes;
    return response;
}

http::Response manifestHeadAnswer(const Digest &digest, std::string_view mediaType,
                                  std::int64_t size, const CacheNote &note)
{
    http::Response response;
    response.sharedFields = manifestFields(digest, mediaType);
    appendCacheFields(response.fields, note);
    response.contentLength = size;
    return response;
}

http::Response blobAnswer(BlobSource source, const Digest &digest, std::int64_t size,
                          const AnswerTerms &terms, const CacheNote &note)
{
    http::Response response;
    appendDigestFields(response.fields, digest);
    http::appendField(response.fields, "Content-Type", "application/octet-stream");
    http::appendField(response.fields, "Accept-Ranges", "bytes");
    // Content under its digest never changes.
    http::appendField(response.fields, "Cache-Control", "max-age=31536000");
    appendCacheFields(response.fields, note);
    response.contentLength = size;
    if (isUnchanged(terms, digest)) {
        response.status = 304;
        return response;
    }
    const http::RangeSelection selection = selectedRange(terms, digest, size);
    if (std::holds_alternative<http::UnsatisfiableRange>(selection)) {
        response.status = 416;
        response.contentLength = 0;
        http::appendField(response.fields, "Content-Range", http::unsatisfiedContentRange(size));
        return response;
    }
    if (const auto *range = std::get_if<http::ByteRange>(&selection)) {
        response.status = 206;
        response.contentLength = range->length;
        http::appendField(response.fields, "Content-Range", http::contentRange(*range, size));
        response.body = bodyOf(std::move(source), *range);
        return response;
    }
    if (!terms.isHead)
        response.body = bodyOf(std::move(source), {.offset = 0, .length = size});
    return response;
}

http::Response jsonAnswer(std::string_view contentType, QByteArray body)
{
    http::Response response;
    http::appendField(response.fields, "Content-Type", contentType);
    http::appendField(response.fields, "Docker-Distribution-Api-Version", "registry/2.0");
    response.body = std::move(body);
    return response;
}

} // namespace lanyard::registry
