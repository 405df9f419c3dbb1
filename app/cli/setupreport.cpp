// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupreport.h"

#include "core/printabletext.h"
#include "plaintext.h"
#include "table.h"

#include <QDateTime>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString useText(ClientInstallation::Use use)
{
    switch (use) {
    case ClientInstallation::Use::Nothing:
        return QStringLiteral("nothing");
    case ClientInstallation::Use::Cache:
        return QStringLiteral("cache");
    case ClientInstallation::Use::OtherMirror:
        return QStringLiteral("other");
    case ClientInstallation::Use::Partly:
        return QStringLiteral("partly");
    }
    return {};
}

QString obstacleWord(Obstacle::Kind kind)
{
    switch (kind) {
    case Obstacle::Kind::NotRunning:
        return QStringLiteral("not-running");
    case Obstacle::Kind::NoAccess:
        return QStringLiteral("no-access");
    case Obstacle::Kind::FlagConflict:
        return QStringLiteral("flag-conflict");
    case Obstacle::Kind::ProxyInTheWay:
        return QStringLiteral("proxy");
    case Obstacle::Kind::Unreachable:
        return QStringLiteral("unreachable");
    case Obstacle::Kind::OverridesSystem:
        return QStringLiteral("overrides-system");
    case Obstacle::Kind::TooOld:
        return QStringLiteral("too-old");
    }
    return {};
}

QString isoTime(std::int64_t epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

void printLine(const QString &text)
{
    std::puts(qPrintable(printable(text)));
}

/// Lines of a text of several, each behind `margin`.
void printBlock(const QString &text, const QString &margin)
{
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        printLine(margin + line);
}

void printSnippet(const Snippet &snippet)
{
    printLine(snippet.file.isEmpty()
                  ? english(snippet.title) + u':'
                  : QStringLiteral("%1 (%2):").arg(english(snippet.title), snippet.file));
    printBlock(snippet.text, QStringLiteral("    "));
}

QJsonObject toJson(const Snippet &snippet)
{
    return {{QStringLiteral("title"), english(snippet.title)},
            {QStringLiteral("file"), snippet.file},
            {QStringLiteral("text"), snippet.text}};
}

template <typename Value>
QJsonArray listOf(const QList<Value> &values, QJsonObject (*toObject)(const Value &))
{
    QJsonArray list;
    for (const Value &value : values)
        list.append(toObject(value));
    return list;
}

QJsonArray listOf(const QList<Message> &messages)
{
    QJsonArray list;
    for (const Message &message : messages)
        list.append(english(message));
    return list;
}

QJsonObject toJson(const Obstacle &obstacle)
{
    return {{QStringLiteral("kind"), obstacleWord(obstacle.kind)},
            {QStringLiteral("detail"), english(obstacle.detail)},
            {QStringLiteral("fatal"), obstacle.isFatal}};
}

QJsonObject toJson(const FileEdit &edit)
{
    return {{QStringLiteral("path"), edit.path},
            {QStringLiteral("new"), !edit.before.has_value()},
            {QStringLiteral("diff"), QString::fromUtf8(edit.diff)},
            {QStringLiteral("privileged"), edit.isPrivileged},
            {QStringLiteral("reason"), english(edit.reason)}};
}

QJsonObject toJson(const PlannedCommand &command)
{
    return {{QStringLiteral("command"), command.line},
            {QStringLiteral("interrupts"), english(command.interrupts)},
            {QStringLiteral("privileged"), command.isPrivileged}};
}

QJsonObject toJson(const EditRefusal &refusal)
{
    return {{QStringLiteral("path"), refusal.path},
            {QStringLiteral("reason"), english(refusal.reason)},
            {QStringLiteral("snippet"), toJson(refusal.snippet)}};
}

QJsonObject toJson(const ProbeSighting &sighting)
{
    return {{QStringLiteral("registry"), sighting.registry},
            {QStringLiteral("form"), sighting.form},
            {QStringLiteral("what"), sighting.what},
            {QStringLiteral("userAgent"), sighting.userAgent},
            {QStringLiteral("address"), sighting.address},
            {QStringLiteral("at"), isoTime(sighting.atMs)}};
}

QJsonObject toJson(const ProofResult &proof)
{
    return {{QStringLiteral("registry"), proof.registry},
            {QStringLiteral("proved"), proof.isProved},
            {QStringLiteral("sightings"), listOf<ProbeSighting>(proof.sightings, toJson)},
            {QStringLiteral("trouble"), english(proof.trouble)},
            {QStringLiteral("output"), proof.output}};
}

QJsonObject toJson(const ClientPlan &plan)
{
    return {{QStringLiteral("edits"), listOf<FileEdit>(plan.edits, toJson)},
            {QStringLiteral("commands"), listOf<PlannedCommand>(plan.commands, toJson)},
            {QStringLiteral("refusals"), listOf<EditRefusal>(plan.refusals, toJson)},
            {QStringLiteral("snippets"), listOf<Snippet>(plan.snippets, toJson)},
            {QStringLiteral("notes"), listOf(plan.notes)}};
}

} // namespace

void printInstallations(const QList<ClientInstallation> &clients)
{
    if (clients.isEmpty()) {
        std::puts("no client was found on this computer");
        return;
    }
    Table table({{QStringLiteral("CLIENT")},
                 {QStringLiteral("VERSION")},
                 {QStringLiteral("PULLS-THROUGH")},
                 {QStringLiteral("FILES")}});
    for (const ClientInstallation &client : clients) {
        table.add(
            {printable(client.id), printable(client.version), useText(client.use),
             printable(client.configFile.isEmpty() ? client.configFolder : client.configFile)});
    }
    std::fputs(qPrintable(table.text()), stdout);
    for (const ClientInstallation &client : clients) {
        for (const Obstacle &obstacle : client.obstacles)
            printLine(QStringLiteral("%1: %2").arg(client.id, english(obstacle.detail)));
    }
}

void printApplied(const QList<AppliedSetUp> &applied)
{
    for (const AppliedSetUp &one : applied) {
        printLine(QStringLiteral("%1: set up for %2 on %3%4")
                      .arg(one.client, one.cacheUrl, isoTime(one.appliedAtMs),
                           one.isCutShort ? QStringLiteral(", cut short: undo it")
                           : one.isPaused ? QStringLiteral(", paused")
                                          : QString()));
    }
}

void printPlan(const ClientInstallation &client, const ClientPlan &plan)
{
    printLine(client.version.isEmpty()
                  ? english(client.name)
                  : QStringLiteral("%1 %2").arg(english(client.name), client.version));
    for (const Obstacle &obstacle : client.obstacles)
        printLine(QStringLiteral("  ! %1").arg(english(obstacle.detail)));
    if (plan.isDone()) {
        std::puts(isByHand(client, plan)
                      ? "  is not set up by Lanyard itself: paste what stands below"
                      : "  is set up already");
    }
    for (const FileEdit &edit : plan.edits) {
        printLine(QStringLiteral("  %1: %2%3")
                      .arg(edit.path, english(edit.reason),
                           edit.isPrivileged ? QStringLiteral(" (as root)") : QString()));
        std::fputs(edit.diff.constData(), stdout);
    }
    for (const PlannedCommand &command : plan.commands) {
        printLine(
            QStringLiteral("  then: %1%2")
                .arg(command.line,
                     command.interrupts.isEmpty()
                         ? QString()
                         : QStringLiteral(" (interrupts %1)").arg(english(command.interrupts))));
    }
    for (const EditRefusal &refusal : plan.refusals) {
        printLine(
            QStringLiteral("  %1 is not edited: %2").arg(refusal.path, english(refusal.reason)));
        printSnippet(refusal.snippet);
    }
    for (const Message &note : plan.notes)
        printLine(QStringLiteral("  note: %1").arg(english(note)));
    for (const Snippet &snippet : plan.snippets)
        printSnippet(snippet);
}

void printStep(const SetUpStep &step)
{
    const auto mark = [&step] {
        switch (step.state) {
        case SetUpStep::State::Running:
            return "...";
        case SetUpStep::State::Done:
            return "done";
        case SetUpStep::State::Failed:
            return "FAILED";
        case SetUpStep::State::Skipped:
            return "skipped";
        }
        return "";
    }();
    std::fprintf(stderr, "%s: %s: %s%s%s\n", qPrintable(printable(step.client)),
                 qPrintable(printable(english(step.what))), mark, step.detail.isEmpty() ? "" : ": ",
                 qPrintable(printable(english(step.detail))));
}

void printResult(const SetUpResult &result)
{
    for (const QString &file : result.changedFiles)
        printLine(QStringLiteral("%1: changed %2").arg(result.client, file));
    for (const Message &note : result.notes)
        printLine(QStringLiteral("%1: %2").arg(result.client, english(note)));
}

void printProof(const ProofResult &proof)
{
    if (proof.isProved) {
        const ProbeSighting &first = proof.sightings.first();
        printLine(
            QStringLiteral("%1: pulls %2 through the cache: %3, form %4, from %5")
                .arg(proof.client, proof.registry, first.userAgent, first.form, first.address));
        return;
    }
    printLine(QStringLiteral("%1: does not pull %2 through the cache: %3")
                  .arg(proof.client, proof.registry, english(proof.trouble)));
    printBlock(proof.output, QStringLiteral("    "));
}

QJsonObject toJson(const ClientReport &report)
{
    const ClientInstallation &client = report.client;
    QJsonObject object{{QStringLiteral("client"), client.id},
                       {QStringLiteral("name"), english(client.name)},
                       {QStringLiteral("version"), client.version},
                       {QStringLiteral("configFile"), client.configFile},
                       {QStringLiteral("configFolder"), client.configFolder},
                       {QStringLiteral("running"), client.isRunning},
                       {QStringLiteral("use"), useText(client.use)},
                       {QStringLiteral("mirrors"), QJsonArray::fromStringList(client.mirrors)},
                       {QStringLiteral("obstacles"), listOf<Obstacle>(client.obstacles, toJson)}};
    if (report.plan)
        object.insert(QStringLiteral("plan"), toJson(*report.plan));
    if (report.result)
        object.insert(QStringLiteral("result"), toJson(*report.result));
    if (!report.proofs.isEmpty())
        object.insert(QStringLiteral("proofs"), listOf<ProofResult>(report.proofs, toJson));
    if (!report.trouble.isEmpty())
        object.insert(QStringLiteral("trouble"), report.trouble);
    return object;
}

QJsonObject toJson(const AppliedSetUp &applied)
{
    return {{QStringLiteral("client"), applied.client},
            {QStringLiteral("name"), english(applied.clientName)},
            {QStringLiteral("cache"), applied.cacheUrl},
            {QStringLiteral("registries"), QJsonArray::fromStringList(applied.registries)},
            {QStringLiteral("files"), QJsonArray::fromStringList(applied.files)},
            {QStringLiteral("appliedAt"), isoTime(applied.appliedAtMs)},
            {QStringLiteral("paused"), applied.isPaused},
            {QStringLiteral("cutShort"), applied.isCutShort}};
}

QJsonObject toJson(const SetUpResult &result)
{
    return {{QStringLiteral("client"), result.client},
            {QStringLiteral("changedFiles"), QJsonArray::fromStringList(result.changedFiles)},
            {QStringLiteral("notes"), listOf(result.notes)},
            {QStringLiteral("trouble"), english(result.trouble)}};
}

} // namespace lanyard::cli
