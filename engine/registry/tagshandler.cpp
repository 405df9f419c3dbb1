// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/tagshandler.h"

#include "core/imageref.h"
#include "registry/answers.h"
#include "registry/listpage.h"
#include "registry/pagedfetch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <utility>

namespace lanyard::registry {

Result<std::vector<std::string>> tagsOf(const QList<QByteArray> &pages)
{
    std::vector<std::string> tags;
    for (const QByteArray &page : pages) {
        const QJsonValue list = QJsonDocument::fromJson(page).object().value(QLatin1String("tags"));
        // A repository whose tags were all deleted has null here.
        if (!list.isArray() && !list.isNull())
            return failure(ErrorCode::BadUpstream,
                           QT_TRANSLATE_NOOP("engine", "the upstream's list of tags is not one"));
        const QJsonArray entries = list.toArray();
        for (const auto &entry : entries) {
            std::string tag = entry.toString().toStdString();
            if (isTag(tag))
                tags.push_back(std::move(tag));
        }
        if (tags.size() > limits::tagsPerRepositoryMax)
            return failure(ErrorCode::BadUpstream,
                           QT_TRANSLATE_NOOP("engine", "the upstream's list of tags is too long"));
    }
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
}

TagsHandler::TagsHandler(store::Store &store, upstream::UpstreamClient &client, const Clock &clock)
    : m_store(store)
    , m_client(client)
    , m_cache(clock)
{
}

void TagsHandler::handle(RegistryRequest request)
{
    const std::string key = request.repository.key("");
    if (const auto *cached = m_cache.find(key); cached && m_cache.isFresh(*cached)) {
        answer(request, cached->value, {.result = CacheResult::Hit});
        return;
    }
    const Repository repository = request.repository;
    const auto waiting = std::make_shared<RegistryRequest>(std::move(request));
    const auto joined =
        m_flights.join(key, [this, waiting, key](const Result<Tags> &tags, bool isShared) {
            if (tags)
                answer(*waiting, *tags,
                       {.result = isShared ? CacheResult::Collapsed : CacheResult::Miss});
            else
                answerFailed(*waiting, key, tags.error());
        });
    if (joined == SingleFlight<Tags>::Joined::Started)
        fetch(repository, key);
    else if (joined == SingleFlight<Tags>::Joined::Full)
        waiting->refuse(RegistryError::Unavailable, "too many requests wait for this list");
}

void TagsHandler::fetch(const Repository &repository, const std::string &key)
{
    PagedFetch::start(m_client,
                      {
                          .upstream = repository.upstream,
                          .method = upstream::UpstreamRequest::Method::Get,
                          .repository = repository.name,
                          .path = repository.path("tags/list"),
                          .accept = "application/json",
                          .range = std::nullopt,
                          .traffic = upstream::Traffic::Answers,
                      },
                      this, [this, key](const Result<QList<QByteArray>> &pages) {
                          const Result<Tags> tags = pages.and_then(tagsOf);
                          if (tags)
                              m_cache.insert(key, *tags);
                          else if (tags.error().code == ErrorCode::NotFound)
                              m_cache.remove(key);
                          m_flights.land(key, tags);
                      });
}

void TagsHandler::answerFailed(RegistryRequest &request, const std::string &key, const Error &error)
{
    const CacheNote note{.result = CacheResult::Stale, .upstreamStatus = error.upstreamStatus};
    if (error.code != ErrorCode::NotFound) {
        if (const auto *cached = m_cache.find(key)) {
            answer(request, cached->value, note);
            return;
        }
        const auto id =
            m_store.catalogue().find(request.repository.registry, request.repository.name);
        if (const Tags stored = id ? m_store.catalogue().tags(*id) : Tags(); !stored.empty()) {
            answer(request, stored, note);
            return;
        }
    }
    request.refuse(error, RegistryError::NameUnknown);
}

void TagsHandler::answer(RegistryRequest &request, const Tags &tags, const CacheNote &note)
{
    const Result<PageTerms> terms = parsePageTerms(request.query);
    if (!terms) {
        request.refuse(RegistryError::PageSizeInvalid, terms.error().message);
        return;
    }
    const ListPage page = pageOf(tags, *terms);
    QJsonArray list;
    for (const std::string &tag : page.entries)
        list.append(QString::fromStdString(tag));
    const QJsonObject document{
        {QStringLiteral("name"), QString::fromStdString(request.repository.name)},
        {QStringLiteral("tags"), list},
    };
    http::Response response =
        jsonAnswer("application/json", QJsonDocument(document).toJson(QJsonDocument::Compact));
    appendCacheFields(response.fields, note);
    if (page.hasMore) {
        http::appendField(
            response.fields, "Link",
            nextLink(request.path, *terms, page.entries.back(), request.terms.echoedNamespace));
    }
    request.answer(std::move(response), note.result);
}

} // namespace lanyard::registry
