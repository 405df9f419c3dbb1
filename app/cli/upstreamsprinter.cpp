// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstreamsprinter.h"

#include "plaintext.h"
#include "table.h"

#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString textOf(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

/// Of the account that was heard of last; empty where nobody counts.
QJsonObject budgetOf(const QJsonObject &upstream)
{
    return upstream.value(QLatin1String("budgets")).toArray().at(0).toObject();
}

/// 97/100
QString leftText(const QJsonObject &budget)
{
    if (budget.isEmpty())
        return {};
    return QStringLiteral("%1/%2")
        .arg(budget.value(QLatin1String("remaining")).toInteger())
        .arg(budget.value(QLatin1String("limit")).toInteger());
}

QString stateText(const QJsonObject &upstream, const QJsonObject &server, bool isOffline)
{
    if (!upstream.value(QLatin1String("enabled")).toBool())
        return QStringLiteral("disabled");
    return isOffline ? QStringLiteral("offline") : textOf(server, QLatin1String("state"));
}

void printTable(const QJsonArray &upstreams, bool isOffline)
{
    Table table({{QStringLiteral("REGISTRY")},
                 {QStringLiteral("STATE")},
                 {QStringLiteral("PULLS-LEFT"), Table::Align::Right},
                 {QStringLiteral("REFILLED-BY")},
                 {QStringLiteral("SAVED"), Table::Align::Right},
                 {QStringLiteral("REQUESTS"), Table::Align::Right},
                 {QStringLiteral("URL")}});
    for (const auto &entry : upstreams) {
        const QJsonObject upstream = entry.toObject();
        const QJsonObject budget = budgetOf(upstream);
        // In the line of its first server.
        QStringList own{textOf(upstream, QLatin1String("registry")), leftText(budget),
                        textOf(budget, QLatin1String("fullAt")),
                        QString::number(upstream.value(QLatin1String("pullsSaved")).toInteger()),
                        QString::number(upstream.value(QLatin1String("requests")).toInteger())};
        const QJsonArray servers = upstream.value(QLatin1String("servers")).toArray();
        for (const auto &one : servers) {
            const QJsonObject server = one.toObject();
            table.add({own[0], stateText(upstream, server, isOffline), own[1], own[2], own[3],
                       own[4], textOf(server, QLatin1String("url"))});
            own.fill(QString());
        }
    }
    std::fputs(qPrintable(table.text()), stdout);
}

void printTroubles(const QJsonArray &upstreams)
{
    for (const auto &entry : upstreams) {
        const QString refusal = textOf(entry.toObject(), QLatin1String("refusal"));
        if (!refusal.isEmpty())
            std::printf("%s\n", qPrintable(refusal));
        const QJsonArray servers = entry.toObject().value(QLatin1String("servers")).toArray();
        for (const auto &one : servers) {
            const QJsonObject server = one.toObject();
            const QString trouble = textOf(server, QLatin1String("trouble"));
            if (trouble.isEmpty())
                continue;
            const QString until = textOf(server, QLatin1String("until"));
            std::printf("%s (for %s%s)\n", qPrintable(trouble),
                        qPrintable(agoText(server.value(QLatin1String("since")))),
                        until.isEmpty() ? "" : qPrintable(QStringLiteral(", until ") + until));
        }
    }
}

QString accessText(const QString &access)
{
    if (access == QLatin1String("open"))
        return QStringLiteral("it asks nobody who he is");
    if (access == QLatin1String("anonymous"))
        return QStringLiteral("everybody may pull what is public");
    if (access == QLatin1String("accepted"))
        return QStringLiteral("the credentials are right");
    if (access == QLatin1String("refused"))
        return QStringLiteral("the credentials are refused");
    if (access == QLatin1String("required"))
        return QStringLiteral("it wants credentials, and there are none");
    return QStringLiteral("not known");
}

bool printServerTest(const QJsonObject &server)
{
    const QString url = textOf(server, QLatin1String("url"));
    const QString trouble = textOf(server, QLatin1String("trouble"));
    if (!server.value(QLatin1String("reachable")).toBool()) {
        std::printf("%s: not reachable: %s\n", qPrintable(url), qPrintable(trouble));
        return false;
    }
    std::printf("%s: reachable in %lld ms\n", qPrintable(url),
                static_cast<long long>(server.value(QLatin1String("latencyMs")).toInteger()));
    const QString access = textOf(server, QLatin1String("access"));
    std::printf("  access: %s\n", qPrintable(accessText(access)));
    if (!trouble.isEmpty())
        std::printf("  %s\n", qPrintable(trouble));
    const QJsonObject certificate = server.value(QLatin1String("certificate")).toObject();
    if (!certificate.isEmpty())
        std::printf("  certificate: %s, by %s, until %s\n",
                    qPrintable(textOf(certificate, QLatin1String("subject"))),
                    qPrintable(textOf(certificate, QLatin1String("issuer"))),
                    qPrintable(textOf(certificate, QLatin1String("expiresAt"))));
    return access == QLatin1String("open") || access == QLatin1String("anonymous") ||
           access == QLatin1String("accepted");
}

} // namespace

void printUpstreams(const QJsonObject &overview)
{
    const QJsonArray upstreams = overview.value(QLatin1String("upstreams")).toArray();
    const bool isOffline = overview.value(QLatin1String("offline")).toBool();
    printTable(upstreams, isOffline);
    if (isOffline)
        std::puts("No upstream is asked: `lanyard offline off` changes that.");
    printTroubles(upstreams);
    const QJsonArray suggestions = overview.value(QLatin1String("suggestions")).toArray();
    for (const auto &entry : suggestions) {
        const QJsonObject suggestion = entry.toObject();
        std::printf(
            "Clients have asked for %s, which is no upstream (%lld requests, the last %s ago).\n",
            qPrintable(textOf(suggestion, QLatin1String("registry"))),
            static_cast<long long>(suggestion.value(QLatin1String("requests")).toInteger()),
            qPrintable(agoText(suggestion.value(QLatin1String("lastAt")))));
    }
}

bool printUpstreamTest(const QJsonObject &test)
{
    const QJsonArray servers = test.value(QLatin1String("servers")).toArray();
    bool isGood = true;
    for (const auto &server : servers)
        isGood = printServerTest(server.toObject()) && isGood;
    return isGood;
}

void printUnlessKept(const QJsonObject &change)
{
    const QString reason = textOf(change, QLatin1String("reason"));
    if (!reason.isEmpty())
        std::printf("This is until it ends: %s.\n", qPrintable(reason));
}

} // namespace lanyard::cli
