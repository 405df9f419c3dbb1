// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagesummary.h"
#include "api/repositorysizes.h"
#include "models/imagerows.h"

#include <QByteArrayList>
#include <QList>

#include <map>

namespace lanyard::ui {

/// The images of the cache as a tree: upstream, repository, image, and below an image that is
/// opened its platforms with their content. Values only; it asks nobody, and says by
/// detailsWanted() what it lacks. Lives on the UI thread.
///
/// The list comes in *sweeps*: pages of it are merged into what is there, and what a whole sweep
/// has not named goes. Of each page a branch of the tree has at most one insertion, one removal and
/// one change of order, whatever the page says, and nothing is reset, so that the view keeps what
/// is open, selected and looked at. A new search is one reset.
class ImageModel final : public ImageRows
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageModel)

public:
    explicit ImageModel(QObject *parent = nullptr);

    void beginSweep();
    /// A page of the list, or an image that has changed.
    void merge(const QList<ImageSummary> &page);
    /// All of the list was merged since beginSweep().
    void endSweep();
    /// These images are gone.
    void remove(const QByteArrayList &names);
    void clear();

    void setSizes(const RepositorySizes &sizes);
    /// The answer to detailsWanted(); nothing when there is no such image any more.
    void setDetails(const ImageDetails &details);

    void setSearch(const ImageSearch &search);

    const ImageSearch &search() const { return m_search; }

    int imageCount() const { return m_imageCount; }

    /// Of those that are looked for.
    int matchCount() const { return m_matchCount; }

    /// An upstream, repository or image by its fullName(); nullptr when there is none.
    const ImageNode *find(const QByteArray &fullName) const;

    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// What is below an image is to be shown.
    void detailsWanted(const QByteArray &name);
    /// imageCount() or matchCount() may be another.
    void countChanged();

private:
    using NodesBelow = std::map<ImageNode *, Nodes>;

    ImageNode *found(const QByteArray &fullName);
    ImageNode &ensure(ImageNode &parent, ImageNode::Level level, const ImageSummary &summary);
    void mergeImages(ImageNode &repository, const QList<ImageSummary> &page, qsizetype first,
                     qsizetype last, Nodes &added);
    bool takeSummary(ImageNode &image, const ImageSummary &summary);
    void show(const NodesBelow &images);
    void sumUp(ImageNode &node);
    void prune(const Is &isGone);
    void pruneUpstream(ImageNode &upstream, const Is &isGone);
    void fill(ImageNode &image);
    void refresh(ImageNode &image);
    void recount();

    std::uint32_t m_sweep = 0;
    ImageSearch m_search;
    int m_mergedRows = 0; ///< since the tree was last sorted
    int m_imageCount = 0;
    int m_matchCount = 0;
};

} // namespace lanyard::ui
