// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/upstreamrecord.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "core/clock.h"
#include "core/result.h"
#include "credentials/credentialstore.h"
#include "upstream/routes.h"
#include "upstream/upstreamtimeouts.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::upstream {

/// Which connections a request uses: those of one kind never wait for those of another.
enum class Traffic {
    Answers, ///< manifests, tags, tokens: small, and waited for
    Content, ///< blobs
    Ahead,   ///< later parts of blobs; what arrives may wait here until it is its turn
    Probes,  ///< whether a server is there
};

struct UpstreamRequest
{
    enum class Method { Get, Head };

    /// Bytes from `begin`, before `end`.
    struct Range
    {
        std::int64_t begin = 0;
        std::optional<std::int64_t> end; ///< nullopt: all that follow
    };

    UpstreamId upstream = 0;
    Method method = Method::Get;
    std::string repository; ///< for the token's scope: repository:<name>:pull
    std::string path;   ///< from the root of the registry's URL: /v2/<name>/...; may have a query
    std::string accept; ///< the Accept field; empty sends none
    std::optional<Range> range; ///< asked for; upstream may send all the same, with 200
    Traffic traffic = Traffic::Answers;
    bool isAnonymous = false; ///< as anybody would ask, whatever credential there is
    /// Whether it may be seen is all that is asked, and of the registry itself: a redirect to
    /// elsewhere says yes.
    bool isAccessOnly = false;
    bool isCredentialTest = false; ///< a credential that is refused is the answer
};

/// What a registry said of a repository.
enum class Grant {
    Denied,
    ForCredential, ///< whoever has the credential may see it
    ForAnybody,    ///< it was given without one
};

/// The head of a successful answer (2xx).
struct UpstreamHead
{
    int status = 200;
    std::string contentType;
    std::optional<std::int64_t> contentLength;
    std::string contentDigest; ///< Docker-Content-Digest as sent; not to be trusted
    std::string contentRange;
    std::string link;           ///< the Link field: the next page of a list
    std::string filtersApplied; ///< OCI-Filters-Applied
};

/// One running request. Engine thread. Deleting it aborts it; deleting it from a slot of its own
/// signals is allowed only by deleteLater().
class UpstreamReply : public QObject
{
    Q_OBJECT

public:
    ~UpstreamReply() override = default;

    /// Up to `max` bytes of the body that have arrived. What is not read stays unread upstream
    /// beyond limits::upstreamReadBufferBytes (limits::blobPieceBytes of Traffic::Ahead): that is
    /// the back-pressure.
    virtual QByteArray read(std::int64_t max) = 0;
    virtual std::int64_t bytesAvailable() const = 0;

Q_SIGNALS:
    /// The answer is a 2xx. At most once, and before any body.
    void headReceived(const lanyard::upstream::UpstreamHead &head);
    void readyRead();
    /// The last signal, always emitted, once. `error` is nullopt when the whole body has arrived
    /// (it may still have to be read). 401/403/404 are NotFound, 429 RateLimited, 5xx, other 4xx
    /// and what is not HTTP BadUpstream, no connection Unreachable, no answer in time TimedOut.
    /// A body that is shorter than its head said is Unreachable. Where the head says no length, the
    /// end of the connection is the end of the body: only its digest or syntax can tell more.
    void finished(const std::optional<lanyard::Error> &error);

protected:
    UpstreamReply() = default;
};

/// A small answer, whole.
struct UpstreamDocument
{
    UpstreamHead head;
    QByteArray body;
};

/// Told of every request that leaves for an upstream, tokens included: for statistics.
using RequestCounter = std::function<void(UpstreamId)>;

/// Asks registries: authentication, redirects, timeouts and the meaning of their answers.
/// Engine thread. Requests are asynchronous; none blocks.
class UpstreamClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamClient)

public:
    /// `credentials` and `clock` outlive it.
    UpstreamClient(const std::vector<UpstreamConfig> &upstreams,
                   credentials::CredentialStore &credentials, const Clock &clock,
                   const UpstreamTimeouts &timeouts, const RequestCounter &counter,
                   QObject *parent = nullptr);
    ~UpstreamClient() override;

    const UpstreamTimeouts &timeouts() const;

    /// The name of an upstream in image references. Lives until set() gives it another
    /// configuration.
    const std::string &registry(UpstreamId id) const;

    /// Adds an upstream, or gives it another configuration: what it was known by is forgotten.
    /// Requests that run go on as they began.
    void set(UpstreamId id, const UpstreamConfig &config);
    /// It is asked for nothing more: requests for it are Offline. Requests that run go on.
    void remove(UpstreamId id);

    /// Whether none is asked: requests are Offline at once. Those that run go on.
    void setOffline(bool isOffline);
    bool isOffline() const;

    /// Without what is counted elsewhere.
    UpstreamStatus status(UpstreamId id) const;
    /// How much of its pull budget is left, from 0 to 1; 1 where nobody counts.
    double budgetShare(UpstreamId id) const;
    /// What it granted before, the last to be heard of last.
    void setBudgets(UpstreamId id, const QList<PullBudget> &heard);

    /// Asks all servers of an upstream whether they are there, also those that are known not to be,
    /// and while none is asked otherwise; with the credential that is kept, or instead with the one
    /// that is given. `done` is called once, later, unless this is gone by then.
    void test(UpstreamId id, const std::optional<credentials::Credential> &given,
              std::function<void(const UpstreamTest &)> done);

    /// Starts a request; connect to the reply's signals before returning to the event loop.
    std::unique_ptr<UpstreamReply> send(UpstreamRequest request);

    using DocumentCallback = std::function<void(Result<UpstreamDocument>)>;

    /// Fetches an answer of at most `bytesMax` (a longer one is BadUpstream) and calls `done` once,
    /// later, unless `context` or this client is gone by then. TimedOut when it is not whole after
    /// UpstreamTimeouts::document. With HEAD the body is empty.
    void fetch(UpstreamRequest request, std::int64_t bytesMax, QObject *context,
               DocumentCallback done);

Q_SIGNALS:
    /// What it said of its pull budget in an answer.
    void budgetHeard(lanyard::upstream::UpstreamId id, const lanyard::PullBudget &heard);
    /// A request that has left is over, tokens and redirects included; not those of test().
    void requestEnded(lanyard::upstream::UpstreamId id, const lanyard::UpstreamRecord &record);
    /// What the registry itself said to a request for a repository that could show a credential.
    /// Nothing is said of what is not there.
    void accessKnown(const lanyard::upstream::UpstreamRequest &request,
                     lanyard::upstream::Grant grant);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard::upstream
