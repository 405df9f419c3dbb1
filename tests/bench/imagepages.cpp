// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagepages.h"

#include "uilimits.h"

#include <algorithm>

namespace lanyard::bench {

namespace {

QByteArray number(int value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

} // namespace

QList<ImageSummary> imagePage(int first, int count, int perRepository)
{
    QList<ImageSummary> page;
    for (int i = first; i < first + count; ++i) {
        ImageSummary image;
        image.registry = "docker.io";
        image.repository = "library/r" + number(i / perRepository, 6);
        image.tag = "1." + number(i % perRepository, 6);
        image.digest = "sha256:" + number(i, 64);
        image.mediaType = "application/vnd.oci.image.index.v1+json";
        image.totalBytes = (i * 7919LL) % 1'000'003;
        image.storedBytes = image.totalBytes;
        image.isComplete = i % 10 != 0;
        image.pulls = static_cast<std::uint64_t>(i % 97);
        image.lastUsedAtMs = 1'700'000'000'000 + i * 1'000LL;
        page.append(image);
    }
    return page;
}

void fill(ui::ImageModel &model, int tags, int perRepository)
{
    model.beginSweep();
    for (int first = 0; first < tags; first += ui::limits::imagesAtOnce) {
        const int count = std::min(ui::limits::imagesAtOnce, tags - first);
        model.merge(imagePage(first, count, perRepository));
    }
    model.endSweep();
}

} // namespace lanyard::bench
