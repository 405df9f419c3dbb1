// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/buildkitsketch.h"

#include "workstation/shellword.h"
#include "workstation/snippetdraft.h"

namespace lanyard::workstation {

namespace {

using recipes::Recipe;

void addMirrors(Sketch &sketch, Recipe::Kind kind, const ClientInstallation &client,
                const CacheEndpoint &cache, const QStringList &registries)
{
    const QString authorityFile = sketch.addAuthority(cache, authorityBeside(client.configFile));
    sketch.files.append({.recipe = {.kind = kind,
                                    .cache = cache.withoutLogin(),
                                    .registries = registries,
                                    .authorityFile = authorityFile},
                         .path = client.configFile,
                         .reason = QT_TRANSLATE_NOOP("engine", "the mirrors of BuildKit")});
    // BuildKit asks whoever runs the build for the login of a mirror.
    SnippetDraft draft(thisSystem(), cache, registries);
    draft.addDockerLogin();
    sketch.snippets += draft.snippets();
}

/// buildx takes several in one option, as CSV.
QString driverOption(QString option)
{
    if (option.contains(QLatin1Char(',')) || option.contains(QLatin1Char('"')))
        option = QLatin1Char('"') + option.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                 QLatin1Char('"');
    return QStringLiteral("--driver-opt ") + shellWord(option);
}

/// How a builder that is there gets the file of new ones.
void addBuilder(Sketch &sketch, const ClientInstallation &client)
{
    sketch.notes.append(Message(
        QT_TRANSLATE_NOOP("engine",
                          "The builder %1 keeps what it was made with. With the lines below it is "
                          "made again, and keeps its cache; further nodes, and platforms and flags "
                          "of its own, have to be given again."),
        {client.instance}));
    const QString name = shellWord(client.instance);
    QStringList words{QStringLiteral("docker buildx create --name"), name,
                      QStringLiteral("--driver docker-container")};
    for (const QString &option : client.driverOptions)
        words += driverOption(option);
    words += QStringLiteral("--bootstrap");
    sketch.snippets.append(
        {.title = {QT_TRANSLATE_NOOP("engine", "Make the builder %1 again"), {client.instance}},
         .file = {},
         .text = QStringLiteral("docker buildx rm --keep-state ") + name + QLatin1Char('\n') +
                 words.join(QLatin1Char(' ')) + QLatin1Char('\n')});
}

} // namespace

Sketch buildkitSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                      const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::BuildkitToml, client, cache, registries);
    if (client.isRunning) {
        sketch.actions.append(client.isRootless ? ServiceAction::RestartRootlessBuildKit
                                                : ServiceAction::RestartBuildKit);
    }
    return sketch;
}

Sketch buildxSketch(const ClientInstallation &client, const CacheEndpoint &cache,
                    const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::BuildkitToml, client, cache, registries);
    if (!client.instance.isEmpty())
        addBuilder(sketch, client);
    return sketch;
}

Sketch earthlySketch(const ClientInstallation &client, const CacheEndpoint &cache,
                     const QStringList &registries)
{
    Sketch sketch;
    addMirrors(sketch, Recipe::Kind::EarthlyConfig, client, cache, registries);
    sketch.notes.append(Message(
        QT_TRANSLATE_NOOP("engine", "%1 starts its builder again at the next build; builds that "
                                    "run then end."),
        {client.name}));
    return sketch;
}

} // namespace lanyard::workstation
