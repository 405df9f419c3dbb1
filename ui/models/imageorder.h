// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imagenode.h"

#include <QByteArrayList>
#include <QString>

#include <vector>

namespace lanyard::ui {

/// What the tree of images shows of each row.
namespace ImageColumn {
enum Value { Name, Status, Size, Shared, Pulls, Used, Count };
} // namespace ImageColumn

/// How siblings of the tree of images are sorted. A value; pure.
struct ImageOrder
{
    ImageColumn::Value column = ImageColumn::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;

    /// Siblings; those of one value ascend by name. Platforms and content stay as they come.
    bool isBefore(const ImageNode &left, const ImageNode &right) const;
    bool isInOrder(const std::vector<ImageNode *> &nodes) const;
    void sort(std::vector<ImageNode *> &nodes) const;
    bool operator==(const ImageOrder &) const = default;
};

/// Which images are looked for: those with all the words in their names or digests, case ignored.
class ImageSearch final
{
public:
    explicit ImageSearch(const QString &words = {});

    bool isEmpty() const { return m_words.isEmpty(); }

    bool matches(const ImageNode &image) const;
    bool operator==(const ImageSearch &) const = default;

private:
    QByteArrayList m_words; ///< in lower case
};

} // namespace lanyard::ui
