// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagenode.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

template <typename Value>
bool assign(Value &kept, const Value &value)
{
    return std::exchange(kept, value) != value;
}

} // namespace

ImageNode::ImageNode(Level nodeLevel, ImageNode *above, QByteArray nodeName)
    : parent(above)
    , level(nodeLevel)
    , name(std::move(nodeName))
{
}

ImageNode::Branch &ImageNode::branch()
{
    if (!m_branch)
        m_branch = std::make_unique<Branch>();
    return *m_branch;
}

const ImageNode *ImageNode::above(Level wanted) const
{
    const ImageNode *node = this;
    while (node && node->level != wanted)
        node = node->parent;
    return node;
}

QByteArray ImageNode::fullName() const
{
    const ImageNode *upstream = above(Level::Upstream);
    const ImageNode *repository = above(Level::Repository);
    const ImageNode *image = above(Level::Image);
    QByteArray full;
    if (upstream)
        full = upstream->name;
    if (repository)
        full += '/' + repository->name;
    if (image)
        full += image->name.isEmpty() ? '@' + image->digest : ':' + image->name;
    return full;
}

bool ImageNode::take(const ImageSummary &summary)
{
    bool isNew = assign(digest, summary.digest);
    isNew |= assign(kind, summary.kind);
    isNew |= assign(isComplete, summary.isComplete);
    isNew |= assign(isPinned, summary.isPinned);
    isNew |= assign(isPrivate, lanyard::isPrivate(summary.visibility));
    isNew |= assign(isNewerUpstream, !summary.newerUpstream.isEmpty());
    isNew |= assign(totalBytes, summary.totalBytes);
    isNew |= assign(storedBytes, summary.storedBytes);
    isNew |= assign(pulls, summary.pulls);
    isNew |= assign(lastUsedAtMs, summary.lastUsedAtMs);
    return isNew;
}

bool ImageNode::sumUp()
{
    std::int64_t stored = 0;
    std::uint64_t allPulls = 0;
    std::int64_t lastUsed = 0;
    bool areAllComplete = true;
    bool isAnyPrivate = false;
    for (const auto &child : branch().all) {
        stored += child->storedBytes;
        allPulls += child->pulls;
        lastUsed = std::max(lastUsed, child->lastUsedAtMs);
        areAllComplete = areAllComplete && child->isComplete;
        isAnyPrivate = isAnyPrivate || child->isPrivate;
    }
    bool isNew = assign(pulls, allPulls);
    isNew |= assign(lastUsedAtMs, lastUsed);
    isNew |= assign(isComplete, areAllComplete);
    // An upstream is not private for one of its repositories.
    isNew |= assign(isPrivate, isAnyPrivate && level == Level::Repository);
    if (!hasOwnSize)
        isNew |= assign(storedBytes, stored);
    return isNew;
}

const ImagePlatform &ImageNode::platform() const
{
    const ImageNode *node = above(Level::Platform);
    Q_ASSERT(node && node->parent->details);
    return node->parent->details->platforms.at(node->position);
}

const ImageContent &ImageNode::content() const
{
    Q_ASSERT(level == Level::Content);
    return position < 0 ? platform().config : platform().layers.at(position);
}

void ImageNode::take(const ImageDetails &known)
{
    Q_ASSERT(level == Level::Image);
    details = std::make_unique<const ImageDetails>(known);
    sharedBytes = sharedBytesOf(known);
}

std::vector<std::unique_ptr<ImageNode>> ImageNode::platformNodes()
{
    std::vector<std::unique_ptr<ImageNode>> nodes;
    for (int i = 0; i < details->platforms.size(); ++i) {
        const ImagePlatform &shown = details->platforms.at(i);
        auto node = std::make_unique<ImageNode>(Level::Platform, this, QByteArray());
        node->position = i;
        node->isComplete = shown.isComplete;
        const auto add = [&node](int place, const ImageContent &content) {
            auto below = std::make_unique<ImageNode>(Level::Content, node.get(), QByteArray());
            below->position = place;
            below->isComplete = content.isStored;
            below->totalBytes = content.bytes;
            below->storedBytes = content.isStored ? content.bytes : 0;
            below->sharedBytes = content.isStored && content.sharers > 0 ? content.bytes : 0;
            node->totalBytes += below->totalBytes;
            node->storedBytes += below->storedBytes;
            Branch &branch = node->branch();
            below->row = static_cast<int>(branch.shown.size());
            branch.shown.push_back(below.get());
            branch.all.push_back(std::move(below));
        };
        if (!shown.config.digest.isEmpty())
            add(-1, shown.config);
        for (int layer = 0; layer < shown.layers.size(); ++layer)
            add(layer, shown.layers.at(layer));
        nodes.push_back(std::move(node));
    }
    return nodes;
}

void ImageNode::refreshPlatforms()
{
    const auto copy = [](const ImageNode &from, ImageNode &to) {
        to.isComplete = from.isComplete;
        to.totalBytes = from.totalBytes;
        to.storedBytes = from.storedBytes;
        to.sharedBytes = from.sharedBytes;
    };
    auto &old = branch().all;
    auto now = platformNodes();
    for (std::size_t i = 0; i < old.size(); ++i) {
        copy(*now[i], *old[i]);
        for (std::size_t j = 0; j < old[i]->allCount(); ++j)
            copy(*now[i]->branch().all[j], *old[i]->branch().all[j]);
    }
}

bool haveSameShape(const ImageDetails &left, const ImageDetails &right)
{
    return std::equal(left.platforms.begin(), left.platforms.end(), right.platforms.begin(),
                      right.platforms.end(), [](const auto &one, const auto &other) {
                          return one.config.digest.isEmpty() == other.config.digest.isEmpty() &&
                                 one.layers.size() == other.layers.size();
                      });
}

bool precedes(const ImageNode &left, const ImageNode &right)
{
    if (left.name.isEmpty() != right.name.isEmpty())
        return right.name.isEmpty();
    if (const int order = left.name.compare(right.name); order != 0)
        return order < 0;
    // The digest of a tag may change; it is no part of its name.
    return left.name.isEmpty() && left.digest < right.digest;
}

std::int64_t sharedBytesOf(const ImageDetails &details)
{
    QSet<QByteArray> known;
    std::int64_t bytes = 0;
    const auto add = [&](const ImageContent &content) {
        if (content.digest.isEmpty() || !content.isStored || content.sharers == 0 ||
            known.contains(content.digest))
            return;
        known.insert(content.digest);
        bytes += content.bytes;
    };
    for (const ImagePlatform &platform : details.platforms) {
        add(platform.manifest);
        add(platform.config);
        for (const ImageContent &layer : platform.layers)
            add(layer);
    }
    return bytes;
}

} // namespace lanyard::ui
