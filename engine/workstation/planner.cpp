// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/planner.h"

#include "recipes/recipe.h"
#include "setup/filechange.h"
#include "textedit/unifieddiff.h"
#include "workstation/snippetdraft.h"
#include "workstation/terminalline.h"

#include <algorithm>
#include <utility>

namespace lanyard::workstation {

namespace {

/// What the user can paste where the file is not edited, and with it what to write for a login.
QList<Snippet> snippetsOf(const SketchedFile &file)
{
    SnippetDraft draft(thisSystem(), file.recipe.cache, file.recipe.registries);
    recipes::Recipe recipe = file.recipe;
    recipe.cache = draft.cache();
    draft.addRecipe(file.reason, file.path, recipe);
    const QList<Snippet> snippets = draft.snippets();
    if (!snippets.isEmpty())
        return snippets;
    return {{.title = file.reason, .file = file.path, .text = {}}};
}

void refuse(ClientPlan &plan, const SketchedFile &file, const Message &reason)
{
    QList<Snippet> snippets = snippetsOf(file);
    plan.refusals.append({.path = file.path, .reason = reason, .snippet = snippets.takeFirst()});
    for (const Snippet &snippet : snippets) {
        if (!plan.snippets.contains(snippet))
            plan.snippets.append(snippet);
    }
}

/// Whether no other file says of a registry what is not to be gone past; else it is refused. What
/// is only to be known is noted.
bool mayReplace(ClientPlan &plan, const ClientInstallation &client, const SketchedFile &file)
{
    if (file.path != client.configFile)
        return true;
    bool may = true;
    for (const QString &registry : file.recipe.registries) {
        const Obstacle obstacle = client.registryObstacles.value(registry);
        if (obstacle.isFatal) {
            SketchedFile alone = file;
            alone.recipe.registries = {registry};
            refuse(plan, alone, obstacle.detail);
            may = false;
        } else if (!obstacle.detail.isEmpty()) {
            plan.notes.append(Message(QT_TRANSLATE_NOOP("engine", "%1."), {obstacle.detail}));
        }
    }
    return may;
}

} // namespace

Planner::Planner(CacheEndpoint cache, QStringList registries, PlanningHelp help)
    : m_cache(std::move(cache))
    , m_registries(std::move(registries))
    , m_help(std::move(help))
{
}

ClientPlan Planner::plan(const ClientInstallation &client)
{
    const Sketch sketch = sketchOf(client, m_cache, m_registries);
    Draft draft{.plan = {.client = client.id,
                         .cache = m_cache,
                         .registries = m_registries,
                         .snippets = sketch.snippets,
                         .notes = sketch.notes},
                .locked = {},
                .shared = {},
                .sharedWith = {}};
    for (const SketchedFile &file : sketch.files)
        addFile(draft, client, file);
    if (!draft.locked.isEmpty())
        draft.plan.notes.append(Message(
            QT_TRANSLATE_NOOP(
                "engine", "Only root may read %1: that is taken to be as it was set up. To have "
                          "it written anew, such as for another password, undo the set-up first."),
            {draft.locked.join(QStringLiteral(", "))}));
    if (!draft.shared.isEmpty())
        draft.plan.notes.append(Message(
            QT_TRANSLATE_NOOP(
                "engine", "What it needs in %1 is in the plan of %2, which has the same file: do "
                          "that first."),
            {draft.shared.join(QStringLiteral(", ")), draft.sharedWith}));
    if (!draft.plan.edits.isEmpty()) {
        for (const ServiceAction action : sketch.actions)
            draft.plan.commands.append(m_help.commandFor({.action = action, .pid = client.pid}));
    }
    return draft.plan;
}

void Planner::addFile(Draft &draft, const ClientInstallation &client, const SketchedFile &file)
{
    if (!mayReplace(draft.plan, client, file))
        return;
    const Result<std::optional<QByteArray>> before = read(file.path);
    if (before)
        addEdit(draft, client, file, *before);
    else if (m_help.isLocked(file.path))
        addLocked(draft, file);
    else
        refuse(draft.plan, file, before.error().message);
}

void Planner::addLocked(Draft &draft, const SketchedFile &file) const
{
    if (m_help.isSetUp(draft.plan.client, file.path))
        draft.locked.append(file.path);
    else
        refuse(draft.plan, file,
               withWayOut(QT_TRANSLATE_NOOP("engine", "only root may read it"), draft.plan.client));
}

void Planner::addEdit(Draft &draft, const ClientInstallation &client, const SketchedFile &file,
                      const std::optional<QByteArray> &before)
{
    const Result<QByteArray> after = recipes::withRecipe(file.recipe, before);
    if (!after) {
        refuse(draft.plan, file, after.error().message);
        return;
    }
    if (before == *after) {
        if (const auto change = m_changed.constFind(file.path); change != m_changed.cend()) {
            draft.shared.append(file.path);
            draft.sharedWith = change->clientName;
        }
        return;
    }
    const Result<bool> isPrivileged = m_help.isPrivileged(file.path, file.recipe);
    if (!isPrivileged) {
        refuse(draft.plan, file, withWayOut(isPrivileged.error().message, client.id));
        return;
    }
    m_changed.insert(file.path, {.after = *after, .clientName = client.name});
    draft.plan.edits.append(editOf(file, before, *after, *isPrivileged));
}

Message Planner::withWayOut(const Message &reason, const QString &client) const
{
    if (m_help.isRoot)
        return reason;
    return {QT_TRANSLATE_NOOP("engine", "%1. %2"),
            {reason, terminalLine(client, m_cache, m_registries)}};
}

FileEdit Planner::editOf(const SketchedFile &file, const std::optional<QByteArray> &before,
                         const QByteArray &after, bool isPrivileged) const
{
    const QByteArray diff = textedit::unifiedDiff(file.path, before, after);
    return {.path = file.path,
            .before = before,
            .after = after,
            .diff = textedit::readableDiff(
                textedit::withoutSecrets(diff, m_cache.user, m_cache.password)),
            .isPrivileged = isPrivileged,
            .reason = file.reason};
}

Result<std::optional<QByteArray>> Planner::read(const QString &path) const
{
    const auto changed = m_changed.constFind(path);
    if (changed != m_changed.cend())
        return changed->after;
    return m_help.read(path);
}

bool isRecorded(const QList<setup::SetUpRecord> &records, const QString &client,
                const QString &path, const CacheEndpoint &cache, const QStringList &registries)
{
    const auto isOf = [&](const setup::SetUpRecord &record) {
        return record.client == client && record.state == setup::SetUpRecord::State::Applied &&
               record.cacheUrl == cache.url() && record.registries == registries;
    };
    const auto record = std::find_if(records.cbegin(), records.cend(), isOf);
    return record != records.cend() &&
           std::any_of(record->files.cbegin(), record->files.cend(),
                       [&](const setup::FileRecord &file) {
                           return file.path == path &&
                                  (cache.user.isEmpty() || file.recipe.cache.user == cache.user);
                       });
}

setup::ClientChange changeOf(const ClientPlan &plan, const ClientInstallation &client,
                             const std::function<QString(const QString &)> &onDisk)
{
    setup::ClientChange change{.client = client.id,
                               .clientName = client.name,
                               .cacheUrl = plan.cache.url(),
                               .registries = plan.registries};
    const Sketch sketch = sketchOf(client, plan.cache, plan.registries);
    for (const SketchedFile &file : sketch.files) {
        const auto edit =
            std::find_if(plan.edits.cbegin(), plan.edits.cend(),
                         [&file](const FileEdit &one) { return one.path == file.path; });
        if (edit == plan.edits.cend())
            continue;
        change.files.append({.recipe = file.recipe,
                             .path = onDisk(file.path),
                             .sha256Before = edit->before
                                                 ? std::optional(setup::sha256Of(*edit->before))
                                                 : std::nullopt});
    }
    if (!change.files.isEmpty()) {
        for (const ServiceAction action : sketch.actions)
            change.services.append({.action = action, .pid = client.pid});
    }
    return change;
}

} // namespace lanyard::workstation
