// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setuptext.h"

#include "clienttext.h"
#include "format.h"
#include "messagetext.h"
#include "theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lanyard::ui {

namespace {

using Use = ClientInstallation::Use;

QString translated(const char *text)
{
    return QCoreApplication::translate("setup", text);
}

QString translated(const char *text, qsizetype count)
{
    return QCoreApplication::translate("setup", text, nullptr, static_cast<int>(count));
}

QString safe(const QString &text)
{
    return printable(text.toUtf8());
}

QString listOf(const QStringList &items)
{
    return safe(QLocale().createSeparatedList(items));
}

bool needsPrivilege(const ClientPlan &plan)
{
    return std::any_of(plan.edits.cbegin(), plan.edits.cend(),
                       [](const FileEdit &edit) { return edit.isPrivileged; }) ||
           std::any_of(plan.commands.cbegin(), plan.commands.cend(),
                       [](const PlannedCommand &command) { return command.isPrivileged; });
}

QString interruptionsText(const QStringList &interruptions)
{
    return translated(QT_TRANSLATE_NOOP("setup", "This is interrupted: %1."))
        .arg(interruptions.join(QStringLiteral("; ")));
}

/// What its commands interrupt.
QString interruptionText(const ClientPlan &plan)
{
    if (plan.commands.isEmpty())
        return translated(QT_TRANSLATE_NOOP("setup", "Nothing has to be restarted."));
    QStringList interrupted;
    for (const PlannedCommand &command : plan.commands) {
        if (!command.interrupts.isEmpty())
            interrupted += told(command.interrupts);
    }
    return interrupted.isEmpty()
               ? translated(QT_TRANSLATE_NOOP(
                     "setup", "Its service reads its configuration anew, and nothing stops."))
               : interruptionsText(interrupted);
}

QString changeSummary(const ClientView &client, const ClientPlan &plan)
{
    QStringList sentences;
    if (!plan.edits.isEmpty())
        sentences +=
            translated(QT_TRANSLATE_N_NOOP("setup", "%n file(s) change."), plan.edits.size());
    if (client.canBeApplied()) {
        sentences += interruptionText(plan);
        if (needsPrivilege(plan))
            sentences += translated(
                QT_TRANSLATE_NOOP("setup", "The administrator's password is asked for."));
    }
    return sentences.join(u' ');
}

/// All of a client is set up, or nothing of it.
QString refusalSummary(const ClientPlan &plan)
{
    QStringList sentences{
        translated(QT_TRANSLATE_N_NOOP("setup", "%n file(s) cannot be edited by Lanyard."),
                   plan.refusals.size())};
    if (!plan.edits.isEmpty())
        sentences += translated(QT_TRANSLATE_NOOP(
            "setup", "The rest can be set up when that is put right: see the changes."));
    return sentences.join(u' ');
}

/// Those of them in one sentence; empty: there are none.
template <typename Predicate>
QString appliedSentence(const QList<AppliedSetUp> &applied, const char *sentence, Predicate isMeant)
{
    QStringList names;
    QStringList caches;
    for (const AppliedSetUp &one : applied) {
        if (!isMeant(one))
            continue;
        names += told(one.clientName);
        if (!caches.contains(one.cacheUrl))
            caches += one.cacheUrl;
    }
    return names.isEmpty() ? QString() : translated(sentence).arg(listOf(names), listOf(caches));
}

/// Of work on several clients, which may have gone well with some of them only.
QString partlyText(const SetUpOutcome &outcome, const char *all, const char *some, const char *none)
{
    if (outcome.isDone())
        return translated(all);
    return translated(outcome.done.isEmpty() ? none : some);
}

/// ProbeSighting::what in the user's language.
QString pieceName(const QString &what)
{
    if (what == QLatin1String("manifest"))
        return translated(QT_TRANSLATE_NOOP("setup", "manifest"));
    if (what == QLatin1String("config"))
        return translated(QT_TRANSLATE_NOOP("setup", "configuration"));
    if (what == QLatin1String("layer"))
        return translated(QT_TRANSLATE_NOOP("setup", "layer"));
    return safe(what);
}

} // namespace

QString clientKindName(ClientKind kind)
{
    switch (kind) {
    case ClientKind::Docker:
        return QStringLiteral("Docker");
    case ClientKind::Buildx:
        return QStringLiteral("Docker Buildx");
    case ClientKind::BuildKit:
        return QStringLiteral("BuildKit");
    case ClientKind::Earthly:
        return QStringLiteral("Earthly");
    case ClientKind::EarthBuild:
        return QStringLiteral("EarthBuild");
    case ClientKind::Containerd:
        return QStringLiteral("containerd");
    case ClientKind::Nerdctl:
        return QStringLiteral("nerdctl");
    case ClientKind::Podman:
        return QStringLiteral("Podman, Buildah, Skopeo, CRI-O");
    case ClientKind::K3s:
        return QStringLiteral("k3s");
    case ClientKind::Rke2:
        return QStringLiteral("RKE2");
    case ClientKind::Kind:
        return QStringLiteral("kind");
    case ClientKind::Minikube:
        return QStringLiteral("minikube");
    case ClientKind::Colima:
        return QStringLiteral("Colima");
    }
    return {};
}

QString useText(const ClientView &client)
{
    if (client.isCutShort())
        return translated(
            QT_TRANSLATE_NOOP("setup", "Its set-up was cut short: undo it, or set it up again"));
    if (client.isPaused())
        return translated(QT_TRANSLATE_NOOP("setup", "Paused: pulls without the cache"));
    const QString mirrors = listOf(client.installation.mirrors);
    switch (client.installation.use) {
    case Use::Cache:
        return translated(QT_TRANSLATE_NOOP("setup", "Set up for this cache"));
    case Use::OtherMirror:
        return translated(QT_TRANSLATE_NOOP("setup", "Uses another mirror: %1")).arg(mirrors);
    case Use::Partly:
        return translated(QT_TRANSLATE_NOOP("setup", "Set up in part; it uses %1")).arg(mirrors);
    case Use::Nothing:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("setup", "Not set up for a cache"));
}

Symbol useSymbol(const ClientView &client)
{
    if (client.isCutShort())
        return Symbol::Warning;
    if (client.isPaused())
        return Symbol::Pause;
    switch (client.installation.use) {
    case Use::Cache:
        return Symbol::Check;
    case Use::Partly:
        return Symbol::Warning;
    case Use::OtherMirror:
    case Use::Nothing:
        break;
    }
    return Symbol::Info;
}

QColor useColour(const ClientView &client, const QPalette &palette)
{
    switch (useSymbol(client)) {
    case Symbol::Check:
        return resultColour(CacheResult::Hit, palette);
    case Symbol::Warning:
        return warningColour(palette);
    default:
        return mutedColour(palette);
    }
}

QString planSummary(const ClientView &client)
{
    if (!client.plan)
        return {};
    const ClientPlan &plan = *client.plan;
    if (plan.isDone()) {
        return isByHand(client.installation, plan)
                   ? translated(QT_TRANSLATE_NOOP("setup",
                                                  "Lanyard does not do this itself. What to paste, "
                                                  "and where, is under the changes."))
                   : translated(QT_TRANSLATE_NOOP("setup", "Nothing is left to do."));
    }
    return plan.refusals.isEmpty() ? changeSummary(client, plan) : refusalSummary(plan);
}

QString commandText(const PlannedCommand &command)
{
    return command.interrupts.isEmpty()
               ? translated(QT_TRANSLATE_NOOP("setup", "Nothing is interrupted."))
               : interruptionsText({told(command.interrupts)});
}

QString editTitle(const FileEdit &edit)
{
    QStringList marks;
    if (!edit.before)
        marks += translated(QT_TRANSLATE_NOOP("setup", "new file"));
    else if (!edit.after)
        marks += translated(QT_TRANSLATE_NOOP("setup", "the file goes"));
    if (edit.isPrivileged)
        marks += translated(QT_TRANSLATE_NOOP("setup", "as administrator"));
    const QString path = safe(edit.path);
    return marks.isEmpty()
               ? path
               : translated(QT_TRANSLATE_NOOP("setup", "%1 (%2)")).arg(path, listOf(marks));
}

QString stepStateName(SetUpStep::State state)
{
    switch (state) {
    case SetUpStep::State::Running:
        return translated(QT_TRANSLATE_NOOP("setup", "Running"));
    case SetUpStep::State::Done:
        return translated(QT_TRANSLATE_NOOP("setup", "Done"));
    case SetUpStep::State::Failed:
        return translated(QT_TRANSLATE_NOOP("setup", "Failed"));
    case SetUpStep::State::Skipped:
        return translated(QT_TRANSLATE_NOOP("setup", "Left out"));
    }
    return {};
}

QString workText(ClientView::Work work)
{
    switch (work) {
    case ClientView::Work::None:
        return {};
    case ClientView::Work::Waiting:
        return translated(QT_TRANSLATE_NOOP("setup", "Waiting for its turn"));
    case ClientView::Work::Applying:
        return translated(QT_TRANSLATE_NOOP("setup", "Being set up"));
    case ClientView::Work::Testing:
        return translated(QT_TRANSLATE_NOOP("setup", "Being tested"));
    case ClientView::Work::Undoing:
        return translated(QT_TRANSLATE_NOOP("setup", "Being undone"));
    }
    return {};
}

QString formText(const QString &form, const QString &registry)
{
    const QString name = safe(registry);
    if (form == QLatin1String("ns"))
        return translated(QT_TRANSLATE_NOOP("setup", "by ns=%1")).arg(name);
    if (form == QLatin1String("path"))
        return translated(QT_TRANSLATE_NOOP("setup", "by the path /%1/v2/")).arg(name);
    if (form == QLatin1String("name"))
        return translated(QT_TRANSLATE_NOOP("setup", "by the name %1/…")).arg(name);
    if (form == QLatin1String("host"))
        return translated(QT_TRANSLATE_NOOP("setup", "by a host name of %1")).arg(name);
    return translated(QT_TRANSLATE_NOOP("setup", "without a name, so for %1")).arg(name);
}

QString sightingsSummary(const QList<ProbeSighting> &sightings)
{
    if (sightings.isEmpty())
        return {};
    const ProbeSighting &first = sightings.constFirst();
    return translated(QT_TRANSLATE_NOOP("setup", "%1 %2 from %3"))
        .arg(programName(first.userAgent.toUtf8()), formText(first.form, first.registry),
             safe(first.address));
}

QString sightingText(const ProbeSighting &sighting)
{
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(formatTimeOfDay(sighting.atMs), pieceName(sighting.what),
             formText(sighting.form, sighting.registry), programName(sighting.userAgent.toUtf8()),
             safe(sighting.address));
}

QString appliedText(const QList<AppliedSetUp> &applied)
{
    QStringList sentences{
        appliedSentence(applied, QT_TRANSLATE_NOOP("setup", "Set up on this computer: %1, for %2."),
                        [](const auto &one) { return !one.isPaused && !one.isCutShort; }),
        appliedSentence(
            applied,
            QT_TRANSLATE_NOOP("setup", "Paused on this computer until resumed: %1, for %2."),
            [](const auto &one) { return one.isPaused && !one.isCutShort; }),
        appliedSentence(applied,
                        QT_TRANSLATE_NOOP("setup",
                                          "Cut short, so set up by half: %1, for %2. Undo takes "
                                          "it back."),
                        [](const auto &one) { return one.isCutShort; })};
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString leftoverText(const AppliedSetUp &applied)
{
    return translated(QT_TRANSLATE_NOOP("setup", "%1 is not found here any more; what was written "
                                                 "for it can be taken back."))
        .arg(told(applied.clientName));
}

QString outcomeTitle(const SetUpOutcome &outcome)
{
    using Kind = SetUpOutcome::Kind;
    switch (outcome.kind) {
    case Kind::SetUp:
        if (outcome.isDone() && !outcome.unproved.isEmpty())
            return translated(QT_TRANSLATE_NOOP("setup", "Set up, and not proved yet"));
        return outcome.isDone()
                   ? translated(QT_TRANSLATE_NOOP("setup", "This computer is set up"))
                   : translated(QT_TRANSLATE_NOOP("setup", "Not all of the set-up worked"));
    case Kind::Test:
        return partlyText(outcome, QT_TRANSLATE_NOOP("setup", "The test pull arrived"),
                          QT_TRANSLATE_NOOP("setup", "Not every test pull arrived"),
                          QT_TRANSLATE_NOOP("setup", "The test failed"));
    case Kind::Undo:
        return outcome.isDone()
                   ? translated(QT_TRANSLATE_NOOP("setup", "The set-up is undone"))
                   : translated(QT_TRANSLATE_NOOP("setup", "The set-up is not undone"));
    case Kind::Pause:
        return partlyText(outcome, QT_TRANSLATE_NOOP("setup", "Paused on this computer"),
                          QT_TRANSLATE_NOOP("setup", "Not all of it is paused"),
                          QT_TRANSLATE_NOOP("setup", "Not paused"));
    case Kind::Resume:
        return partlyText(outcome, QT_TRANSLATE_NOOP("setup", "Resumed on this computer"),
                          QT_TRANSLATE_NOOP("setup", "Not all of it is resumed"),
                          QT_TRANSLATE_NOOP("setup", "Not resumed"));
    }
    return {};
}

QString outcomeText(const SetUpOutcome &outcome)
{
    const auto because = [&outcome](const QStringList &names) {
        return outcome.trouble.isEmpty() ? listOf(names)
                                         : translated(QT_TRANSLATE_NOOP("setup", "%1: %2"))
                                               .arg(listOf(names), told(outcome.trouble));
    };
    QStringList parts;
    if (!outcome.failed.isEmpty())
        parts += because(outcome.failed);
    if (!outcome.failed.isEmpty() && !outcome.unproved.isEmpty())
        parts += translated(QT_TRANSLATE_NOOP("setup", "not proved yet: %1"))
                     .arg(listOf(outcome.unproved));
    else if (!outcome.unproved.isEmpty())
        parts += because(outcome.unproved);
    if (parts.isEmpty())
        parts += outcome.trouble.isEmpty() ? listOf(outcome.done) : told(outcome.trouble);
    for (const Message &note : outcome.notes)
        parts += told(note);
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

} // namespace lanyard::ui
