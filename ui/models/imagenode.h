// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace lanyard::ui {

/// A row of the tree of images: an upstream, a repository of it, an image of that, and, of an image
/// that was opened, its platforms with their content. A node owns those below it and keeps its
/// place in memory for as long as it is there.
struct ImageNode final
{
    enum class Level : std::uint8_t { Root, Upstream, Repository, Image, Platform, Content };

    /// What is below a node.
    struct Branch
    {
        std::vector<std::unique_ptr<ImageNode>> all; ///< as precedes() has them, or as they came
        std::vector<ImageNode *> shown; ///< those that fit the search, in the order of the view
        bool isInOrder = true;          ///< `shown` is as it is to be sorted
    };

    ImageNode(Level nodeLevel, ImageNode *above, QByteArray nodeName);
    Q_DISABLE_COPY_MOVE(ImageNode)

    /// Made when it is first asked for.
    Branch &branch();

    std::size_t shownCount() const { return m_branch ? m_branch->shown.size() : 0; }

    ImageNode *shownAt(int place) const { return m_branch->shown[static_cast<std::size_t>(place)]; }

    std::size_t allCount() const { return m_branch ? m_branch->all.size() : 0; }

    bool isShown() const { return row >= 0; }

    /// The one of that level above it, or itself; nullptr: there is none.
    const ImageNode *above(Level wanted) const;
    /// As a person would write it: the upstream; with the repository; an image, also for what is
    /// below one, as ImageSummary::name().
    QByteArray fullName() const;

    /// Takes over what a list says of an image; whether anything of it is new.
    bool take(const ImageSummary &summary);
    /// What the images of a repository, or the repositories of an upstream, come to; whether
    /// anything of it is new. Sizes only where hasOwnSize is false.
    bool sumUp();

    /// Takes over what is known of an image that was opened, without what is below it.
    void take(const ImageDetails &known);
    /// What belongs below an image by its details; they are not shown yet.
    std::vector<std::unique_ptr<ImageNode>> platformNodes();

    /// The same for what is below it already, of the same shape.
    void refreshPlatforms();

    /// Of a Platform, or of the one that has the Content.
    const ImagePlatform &platform() const;
    /// Of a Content.
    const ImageContent &content() const;

    ImageNode *const parent;
    int row = -1;            ///< among the shown ones; -1: not shown
    std::uint32_t sweep = 0; ///< in which the engine named it last
    int position = 0;        ///< of a Platform: in the details; of a Content: -1 is the config
    const Level level;
    ImageKind kind = ImageKind::Image;
    bool isComplete = false;
    bool isPinned = false;
    bool isPrivate = false;
    bool isNewerUpstream = false;
    bool isAskedFor = false; ///< its details
    bool hasOwnSize = false; ///< it is no sum of those below it
    const QByteArray name;   ///< of its level: quay.io, org/name, a tag; empty: it has no tag
    QByteArray digest;       ///< of an image
    std::int64_t totalBytes = 0;
    std::int64_t storedBytes = 0;
    std::int64_t sharedBytes = -1; ///< of the stored ones, that others have, too; -1: not known
    std::uint64_t pulls = 0;
    std::int64_t lastUsedAtMs = 0;               ///< since 1970-01-01 UTC; 0: never
    std::unique_ptr<const ImageDetails> details; ///< of an image that was opened

private:
    std::unique_ptr<Branch> m_branch;
};

/// The order in which the engine lists siblings: by name, those without a tag last.
bool precedes(const ImageNode &left, const ImageNode &right);

/// Whether what belongs below them is of the same shape.
bool haveSameShape(const ImageDetails &left, const ImageDetails &right);

/// What an image has of stored content that other images have, too.
std::int64_t sharedBytesOf(const ImageDetails &details);

} // namespace lanyard::ui
