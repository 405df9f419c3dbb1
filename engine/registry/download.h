// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/downloadprogress.h"
#include "core/clock.h"
#include "journal/statistics.h"
#include "registry/registryrequest.h"
#include "store/store.h"
#include "upstream/upstreamclient.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::registry {

/// A blob on its way from upstream into the store: one per digest, whatever the number of requests.
/// They are readers of the growing file; that they come and go does not touch the download.
/// Engine thread; owned by BlobHandler, which removes it on ended().
class Download final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Download)

public:
    /// `announced` is the size a manifest gives the blob; nullopt when none is known.
    Download(store::Store &store, upstream::UpstreamClient &client, journal::Statistics &statistics,
             const Clock &clock, Repository repository, const Digest &digest,
             std::optional<std::int64_t> announced);
    ~Download() override;

    void start();
    /// Answers `request` from this download: at once when the size is known, else as soon as it is.
    /// The request's repository has been authorised for the blob, or is the download's own.
    void join(RegistryRequest request);

    const Repository &repository() const { return m_repository; }

    DownloadProgress progress() const;

Q_SIGNALS:
    /// The blob is stored and linked, or never will be by this download.
    void ended(const lanyard::Digest &digest);
    /// What the user should know; without secrets.
    void warningRaised(const QString &message);

private:
    void headReceived(const upstream::UpstreamHead &head);
    void transferFinished(const std::optional<Error> &error);
    void pump();
    void committed();
    void fail(const Error &error);
    void answer(RegistryRequest &request);
    void answerWaiting();

    store::Store &m_store;
    upstream::UpstreamClient &m_client;
    journal::Statistics &m_statistics;
    const Repository m_repository;
    const Digest m_digest;
    const std::optional<std::int64_t> m_announced;
    const std::int64_t m_startedAtMs;

    std::unique_ptr<upstream::UpstreamReply> m_reply;
    std::unique_ptr<store::PartialBlob> m_partial;
    std::shared_ptr<GrowingFile> m_file;    // what readers follow; null until the size is known
    std::vector<RegistryRequest> m_waiting; // for the size
    bool m_isTransferred = false;           // upstream has sent all
    bool m_isEnded = false;
    bool m_hasAnswered = false; // the first request is a miss, the others are collapsed
    long m_ownReferences = 0;   // to m_file: the rest are readers
};

} // namespace lanyard::registry
