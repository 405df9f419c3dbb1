// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imagemodel.h"

#include <QByteArrayList>
#include <QModelIndexList>

#include <cstdint>

namespace lanyard::ui {

/// What rows of the tree of images stand for. A row below an image stands for the image; what is
/// within a repository or upstream that is selected, too, counts once.
struct ImageSelection
{
    QByteArrayList registries;    ///< all of each
    QByteArrayList repositories;  ///< all of each
    QByteArrayList images;        ///< of others
    QByteArrayList allImages;     ///< those of registries and repositories too
    QByteArrayList tagged;        ///< of allImages, those with a tag
    int pinned = 0;               ///< of allImages
    std::int64_t storedBytes = 0; ///< what several of them have counts for each

    bool isEmpty() const { return allImages.isEmpty(); }

    /// While there is a search, a repository stands for its images that are found, never for all.
    static ImageSelection of(const ImageModel &model, const QModelIndexList &rows);

private:
    void add(const ImageNode &node);
};

} // namespace lanyard::ui
