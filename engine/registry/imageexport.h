// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"
#include "archive/layoutwriter.h"
#include "core/imageref.h"
#include "core/result.h"
#include "registry/archivemeter.h"
#include "registry/exportplan.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

namespace lanyard::registry {

/// Writes images of the store as an OCI image layout, with the index of `docker save` beside its
/// own, so that Docker loads it, too. Every byte is verified on its way.
///
/// Made for one export, on one thread, which it blocks.
class ImageExport
{
public:
    /// Both references outlive it.
    ImageExport(store::Store &store, const upstream::Routes &routes, ExportRequest request,
                std::stop_token stop, ArchiveMeter::Told progressed);

    /// InvalidInput when a reference is none, or its place is taken or not to be written; NotFound
    /// when an image is not in the cache, or not complete; Corrupt when it is damaged there; Io;
    /// Cancelled. Nothing is left then.
    Result<ExportResult> run();

private:
    struct Planned
    {
        std::string name; ///< <registry>/<repository>:<tag>, or @<digest>
        FoundImage image;
        ExportPlan plan;
    };

    Result<void> plan(const std::string &reference);
    void want(const std::vector<Digest> &contents);
    Result<void> write(archive::LayoutWriter &writer);
    Result<void> copy(const Digest &digest, archive::LayoutWriter &writer);
    QByteArray indexText() const;
    QByteArray dockerIndexText() const;
    ExportResult result() const;

    store::Store &m_store;
    const upstream::Routes &m_routes;
    const ExportRequest m_request;
    const std::stop_token m_stop;
    std::vector<Planned> m_images;
    std::unordered_set<Digest> m_wanted;
    std::vector<Digest> m_contents; ///< the same, in the order in which they are written
    ArchiveMeter m_meter;
};

} // namespace lanyard::registry
