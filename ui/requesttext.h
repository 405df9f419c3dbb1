// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QString>

/// A request in words: pure functions that the log, its tooltips and its copies share.
namespace lanyard::ui {

/// The translated name: "Hit", "Miss"; empty for CacheResult::None.
QString resultName(CacheResult result);

/// What the name means, as a sentence.
QString resultExplanation(CacheResult result);

/// The translated name: "Manifest", "Blob".
QString kindName(RequestKind kind);

/// `docker.io/library/alpine`; empty where the request named no image.
QString imageName(const RequestLabels &labels);

/// A tag as it is, a digest by its first twelve digits.
QString shortReference(const QByteArray &reference);

/// `GET manifest 3.19`, or the request line where it is not the protocol.
QString requestSummary(const RequestRecord &record);

/// `200`, and whether the connection ended before the answer did.
QString statusText(const RequestRecord &record);

/// Its address, and who has logged in there.
QString clientText(const RequestRecord &record);

/// What matters most, as rich text.
QString requestToolTip(const RequestRecord &record);

/// One line with tabs between the fields, untranslated and with full digests, for the clipboard.
QString requestLine(const RequestRecord &record);

} // namespace lanyard::ui
