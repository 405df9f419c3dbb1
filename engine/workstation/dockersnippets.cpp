// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamlvalue.h"
#include "workstation/clientsnippets.h"

namespace lanyard::workstation {

using recipes::Recipe;
using textedit::YamlValue;

namespace {

const QString authorityName = QStringLiteral("lanyard-ca.crt");

/// For Docker Hub, which alone a daemon.json has mirrors for.
Recipe daemonRecipe(const SnippetDraft &draft)
{
    Recipe recipe = draft.recipe(Recipe::Kind::DaemonJson, {});
    recipe.registries = {QStringLiteral("docker.io")};
    return recipe;
}

void addDaemonJson(SnippetDraft &draft, const QString &file)
{
    if (draft.hasDockerHub())
        draft.addRecipe(
            QT_TRANSLATE_NOOP("engine", "The mirror of docker.io for Docker Engine of any version"),
            file, daemonRecipe(draft));
}

/// Docker in Docker, at GitLab.
void addPipelines(SnippetDraft &draft)
{
    if (draft.hasDockerHub() && !draft.hasLogin()) {
        const YamlValue service = YamlValue::mapping(
            {{"name", YamlValue::ofText("docker:dind")},
             {"command",
              YamlValue::texts({"--registry-mirror", draft.cache().url().toStdString()})}});
        draft.addFile(
            QT_TRANSLATE_NOOP("engine", "GitLab: Docker in Docker"),
            QStringLiteral(".gitlab-ci.yml"),
            blockText(YamlValue::mapping({{"services", YamlValue::list({service})}}), 0, "\n") +
                '\n');
    }
    draft.addFile(QT_TRANSLATE_NOOP(
                      "engine", "GitLab Runner: Docker in Docker reads the certs.d of its host"),
                  QStringLiteral("/etc/gitlab-runner/config.toml"),
                  "[[runners]]\n"
                  "  [runners.docker]\n"
                  "    privileged = true\n"
                  "    volumes = [\"/certs/client\", \"/cache\", "
                  "\"/etc/docker/certs.d:/etc/docker/certs.d:ro\"]\n");
}

void addEngine(SnippetDraft &draft)
{
    const QString folder = QStringLiteral("/etc/docker/certs.d");
    const QString file = QStringLiteral("/etc/docker/daemon.json");
    const QString authorityFile =
        folder + QLatin1Char('/') + draft.cache().hostPort() + QStringLiteral("/ca.crt");
    draft.addAuthority(authorityFile);
    draft.setTitleFrame(
        //: %1: a title, such as "The mirror of ghcr.io"
        QT_TRANSLATE_NOOP("engine", "%1 for Docker Engine 28 and later"));
    draft.addHostsFiles(folder, authorityFile, true);
    draft.setTitleFrame("%1");
    addDaemonJson(draft, file);
    if (draft.hasDockerHub() && !draft.cache().isTls) {
        Recipe recipe = daemonRecipe(draft);
        recipe.isInsecureToo = true;
        draft.addRecipe(QT_TRANSLATE_NOOP("engine",
                                          "In its place for Docker Engine up to 27, whose `docker "
                                          "build` needs more"),
                        file, recipe);
    }
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Reload Docker Engine; nothing is interrupted"),
                      {QStringLiteral("sudo systemctl reload docker")});
    draft.addCommands(QT_TRANSLATE_NOOP("engine",
                                        "Reload a rootless Docker Engine, whose files are in "
                                        "~/.config/docker"),
                      {QStringLiteral("systemctl --user reload docker")});
    draft.addDockerLogin();
    addPipelines(draft);
}

void addTrust(SnippetDraft &draft)
{
    if (!draft.hasAuthority())
        return;
    draft.addAuthority(authorityName);
    if (draft.isWindows())
        draft.addCommands(
            QT_TRANSLATE_NOOP("engine", "Trust it, in a terminal of an administrator"),
            {QStringLiteral("certutil -addstore -f Root ") + authorityName});
    else
        draft.addCommands(QT_TRANSLATE_NOOP("engine", "Trust it"),
                          {QStringLiteral("sudo security add-trusted-cert -d -r trustRoot -k "
                                          "/Library/Keychains/System.keychain ") +
                           authorityName});
}

void addDesktop(SnippetDraft &draft)
{
    addTrust(draft);
    draft.addHostsFiles(draft.isWindows() ? QStringLiteral("%USERPROFILE%\\.docker\\certs.d")
                                          : QStringLiteral("~/.docker/certs.d"),
                        {}, true);
    addDaemonJson(draft, draft.isWindows() ? QStringLiteral("%USERPROFILE%\\.docker\\daemon.json")
                                           : QStringLiteral("~/.docker/daemon.json"));
    draft.addCommands(
        QT_TRANSLATE_NOOP("engine", "Restart Docker Desktop; its containers stop meanwhile"),
        {QStringLiteral("docker desktop restart")});
    draft.addDockerLogin();
}

} // namespace

void addDockerSnippets(SnippetDraft &draft)
{
    if (draft.system() == System::Linux)
        addEngine(draft);
    else
        addDesktop(draft);
}

void addMinikubeSnippets(SnippetDraft &draft)
{
    const bool isWindows = draft.isWindows();
    const QString home =
        isWindows ? QStringLiteral("%USERPROFILE%\\.minikube") : QStringLiteral("~/.minikube");
    // Minikube copies what is below `files` to the same place in its node.
    const QString inside = QStringLiteral("/etc/containerd/certs.d");
    const QString authority = QStringLiteral("/lanyard-ca.pem");
    const auto local = [&](QString path) {
        path = home + path;
        return isWindows ? path.replace(QLatin1Char('/'), QLatin1Char('\\')) : path;
    };
    // Docker logs in at a mirror with the login of Docker Hub only.
    if (draft.hasDockerHub() && !draft.hasLogin()) {
        draft.addAuthority(local(QStringLiteral("/certs") + authority));
        draft.addCommands(
            QT_TRANSLATE_NOOP(
                "engine", "Docker in the node: docker.io only; the node is made anew, and loses "
                          "what is in it"),
            {QStringLiteral("minikube delete"),
             QStringLiteral("minikube start --registry-mirror=") +
                 draft.word(draft.cache().url())});
    }
    draft.setTitleFrame(QT_TRANSLATE_NOOP("engine", "%1 (containerd in the node)"));
    draft.addAuthority(local(QStringLiteral("/files") + inside + authority));
    draft.addHostsFiles(local(QStringLiteral("/files") + inside), inside + authority, true);
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Start"),
                      {QStringLiteral("minikube start --container-runtime=containerd")});
}

void addColimaSnippets(SnippetDraft &draft)
{
    if (draft.isWindows())
        return;
    const QString inside = QStringLiteral("/etc/docker/certs.d/") + draft.cache().hostPort() +
                           QStringLiteral("/ca.crt");
    draft.addAuthority(QStringLiteral("~/.docker/certs.d/") + draft.cache().hostPort() +
                       QStringLiteral("/ca.crt"));
    draft.addHostsFiles(QStringLiteral("~/.docker/certs.d"), inside, true);
    if (draft.hasDockerHub()) {
        const YamlValue mirrors = YamlValue::texts({draft.cache().url().toStdString()});
        const YamlValue docker = YamlValue::mapping({{"registry-mirrors", mirrors}});
        draft.addFile(QT_TRANSLATE_NOOP(
                          "engine", "The mirror of docker.io; `colima start --edit` opens it, too"),
                      QStringLiteral("~/.colima/default/colima.yaml"),
                      blockText(YamlValue::mapping({{"docker", docker}}), 0, "\n") + '\n');
    }
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart Colima; its containers stop meanwhile"),
                      {QStringLiteral("colima restart")});
    draft.addDockerLogin();
}

} // namespace lanyard::workstation
