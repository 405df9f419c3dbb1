// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "enginecore.h"
#include "support/manualclock.h"
#include "support/scriptedregistry.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lanyard::test {

/// An answer as a client sees it.
struct ClientReply
{
    int status = 0; ///< 0: no answer came
    QByteArray body;
    bool isComplete = false; ///< everything that was announced has arrived
    std::vector<std::pair<QByteArray, QByteArray>> fields;

    QByteArray field(const QByteArray &name) const;
};

/// A request under way.
class ClientRequest
{
public:
    explicit ClientRequest(QNetworkReply *reply);

    bool isFinished() const { return m_reply->isFinished(); }

    /// The bytes of the body that have arrived so far.
    std::int64_t received() const { return m_reply->bytesAvailable(); }

    /// Waits for the end.
    ClientReply finish();
    /// Leaves.
    void abort();

private:
    std::unique_ptr<QNetworkReply> m_reply;
};

/// The real engine over real sockets and a real disk, in front of two scripted registries:
/// docker.io and quay.io. Only the upstreams and the clock are the test's. Everything runs in the
/// test's own event loop or in the engine's own threads.
class CacheFixture
{
public:
    /// Its data are in a folder of its own in `parent`; empty: where temporary files go.
    explicit CacheFixture(const QString &parent = {});

    ScriptedRegistry hub;
    ScriptedRegistry quay;
    ManualClock clock;
    // These count from the next start.
    DownloadConfig downloadConfig;
    PinnedConfig pinned;
    std::optional<std::int64_t> capacity;
    std::optional<std::int64_t> keepFree;
    EngineTimeouts timeouts;
    std::vector<TagRule> tagRules = defaultTagRules();
    std::vector<UpstreamConfig> furtherUpstreams;
    Credentials hubCredentials;
    PrivateAccess privateAccess = PrivateAccess::Trusted;
    std::vector<std::string> trusted{"127.0.0.1"};
    HealthConfig health;
    std::optional<ListenAddress> debug;
    QString configFile; ///< that changes of upstreams are written to; empty: none

    QStringList warnings; ///< of all engines

    /// Ends the engine and starts it anew on the same data.
    void restart();

    EngineCore &core() { return *m_core; }

    void stopEngine() { m_core.reset(); }

    ClientReply get(const QByteArray &target, const Fields &fields = {});
    ClientReply head(const QByteArray &target, const Fields &fields = {});
    ClientReply custom(const QByteArray &method, const QByteArray &target);
    ClientRequest start(const QByteArray &target, const Fields &fields = {},
                        const QByteArray &method = "GET");

    QList<DownloadProgress> downloads() const { return m_core->downloads(); }

    StatsSnapshot statistics() const { return m_books->statistics.snapshot(); }

    WrongDigests wrongDigests() const { return m_books->statistics.wrongDigests(); }

    /// The record of the newest request that has ended.
    RequestRecord lastRecord() const;
    /// Asks, and waits for the record of it: that is made when the answer is sent.
    RequestRecord recordOf(const QByteArray &target, const Fields &fields = {});

    /// Where the engine listens, on 127.0.0.1.
    std::uint16_t port() const;

    /// A page of the debug address.
    ClientReply debugPage(const QByteArray &target);

    /// Whether content is on disk under its digest.
    bool isStored(const Digest &digest) const;

    /// Whether a partial download is still written or followed: what is kept of one can be resumed
    /// when it is not.
    bool hasOpenPartials() const;

    QString dataDirectory() const { return m_directory.path(); }

private:
    void startEngine();
    ClientRequest ask(const QByteArray &url, const Fields &fields, const QByteArray &method);

    QTemporaryDir m_directory;
    std::unique_ptr<journal::Books> m_books;
    std::unique_ptr<EngineCore> m_core;
    std::string m_address;
    std::unique_ptr<QNetworkAccessManager> m_client;
};

/// An image manifest that names `layers`, each as digest and size.
QByteArray imageManifest(const std::vector<std::pair<Digest, std::int64_t>> &layers);

inline constexpr const char *imageType = "application/vnd.oci.image.manifest.v1+json";
inline constexpr const char *indexType = "application/vnd.oci.image.index.v1+json";

} // namespace lanyard::test
