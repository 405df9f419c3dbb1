// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/prefetch.h"
#include "core/growingfile.h"
#include "core/imageref.h"
#include "core/result.h"
#include "registry/ownrequest.h"
#include "registry/platformchoice.h"
#include "registry/registry.h"
#include "store/manifest.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lanyard::registry {

/// Fetches an image as its clients would: the manifest, those of the chosen platforms, and what
/// they name, limits::prefetchDownloadsMax at once. Ends in finished() or failed(); destroyed
/// before, it asks for nothing more, and is one reader fewer of the downloads that run. Engine
/// thread.
class Prefetch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Prefetch)

public:
    /// `ref` is of `repository`. Registry and store outlive it.
    Prefetch(Registry &registry, store::Store &store, Repository repository, ImageRef ref,
             PlatformChoice choice);
    ~Prefetch() override;

    void start();
    PrefetchProgress progress() const;

Q_SIGNALS:
    /// Now and then, while it goes on.
    void progressed();
    /// Everything is stored. The last signal.
    void finished(const lanyard::PrefetchResult &result);
    /// The last signal.
    void failed(const lanyard::Error &error);

private:
    struct Piece
    {
        store::Descriptor content;
        bool isManifest = false;
    };

    void rootArrived(const Result<http::Response> &answer);
    /// Queues what a manifest names.
    void take(const Digest &digest, const QByteArray &document, bool isRoot);
    void enqueue(const store::Descriptor &content, bool isManifest);
    void askForMore();
    void arrived(const Piece &piece, Result<http::Response> answer);
    void downloadEnded(const Digest &digest);
    void pieceDone(const Piece &piece, bool wasFetched);
    void finishWhenStored();
    bool isStored(const Digest &digest) const;
    void fail(const Error &error);

    Registry &m_registry;
    store::Store &m_store;
    const Repository m_repository;
    const ImageRef m_ref;
    const PlatformChoice m_choice;
    QTimer m_ticks;
    PrefetchResult m_result;
    int m_done = 0; ///< pieces
    std::int64_t m_doneBytes = 0;
    std::unordered_set<Digest> m_known;
    std::deque<Piece> m_queue;
    std::unordered_map<Digest, Piece> m_asked;
    /// Blobs that are on their way.
    std::unordered_map<Digest, GrowingFile::Reader> m_followed;
    std::vector<Digest> m_manifests; ///< to be stored before the end
    bool m_isEnded = false;
};

} // namespace lanyard::registry
