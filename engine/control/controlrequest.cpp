// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlrequest.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace lanyard::control {

namespace {

constexpr QLatin1String versionName("version");
constexpr QLatin1String verbName("verb");
constexpr QLatin1String argumentsName("arguments");

} // namespace

Result<ControlRequest> parseControlRequest(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidInput,
                       "a request is a JSON object on one line; this is not one at byte " +
                           std::to_string(error.offset));
    }
    const QJsonObject root = document.object();
    if (root.value(versionName) != QJsonValue(protocolVersion)) {
        return failure(ErrorCode::InvalidInput,
                       "the version of a request must be " + std::to_string(protocolVersion));
    }
    const QString verb = root.value(verbName).toString();
    if (verb.isEmpty())
        return failure(ErrorCode::InvalidInput, "a request needs a verb");
    const QJsonValue arguments = root.value(argumentsName);
    if (!arguments.isUndefined() && !arguments.isObject())
        return failure(ErrorCode::InvalidInput, "the arguments of a request are a JSON object");
    return ControlRequest{.verb = verb.toStdString(), .arguments = arguments.toObject()};
}

QByteArray controlRequestLine(const ControlRequest &request)
{
    const QJsonObject root{
        {versionName, protocolVersion},
        {verbName, QString::fromStdString(request.verb)},
        {argumentsName, request.arguments},
    };
    return QJsonDocument(root).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace lanyard::control
