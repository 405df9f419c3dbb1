// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstreamsprinter.h"

#include "core/durationtext.h"
#include "plaintext.h"
#include "table.h"

#include <QJsonArray>

#include <algorithm>
#include <chrono>
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

/// 97/100, of what `left` names.
QString leftText(const QJsonObject &budget, QLatin1String left = QLatin1String("remaining"))
{
    if (budget.isEmpty())
        return {};
    return QStringLiteral("%1/%2")
        .arg(budget.value(left).toInteger())
        .arg(budget.value(QLatin1String("limit")).toInteger());
}

/// 6h; empty where it did not say.
QString windowText(const QJsonObject &budget)
{
    const std::chrono::seconds window(budget.value(QLatin1String("windowSeconds")).toInteger());
    return window.count() == 0 ? QString() : QString::fromStdString(durationText(window));
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
                 {QStringLiteral("WINDOW"), Table::Align::Right},
                 {QStringLiteral("REFILLED-BY")},
                 {QStringLiteral("SAVED"), Table::Align::Right},
                 {QStringLiteral("REQUESTS"), Table::Align::Right},
                 {QStringLiteral("URL")}});
    for (const auto &entry : upstreams) {
        const QJsonObject upstream = entry.toObject();
        const QJsonObject budget = budgetOf(upstream);
        // In the line of its first server.
        QStringList own{textOf(upstream, QLatin1String("registry")),
                        leftText(budget),
                        windowText(budget),
                        textOf(budget, QLatin1String("fullAt")),
                        QString::number(upstream.value(QLatin1String("pullsSaved")).toInteger()),
                        QString::number(upstream.value(QLatin1String("requests")).toInteger())};
        const QJsonArray servers = upstream.value(QLatin1String("servers")).toArray();
        for (const auto &one : servers) {
            const QJsonObject server = one.toObject();
            table.add({own[0], stateText(upstream, server, isOffline), own[1], own[2], own[3],
                       own[4], own[5], textOf(server, QLatin1String("url"))});
            own.fill(QString());
        }
    }
    std::fputs(qPrintable(table.text()), stdout);
}

/// Where a registry counts the pulls of more than one account.
void printFurtherBudgets(const QJsonArray &upstreams)
{
    for (const auto &entry : upstreams) {
        const QJsonArray budgets = entry.toObject().value(QLatin1String("budgets")).toArray();
        for (qsizetype i = 1; i < budgets.size(); ++i) {
            const QJsonObject budget = budgets[i].toObject();
            std::printf("%s has %s pulls left for %s.\n",
                        qPrintable(textOf(entry.toObject(), QLatin1String("registry"))),
                        qPrintable(leftText(budget)),
                        qPrintable(textOf(budget, QLatin1String("account"))));
        }
    }
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
    printFurtherBudgets(upstreams);
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

void printUpstreamHistory(const QJsonObject &history)
{
    Table table({{QStringLiteral("BEGIN")},
                 {QStringLiteral("REGISTRY")},
                 {QStringLiteral("REQUESTS"), Table::Align::Right},
                 {QStringLiteral("SAVED"), Table::Align::Right},
                 {QStringLiteral("FEWEST-LEFT"), Table::Align::Right},
                 {QStringLiteral("ACCOUNT")}});
    const QJsonArray upstreams = history.value(QLatin1String("upstreams")).toArray();
    for (const auto &entry : upstreams) {
        const QJsonArray hours = entry.toObject().value(QLatin1String("hours")).toArray();
        for (const auto &one : hours) {
            const QJsonObject hour = one.toObject();
            // In the line of its first account.
            QStringList own{textOf(hour, QLatin1String("begin")),
                            textOf(entry.toObject(), QLatin1String("registry")),
                            QString::number(hour.value(QLatin1String("requests")).toInteger()),
                            QString::number(hour.value(QLatin1String("pullsSaved")).toInteger())};
            const QJsonArray budgets = hour.value(QLatin1String("budgets")).toArray();
            for (qsizetype i = 0; i < std::max<qsizetype>(1, budgets.size()); ++i) {
                const QJsonObject budget = budgets.at(i).toObject();
                table.add(own + QStringList{leftText(budget, QLatin1String("lowest")),
                                            textOf(budget, QLatin1String("account"))});
                own.fill(QString());
            }
        }
    }
    std::fputs(qPrintable(table.text()), stdout);
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
