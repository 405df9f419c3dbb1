// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/jsondocument.h"

#include <QJsonDocument>

#include <algorithm>

namespace lanyard::credentials {

Result<QJsonObject> parseJsonObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(std::min<qsizetype>(error.offset, text.size()));
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return failure(ErrorCode::InvalidInput,
                       Message::at({QT_TRANSLATE_NOOP("engine", "line %1, column %2"),
                                    {std::to_string(line), std::to_string(column)}},
                                   error.errorString()));
    }
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "expected a JSON object"));
    return document.object();
}

} // namespace lanyard::credentials
