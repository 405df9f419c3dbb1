// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamlvalue.h"
#include "workstation/clientsnippets.h"

namespace lanyard::workstation {

using recipes::Recipe;
using textedit::YamlValue;

namespace {

const QString linuxFolder = QStringLiteral("/etc/containerd/certs.d");

QString authorityIn(const QString &folder, const SnippetDraft &draft)
{
    return folder + QLatin1Char('/') + draft.cache().hostPort() + QStringLiteral("/ca.crt");
}

void addConfigPath(SnippetDraft &draft, const Message &title, const QString &file,
                   const QByteArray &plugin, const QString &folder)
{
    draft.addFile(title, file,
                  "[plugins.\"" + plugin + "\".registry]\n  config_path = '" + folder.toUtf8() +
                      "'\n");
}

void addWindowsContainerd(SnippetDraft &draft)
{
    const QString home = QStringLiteral("C:\\Program Files\\containerd\\");
    const QString folder = home + QStringLiteral("certs.d");
    const QString authorityFile = home + QStringLiteral("lanyard-ca.pem");
    draft.addAuthority(authorityFile);
    draft.addHostsFiles(folder, authorityFile, true);
    const QString configFile = home + QStringLiteral("config.toml");
    addConfigPath(draft,
                  QT_TRANSLATE_NOOP("engine", "Where containerd 2 looks, beside what is there"),
                  configFile, "io.containerd.cri.v1.images", folder);
    addConfigPath(draft, QT_TRANSLATE_NOOP("engine", "In its place for containerd 1"), configFile,
                  "io.containerd.grpc.v1.cri", folder);
    draft.addCommands(
        QT_TRANSLATE_NOOP("engine", "Restart containerd, in a terminal of an administrator"),
        {QStringLiteral("Restart-Service containerd")});
}

/// The files of certs.d in the folder where kind is run, and in its nodes.
void addNodeFiles(SnippetDraft &draft)
{
    const QString folder = QStringLiteral("certs.d");
    draft.addAuthority(folder + QStringLiteral("/lanyard-ca.pem"));
    draft.addHostsFiles(folder, linuxFolder + QStringLiteral("/lanyard-ca.pem"), true);
}

/// Copies the files of certs.d into the nodes of a cluster that runs.
void addCopy(SnippetDraft &draft)
{
    QStringList lines{draft.isWindows() ? QStringLiteral("foreach ($node in (kind get nodes)) {")
                                        : QStringLiteral("for node in $(kind get nodes); do")};
    lines += QStringLiteral("  docker exec \"$node\" mkdir -p %1").arg(linuxFolder);
    lines += QStringLiteral("  docker cp certs.d/. \"${node}:%1/\"").arg(linuxFolder);
    lines += draft.isWindows() ? QStringLiteral("}") : QStringLiteral("done");
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "A cluster that runs: copy them into its nodes"),
                      lines);
}

} // namespace

void addContainerdSnippets(SnippetDraft &draft)
{
    if (draft.isWindows()) {
        addWindowsContainerd(draft);
        return;
    }
    const QString authorityFile = authorityIn(linuxFolder, draft);
    draft.addAuthority(authorityFile);
    draft.addHostsFiles(linuxFolder, authorityFile, true);
    addConfigPath(
        draft,
        QT_TRANSLATE_NOOP("engine", "Only containerd 1, beside what is there: where its CRI looks"),
        QStringLiteral("/etc/containerd/config.toml"), "io.containerd.grpc.v1.cri", linuxFolder);
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Only containerd 1: restart it"),
                      {QStringLiteral("sudo systemctl restart containerd")});
    if (draft.hasDockerHub())
        draft.addCommands(QT_TRANSLATE_NOOP("engine", "A pull by hand needs the folder"),
                          {QStringLiteral("sudo ctr images pull --hosts-dir %1 "
                                          "docker.io/library/hello-world:latest")
                               .arg(linuxFolder)});
}

void addNerdctlSnippets(SnippetDraft &draft)
{
    const QString authorityFile = authorityIn(linuxFolder, draft);
    draft.addAuthority(authorityFile);
    // Its own login counts for mirrors, too.
    draft.addHostsFiles(linuxFolder, authorityFile, false);
    draft.addRecipe(QT_TRANSLATE_NOOP("engine", "The mirrors of `nerdctl build`"),
                    QStringLiteral("/etc/buildkit/buildkitd.toml"),
                    draft.recipe(Recipe::Kind::BuildkitToml, authorityFile));
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart BuildKit; builds that run end"),
                      {QStringLiteral("sudo systemctl restart buildkit")});
    draft.addLogin(QStringLiteral("sudo nerdctl"), QStringLiteral("--insecure-registry"));
}

void addKindSnippets(SnippetDraft &draft)
{
    addNodeFiles(draft);
    const YamlValue mount =
        YamlValue::mapping({{"hostPath", YamlValue::ofText("./certs.d")},
                            {"containerPath", YamlValue::ofText(linuxFolder.toStdString())}});
    const YamlValue node = YamlValue::mapping(
        {{"role", YamlValue::ofText("control-plane")}, {"extraMounts", YamlValue::list({mount})}});
    draft.addFile(
        QT_TRANSLATE_NOOP("engine", "A new cluster: its configuration"),
        QStringLiteral("kind.yaml"),
        blockText(YamlValue::mapping({{"kind", YamlValue::ofText("Cluster")},
                                      {"apiVersion", YamlValue::ofText("kind.x-k8s.io/v1alpha4")},
                                      {"nodes", YamlValue::list({node})}}),
                  0, "\n") +
            '\n');
    draft.addFile(
        QT_TRANSLATE_NOOP("engine", "Only kind before 0.27, and its configuration has this, too"),
        QStringLiteral("kind.yaml"),
        "containerdConfigPatches:\n"
        "  - |-\n"
        "    [plugins.\"io.containerd.grpc.v1.cri\".registry]\n"
        "      config_path = \"/etc/containerd/certs.d\"\n");
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Make the cluster"),
                      {QStringLiteral("kind create cluster --config kind.yaml")});
    addCopy(draft);
}

void addKubernetesSnippets(SnippetDraft &draft, ClientKind kind)
{
    const bool isK3s = kind == ClientKind::K3s;
    const QString folder =
        isK3s ? QStringLiteral("/etc/rancher/k3s/") : QStringLiteral("/etc/rancher/rke2/");
    const QString authorityFile = folder + QStringLiteral("lanyard-ca.pem");
    draft.addAuthority(authorityFile);
    Recipe recipe = draft.recipe(Recipe::Kind::RegistriesYaml, authorityFile);
    recipe.cache = draft.cache();
    draft.addRecipe(QT_TRANSLATE_NOOP("engine", "The mirrors, on each node"),
                    folder + QStringLiteral("registries.yaml"), recipe);
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart a server; its containers go on"),
                      {isK3s ? QStringLiteral("sudo systemctl restart k3s")
                             : QStringLiteral("sudo systemctl restart rke2-server")});
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Restart an agent; its containers go on"),
                      {isK3s ? QStringLiteral("sudo systemctl restart k3s-agent")
                             : QStringLiteral("sudo systemctl restart rke2-agent")});
    if (isK3s && !draft.hasAuthority())
        draft.addCommands(QT_TRANSLATE_NOOP("engine", "k3d: a cluster with that file"),
                          {QStringLiteral("k3d cluster create --registry-config registries.yaml")});
}

} // namespace lanyard::workstation
