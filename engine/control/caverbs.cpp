// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/caverbs.h"

#include "control/jsontext.h"

#include <utility>

namespace lanyard::control {

namespace {

QJsonObject summaryJson(const CertificateSummary &certificate)
{
    return {
        {QStringLiteral("file"), certificate.file},
        {QStringLiteral("subject"), certificate.subject},
        {QStringLiteral("fingerprint"), certificate.fingerprint},
        {QStringLiteral("validFrom"), jsonTime(certificate.validFromMs)},
        {QStringLiteral("validUntil"), jsonTime(certificate.validUntilMs)},
    };
}

QJsonValue serverJson(const std::optional<CertificateSummary> &server)
{
    if (!server)
        return {};
    QJsonObject json = summaryJson(*server);
    json.insert(QStringLiteral("names"), QJsonArray::fromStringList(server->names));
    return json;
}

QJsonObject overviewJson(const LocalCaOverview &overview)
{
    QJsonObject json = summaryJson(overview.authority);
    json.insert(QStringLiteral("certificate"), jsonText(overview.certificate));
    json.insert(QStringLiteral("server"), serverJson(overview.server));
    return json;
}

} // namespace

Verb caVerb(ShowLocalCa show)
{
    return [show = std::move(show)](const QJsonObject & /*arguments*/, const SharedReply &reply) {
        answerWith<LocalCaOverview>(reply, overviewJson)(show());
    };
}

Verb caCreateVerb(CreateLocalCa create)
{
    return [create = std::move(create)](const QJsonObject &arguments, const SharedReply &reply) {
        answerWith<LocalCaResult>(reply, [](const LocalCaResult &result) {
            QJsonObject json = overviewJson(result.overview);
            json.insert(QStringLiteral("new"), result.isNew);
            return json;
        })(create(arguments.value(QLatin1String("force")).toBool()));
    };
}

} // namespace lanyard::control
