// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedregistry.h"

#include <map>
#include <mutex>
#include <set>

namespace lanyard::test {

/// What a connection of a ScriptedRegistry sends for one request.
struct ScriptedAnswer
{
    int status = 200;
    Fields fields;
    QByteArray body; ///< of a HEAD, what a GET would get
    Fault fault;     ///< `status`, `fields` and `body` of it are applied already
};

/// What a ScriptedRegistry holds and remembers, and what it answers. Thread-safe.
class ScriptedState
{
public:
    void setUrl(const std::string &url);
    std::string url() const;

    void setManifest(const std::string &repository, const std::string &reference,
                     const std::string &mediaType, const QByteArray &bytes);
    void setTag(const std::string &repository, const std::string &tag, const Digest &digest);
    void removeTag(const std::string &repository, const std::string &tag);
    void setBlob(const std::string &repository, const Digest &digest, const QByteArray &bytes);
    void setReferrers(const std::string &repository, const Digest &subject,
                      const QByteArray &index);

    void setReferrersApi(bool isThere);
    void setTagsPageMax(int tags);
    void setRanges(bool areServed);
    void setEtags(bool areSent);
    void setEndlessTags(bool areThey);
    void requireBearer(const BearerAuth &auth);
    void requireBasic(const std::string &username, const std::string &password);
    void revokeTokens();

    void addFault(const std::string &path, Fault fault);
    void removeFaults(const std::string &path);

    /// Records the request and answers it.
    ScriptedAnswer answer(const RecordedRequest &request);

    void addBodyBytesSent(const std::string &path, std::int64_t bytes);
    std::vector<RecordedRequest> requests() const;
    std::int64_t bodyBytesSent(const std::string *path) const;

private:
    struct Manifest
    {
        std::string mediaType;
        Digest digest;
        QByteArray bytes;
    };

    struct Repository
    {
        std::map<std::string, Manifest> manifests; // by digest
        std::map<std::string, std::string> tags;   // to a digest
        std::map<std::string, QByteArray> blobs;
        std::map<std::string, QByteArray> referrers;
    };

    Fault takeFault(const RecordedRequest &request);
    ScriptedAnswer contentFor(const RecordedRequest &request);
    ScriptedAnswer challenge(const std::string &repository) const;
    bool isAuthorized(const RecordedRequest &request, const std::string &repository) const;
    ScriptedAnswer token(const RecordedRequest &request);
    bool isKnownToTokens(const RecordedRequest &request) const;
    ScriptedAnswer manifest(const Repository &repository, const std::string &reference) const;
    ScriptedAnswer tagList(const std::string &name, const Repository &repository,
                           const RecordedRequest &request) const;
    ScriptedAnswer referrers(const Repository &repository, const std::string &subject) const;
    void applyRange(const RecordedRequest &request, ScriptedAnswer &answer) const;

    mutable std::mutex m_mutex; // guards everything below
    std::string m_url;
    std::map<std::string, Repository> m_repositories;
    std::map<std::string, std::vector<Fault>> m_faults;
    std::map<std::string, std::int64_t> m_bodyBytesSent;
    std::vector<RecordedRequest> m_requests;
    std::optional<BearerAuth> m_bearer;
    std::string m_basic; // the whole Authorization field; empty: none is required
    std::map<std::string, std::set<std::string>> m_tokens; // to the scopes it is good for
    int m_tokensGiven = 0;
    int m_tagsPageMax = 1000;
    bool m_hasReferrersApi = true;
    bool m_hasRanges = true;
    bool m_hasEtags = false;
    bool m_hasEndlessTags = false;
};

} // namespace lanyard::test
