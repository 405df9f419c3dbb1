// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagemodel.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace lanyard::ui {

namespace {

using Level = ImageNode::Level;

/// A tree that grows is sorted again when it has grown by this part of it: all of these times
/// together cost little more than the last one.
constexpr int growthPart = 8;

/// Where one of that name is, or belongs.
template <typename All>
auto placeOf(All &all, const ImageNode &wanted)
{
    return std::lower_bound(
        all.begin(), all.end(), wanted,
        [](const auto &node, const ImageNode &sought) { return precedes(*node, sought); });
}

ImageNode *childOf(ImageNode &parent, const ImageNode &wanted)
{
    auto &all = parent.branch().all;
    const auto place = placeOf(all, wanted);
    return place == all.end() || precedes(wanted, **place) ? nullptr : place->get();
}

bool isEmpty(const ImageNode &node)
{
    return node.shownCount() == 0;
}

void eraseEmpty(ImageNode &node)
{
    std::erase_if(node.branch().all, [](const auto &child) { return child->allCount() == 0; });
}

} // namespace

ImageModel::ImageModel(QObject *parent)
    : ImageRows(parent)
{
}

void ImageModel::beginSweep()
{
    ++m_sweep;
}

void ImageModel::merge(const QList<ImageSummary> &page)
{
    NodesBelow added;
    std::set<ImageNode *> upstreams;
    for (qsizetype first = 0; first < page.size();) {
        const ImageSummary &summary = page[first];
        qsizetype last = first + 1;
        while (last < page.size() && page[last].registry == summary.registry &&
               page[last].repository == summary.repository)
            ++last;
        ImageNode &upstream = ensure(root(), Level::Upstream, summary);
        ImageNode &repository = ensure(upstream, Level::Repository, summary);
        mergeImages(repository, page, first, last, added[&repository]);
        sumUp(repository);
        upstreams.insert(&upstream);
        first = last;
    }
    for (ImageNode *upstream : upstreams)
        sumUp(*upstream);
    show(added);
    m_mergedRows += static_cast<int>(page.size());
    if (m_mergedRows * growthPart >= m_imageCount) {
        m_mergedRows = 0;
        settle();
    }
    recount();
}

/// The one below `parent` that `summary` is of; where there is none it is made, and not shown yet.
ImageNode &ImageModel::ensure(ImageNode &parent, Level level, const ImageSummary &summary)
{
    const QByteArray &name = level == Level::Upstream     ? summary.registry
                             : level == Level::Repository ? summary.repository
                                                          : summary.tag;
    auto wanted = std::make_unique<ImageNode>(level, &parent, name);
    if (level == Level::Image)
        wanted->take(summary);
    auto &all = parent.branch().all;
    auto place = placeOf(all, *wanted);
    if (place == all.end() || precedes(*wanted, **place)) {
        m_imageCount += level == Level::Image ? 1 : 0;
        place = all.insert(place, std::move(wanted));
    }
    (*place)->sweep = m_sweep;
    return **place;
}

void ImageModel::mergeImages(ImageNode &repository, const QList<ImageSummary> &page,
                             qsizetype first, qsizetype last, Nodes &added)
{
    int firstChanged = static_cast<int>(repository.shownCount());
    int lastChanged = -1;
    for (qsizetype i = first; i < last; ++i) {
        const std::size_t before = repository.allCount();
        ImageNode &image = ensure(repository, Level::Image, page[i]);
        if (repository.allCount() > before)
            added.push_back(&image);
        if (!takeSummary(image, page[i]) || !image.isShown())
            continue;
        firstChanged = std::min(firstChanged, image.row);
        lastChanged = std::max(lastChanged, image.row);
    }
    if (lastChanged >= 0)
        tell(repository, firstChanged, lastChanged);
}

bool ImageModel::takeSummary(ImageNode &image, const ImageSummary &summary)
{
    const auto content = [&image] {
        return std::tuple(image.digest, image.storedBytes, image.isComplete);
    };
    const auto before = content();
    if (!image.take(summary))
        return false;
    if (image.isAskedFor && before != content())
        Q_EMIT detailsWanted(image.fullName());
    return true;
}

/// Shows images that were added to repositories, as far as they are looked for, and what is above
/// them. From below, so that what comes into sight has everything.
void ImageModel::show(const NodesBelow &images)
{
    NodesBelow repositories;
    for (const auto &[repository, nodes] : images) {
        Nodes wanted;
        std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(wanted),
                     [this](const ImageNode *image) { return m_search.matches(*image); });
        append(*repository, wanted);
        if (!repository->isShown() && repository->shownCount() > 0)
            repositories[repository->parent].push_back(repository);
    }
    Nodes upstreams;
    for (const auto &[upstream, nodes] : repositories) {
        append(*upstream, nodes);
        if (!upstream->isShown())
            upstreams.push_back(upstream);
    }
    append(root(), upstreams);
}

void ImageModel::sumUp(ImageNode &node)
{
    if (node.sumUp() && node.isShown())
        tell(*node.parent, node.row, node.row);
}

void ImageModel::endSweep()
{
    prune([this](const ImageNode &image) { return image.sweep != m_sweep; });
    m_mergedRows = 0;
    settle();
    recount();
}

void ImageModel::remove(const QByteArrayList &names)
{
    QSet<const ImageNode *> gone;
    for (const QByteArray &name : names) {
        const ImageNode *node = find(name);
        if (node && node->level == Level::Image)
            gone.insert(node);
    }
    prune([&gone](const ImageNode &image) { return gone.contains(&image); });
    recount();
}

/// Takes out images, and what has none any more.
void ImageModel::prune(const Is &isGone)
{
    for (const auto &upstream : root().branch().all)
        pruneUpstream(*upstream, isGone);
    hide(root(), isEmpty);
    eraseEmpty(root());
}

void ImageModel::pruneUpstream(ImageNode &upstream, const Is &isGone)
{
    bool isChanged = false;
    for (const auto &repository : upstream.branch().all) {
        hide(*repository, isGone);
        const std::size_t erased = std::erase_if(
            repository->branch().all, [&isGone](const auto &image) { return isGone(*image); });
        m_imageCount -= static_cast<int>(erased);
        isChanged |= erased > 0;
        if (erased > 0)
            sumUp(*repository);
    }
    if (!isChanged)
        return;
    hide(upstream, isEmpty);
    eraseEmpty(upstream);
    sumUp(upstream);
}

void ImageModel::clear()
{
    if (root().allCount() == 0)
        return;
    beginResetModel();
    root().branch() = {};
    m_imageCount = 0;
    endResetModel();
    recount();
}

void ImageModel::recount()
{
    std::size_t matches = 0;
    for (const auto &upstream : root().branch().all) {
        for (const auto &repository : upstream->branch().all)
            matches += repository->shownCount();
    }
    m_matchCount = static_cast<int>(matches);
    Q_EMIT countChanged();
}

void ImageModel::setSizes(const RepositorySizes &sizes)
{
    for (const QList<StoredSize> &list : {sizes.registries, sizes.repositories}) {
        for (const StoredSize &size : list) {
            ImageNode *node = found(size.name);
            if (!node || (node->hasOwnSize && node->storedBytes == size.storedBytes &&
                          node->sharedBytes == size.sharedBytes))
                continue;
            node->hasOwnSize = true;
            node->storedBytes = size.storedBytes;
            node->sharedBytes = size.sharedBytes;
            if (node->isShown())
                tell(*node->parent, node->row, node->row);
        }
    }
    settle();
}

void ImageModel::setDetails(const ImageDetails &details)
{
    ImageNode *image = found(details.summary.name());
    if (!image || image->level != Level::Image || (image->details && *image->details == details))
        return;
    const bool isInPlace = image->details && haveSameShape(*image->details, details);
    if (!isInPlace) {
        hide(*image, [](const ImageNode &) { return true; });
        image->branch().all.clear();
    }
    image->take(details);
    if (image->isShown())
        tell(*image->parent, image->row, image->row);
    if (isInPlace)
        refresh(*image);
    else if (image->isAskedFor)
        fill(*image);
}

/// Shows what is now known of the platforms that are shown already.
void ImageModel::refresh(ImageNode &image)
{
    image.refreshPlatforms();
    if (!image.isShown() || image.shownCount() == 0)
        return;
    tell(image, 0, static_cast<int>(image.shownCount()) - 1);
    for (const auto &platform : image.branch().all) {
        if (platform->shownCount() > 0)
            tell(*platform, 0, static_cast<int>(platform->shownCount()) - 1);
    }
}

/// Shows the platforms of an image that was opened.
void ImageModel::fill(ImageNode &image)
{
    Nodes platforms;
    for (auto &platform : image.platformNodes()) {
        platforms.push_back(platform.get());
        image.branch().all.push_back(std::move(platform));
    }
    append(image, platforms);
}

void ImageModel::setSearch(const ImageSearch &search)
{
    if (search == m_search)
        return;
    beginResetModel();
    m_search = search;
    showFitting(root(), [this](const ImageNode &image) { return m_search.matches(image); });
    endResetModel();
    recount();
}

ImageNode *ImageModel::found(const QByteArray &fullName)
{
    const auto before = [](const QByteArray &text, qsizetype end) {
        return end < 0 ? text : text.left(end);
    };
    const qsizetype slash = fullName.indexOf('/');
    ImageNode *upstream = childOf(root(), {Level::Upstream, nullptr, before(fullName, slash)});
    if (!upstream || slash < 0)
        return upstream;
    const QByteArray rest = fullName.mid(slash + 1);
    const qsizetype at = rest.indexOf('@');
    const qsizetype end = at < 0 ? rest.lastIndexOf(':') : at;
    ImageNode *repository = childOf(*upstream, {Level::Repository, nullptr, before(rest, end)});
    if (!repository || end < 0)
        return repository;
    ImageNode image(Level::Image, nullptr, at < 0 ? rest.mid(end + 1) : QByteArray());
    if (at >= 0)
        image.digest = rest.mid(at + 1);
    return childOf(*repository, image);
}

const ImageNode *ImageModel::find(const QByteArray &fullName) const
{
    return const_cast<ImageModel *>(this)->found(fullName);
}

bool ImageModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const ImageNode &above = node(parent);
    if (above.level != Level::Image || above.shownCount() > 0)
        return above.shownCount() > 0;
    // Until somebody has looked, there may be.
    return !above.details || !above.details->platforms.isEmpty();
}

bool ImageModel::canFetchMore(const QModelIndex &parent) const
{
    const ImageNode &above = node(parent);
    return above.level == Level::Image && !above.isAskedFor;
}

void ImageModel::fetchMore(const QModelIndex &parent)
{
    ImageNode &image = mutableNode(parent);
    if (image.level != Level::Image || std::exchange(image.isAskedFor, true))
        return;
    if (image.details)
        fill(image);
    Q_EMIT detailsWanted(image.fullName());
}

} // namespace lanyard::ui
