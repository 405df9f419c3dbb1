// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace lanyard::cli {

/// `3.41MB`, as other container tools write sizes: powers of 1000, three digits, no space.
QString sizeText(qint64 bytes);

/// How long ago an ISO 8601 time of the control socket was: `12s`, `5m`, `3h`, `6d`; empty for
/// never.
QString agoText(const QJsonValue &time);

/// As the command line tells it. Not safe to show: see printable().
QString english(const Message &message);

/// The first twelve digits of a digest, by which other container tools show it.
QString shortDigest(const QJsonValue &digest);

QString yesNo(const QJsonValue &flag);

/// The entries of a list of strings.
QStringList texts(const QJsonValue &list);

/// What an answer says, for a person: as of printable() in all its texts.
QJsonObject printableTexts(const QJsonObject &document);

/// Prints the document of --json, indented; what isHidden() is escaped in it.
void printJson(const QJsonObject &document);

} // namespace lanyard::cli
