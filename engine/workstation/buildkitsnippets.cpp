// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamledit.h"
#include "textedit/yamlliteral.h"
#include "workstation/clientsnippets.h"

namespace lanyard::workstation {

using recipes::Recipe;

namespace {

constexpr const char *mirrorsTitle = QT_TRANSLATE_NOOP("engine", "The mirrors of BuildKit");

/// A place for the certificate that every user may read, and that Docker's virtual machine has.
QString authorityFileOn(System system)
{
    switch (system) {
    case System::Linux:
        return QStringLiteral("/etc/ssl/lanyard-ca.pem");
    case System::MacOs:
        return QStringLiteral("/Users/Shared/lanyard-ca.pem");
    case System::Windows:
        return QStringLiteral("C:\\ProgramData\\Lanyard\\lanyard-ca.pem");
    }
    return {};
}

/// A step of a workflow: the configuration is a text in its YAML.
void addWorkflow(SnippetDraft &draft, const Recipe &recipe)
{
    static const QByteArray start("with:\n  buildkitd-config-inline: later\n");
    const auto step = textedit::replaceWithLiteral(
        start, {std::string("with"), std::string("buildkitd-config-inline")}, draft.textOf(recipe));
    QByteArray text("- uses: docker/setup-buildx-action@v3\n");
    for (const QByteArray &line : step.value_or(start).trimmed().split('\n'))
        text += (line.isEmpty() ? QByteArray() : "  " + line) + '\n';
    draft.addFile(
        QT_TRANSLATE_NOOP("engine", "GitHub Actions: a step for runners that reach the cache"),
        QStringLiteral(".github/workflows/build.yml"), text);
}

/// BuildKit in a container of Docker.
void addContainer(SnippetDraft &draft)
{
    const QString folder = QStringLiteral("/etc/buildkit/");
    const QString configName = QStringLiteral("buildkitd.toml");
    const QString authorityName = QStringLiteral("lanyard-ca.pem");
    // In PowerShell as in other shells.
    const auto volume = [&folder](const QString &name) {
        return QStringLiteral(" -v \"${PWD}/%1:%2%1:ro\"").arg(name, folder);
    };
    draft.addAuthority(authorityName);
    draft.addRecipe(mirrorsTitle, configName,
                    draft.recipe(Recipe::Kind::BuildkitToml, folder + authorityName));
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Start BuildKit with it"),
                      {QStringLiteral("docker run -d --name buildkitd --privileged") +
                       volume(configName) +
                       (draft.hasAuthority() ? volume(authorityName) : QString()) +
                       QStringLiteral(" moby/buildkit:latest")});
}

} // namespace

void addBuildxSnippets(SnippetDraft &draft)
{
    const QString authorityFile = authorityFileOn(draft.system());
    const Recipe recipe = draft.recipe(Recipe::Kind::BuildkitToml, authorityFile);
    draft.addAuthority(authorityFile);
    draft.addRecipe(
        QT_TRANSLATE_NOOP("engine", "The mirrors of builders that are made from now on"),
        draft.isWindows() ? QStringLiteral("%USERPROFILE%\\.docker\\buildx\\buildkitd.default.toml")
                          : QStringLiteral("~/.docker/buildx/buildkitd.default.toml"),
        recipe);
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Make a builder"),
                      {QStringLiteral("docker buildx create --name lanyard --driver "
                                      "docker-container --use --bootstrap")});
    draft.addCommands(
        QT_TRANSLATE_NOOP("engine", "Make a builder again (NAME) that is there; its cache stays"),
        {QStringLiteral("docker buildx rm --keep-state NAME"),
         QStringLiteral("docker buildx create --name NAME --driver docker-container --bootstrap")});
    draft.addDockerLogin();
    if (draft.system() == System::Linux)
        addWorkflow(draft, recipe);
}

void addBuildKitSnippets(SnippetDraft &draft)
{
    if (draft.system() == System::Linux) {
        const QString authorityFile = QStringLiteral("/etc/buildkit/lanyard-ca.pem");
        draft.addAuthority(authorityFile);
        draft.addRecipe(mirrorsTitle, QStringLiteral("/etc/buildkit/buildkitd.toml"),
                        draft.recipe(Recipe::Kind::BuildkitToml, authorityFile));
        draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart BuildKit; builds that run end"),
                          {QStringLiteral("sudo systemctl restart buildkit")});
        draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart a rootless BuildKit, whose file is "
                                                      "~/.config/buildkit/buildkitd.toml"),
                          {QStringLiteral("systemctl --user restart buildkit")});
    } else {
        addContainer(draft);
    }
    draft.addDockerLogin();
}

void addEarthlySnippets(SnippetDraft &draft, ClientKind kind)
{
    const bool isEarthBuild = kind == ClientKind::EarthBuild;
    const QString authorityFile = authorityFileOn(draft.system());
    draft.addAuthority(authorityFile);
    draft.addRecipe(mirrorsTitle,
                    isEarthBuild ? QStringLiteral("~/.earth/config.yml")
                                 : QStringLiteral("~/.earthly/config.yml"),
                    draft.recipe(Recipe::Kind::EarthlyConfig, authorityFile));
    draft.addCommands(
        QT_TRANSLATE_NOOP("engine", "Start its BuildKit again; builds that run end"),
        {isEarthBuild ? QStringLiteral("earth bootstrap") : QStringLiteral("earthly bootstrap")});
    draft.addDockerLogin();
}

} // namespace lanyard::workstation
