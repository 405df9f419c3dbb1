// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/cacheanswer.h"

#include "api/probe.h"
#include "core/printabletext.h"
#include "workstation/prooflimits.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace lanyard::workstation {

namespace {

QString textOf(const QJsonObject &json, QLatin1String name)
{
    return printable(json.value(name).toString().left(prooflimits::textCharsMax));
}

tl::unexpected<Error> somethingElse()
{
    return failure(ErrorCode::BadUpstream,
                   QT_TRANSLATE_NOOP("engine", "it is not Lanyard, or a much older one"));
}

ProbeSighting sightingOf(const QJsonObject &json)
{
    const QDateTime at =
        QDateTime::fromString(textOf(json, QLatin1String("at")), Qt::ISODateWithMs);
    return {.registry = textOf(json, QLatin1String("registry")),
            .form = textOf(json, QLatin1String("form")),
            .what = textOf(json, QLatin1String("what")),
            .userAgent = textOf(json, QLatin1String("userAgent")),
            .address = textOf(json, QLatin1String("address")),
            .atMs = at.isValid() ? at.toMSecsSinceEpoch() : 0};
}

} // namespace

Result<CacheFacts> cacheFactsOf(const QJsonObject &json)
{
    const QLatin1String product(productName.data(), static_cast<qsizetype>(productName.size()));
    const QJsonValue registries = json.value(QLatin1String("registries"));
    if (json.value(QLatin1String("product")).toString() != product || !registries.isArray())
        return somethingElse();
    CacheFacts facts{.version = textOf(json, QLatin1String("version")), .registries = {}};
    const QJsonArray list = registries.toArray();
    for (qsizetype i = 0; i < std::min(list.size(), prooflimits::listMax); ++i) {
        const QString name = printable(list[i].toString().left(prooflimits::textCharsMax));
        if (!name.isEmpty())
            facts.registries.append(name);
    }
    return facts;
}

Result<QList<ProbeSighting>> sightingsOf(const QJsonObject &json)
{
    const QJsonValue sightings = json.value(QLatin1String("sightings"));
    if (!sightings.isArray())
        return somethingElse();
    QList<ProbeSighting> seen;
    const QJsonArray list = sightings.toArray();
    for (qsizetype i = 0; i < std::min(list.size(), prooflimits::listMax); ++i)
        seen.append(sightingOf(list[i].toObject()));
    return seen;
}

} // namespace lanyard::workstation
