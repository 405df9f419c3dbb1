// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/planner.h"

#include "recipes/recipe.h"
#include "setup/filechange.h"
#include "textedit/unifieddiff.h"
#include "workstation/snippetdraft.h"

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

void refuse(ClientPlan &plan, const SketchedFile &file, const QString &reason)
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
            plan.notes.append(obstacle.detail + QLatin1Char('.'));
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
    ClientPlan plan{.client = client.id,
                    .cache = m_cache,
                    .registries = m_registries,
                    .snippets = sketch.snippets,
                    .notes = sketch.notes};
    for (const SketchedFile &file : sketch.files) {
        if (!mayReplace(plan, client, file))
            continue;
        const Result<std::optional<QByteArray>> before = read(file.path);
        const Result<QByteArray> after = before.and_then(
            [&file](const auto &text) { return recipes::withRecipe(file.recipe, text); });
        if (!after) {
            refuse(plan, file, QString::fromStdString(after.error().message));
            continue;
        }
        if (*before == *after)
            continue;
        m_changed.insert(file.path, *after);
        plan.edits.append(editOf(file, *before, *after));
    }
    if (!plan.edits.isEmpty()) {
        for (const ServiceAction action : sketch.actions)
            plan.commands.append(m_help.commandFor({.action = action, .pid = client.pid}));
    }
    return plan;
}

FileEdit Planner::editOf(const SketchedFile &file, const std::optional<QByteArray> &before,
                         const QByteArray &after) const
{
    const QByteArray diff = textedit::unifiedDiff(file.path, before, after);
    return {.path = file.path,
            .before = before,
            .after = after,
            .diff = textedit::readableDiff(
                textedit::withoutSecrets(diff, m_cache.user, m_cache.password)),
            .isPrivileged = m_help.isPrivileged(file.path, file.recipe),
            .reason = file.reason};
}

Result<std::optional<QByteArray>> Planner::read(const QString &path) const
{
    const auto changed = m_changed.constFind(path);
    if (changed != m_changed.cend())
        return *changed;
    return m_help.read(path);
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
