// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/referrershandler.h"

#include "registry/answers.h"
#include "registry/pagedfetch.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr std::string_view indexType = "application/vnd.oci.image.index.v1+json";

/// The tag under which the referrers of `subject` are where there is no referrers API: at most 32
/// characters of the algorithm, at most 64 of the hash value.
std::string referrersTag(const Digest &subject)
{
    return std::string(subject.algorithmName()) + '-' + subject.hex().substr(0, 64);
}

} // namespace

Result<QJsonArray> referrersOf(const QList<QByteArray> &pages)
{
    QJsonArray descriptors;
    for (const QByteArray &page : pages) {
        const QJsonValue list =
            QJsonDocument::fromJson(page).object().value(QLatin1String("manifests"));
        if (!list.isArray() && !list.isNull())
            return failure(
                ErrorCode::BadUpstream,
                QT_TRANSLATE_NOOP("engine", "the upstream's list of referrers is not one"));
        const QJsonArray entries = list.toArray();
        for (const auto &entry : entries)
            descriptors.append(entry);
    }
    return descriptors;
}

QJsonArray withArtifactType(const QJsonArray &descriptors, const std::string &artifactType)
{
    const QString wanted = QString::fromStdString(artifactType);
    QJsonArray matching;
    for (const auto &descriptor : descriptors) {
        if (descriptor.toObject().value(QLatin1String("artifactType")).toString() == wanted)
            matching.append(descriptor);
    }
    return matching;
}

ReferrersHandler::ReferrersHandler(upstream::UpstreamClient &client, const Clock &clock)
    : m_client(client)
    , m_cache(clock)
{
}

void ReferrersHandler::handle(RegistryRequest request)
{
    const std::string key = request.repository.key(request.reference);
    if (const auto *cached = m_cache.find(key); cached && m_cache.isFresh(*cached)) {
        answer(request, cached->value, {.result = CacheResult::Hit});
        return;
    }
    const Repository repository = request.repository;
    const Digest subject = *request.digest;
    const auto waiting = std::make_shared<RegistryRequest>(std::move(request));
    const auto joined = m_flights.join(
        key, [this, waiting, key](const Result<QJsonArray> &descriptors, bool isShared) {
            if (descriptors) {
                answer(*waiting, *descriptors,
                       {.result = isShared ? CacheResult::Collapsed : CacheResult::Miss});
            } else if (const auto *cached = m_cache.find(key)) {
                answer(*waiting, cached->value,
                       {.result = CacheResult::Stale,
                        .upstreamStatus = descriptors.error().upstreamStatus});
            } else {
                waiting->refuse(descriptors.error(), RegistryError::NameUnknown);
            }
        });
    if (joined == SingleFlight<QJsonArray>::Joined::Started)
        fetch(repository, subject, key);
    else if (joined == SingleFlight<QJsonArray>::Joined::Full)
        waiting->refuse(RegistryError::Unavailable, "too many requests wait for this list");
}

void ReferrersHandler::fetch(const Repository &repository, const Digest &subject,
                             const std::string &key)
{
    PagedFetch::start(m_client,
                      {
                          .upstream = repository.upstream,
                          .method = upstream::UpstreamRequest::Method::Get,
                          .repository = repository.name,
                          .path = repository.path("referrers/" + subject.toString()),
                          .accept = std::string(indexType),
                          .range = std::nullopt,
                          .traffic = upstream::Traffic::Answers,
                      },
                      this,
                      [this, repository, subject, key](const Result<QList<QByteArray>> &pages) {
                          // 404: no such API there. 400 and 405 are what older registries say.
                          const int status = pages ? 200 : pages.error().upstreamStatus;
                          if (status == 404 || status == 400 || status == 405)
                              fetchByTag(repository, subject, key);
                          else
                              land(key, pages.and_then(referrersOf));
                      });
}

void ReferrersHandler::fetchByTag(const Repository &repository, const Digest &subject,
                                  const std::string &key)
{
    m_client.fetch(
        {
            .upstream = repository.upstream,
            .method = upstream::UpstreamRequest::Method::Get,
            .repository = repository.name,
            .path = repository.path("manifests/" + referrersTag(subject)),
            .accept = std::string(indexType),
            .range = std::nullopt,
            .traffic = upstream::Traffic::Answers,
        },
        limits::manifestBytesMax, this,
        [this, key](const Result<upstream::UpstreamDocument> &document) {
            if (document)
                land(key, referrersOf({document->body}));
            else if (document.error().code == ErrorCode::NotFound)
                land(key, QJsonArray());
            else
                land(key, tl::unexpected<Error>(document.error()));
        });
}

void ReferrersHandler::land(const std::string &key, const Result<QJsonArray> &descriptors)
{
    if (descriptors)
        m_cache.insert(key, *descriptors);
    m_flights.land(key, descriptors);
}

void ReferrersHandler::answer(RegistryRequest &request, const QJsonArray &descriptors,
                              const CacheNote &note)
{
    const auto artifactType = queryValue(request.query, "artifactType");
    const QJsonObject document{
        {QStringLiteral("schemaVersion"), 2},
        {QStringLiteral("mediaType"),
         QString::fromUtf8(indexType.data(), static_cast<qsizetype>(indexType.size()))},
        {QStringLiteral("manifests"),
         artifactType ? withArtifactType(descriptors, *artifactType) : descriptors},
    };
    http::Response response =
        jsonAnswer(indexType, QJsonDocument(document).toJson(QJsonDocument::Compact));
    if (artifactType)
        http::appendField(response.fields, "OCI-Filters-Applied", "artifactType");
    appendCacheFields(response.fields, note);
    request.answer(std::move(response), note.result);
}

} // namespace lanyard::registry
