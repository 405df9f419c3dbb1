// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedstate.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <charconv>

namespace lanyard::test {

namespace {

ScriptedAnswer simple(int status, const std::string &contentType, QByteArray body)
{
    ScriptedAnswer answer;
    answer.status = status;
    answer.fields.emplace_back("Content-Type", contentType);
    answer.body = std::move(body);
    return answer;
}

ScriptedAnswer notFound()
{
    return simple(404, "application/json", R"({"errors":[{"code":"NOT_FOUND"}]})");
}

std::string queryItem(const RecordedRequest &request, const QString &key)
{
    const QUrlQuery query(QString::fromStdString(request.query));
    return query.queryItemValue(key, QUrl::FullyDecoded).toStdString();
}

std::string basicField(const std::string &username, const std::string &password)
{
    return "Basic " + QByteArray::fromStdString(username + ":" + password).toBase64().toStdString();
}

/// /v2/<repository>/<kind>/<reference>, as far as a request has them.
struct Target
{
    std::string repository;
    std::string kind;
    std::string reference;
};

std::optional<Target> parseTarget(const std::string &path)
{
    constexpr std::string_view prefix = "/v2/";
    if (path.rfind(prefix, 0) != 0)
        return std::nullopt;
    const std::size_t last = path.rfind('/');
    const std::size_t kind = last > prefix.size() ? path.rfind('/', last - 1) : std::string::npos;
    if (kind == std::string::npos || kind < prefix.size())
        return Target{};
    return Target{path.substr(prefix.size(), kind - prefix.size()),
                  path.substr(kind + 1, last - kind - 1), path.substr(last + 1)};
}

std::string scopeOf(const std::string &repository)
{
    return "repository:" + repository + ":pull";
}

} // namespace

void ScriptedState::setUrl(const std::string &url)
{
    const std::lock_guard lock(m_mutex);
    m_url = url;
}

std::string ScriptedState::url() const
{
    const std::lock_guard lock(m_mutex);
    return m_url;
}

void ScriptedState::setManifest(const std::string &repository, const std::string &reference,
                                const std::string &mediaType, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    m_repositories[repository].manifests.insert_or_assign(reference,
                                                          Manifest{mediaType, digest, bytes});
}

void ScriptedState::setTag(const std::string &repository, const std::string &tag,
                           const Digest &digest)
{
    const std::lock_guard lock(m_mutex);
    m_repositories[repository].tags[tag] = digest.toString();
}

void ScriptedState::removeTag(const std::string &repository, const std::string &tag)
{
    const std::lock_guard lock(m_mutex);
    m_repositories[repository].tags.erase(tag);
}

void ScriptedState::setBlob(const std::string &repository, const Digest &digest,
                            const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    m_repositories[repository].blobs[digest.toString()] = bytes;
}

void ScriptedState::setReferrers(const std::string &repository, const Digest &subject,
                                 const QByteArray &index)
{
    const std::lock_guard lock(m_mutex);
    m_repositories[repository].referrers[subject.toString()] = index;
}

void ScriptedState::setReferrersApi(bool isThere)
{
    const std::lock_guard lock(m_mutex);
    m_hasReferrersApi = isThere;
}

void ScriptedState::setTagsPageMax(int tags)
{
    const std::lock_guard lock(m_mutex);
    m_tagsPageMax = tags;
}

void ScriptedState::setRanges(bool areServed)
{
    const std::lock_guard lock(m_mutex);
    m_hasRanges = areServed;
}

void ScriptedState::setEtags(bool areSent)
{
    const std::lock_guard lock(m_mutex);
    m_hasEtags = areSent;
}

void ScriptedState::setEndlessTags(bool areThey)
{
    const std::lock_guard lock(m_mutex);
    m_hasEndlessTags = areThey;
}

void ScriptedState::requireBearer(const BearerAuth &auth)
{
    const std::lock_guard lock(m_mutex);
    m_bearer = auth;
}

void ScriptedState::requireBasic(const std::string &username, const std::string &password)
{
    const std::lock_guard lock(m_mutex);
    m_basic = basicField(username, password);
}

void ScriptedState::revokeTokens()
{
    const std::lock_guard lock(m_mutex);
    m_tokens.clear();
}

void ScriptedState::addFault(const std::string &path, Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults[path].push_back(std::move(fault));
}

void ScriptedState::removeFaults(const std::string &path)
{
    const std::lock_guard lock(m_mutex);
    m_faults.erase(path);
}

void ScriptedState::addBodyBytesSent(const std::string &path, std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_bodyBytesSent[path] += bytes;
}

std::vector<RecordedRequest> ScriptedState::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::int64_t ScriptedState::bodyBytesSent(const std::string *path) const
{
    const std::lock_guard lock(m_mutex);
    std::int64_t sum = 0;
    for (const auto &[sentPath, bytes] : m_bodyBytesSent) {
        if (path == nullptr || *path == sentPath)
            sum += bytes;
    }
    return sum;
}

ScriptedAnswer ScriptedState::answer(const RecordedRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
    const Fault fault = takeFault(request);
    ScriptedAnswer answer;
    if (fault.status != 0) {
        answer.status = fault.status;
        answer.body = fault.body;
    } else {
        answer = contentFor(request);
        if (fault.isCorrupt && !answer.body.isEmpty())
            answer.body[0] = static_cast<char>(answer.body[0] ^ 1);
        applyRange(request, answer);
    }
    for (const auto &[name, value] : fault.fields) {
        std::erase_if(answer.fields, [&name = name](const auto &old) { return old.first == name; });
        answer.fields.emplace_back(name, value);
    }
    answer.fault = fault;
    return answer;
}

Fault ScriptedState::takeFault(const RecordedRequest &request)
{
    const auto found = m_faults.find(request.path);
    if (found == m_faults.end())
        return {};
    for (Fault &fault : found->second) {
        if (fault.times == 0 || (!fault.method.empty() && fault.method != request.method) ||
            (!fault.range.empty() && fault.range != request.field("range")))
            continue;
        if (fault.times > 0)
            --fault.times;
        return fault;
    }
    return {};
}

ScriptedAnswer ScriptedState::contentFor(const RecordedRequest &request)
{
    if (request.path == "/token")
        return token(request);
    const auto target = parseTarget(request.path);
    if (!target)
        return notFound();
    if (!isAuthorized(request, target->repository))
        return challenge(target->repository);
    if (target->kind.empty())
        return request.path == "/v2/" ? simple(200, "application/json", "{}") : notFound();
    const auto found = m_repositories.find(target->repository);
    if (found == m_repositories.end())
        return notFound();
    const Repository &repository = found->second;
    if (target->kind == "manifests")
        return manifest(repository, target->reference);
    if (target->kind == "tags" && target->reference == "list")
        return tagList(target->repository, repository, request);
    if (target->kind == "referrers")
        return referrers(repository, target->reference);
    const auto blob = repository.blobs.find(target->reference);
    if (target->kind != "blobs" || blob == repository.blobs.end())
        return notFound();
    ScriptedAnswer answer = simple(200, "application/octet-stream", blob->second);
    answer.fields.emplace_back("Docker-Content-Digest", target->reference);
    if (m_hasEtags)
        answer.fields.emplace_back("ETag", '"' + target->reference + '"');
    return answer;
}

bool ScriptedState::isAuthorized(const RecordedRequest &request,
                                 const std::string &repository) const
{
    const std::string given = request.field("authorization");
    if (m_bearer) {
        constexpr std::string_view scheme = "Bearer ";
        if (given.rfind(scheme, 0) != 0)
            return false;
        const auto token = m_tokens.find(given.substr(scheme.size()));
        return token != m_tokens.end() &&
               (repository.empty() || token->second.contains(scopeOf(repository)));
    }
    return m_basic.empty() || given == m_basic;
}

ScriptedAnswer ScriptedState::challenge(const std::string &repository) const
{
    ScriptedAnswer answer =
        simple(401, "application/json", R"({"errors":[{"code":"UNAUTHORIZED"}]})");
    std::string field = "Basic realm=\"scripted\"";
    if (m_bearer) {
        const std::string realm = m_bearer->realm.empty() ? m_url + "/token" : m_bearer->realm;
        field = "Bearer realm=\"" + realm + "\",service=\"scripted\"";
        if (!repository.empty())
            field += ",scope=\"" + scopeOf(repository) + "\"";
    }
    answer.fields.emplace_back("WWW-Authenticate", field);
    return answer;
}

/// With the right credential, as Basic or as an identity token in the form of a POST.
bool ScriptedState::isKnownToTokens(const RecordedRequest &request) const
{
    if (request.method != "POST")
        return request.field("authorization") == basicField(m_bearer->username, m_bearer->password);
    const QUrlQuery form(QString::fromLatin1(request.body));
    return !m_bearer->identityToken.empty() &&
           form.queryItemValue(QStringLiteral("grant_type")) == QLatin1String("refresh_token") &&
           form.queryItemValue(QStringLiteral("refresh_token"), QUrl::FullyDecoded).toStdString() ==
               m_bearer->identityToken;
}

ScriptedAnswer ScriptedState::token(const RecordedRequest &request)
{
    if (!m_bearer)
        return notFound();
    std::string scope = queryItem(request, QStringLiteral("scope"));
    if (request.method == "POST")
        scope = QUrlQuery(QString::fromLatin1(request.body))
                    .queryItemValue(QStringLiteral("scope"), QUrl::FullyDecoded)
                    .toStdString();
    const bool isForEveryone = m_bearer->username.empty() && m_bearer->identityToken.empty();
    std::set<std::string> scopes;
    if (isForEveryone || isKnownToTokens(request)) {
        scopes.insert(scope);
    } else if (m_bearer->publicRepositories.empty() || !request.field("authorization").empty() ||
               request.method == "POST") {
        return simple(401, "application/json", R"({"details":"incorrect username or password"})");
    } else {
        for (const std::string &repository : m_bearer->publicRepositories) {
            if (scope == scopeOf(repository))
                scopes.insert(scope);
        }
    }
    const std::string value = "token-" + std::to_string(++m_tokensGiven);
    m_tokens[value] = scopes;
    const std::string key = m_bearer->isAccessToken ? "access_token" : "token";
    const std::string json = "{\"" + key + "\":\"" + value +
                             "\",\"expires_in\":" + std::to_string(m_bearer->expiresIn) + "}";
    return simple(200, "application/json", QByteArray::fromStdString(json));
}

ScriptedAnswer ScriptedState::manifest(const Repository &repository,
                                       const std::string &reference) const
{
    const auto tag = repository.tags.find(reference);
    const auto found =
        repository.manifests.find(tag == repository.tags.end() ? reference : tag->second);
    if (found == repository.manifests.end())
        return notFound();
    ScriptedAnswer answer = simple(200, found->second.mediaType, found->second.bytes);
    const std::string digest = found->second.digest.toString();
    answer.fields.emplace_back("Docker-Content-Digest", digest);
    if (m_hasEtags)
        answer.fields.emplace_back("ETag", '"' + digest + '"');
    return answer;
}

ScriptedAnswer ScriptedState::tagList(const std::string &name, const Repository &repository,
                                      const RecordedRequest &request) const
{
    const std::string last = queryItem(request, QStringLiteral("last"));
    const std::string asked = queryItem(request, QStringLiteral("n"));
    int count = m_tagsPageMax;
    std::from_chars(asked.data(), asked.data() + asked.size(), count);
    count = std::min(count, m_tagsPageMax);
    auto tag = repository.tags.upper_bound(last);
    std::string list;
    std::string end;
    for (int i = 0; i < count && tag != repository.tags.end(); ++i, ++tag) {
        list += (list.empty() ? "\"" : ",\"") + tag->first + '"';
        end = tag->first;
    }
    ScriptedAnswer answer =
        simple(200, "application/json",
               QByteArray::fromStdString(R"({"name":")" + name + R"(","tags":[)" + list + "]}"));
    if (m_hasEndlessTags)
        end = last + 'x';
    if (tag != repository.tags.end() || m_hasEndlessTags) {
        answer.fields.emplace_back("Link", "</v2/" + name +
                                               "/tags/list?n=" + std::to_string(count) +
                                               "&last=" + end + ">; rel=\"next\"");
    }
    return answer;
}

ScriptedAnswer ScriptedState::referrers(const Repository &repository,
                                        const std::string &subject) const
{
    if (!m_hasReferrersApi)
        return notFound();
    const auto found = repository.referrers.find(subject);
    const QByteArray empty =
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]})";
    return simple(200, "application/vnd.oci.image.index.v1+json",
                  found == repository.referrers.end() ? empty : found->second);
}

void ScriptedState::applyRange(const RecordedRequest &request, ScriptedAnswer &answer) const
{
    const std::string range = request.field("range");
    constexpr std::string_view prefix = "bytes=";
    if (!m_hasRanges || answer.status != 200 || range.rfind(prefix, 0) != 0)
        return;
    const char *const end = range.data() + range.size();
    const qsizetype size = answer.body.size();
    qsizetype first = 0;
    qsizetype last = size - 1;
    const auto dash = std::from_chars(range.data() + prefix.size(), end, first);
    if (dash.ec != std::errc{} || dash.ptr == end || *dash.ptr != '-')
        return;
    std::from_chars(dash.ptr + 1, end, last);
    last = std::min(last, size - 1);
    if (first > last) {
        answer = simple(416, "text/plain", {});
        answer.fields.emplace_back("Content-Range", "bytes */" + std::to_string(size));
        return;
    }
    answer.status = 206;
    answer.fields.emplace_back("Content-Range", "bytes " + std::to_string(first) + '-' +
                                                    std::to_string(last) + '/' +
                                                    std::to_string(size));
    answer.body = answer.body.mid(first, last - first + 1);
}

} // namespace lanyard::test
