// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/downloadprogress.h"
#include "core/clock.h"
#include "journal/statistics.h"
#include "registry/blobfetch.h"
#include "registry/registryrequest.h"
#include "store/store.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::registry {

/// A blob on its way from upstream into the store: one per digest, whatever the number of requests.
/// They are readers of the growing file; that they come and go does not touch the download, unless
/// the configuration says so. It goes on from what an earlier download has left, and what it has
/// got when it fails stays for the next one. On a full disk it passes: then it lasts as long as its
/// readers do.
/// Engine thread; owned by BlobHandler, which removes it on ended().
class Download final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Download)

public:
    /// What the downloads of an engine share.
    struct Context
    {
        store::Store &store;
        upstream::UpstreamClient &client;
        journal::Statistics &statistics;
        const Clock &clock;
        const DownloadConfig &config;
        const AheadStreams &ahead;
    };

    /// `announced` is the size a manifest gives the blob; nullopt when none is known.
    Download(const Context &context, Repository repository, const Digest &digest,
             std::optional<std::int64_t> announced);
    ~Download() override;

    void start();
    /// Answers `request` from this download: at once when the size is known, else as soon as it is.
    /// The request's repository has been authorised for the blob, or is the download's own. False
    /// when it begins before what is here: then `request` is as it was.
    bool join(RegistryRequest &request);

    const Repository &repository() const { return m_repository; }

    const Digest &digest() const { return m_digest; }

    DownloadProgress progress() const;

Q_SIGNALS:
    /// It will not be stored. Nobody can join it any more.
    void passing();
    /// The blob is stored and linked, or never will be by this download. The last signal.
    void ended();
    /// What the user should know; without secrets.
    void warningRaised(const lanyard::Message &message);

private:
    void fetch();
    void begun(std::optional<std::int64_t> size);
    void fetched(const std::optional<Error> &error);
    void pump();
    bool isAbandoned() const;
    int readers() const;
    void pass();
    void committed();
    void end();
    void fail(const Error &error);
    bool answer(RegistryRequest &request);
    void answerWaiting();

    const Context m_context;
    const Repository m_repository;
    const Digest m_digest;
    const std::optional<std::int64_t> m_announced;
    const std::int64_t m_startedAtMs;

    std::unique_ptr<store::PartialBlob> m_partial;
    std::unique_ptr<BlobFetch> m_fetch;     // null when an earlier download has left everything
    std::shared_ptr<GrowingFile> m_file;    // what readers follow; null until the size is known
    std::vector<RegistryRequest> m_waiting; // for the size
    bool m_isEnded = false;
    bool m_isPassing = false;
    bool m_hasAnswered = false; // the first request is a miss, the others are collapsed
};

} // namespace lanyard::registry
