// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstreamtext.h"

#include "format.h"
#include "theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>
#include <chrono>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("upstream", text);
}

/// "5 min", in the largest unit that fits.
QString spanText(std::chrono::seconds span)
{
    struct Unit
    {
        std::int64_t seconds;
        const char *form;
    };

    static constexpr std::array units{
        Unit{86'400, QT_TRANSLATE_NOOP("upstream", "%1 d")},
        Unit{3'600, QT_TRANSLATE_NOOP("upstream", "%1 h")},
        Unit{60, QT_TRANSLATE_NOOP("upstream", "%1 min")},
    };
    const QLocale locale;
    for (const Unit &unit : units) {
        if (span.count() >= unit.seconds && span.count() % unit.seconds == 0)
            return translated(unit.form).arg(
                locale.toString(static_cast<qlonglong>(span.count() / unit.seconds)));
    }
    return translated(QT_TRANSLATE_NOOP("upstream", "%1 s"))
        .arg(locale.toString(static_cast<qlonglong>(span.count())));
}

std::int64_t nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// Empty: all of it is there now, or nobody knows.
QString refillMoment(const PullBudget &budget)
{
    const auto full = budget.fullAtMs();
    return full && *full > nowMs() ? formatMoment(*full, nowMs()) : QString();
}

} // namespace

UpstreamHealth healthOf(const UpstreamStatus &upstream, bool isOffline)
{
    using State = UpstreamServerStatus::State;
    if (!upstream.isEnabled)
        return UpstreamHealth::Disabled;
    if (isOffline)
        return UpstreamHealth::SwitchedOff;
    const auto has = [&upstream](State state) {
        return std::any_of(upstream.servers.begin(), upstream.servers.end(),
                           [state](const auto &server) { return server.state == state; });
    };
    const State first =
        upstream.servers.isEmpty() ? State::Unknown : upstream.servers.constFirst().state;
    if (first == State::Online)
        return UpstreamHealth::Online;
    if (first == State::Unknown)
        return has(State::Online) ? UpstreamHealth::Online : UpstreamHealth::Unknown;
    if (has(State::Online) || has(State::Unknown))
        return UpstreamHealth::Degraded;
    return has(State::Limited) ? UpstreamHealth::Limited : UpstreamHealth::Offline;
}

QString healthName(UpstreamHealth health)
{
    switch (health) {
    case UpstreamHealth::Disabled:
        return translated(QT_TRANSLATE_NOOP("upstream", "Disabled"));
    case UpstreamHealth::SwitchedOff:
        return translated(QT_TRANSLATE_NOOP("upstream", "Not asked"));
    case UpstreamHealth::Unknown:
        return translated(QT_TRANSLATE_NOOP("upstream", "Not asked yet"));
    case UpstreamHealth::Online:
        return translated(QT_TRANSLATE_NOOP("upstream", "Online"));
    case UpstreamHealth::Degraded:
        return translated(QT_TRANSLATE_NOOP("upstream", "On a fallback"));
    case UpstreamHealth::Limited:
        return translated(QT_TRANSLATE_NOOP("upstream", "Limits requests"));
    case UpstreamHealth::Offline:
        return translated(QT_TRANSLATE_NOOP("upstream", "Not reachable"));
    }
    return {};
}

Symbol healthSymbol(UpstreamHealth health)
{
    switch (health) {
    case UpstreamHealth::Disabled:
        return Symbol::Pause;
    case UpstreamHealth::SwitchedOff:
        return Symbol::Offline;
    case UpstreamHealth::Unknown:
        return Symbol::Info;
    case UpstreamHealth::Online:
        return Symbol::Check;
    case UpstreamHealth::Degraded:
    case UpstreamHealth::Limited:
        return Symbol::Warning;
    case UpstreamHealth::Offline:
        return Symbol::Error;
    }
    return Symbol::Info;
}

QColor healthColour(UpstreamHealth health, const QPalette &palette)
{
    switch (health) {
    case UpstreamHealth::Online:
        return resultColour(CacheResult::Hit, palette);
    case UpstreamHealth::Degraded:
    case UpstreamHealth::Limited:
        return warningColour(palette);
    case UpstreamHealth::Offline:
        return errorColour(palette);
    case UpstreamHealth::Disabled:
    case UpstreamHealth::SwitchedOff:
    case UpstreamHealth::Unknown:
        break;
    }
    return mutedColour(palette);
}

QString serverStateName(UpstreamServerStatus::State state)
{
    switch (state) {
    case UpstreamServerStatus::State::Unknown:
        return translated(QT_TRANSLATE_NOOP("upstream", "Not asked yet"));
    case UpstreamServerStatus::State::Online:
        return translated(QT_TRANSLATE_NOOP("upstream", "Online"));
    case UpstreamServerStatus::State::Offline:
        return translated(QT_TRANSLATE_NOOP("upstream", "Not reachable"));
    case UpstreamServerStatus::State::Limited:
        return translated(QT_TRANSLATE_NOOP("upstream", "Limits requests"));
    }
    return {};
}

Symbol serverStateSymbol(UpstreamServerStatus::State state)
{
    switch (state) {
    case UpstreamServerStatus::State::Unknown:
        return Symbol::Info;
    case UpstreamServerStatus::State::Online:
        return Symbol::Check;
    case UpstreamServerStatus::State::Offline:
        return Symbol::Error;
    case UpstreamServerStatus::State::Limited:
        return Symbol::Warning;
    }
    return Symbol::Info;
}

QString serverStateText(const UpstreamServerStatus &server)
{
    const QString name = serverStateName(server.state);
    if (server.untilMs > 0)
        return translated(QT_TRANSLATE_NOOP("upstream", "%1 until %2"))
            .arg(name, formatMoment(server.untilMs, nowMs()));
    if (server.sinceMs > 0 && server.state != UpstreamServerStatus::State::Unknown)
        return translated(QT_TRANSLATE_NOOP("upstream", "%1 since %2"))
            .arg(name, formatMoment(server.sinceMs, nowMs()));
    return name;
}

QString serversText(const UpstreamStatus &upstream)
{
    if (upstream.servers.isEmpty())
        return {};
    const QUrl url(upstream.servers.constFirst().url);
    QString first = url.host();
    if (url.port() >= 0)
        first += u':' + QString::number(url.port());
    if (first.isEmpty())
        first = printable(upstream.servers.constFirst().url.toUtf8());
    const qsizetype others = upstream.servers.size() - 1;
    return others == 0 ? first
                       : translated(QT_TRANSLATE_NOOP("upstream", "%1 and %2 more"))
                             .arg(first, QLocale().toString(static_cast<qlonglong>(others)));
}

double budgetShare(const PullBudget &budget)
{
    if (budget.limit <= 0)
        return 1;
    return std::clamp(static_cast<double>(budget.remaining) / static_cast<double>(budget.limit),
                      0.0, 1.0);
}

QString budgetText(const PullBudget &budget)
{
    const QLocale locale;
    return translated(QT_TRANSLATE_NOOP("upstream", "%1 of %2"))
        .arg(locale.toString(static_cast<qlonglong>(budget.remaining)),
             locale.toString(static_cast<qlonglong>(budget.limit)));
}

QString refillText(const PullBudget &budget)
{
    const QString moment = refillMoment(budget);
    if (moment.isEmpty())
        return {};
    return translated(QT_TRANSLATE_NOOP("upstream", "All of it is there again by %1.")).arg(moment);
}

QString budgetLine(const PullBudget &budget)
{
    const QString moment = refillMoment(budget);
    if (moment.isEmpty())
        return budgetText(budget);
    return translated(QT_TRANSLATE_NOOP("upstream", "%1, full by %2"))
        .arg(budgetText(budget), moment);
}

QColor budgetColour(double share, const QPalette &palette)
{
    // Below these the engine lets tags hold longer.
    if (share < 0.10)
        return errorColour(palette);
    if (share < 0.25)
        return warningColour(palette);
    return resultColour(CacheResult::Hit, palette);
}

QString formatMoment(std::int64_t timeMs, std::int64_t nowMs)
{
    if (timeMs == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeMs);
    const QLocale locale;
    if (time.date() == QDateTime::fromMSecsSinceEpoch(nowMs).date())
        return locale.toString(time.time(), QLocale::ShortFormat);
    return locale.toString(time, QLocale::ShortFormat);
}

QString tagHoldText(const TagRule &rule)
{
    if (rule.isImmutable)
        return translated(QT_TRANSLATE_NOOP("upstream", "never again"));
    if (rule.ttl.count() == 0)
        return translated(QT_TRANSLATE_NOOP("upstream", "at every pull"));
    return translated(QT_TRANSLATE_NOOP("upstream", "again after %1")).arg(spanText(rule.ttl));
}

QString tagRuleText(const TagRule &rule)
{
    return translated(QT_TRANSLATE_NOOP("upstream", "%1: %2"))
        .arg(printable(QByteArray::fromStdString(rule.match)), tagHoldText(rule));
}

QString accessText(ServerTest::Access access)
{
    switch (access) {
    case ServerTest::Access::Unknown:
        return translated(QT_TRANSLATE_NOOP("upstream", "Access: not known."));
    case ServerTest::Access::Open:
        return translated(QT_TRANSLATE_NOOP("upstream", "Access: open to everybody."));
    case ServerTest::Access::Anonymous:
        return translated(
            QT_TRANSLATE_NOOP("upstream", "Access: everybody may pull what is public."));
    case ServerTest::Access::Accepted:
        return translated(QT_TRANSLATE_NOOP("upstream", "Access: the credential is right."));
    case ServerTest::Access::Refused:
        return translated(QT_TRANSLATE_NOOP("upstream", "Access: the credential is refused."));
    case ServerTest::Access::Required:
        return translated(
            QT_TRANSLATE_NOOP("upstream", "Access: it wants a credential, and there is none."));
    }
    return {};
}

bool isGood(const ServerTest &test)
{
    using Access = ServerTest::Access;
    return test.isReachable && (test.access == Access::Open || test.access == Access::Anonymous ||
                                test.access == Access::Accepted);
}

QString certificateText(const ServerTest::Certificate &certificate)
{
    const QString until = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(certificate.expiresAtMs).date(), QLocale::LongFormat);
    return translated(QT_TRANSLATE_NOOP("upstream", "Certificate: %1, issued by %2, until %3."))
        .arg(printable(certificate.subject.toUtf8()), printable(certificate.issuer.toUtf8()),
             until);
}

QString credentialPlaceName(CredentialPlace place)
{
    switch (place) {
    case CredentialPlace::Configuration:
        return translated(QT_TRANSLATE_NOOP("upstream", "Configuration file"));
    case CredentialPlace::File:
        return translated(QT_TRANSLATE_NOOP("upstream", "File in the data folder"));
    case CredentialPlace::Keychain:
        return translated(QT_TRANSLATE_NOOP("upstream", "Keychain"));
    }
    return {};
}

QString credentialPlaceText(const CredentialInfo &credential)
{
    if (!credential.helper.isEmpty())
        return QStringLiteral("docker-credential-") + printable(credential.helper.toUtf8());
    return credentialPlaceName(credential.place);
}

QString credentialUserText(const CredentialInfo &credential)
{
    if (!credential.username.isEmpty())
        return printable(credential.username.toUtf8());
    if (!credential.helper.isEmpty())
        return translated(QT_TRANSLATE_NOOP("upstream", "as the helper says"));
    return translated(QT_TRANSLATE_NOOP("upstream", "identity token"));
}

bool isScopeOf(const QString &scope, const QString &registry)
{
    return scope == registry || scope.startsWith(registry + u'/');
}

} // namespace lanyard::ui
