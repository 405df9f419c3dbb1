// SPDX-License-Identifier: GPL-3.0-or-later
#include "attention.h"

#include "clienttext.h"
#include "format.h"
#include "messagetext.h"
#include "requesttext.h"
#include "uilimits.h"
#include "upstreamtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>

namespace lanyard::ui {

namespace {

using Kind = AttentionItem::Kind;
using Severity = AttentionItem::Severity;
using Action = AttentionItem::Action;
using Server = UpstreamServerStatus;

constexpr std::chrono::hours authorityNotice{30 * 24};
constexpr std::chrono::hours certificateNotice{14 * 24};
constexpr int shortLifeParts = 6; // of a certificate that lives for days: the last one
constexpr std::chrono::hours wrongDigestNotice{24};
constexpr double lowShare = 0.1;

QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("attention", text, nullptr, count);
}

QString bytesText(std::int64_t bytes)
{
    return formatBytes(bytes);
}

std::int64_t msOf(std::chrono::milliseconds duration)
{
    return duration.count();
}

/// What came from the network, in one line.
QString shown(const QString &text)
{
    return printable(text.toUtf8());
}

QString imageOf(const QByteArray &registry, const QByteArray &repository)
{
    RequestLabels labels;
    labels.upstream = registry;
    labels.repository = repository;
    return imageName(labels);
}

void addDisk(const EngineStatus &status, QList<AttentionItem> &items)
{
    if (!status.storageTrouble.isEmpty())
        items.append({.kind = Kind::StorageTrouble,
                      .severity = Severity::Error,
                      .text = translated(QT_TRANSLATE_NOOP("attention",
                                                           "The disk cannot be used: %1. Clients "
                                                           "are told to come back later."))
                                  .arg(told(status.storageTrouble)),
                      .action = Action::ShowSettings});
    const DiskUse &disk = status.disk;
    const auto isRefusedFor = [&disk](StorageRefusal::Limit limit) {
        return disk.refusal && disk.refusal->limit == limit;
    };
    const bool isBelowFloor = disk.diskBytes > 0 && disk.diskFreeBytes < disk.keepFreeBytes;
    if (isRefusedFor(StorageRefusal::Limit::KeepFree) || isBelowFloor)
        items.append(
            {.kind = Kind::DiskFull,
             .severity = Severity::Error,
             .text = translated(QT_TRANSLATE_NOOP(
                                    "attention",
                                    "The disk is full: %1 are free, and %2 are to stay so. What "
                                    "is pulled now is passed on and not stored."))
                         .arg(bytesText(disk.diskFreeBytes), bytesText(disk.keepFreeBytes)),
             .action = Action::ShowImages});
    else if (isRefusedFor(StorageRefusal::Limit::Disk))
        items.append({.kind = Kind::DiskFull,
                      .severity = Severity::Error,
                      .text = translated(QT_TRANSLATE_NOOP(
                          "attention",
                          "The disk takes no more, for example because a quota is used up. What "
                          "is pulled now is passed on and not stored.")),
                      .action = Action::ShowImages});
    if (isRefusedFor(StorageRefusal::Limit::Capacity))
        items.append(
            {.kind = Kind::CapacityFull,
             .severity = Severity::Warning,
             .text =
                 translated(QT_TRANSLATE_NOOP(
                                "attention",
                                "The cache is full: %1 of %2 are used, and %3 that were pulled "
                                "did not fit. Unpin or remove images, or give it more room."))
                     .arg(bytesText(disk.contentBytes), bytesText(disk.capacityBytes.value_or(0)),
                          bytesText(disk.refusal->bytes)),
             .action = Action::ShowImages});
}

void addWrongDigests(const AttentionValues &values, QList<AttentionItem> &items)
{
    const WrongDigests &wrong = values.status.wrongDigests;
    const bool isOld = values.nowMs - wrong.lastAtMs >= msOf(wrongDigestNotice);
    if (wrong.count == 0 || isOld || wrong == values.dismissed)
        return;
    items.append(
        {.kind = Kind::WrongDigest,
         .severity = Severity::Error,
         .text = translated(QT_TRANSLATE_N_NOOP("attention",
                                                "Wrong content was sent for %1 at %2 (%n time(s) "
                                                "since the start). It was refused, not stored."),
                            static_cast<int>(wrong.count))
                     .arg(imageOf(wrong.lastRegistry, wrong.lastRepository),
                          formatMoment(wrong.lastAtMs, values.nowMs)),
         .action = Action::Dismiss,
         .subject = shown(QString::fromUtf8(wrong.lastRegistry))});
}

const Server *firstIn(Server::State state, const UpstreamStatus &upstream)
{
    const auto found = std::find_if(upstream.servers.cbegin(), upstream.servers.cend(),
                                    [state](const Server &one) { return one.state == state; });
    return found == upstream.servers.cend() ? nullptr : &*found;
}

void addReach(const UpstreamStatus &upstream, std::int64_t nowMs, QList<AttentionItem> &items)
{
    const QString name = shown(upstream.registry);
    if (const Server *server = firstIn(Server::State::Offline, upstream)) {
        const bool isAll = std::ranges::all_of(upstream.servers, [](const Server &one) {
            return one.state == Server::State::Offline;
        });
        const QString since = formatMoment(server->sinceMs, nowMs);
        const QString trouble = told(server->trouble);
        const QString text =
            isAll ? translated(QT_TRANSLATE_NOOP("attention",
                                                 "%1 cannot be reached since %2: %3. What is "
                                                 "cached of it is served."))
                        .arg(name, since, trouble)
                  : translated(QT_TRANSLATE_NOOP("attention",
                                                 "%1, a server of %2, cannot be reached since "
                                                 "%3: %4. Another one is asked."))
                        .arg(shown(server->url), name, since, trouble);
        items.append({.kind = Kind::UpstreamUnreachable,
                      .severity = Severity::Warning,
                      .text = text,
                      .action = Action::ShowUpstreams,
                      .subject = name});
    }
    if (const Server *server = firstIn(Server::State::Limited, upstream))
        items.append({.kind = Kind::UpstreamLimited,
                      .severity = Severity::Warning,
                      .text = translated(QT_TRANSLATE_NOOP(
                                             "attention",
                                             "%1 wants no requests until %2 (429). A login to it "
                                             "raises what it grants."))
                                  .arg(name, formatMoment(server->untilMs, nowMs)),
                      .action = Action::LogIn,
                      .subject = name});
}

void addUpstream(const UpstreamStatus &upstream, std::int64_t nowMs, QList<AttentionItem> &items)
{
    if (!upstream.isEnabled)
        return;
    addReach(upstream, nowMs, items);
    const QString name = shown(upstream.registry);
    if (!upstream.refusal.isEmpty())
        items.append(
            {.kind = Kind::CredentialRefused,
             .severity = Severity::Warning,
             .text = translated(QT_TRANSLATE_NOOP("attention", "%1 refuses the credentials: %2"))
                         .arg(name, told(upstream.refusal)),
             .action = Action::LogIn,
             .subject = name});
    const auto budget = currentBudget(upstream, nowMs);
    if (budget && budgetShare(*budget) < lowShare)
        items.append(
            {.kind = Kind::BudgetLow,
             .severity = Severity::Warning,
             .text = translated(QT_TRANSLATE_NOOP("attention",
                                                  "%1 grants %2 more pulls of %3. Tags hold "
                                                  "longer meanwhile; a login to it raises them."))
                         .arg(name, formatCount(static_cast<std::uint64_t>(budget->remaining)),
                              formatCount(static_cast<std::uint64_t>(budget->limit))),
             .action = Action::LogIn,
             .subject = name});
}

void addUpstreams(const AttentionValues &values, QList<AttentionItem> &items)
{
    if (values.upstreams.isOffline) {
        items.append({.kind = Kind::Offline,
                      .severity = Severity::Info,
                      .text = translated(QT_TRANSLATE_NOOP(
                          "attention", "You work offline: no registry is asked, and only what is "
                                       "cached is served.")),
                      .action = Action::WorkOnline});
        return;
    }
    for (const UpstreamStatus &upstream : values.upstreams.upstreams)
        addUpstream(upstream, values.nowMs, items);
}

QString dayOf(std::int64_t atMs)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs).date(), QLocale::ShortFormat);
}

void addAuthority(const AttentionValues &values, QList<AttentionItem> &items)
{
    if (!values.localCa)
        return;
    const std::int64_t authorityEnd = values.localCa->authority.validUntilMs;
    if (authorityEnd - values.nowMs < msOf(authorityNotice))
        items.append({.kind = Kind::AuthorityEnding,
                      .severity = Severity::Warning,
                      .text = translated(QT_TRANSLATE_NOOP(
                                             "attention",
                                             "The local certificate authority ends on %1. Clients "
                                             "have to trust a new one by then."))
                                  .arg(dayOf(authorityEnd)),
                      .action = Action::RenewAuthority});
}

/// Of one that Lanyard should have replaced.
QString endOfIssued(const QString &day, bool isOver)
{
    if (isOver)
        return translated(QT_TRANSLATE_NOOP("attention",
                                            "The certificate of this cache ended on %1, and "
                                            "was not renewed by itself: clients refuse it."))
            .arg(day);
    return translated(QT_TRANSLATE_NOOP("attention", "The certificate of this cache ends on "
                                                     "%1, and was not renewed by itself."))
        .arg(day);
}

QString endOf(const QString &file, const QString &day, bool isOver)
{
    if (isOver)
        return translated(QT_TRANSLATE_NOOP("attention", "The certificate in %1 ended on %2: "
                                                         "clients refuse it. Put a new one there, "
                                                         "which is taken in at once."))
            .arg(file, day);
    return translated(QT_TRANSLATE_NOOP("attention", "The certificate in %1 ends on %2. Put a new "
                                                     "one there, which is taken in at once."))
        .arg(file, day);
}

void addCertificate(const ServedCertificate &certificate, std::int64_t nowMs,
                    QList<AttentionItem> &items)
{
    const std::int64_t life = certificate.validUntilMs - certificate.validFromMs;
    const std::int64_t left = certificate.validUntilMs - nowMs;
    if (left >= std::min(msOf(certificateNotice), life / shortLifeParts))
        return;
    const bool isOver = left <= 0;
    const QString day = dayOf(certificate.validUntilMs);
    items.append({.kind = Kind::CertificateEnding,
                  .severity = isOver ? Severity::Error : Severity::Warning,
                  .text = certificate.isIssued ? endOfIssued(day, isOver)
                                               : endOf(shown(certificate.file), day, isOver),
                  .action = Action::ShowSettings});
}

QString fellBackText(const ClientSummary &client)
{
    const QString address = printable(client.address);
    const QString status = QString::number(client.lastFallback->status);
    if (client.userAgent.trimmed().isEmpty())
        return translated(QT_TRANSLATE_NOOP("attention",
                                            "%1 was not given what it asked for, and has probably "
                                            "pulled it from the registry itself: %2, status %3."))
            .arg(address, fallbackImage(client), status);
    return translated(QT_TRANSLATE_NOOP("attention",
                                        "%1 (%2) was not given what it asked for, and has probably "
                                        "pulled it from the registry itself: %3, status %4."))
        .arg(address, programName(client.userAgent), fallbackImage(client), status);
}

void addClients(const AttentionValues &values, QList<AttentionItem> &items)
{
    std::map<std::int64_t, const ClientSummary *, std::greater<>> recent;
    for (const ClientSummary &client : values.clients) {
        if (client.lastFallback &&
            values.nowMs - client.lastFallback->atMs < msOf(limits::fallbackNotice))
            recent.emplace(client.lastFallback->atMs, &client);
    }
    for (const auto &[atMs, client] : recent)
        items.append({.kind = Kind::ClientFellBack,
                      .severity = Severity::Info,
                      .text = fellBackText(*client),
                      .action = values.ownAddresses.contains(client->address) ? Action::ShowComputer
                                                                              : Action::ShowClients,
                      .subject = printable(client->address)});
}

void addSuggestions(const UpstreamOverview &upstreams, QList<AttentionItem> &items)
{
    for (const UpstreamSuggestion &suggestion : upstreams.suggestions) {
        const QString name = shown(suggestion.registry);
        items.append({.kind = Kind::UnknownRegistry,
                      .severity = Severity::Info,
                      .text = translated(QT_TRANSLATE_NOOP(
                                             "attention", "Clients ask for images of %1, which is "
                                                          "no upstream: they pull past the cache."))
                                  .arg(name),
                      .action = Action::AddUpstream,
                      .subject = name});
    }
}

} // namespace

QList<AttentionItem> attention(const AttentionValues &values)
{
    if (values.status.state == EngineState::Stopped)
        return {{.kind = Kind::Stopped,
                 .severity = Severity::Info,
                 .text = translated(QT_TRANSLATE_NOOP(
                     "attention", "The cache is stopped: its clients pull from the registries "
                                  "themselves.")),
                 .action = Action::Start}};
    QList<AttentionItem> items;
    if (values.status.state != EngineState::Running)
        return items;
    addDisk(values.status, items);
    addWrongDigests(values, items);
    addUpstreams(values, items);
    addAuthority(values, items);
    for (const ServedCertificate &certificate : values.status.certificates)
        addCertificate(certificate, values.nowMs, items);
    addClients(values, items);
    addSuggestions(values.upstreams, items);
    std::ranges::stable_sort(items, {}, &AttentionItem::severity);
    return items.first(std::min<qsizetype>(items.size(), limits::attentionItems));
}

QString actionText(AttentionItem::Action action)
{
    switch (action) {
    case Action::Start:
        return translated(QT_TRANSLATE_NOOP("attention", "Start"));
    case Action::WorkOnline:
        return translated(QT_TRANSLATE_NOOP("attention", "Work online"));
    case Action::RenewAuthority:
        return translated(QT_TRANSLATE_NOOP("attention", "Renew…"));
    case Action::Dismiss:
        return translated(QT_TRANSLATE_NOOP("attention", "Dismiss"));
    case Action::LogIn:
        return translated(QT_TRANSLATE_NOOP("attention", "Log in…"));
    case Action::AddUpstream:
        return translated(QT_TRANSLATE_NOOP("attention", "Add…"));
    case Action::ShowSettings:
        return translated(QT_TRANSLATE_NOOP("attention", "Settings"));
    case Action::ShowUpstreams:
        return translated(QT_TRANSLATE_NOOP("attention", "Upstreams"));
    case Action::ShowImages:
        return translated(QT_TRANSLATE_NOOP("attention", "Images"));
    case Action::ShowClients:
        return translated(QT_TRANSLATE_NOOP("attention", "Clients"));
    case Action::ShowComputer:
        return translated(QT_TRANSLATE_NOOP("attention", "This computer"));
    }
    return {};
}

std::optional<PullBudget> currentBudget(const UpstreamStatus &upstream, std::int64_t nowMs)
{
    const auto isOver = [nowMs](const PullBudget &budget) {
        return budget.limit <= 0 ||
               (budget.window.count() > 0 && budget.readAtMs + msOf(budget.window) <= nowMs);
    };
    const auto found = std::find_if_not(upstream.budgets.cbegin(), upstream.budgets.cend(), isOver);
    if (found == upstream.budgets.cend())
        return std::nullopt;
    return *found;
}

} // namespace lanyard::ui
