// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QByteArray>
#include <QString>

/// Requests as other programs read them, in UTF-8: pure functions.
namespace lanyard::ui {

enum class ExportFormat {
    Csv,       ///< RFC 4180, with a header line
    Json,      ///< one array
    JsonLines, ///< one object a line
};

/// By the end of the file's name; CSV when it says nothing.
ExportFormat exportFormatOf(const QString &fileName);

/// A value of CSV: quoted where it has to be. One that a spreadsheet would take for a formula gets
/// a ' before it.
QByteArray csvField(const QString &value);

/// With the line's end.
QByteArray csvHeader();
QByteArray csvLine(const RequestRecord &record);

/// An object, without a line's end.
QByteArray jsonObject(const RequestRecord &record);

} // namespace lanyard::ui
