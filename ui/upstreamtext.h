// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/credentials.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "symbols.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <cstdint>

/// Upstreams in words: pure functions that the page, its list and its dialogs share. All times are
/// in milliseconds since 1970-01-01 UTC.
namespace lanyard::ui {

/// How an upstream is as a whole.
enum class UpstreamHealth {
    Disabled,    ///< it is not asked, because the user wants it so
    SwitchedOff, ///< no upstream is
    Unknown,     ///< not asked yet
    Online,
    Degraded, ///< its own server is not there, a fallback is
    Limited,  ///< it wants no requests for some time
    Offline,  ///< none of its servers is there
};

UpstreamHealth healthOf(const UpstreamStatus &upstream, bool isOffline);
QString healthName(UpstreamHealth health);
Symbol healthSymbol(UpstreamHealth health);
QColor healthColour(UpstreamHealth health, const QPalette &palette);

QString serverStateName(UpstreamServerStatus::State state);
Symbol serverStateSymbol(UpstreamServerStatus::State state);
/// "Online since 14:02", "Wants no requests until 14:10"; without a time where none is known.
QString serverStateText(const UpstreamServerStatus &server);

/// "registry-1.docker.io", and how many others there are.
QString serversText(const UpstreamStatus &upstream);

/// What is left of 1, for a gauge; 1 where there is no limit.
double budgetShare(const PullBudget &budget);
/// "97 of 100".
QString budgetText(const PullBudget &budget);
/// "All of it is there again by 17:12."; empty: it is now, or nobody knows.
QString refillText(const PullBudget &budget);
/// "97 of 100, full by 17:12", without the time where it is full now.
QString budgetLine(const PullBudget &budget);
QColor budgetColour(double share, const QPalette &palette);

/// "14:02" today, else with the day, in the zone of this computer; empty for 0.
QString formatMoment(std::int64_t timeMs, std::int64_t nowMs);

/// "again after 5 min", "at every pull", "never again": when a registry is asked what a tag names.
QString tagHoldText(const TagRule &rule);
/// "latest: again after 5 min".
QString tagRuleText(const TagRule &rule);

/// What the user has to know of a server's answer to a test.
QString accessText(ServerTest::Access access);
/// Whether pulls through this server work.
bool isGood(const ServerTest &test);
/// "CN=example, issued by R3, until 1 March 2027".
QString certificateText(const ServerTest::Certificate &certificate);

/// "Keychain", "docker-credential-pass".
QString credentialPlaceText(const CredentialInfo &credential);
QString credentialPlaceName(CredentialPlace place);
/// Who it is, "me", or "identity token" and the like where there is no name.
QString credentialUserText(const CredentialInfo &credential);

/// Whether a scope, REGISTRY[/PATH], is of this registry.
bool isScopeOf(const QString &scope, const QString &registry);

} // namespace lanyard::ui
