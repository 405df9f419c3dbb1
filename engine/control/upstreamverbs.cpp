// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/upstreamverbs.h"

#include "api/names.h"
#include "control/jsontext.h"
#include "core/limits.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace lanyard::control {

namespace {

QJsonObject serverJson(const UpstreamServerStatus &server)
{
    return {
        {QStringLiteral("url"), server.url},
        {QStringLiteral("state"), jsonText(nameOf(server.state))},
        {QStringLiteral("trouble"),
         server.trouble.isEmpty() ? QJsonValue() : jsonMessage(server.trouble)},
        {QStringLiteral("since"), jsonTime(server.sinceMs)},
        {QStringLiteral("until"), jsonTime(server.untilMs)},
    };
}

QJsonObject budgetJson(const PullBudget &budget)
{
    return {
        {QStringLiteral("account"), budget.account},
        {QStringLiteral("limit"), static_cast<qint64>(budget.limit)},
        {QStringLiteral("remaining"), static_cast<qint64>(budget.remaining)},
        {QStringLiteral("windowSeconds"), static_cast<qint64>(budget.window.count())},
        {QStringLiteral("readAt"), jsonTime(budget.readAtMs)},
        {QStringLiteral("fullAt"), jsonTime(budget.fullAtMs().value_or(0))},
    };
}

QJsonObject upstreamJson(const UpstreamStatus &upstream)
{
    return {
        {QStringLiteral("registry"), upstream.registry},
        {QStringLiteral("enabled"), upstream.isEnabled},
        {QStringLiteral("servers"), jsonArray(upstream.servers, serverJson)},
        {QStringLiteral("budgets"), jsonArray(upstream.budgets, budgetJson)},
        {QStringLiteral("refusal"),
         upstream.refusal.isEmpty() ? QJsonValue() : jsonMessage(upstream.refusal)},
        {QStringLiteral("requests"), static_cast<qint64>(upstream.requests)},
        {QStringLiteral("pullsSaved"), static_cast<qint64>(upstream.pullsSaved)},
    };
}

QJsonObject suggestionJson(const UpstreamSuggestion &suggestion)
{
    return {
        {QStringLiteral("registry"), suggestion.registry},
        {QStringLiteral("requests"), static_cast<qint64>(suggestion.requests)},
        {QStringLiteral("lastAt"), jsonTime(suggestion.lastAtMs)},
    };
}

QJsonObject overviewJson(const UpstreamOverview &overview)
{
    return {
        {QStringLiteral("offline"), overview.isOffline},
        {QStringLiteral("upstreams"), jsonArray(overview.upstreams, upstreamJson)},
        {QStringLiteral("suggestions"), jsonArray(overview.suggestions, suggestionJson)},
    };
}

QJsonObject budgetHourJson(const BudgetHour &budget)
{
    return {
        {QStringLiteral("account"), budget.last.account},
        {QStringLiteral("limit"), static_cast<qint64>(budget.last.limit)},
        {QStringLiteral("remaining"), static_cast<qint64>(budget.last.remaining)},
        {QStringLiteral("lowest"), static_cast<qint64>(budget.lowest)},
        {QStringLiteral("windowSeconds"), static_cast<qint64>(budget.last.window.count())},
        {QStringLiteral("readAt"), jsonTime(budget.last.readAtMs)},
    };
}

QJsonObject hourJson(const UpstreamHour &hour)
{
    return {
        {QStringLiteral("begin"), jsonTime(hour.beginMs)},
        {QStringLiteral("requests"), static_cast<qint64>(hour.requests)},
        {QStringLiteral("pullsSaved"), static_cast<qint64>(hour.pullsSaved)},
        {QStringLiteral("budgets"), jsonArray(hour.budgets, budgetHourJson)},
    };
}

QJsonObject historyJson(const UpstreamHistory &history)
{
    return {
        {QStringLiteral("registry"), history.registry},
        {QStringLiteral("hours"), jsonArray(history.hours, hourJson)},
    };
}

QJsonObject changeJson(const ChangeResult &result)
{
    return {
        {QStringLiteral("kept"), result.isKept},
        {QStringLiteral("reason"), result.isKept ? QJsonValue() : jsonMessage(result.reason)},
    };
}

QJsonObject serverTestJson(const ServerTest &server)
{
    QJsonValue certificate;
    if (server.certificate)
        certificate = QJsonObject{
            {QStringLiteral("subject"), server.certificate->subject},
            {QStringLiteral("issuer"), server.certificate->issuer},
            {QStringLiteral("expiresAt"), jsonTime(server.certificate->expiresAtMs)},
        };
    return {
        {QStringLiteral("url"), server.url},
        {QStringLiteral("reachable"), server.isReachable},
        {QStringLiteral("trouble"),
         server.trouble.isEmpty() ? QJsonValue() : jsonMessage(server.trouble)},
        {QStringLiteral("latencyMs"), static_cast<qint64>(server.latency.count())},
        {QStringLiteral("access"), jsonText(nameOf(server.access))},
        {QStringLiteral("certificate"), certificate},
    };
}

std::optional<UpstreamChange::Action> actionOf(const QString &word)
{
    using Action = UpstreamChange::Action;
    static const std::map<QString, Action> actions{{QStringLiteral("add"), Action::Add},
                                                   {QStringLiteral("edit"), Action::Edit},
                                                   {QStringLiteral("remove"), Action::Remove},
                                                   {QStringLiteral("enable"), Action::Enable},
                                                   {QStringLiteral("disable"), Action::Disable}};
    const auto found = actions.find(word);
    return found == actions.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> textArgument(const QJsonObject &arguments, QLatin1String name)
{
    const QJsonValue value = arguments.value(name);
    return value.isString() ? std::optional(value.toString().toStdString()) : std::nullopt;
}

std::optional<std::vector<std::string>> textsArgument(const QJsonObject &arguments,
                                                      QLatin1String name)
{
    const QJsonValue value = arguments.value(name);
    if (!value.isArray())
        return std::nullopt;
    std::vector<std::string> texts;
    const QJsonArray array = value.toArray();
    for (const auto &text : array)
        texts.push_back(text.toString().toStdString());
    return texts;
}

} // namespace

Verb upstreamsVerb(std::function<UpstreamOverview()> overview)
{
    return [overview = std::move(overview)](const QJsonObject & /*arguments*/,
                                            const SharedReply &reply) {
        reply->finish(overviewJson(overview()));
    };
}

Verb upstreamHistoryVerb(AskHistory history)
{
    return [history = std::move(history)](const QJsonObject &arguments, const SharedReply &reply) {
        const QJsonValue hours = arguments.value(QLatin1String("hours"));
        const std::chrono::hours asked(hours.toInt(hours.isUndefined() ? 24 : 0));
        if (asked < std::chrono::hours(1) || asked > limits::historyKept) {
            reply->fail({.code = ErrorCode::InvalidInput,
                         .message = "hours: expected a number from 1 to " +
                                    std::to_string(limits::historyKept.count())});
            return;
        }
        answerWith<QList<UpstreamHistory>>(reply, [](const QList<UpstreamHistory> &histories) {
            return QJsonObject{{QStringLiteral("upstreams"), jsonArray(histories, historyJson)}};
        })(history(textArgument(arguments, QLatin1String("registry")).value_or(""), asked));
    };
}

Verb offlineVerb(OfflineSwitch theSwitch)
{
    return
        [theSwitch = std::move(theSwitch)](const QJsonObject &arguments, const SharedReply &reply) {
            const QJsonValue wanted = arguments.value(QLatin1String("offline"));
            if (!wanted.isUndefined() && !wanted.isBool()) {
                reply->fail(
                    {.code = ErrorCode::InvalidInput, .message = "offline: expected a boolean"});
                return;
            }
            QJsonObject result;
            if (wanted.isBool())
                result = changeJson(theSwitch.setOffline(wanted.toBool()));
            result.insert(QStringLiteral("offline"), theSwitch.isOffline());
            reply->finish(result);
        };
}

Verb upstreamChangeVerb(ChangeUpstreams change)
{
    return [change = std::move(change)](const QJsonObject &arguments, const SharedReply &reply) {
        const auto action = actionOf(arguments.value(QLatin1String("action")).toString());
        if (!action) {
            reply->fail({.code = ErrorCode::InvalidInput,
                         .message = "action: expected add, edit, remove, enable or disable"});
            return;
        }
        answerWith<ChangeResult>(reply, changeJson)(change({
            .action = *action,
            .registry = textArgument(arguments, QLatin1String("registry")).value_or(""),
            .url = textArgument(arguments, QLatin1String("url")),
            .fallbackUrls = textsArgument(arguments, QLatin1String("fallbackUrls")),
            .aliases = textsArgument(arguments, QLatin1String("aliases")),
            .hosts = textsArgument(arguments, QLatin1String("hosts")),
            .tokenRealms = textsArgument(arguments, QLatin1String("tokenRealms")),
            .caFile = textArgument(arguments, QLatin1String("caFile")),
            .proxy = textArgument(arguments, QLatin1String("proxy")),
            .redirectHosts = textsArgument(arguments, QLatin1String("redirectHosts")),
            .tagRules = std::nullopt,
        }));
    };
}

Verb upstreamTestVerb(TestUpstream test)
{
    return [test = std::move(test)](const QJsonObject &arguments, const SharedReply &reply) {
        test(textArgument(arguments, QLatin1String("registry")).value_or(""),
             answerWith<UpstreamTest>(reply, [](const UpstreamTest &done) {
                 return QJsonObject{
                     {QStringLiteral("registry"), done.registry},
                     {QStringLiteral("servers"), jsonArray(done.servers, serverTestJson)}};
             }));
    };
}

} // namespace lanyard::control
