// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

// The difference between two texts of a file, for people and for patch(1).
namespace lanyard::textedit {

/// The unified diff, with three lines of context, byte for byte as it stands in the texts; none of
/// the two: there is no file. Empty where no line differs. Bounded like lineChanges(). Pure.
QByteArray unifiedDiff(const QString &path, const std::optional<QByteArray> &before,
                       const std::optional<QByteArray> &after);

/// The same for a person to read, on a terminal, too: what is hidden is replaced, and the carriage
/// returns of line ends are shown as ␍ unless all lines have them. Such a diff is nothing for
/// patch(1). Pure.
QByteArray readableDiff(const QByteArray &diff);

/// The diff with stars for secrets: for this password, in each spelling in which a file of a client
/// has it, and in the Base64 of USER:PASSWORD; and for what stands where such files have
/// passwords, as they may be those of others. An empty password is none. Pure.
QByteArray withoutSecrets(const QByteArray &diff, const QString &user, const QString &password);

} // namespace lanyard::textedit
