// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/userpath.h"

#include <QDir>

namespace lanyard::config {

std::optional<QString> readPath(const Field &field, Diagnostics &diagnostics)
{
    const QString path = QString::fromStdString(field.node->scalar);
    const bool isHome = path == QLatin1String("~") || path.startsWith(QLatin1String("~/"));
    if (field.node->kind == YamlNode::Kind::Scalar && !path.contains(QChar::Null)) {
        if (isHome)
            return QDir::cleanPath(QDir::homePath() + path.mid(1));
        if (path.startsWith(u'/'))
            return QDir::cleanPath(path);
    }
    reportUnexpected(field,
                     QT_TRANSLATE_NOOP("engine", "an absolute path, or one that begins with ~/"),
                     diagnostics);
    return std::nullopt;
}

} // namespace lanyard::config
