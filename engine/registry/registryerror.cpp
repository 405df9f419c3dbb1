// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registryerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <array>
#include <chrono>

namespace lanyard::registry {

namespace {

struct Entry
{
    RegistryError error;
    int status;
    std::string_view code;
    std::string_view message;
};

// NameInvalid and TagInvalid are 404: clients fall back on it at once, and an upstream that was
// asked for such a name answers the same.
constexpr std::array entries{
    Entry{RegistryError::BlobUnknown, 404, "BLOB_UNKNOWN", "blob unknown to registry"},
    Entry{RegistryError::DigestInvalid, 400, "DIGEST_INVALID", "the digest is malformed"},
    Entry{RegistryError::ManifestUnknown, 404, "MANIFEST_UNKNOWN", "manifest unknown"},
    Entry{RegistryError::NameInvalid, 404, "NAME_INVALID", "invalid repository name"},
    Entry{RegistryError::NameUnknown, 404, "NAME_UNKNOWN", "repository name not known to registry"},
    Entry{RegistryError::PageSizeInvalid, 400, "PAGINATION_NUMBER_INVALID",
          "invalid number of results requested"},
    Entry{RegistryError::TagInvalid, 404, "MANIFEST_UNKNOWN", "no manifest has such a tag"},
    Entry{RegistryError::Unsupported, 405, "UNSUPPORTED",
          "the operation is unsupported: this is a pull-through cache"},
    Entry{RegistryError::TooManyRequests, 503, "TOOMANYREQUESTS", "the upstream limits requests"},
    Entry{RegistryError::Unavailable, 503, "UNAVAILABLE", "not available now"},
    Entry{RegistryError::UpstreamTimeout, 504, "UNAVAILABLE",
          "the upstream did not answer in time"},
    Entry{RegistryError::UpstreamFailed, 502, "UNAVAILABLE", "the upstream failed"},
    Entry{RegistryError::Internal, 500, "UNKNOWN", "unknown error"},
};

RegistryError codeFor(ErrorCode code, RegistryError unknown)
{
    switch (code) {
    case ErrorCode::NotFound:
        return unknown;
    case ErrorCode::RateLimited:
        return RegistryError::TooManyRequests;
    case ErrorCode::TimedOut:
        return RegistryError::UpstreamTimeout;
    case ErrorCode::Unreachable:
    case ErrorCode::BadUpstream:
    case ErrorCode::Corrupt:
        return RegistryError::UpstreamFailed;
    case ErrorCode::Offline:
    case ErrorCode::NoRoom:
    case ErrorCode::InUse:
    case ErrorCode::Cancelled:
        return RegistryError::Unavailable;
    case ErrorCode::InvalidInput:
    case ErrorCode::Io:
        return RegistryError::Internal;
    }
    return RegistryError::Internal;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

http::Response errorResponse(RegistryError error, const Message &detail)
{
    const auto *entry = std::find_if(entries.begin(), entries.end(),
                                     [error](const Entry &e) { return e.error == error; });
    Q_ASSERT(entry != entries.end());
    QJsonObject object{
        {QStringLiteral("code"), toQString(entry->code)},
        {QStringLiteral("message"), toQString(entry->message)},
    };
    if (!detail.isEmpty())
        object.insert(QStringLiteral("detail"), QString::fromStdString(detail.english()));
    const QJsonObject document{{QStringLiteral("errors"), QJsonArray{object}}};
    http::Response response;
    response.status = entry->status;
    response.body = QJsonDocument(document).toJson(QJsonDocument::Compact);
    response.refusal = detail;
    http::appendField(response.fields, "Content-Type", "application/json");
    if (error == RegistryError::Unsupported)
        http::appendField(response.fields, "Allow", "GET, HEAD");
    return response;
}

http::Response errorResponse(const Error &error, RegistryError unknown)
{
    http::Response response = errorResponse(codeFor(error.code, unknown), error.message);
    if (error.retryAfter.count() > 0)
        http::appendField(response.fields, "Retry-After", std::to_string(error.retryAfter.count()));
    return response;
}

} // namespace lanyard::registry
