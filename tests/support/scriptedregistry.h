// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lanyard::test {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// A request as it came in.
struct RecordedRequest
{
    std::string method;
    std::string path;  ///< as sent, without the query
    std::string query; ///< as sent, without the question mark
    Fields fields;
    QByteArray body;

    /// The value of the first field of that name, case ignored; empty when there is none.
    std::string field(std::string_view name) const;
};

/// How the end of a body is told.
enum class Framing { ContentLength, Chunked, UntilClose };

/// What is done to requests for one path. Everything may be combined.
struct Fault
{
    int status = 0;  ///< answered with `fields` and `body`; 0: what the registry would answer
    Fields fields;   ///< of the head, instead of those of that name
    QByteArray body; ///< used with `status` only
    QByteArray raw;  ///< sent instead of HTTP, before the connection closes
    Framing framing = Framing::ContentLength;
    std::optional<std::int64_t> contentLength; ///< said instead of the true one
    bool isCorrupt = false;                    ///< one bit of the content's first byte is wrong
    bool isHeld = false;                       ///< not even a head is sent until release()
    std::chrono::milliseconds delay{0};        ///< before the head
    bool isHeadEndless = false;                ///< the head goes on until the connection ends
    bool isEnded = false;                      ///< the connection ends before the head
    std::optional<std::int64_t> stallAfter; ///< this much of the body, then silence until release()
    std::optional<std::int64_t> cutAfter;   ///< this much of the body, then the connection ends
    bool isReset = false;                   ///< where it ends, it does so by a reset
    std::string method;                     ///< only requests of this method; empty: of any
    std::string range; ///< only requests with this Range field; empty: with any, or none
    int times = -1;    ///< only so many requests; -1: all
};

/// A 307 to `location`.
Fault redirectTo(std::string location);

/// Tokens are given out at /token of the same server.
struct BearerAuth
{
    std::string username; ///< what /token wants as Basic; empty: it serves everyone
    std::string password;
    std::string identityToken; ///< what it takes by POST as well; empty: none
    /// What everyone can read: then /token serves everyone, but others only for these.
    std::vector<std::string> publicRepositories;
    std::string realm; ///< what the challenge names; empty: its own /token
    int expiresIn = 300;
    bool isAccessToken = false; ///< "access_token" instead of "token" in its answer
};

/// PEM texts of a server's certificate and key.
struct TlsIdentity
{
    QByteArray certificate;
    QByteArray key;
};

/// A registry on a real socket of 127.0.0.1 that does what a test says and remembers what it was
/// asked. It serves GET and HEAD of /v2/, manifests, blobs, tags/list, referrers and /token.
/// It works in a thread of its own; every member may be called from any thread, at any time.
class ScriptedRegistry final
{
public:
    /// Listens on a free port at once; with an identity it speaks TLS.
    explicit ScriptedRegistry(std::optional<TlsIdentity> identity = std::nullopt);
    ~ScriptedRegistry();
    ScriptedRegistry(const ScriptedRegistry &) = delete;
    ScriptedRegistry &operator=(const ScriptedRegistry &) = delete;

    std::string url() const;      ///< http://127.0.0.1:PORT, or https
    std::string hostPort() const; ///< 127.0.0.1:PORT

    /// Closes the port and every connection; afterwards connections are refused.
    void stop();
    /// Opens the same port again.
    void start();

    // What it holds. Adding again replaces.

    /// Under its digest, and under `tag` unless that is empty.
    Digest addManifest(const std::string &repository, const std::string &tag,
                       const std::string &mediaType, const QByteArray &bytes);
    void removeTag(const std::string &repository, const std::string &tag);
    Digest addBlob(const std::string &repository, const QByteArray &bytes);
    /// `index` is the answer for this subject. Subjects without one get an empty index.
    void setReferrers(const std::string &repository, const Digest &subject,
                      const QByteArray &index);

    // How it behaves.

    void setReferrersApi(bool isThere); ///< without it, referrers are 404. There by default
    void setTagsPageMax(int tags);      ///< lists longer than this have a Link. 1000 by default
    void setRanges(bool areServed);     ///< without, a Range is ignored. Served by default
    void setEtags(bool areSent);        ///< the digest as ETag. Not sent by default
    void setEndlessTags(bool areThey);  ///< every page of tags names another one. Not by default
    void requireBearer(const BearerAuth &auth);
    void requireBasic(const std::string &username, const std::string &password);
    /// Every token that was given out is worthless from now on.
    void revokeTokens();

    /// The first fault of a path that fits a request is used; `path` is without a query.
    void addFault(const std::string &path, Fault fault);
    /// Removes all faults of the path, and lets answers that they hold or stall go on. A head that
    /// is endless ends with its connection.
    void release(const std::string &path);

    // What it was asked. Requests count when they are read, before any fault.

    int count() const;
    int count(std::string_view method, std::string_view path) const;
    std::vector<RecordedRequest> requests() const;
    /// Bytes of bodies that were handed to sockets: sent, or in the buffers of the system.
    std::int64_t bodyBytesSent() const;
    std::int64_t bodyBytesSent(const std::string &path) const;
    int connections() const; ///< open now

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard::test
