// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/imagedetails.h"

namespace lanyard {

QList<ImageContent> ImagePlatform::missing() const
{
    QList<ImageContent> contents;
    for (const ImageContent &layer : layers) {
        if (!layer.isStored)
            contents.append(layer);
    }
    if (!config.digest.isEmpty() && !config.isStored)
        contents.append(config);
    return contents;
}

} // namespace lanyard
