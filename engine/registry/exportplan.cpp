// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/exportplan.h"

#include "core/limits.h"
#include "registry/imagereader.h"
#include "registry/platformchoice.h"

#include <algorithm>

namespace lanyard::registry {

namespace {

/// Walks an image from its root.
class ExportWalk
{
public:
    ExportWalk(store::Store &store, store::RepositoryId repository)
        : m_store(store)
        , m_repository(repository)
    {
    }

    /// Whether it is whole, as far as a client needs it; then it is in the plan.
    bool add(const Digest &digest, const store::Platform &platform, int depth)
    {
        const auto info = m_store.catalogue().content(m_repository, digest);
        if (!info || !info->isStored || depth > limits::manifestDepthMax)
            return false;
        const Result<QByteArray> document = m_store.readManifest(digest);
        const auto manifest = document ? store::parseManifest(*document, info->mediaType)
                                       : Result<store::Manifest>(tl::unexpected(document.error()));
        if (!manifest)
            return false;
        const bool isWhole =
            manifest->isIndex ? addIndex(*manifest, depth) : addImage(*manifest, platform);
        if (isWhole)
            m_plan.manifests.push_back(digest);
        return isWhole;
    }

    ExportPlan take() { return std::move(m_plan); }

private:
    bool addIndex(const store::Manifest &index, int depth)
    {
        bool isAnyWhole = false;
        for (std::size_t i = 0; i < index.manifestCount; ++i) {
            const Digest &child = index.children[i].digest;
            const store::Platform &platform = index.platforms[i];
            const bool isAttachment = store::isAttachment(platform);
            const bool isWhole = add(child, platform, depth + 1);
            isAnyWhole = isAnyWhole || (isWhole && !isAttachment);
            if (!isWhole && !isAttachment)
                m_plan.leftOut.push_back(platform.os.empty() ? child.toString()
                                                             : platformName(platform));
        }
        return isAnyWhole;
    }

    bool addImage(const store::Manifest &image, const store::Platform &platform)
    {
        const std::vector<Digest> contents = store::digestsOf(image.children);
        const bool isWhole =
            std::all_of(contents.begin(), contents.end(), [this](const Digest &content) {
                const auto info = m_store.catalogue().content(m_repository, content);
                return info && info->isStored;
            });
        if (!isWhole)
            return false;
        m_plan.blobs.insert(m_plan.blobs.end(), contents.begin(), contents.end());
        if (kindOf(image) == ImageKind::Image && !store::isAttachment(platform))
            m_plan.platforms.push_back({.platform = platform,
                                        .config = contents.back(),
                                        .layers = {contents.begin(), contents.end() - 1}});
        return true;
    }

    store::Store &m_store;
    const store::RepositoryId m_repository;
    ExportPlan m_plan;
};

} // namespace

Result<ExportPlan> planExport(store::Store &store, const FoundImage &image)
{
    ExportWalk walk(store, image.repository);
    if (!walk.add(image.manifest.digest, {}, 0))
        return failure(
            ErrorCode::NotFound,
            //: "prefetch" is the name of a command.
            {QT_TRANSLATE_NOOP(
                "engine",
                "it is not complete for any platform; prefetch fetches what is missing")});
    return walk.take();
}

} // namespace lanyard::registry
