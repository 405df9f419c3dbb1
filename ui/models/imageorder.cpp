// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imageorder.h"

#include <algorithm>

namespace lanyard::ui {

namespace {

/// What is worth a look first: what is not whole, then what is newer upstream.
int statusRank(const ImageNode &node)
{
    return (node.isComplete ? 4 : 0) + (node.isNewerUpstream ? 0 : 2) + (node.isPinned ? 0 : 1);
}

template <typename Value>
int compared(const Value &left, const Value &right)
{
    return left < right ? -1 : (right < left ? 1 : 0);
}

int compareBy(ImageColumn::Value column, const ImageNode &left, const ImageNode &right)
{
    switch (column) {
    case ImageColumn::Status:
        return compared(statusRank(left), statusRank(right));
    case ImageColumn::Size:
        return compared(left.storedBytes, right.storedBytes);
    case ImageColumn::Shared:
        return compared(left.sharedBytes, right.sharedBytes);
    case ImageColumn::Pulls:
        return compared(left.pulls, right.pulls);
    case ImageColumn::Used:
        return compared(left.lastUsedAtMs, right.lastUsedAtMs);
    case ImageColumn::Name:
    case ImageColumn::Count:
        break;
    }
    return 0;
}

} // namespace

bool ImageOrder::isBefore(const ImageNode &left, const ImageNode &right) const
{
    if (left.level > ImageNode::Level::Image)
        return false;
    const bool isAscending = direction == Qt::AscendingOrder;
    if (column == ImageColumn::Name)
        return isAscending ? precedes(left, right) : precedes(right, left);
    const int order = compareBy(column, left, right);
    if (order == 0)
        return precedes(left, right);
    return isAscending ? order < 0 : order > 0;
}

bool ImageOrder::isInOrder(const std::vector<ImageNode *> &nodes) const
{
    return std::is_sorted(
        nodes.begin(), nodes.end(),
        [this](const ImageNode *left, const ImageNode *right) { return isBefore(*left, *right); });
}

void ImageOrder::sort(std::vector<ImageNode *> &nodes) const
{
    std::stable_sort(
        nodes.begin(), nodes.end(),
        [this](const ImageNode *left, const ImageNode *right) { return isBefore(*left, *right); });
}

ImageSearch::ImageSearch(const QString &words)
    : m_words(words.simplified().toLower().toUtf8().split(' '))
{
    m_words.removeAll(QByteArray());
}

bool ImageSearch::matches(const ImageNode &image) const
{
    if (m_words.isEmpty())
        return true;
    const QByteArray name = image.fullName().toLower();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QByteArray &word) {
        return name.contains(word) || image.digest.contains(word);
    });
}

} // namespace lanyard::ui
