// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/extension.h"

#include "api/probe.h"
#include "registry/answers.h"
#include "registry/registryerror.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::registry {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

http::Response answerOf(const QJsonObject &json)
{
    http::Response response =
        jsonAnswer("application/json", QJsonDocument(json).toJson(QJsonDocument::Compact));
    http::appendField(response.fields, "Cache-Control", "no-store");
    return response;
}

QJsonObject jsonOf(const ProbeSighting &sighting)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(sighting.atMs, Qt::UTC);
    return {{QStringLiteral("registry"), sighting.registry},
            {QStringLiteral("form"), sighting.form},
            {QStringLiteral("what"), sighting.what},
            {QStringLiteral("userAgent"), sighting.userAgent},
            {QStringLiteral("address"), sighting.address},
            {QStringLiteral("at"), at.toString(Qt::ISODateWithMs)}};
}

} // namespace

http::Response Extension::answer(std::string_view path) const
{
    constexpr std::string_view probeModule = "probe/";
    if (path == "cache")
        return cache();
    if (path.substr(0, probeModule.size()) == probeModule)
        return probe(path.substr(probeModule.size()));
    return errorResponse(RegistryError::NameUnknown, "no such endpoint");
}

http::Response Extension::cache() const
{
    QJsonArray registries;
    for (const std::string &registry : m_routes.registries())
        registries.append(QString::fromStdString(registry));
    return answerOf({{QStringLiteral("product"), text(productName)},
                     {QStringLiteral("version"), QStringLiteral(LANYARD_VERSION)},
                     {QStringLiteral("registries"), registries}});
}

http::Response Extension::probe(std::string_view nonce) const
{
    if (!isProbeNonce(nonce))
        return errorResponse(RegistryError::NameUnknown,
                             "a probe has a name of 32 hexadecimal digits");
    QJsonArray sightings;
    for (const ProbeSighting &sighting : m_probes.sightings(nonce))
        sightings.append(jsonOf(sighting));
    return answerOf(
        {{QStringLiteral("nonce"), text(nonce)}, {QStringLiteral("sightings"), sightings}});
}

} // namespace lanyard::registry
