// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace lanyard {
struct Error;
}

/// Images of the cache in words. Pure functions.
namespace lanyard::ui {

/// "Image", "Index of platforms", "Artifact".
QString kindText(ImageKind kind);

/// Its first twelve digits, by which clients show it.
QString shortDigest(const QByteArray &digest);

/// linux/arm64/v8; what BuildKit says of an image is an attachment.
QString platformName(const ImagePlatform &platform);

/// "Complete", or how much of it there is.
QString completenessText(bool isComplete, std::int64_t storedBytes, std::int64_t totalBytes);

/// Date and time in the zone of this computer; "Never" for 0. Since 1970-01-01 UTC.
QString momentText(std::int64_t atMs);

/// Who may read the repository.
QString visibilityText(Visibility visibility);

/// Who shares a piece of content, by names and how many more; empty: nobody.
QString sharersText(const ImageContent &content);

} // namespace lanyard::ui
