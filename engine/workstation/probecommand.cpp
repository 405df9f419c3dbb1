// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/probecommand.h"

#include "api/probe.h"
#include "workstation/podmansketch.h"
#include "workstation/shellword.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <array>

namespace lanyard::workstation {

namespace {

using Words = QStringList;

constexpr const char *rke2Crictl = "/var/lib/rancher/rke2/bin/crictl";
constexpr const char *rke2Config = "/var/lib/rancher/rke2/agent/etc/crictl.yaml";
constexpr const char *systemHosts = "/etc/containerd/certs.d";

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

QString probeFileName()
{
    return QString::fromLatin1(probeFile.data(), static_cast<qsizetype>(probeFile.size()));
}

/// A build that cannot do without the layer: a builder fetches no layer that nothing looks into.
/// With the image as %1.
QString dockerfile()
{
    return QStringLiteral("FROM %1 AS probe\nFROM scratch\nCOPY --from=probe /") + probeFileName() +
           QStringLiteral(" /\n");
}

QString earthfile()
{
    return QStringLiteral("VERSION 0.8\nprobe:\n    FROM %1\n    SAVE ARTIFACT /") +
           probeFileName() + u'\n';
}

/// The program of a client: as it was found where that is the one that pulls.
QString programOf(const ClientInstallation &client, const char *name)
{
    const QString wanted = word(name);
    return QFileInfo(client.program).fileName() == wanted ? client.program : wanted;
}

/// Where the `docker` program asks, in words that go before its command.
Words dockerPlace(const ClientInstallation &client, const ProbePlaces &places)
{
    if (client.kind == ClientKind::Colima) {
        const bool isDefault =
            client.instance.isEmpty() || client.instance == QStringLiteral("default");
        return {word("--context"), isDefault ? word("colima") : word("colima-") + client.instance};
    }
    if (client.isRootless && !places.runtimeFolder.isEmpty())
        return {word("--host"), QStringLiteral("unix://%1/docker.sock").arg(places.runtimeFolder)};
    if (client.isOfSystem && !client.isDesktop && places.dockerHost.isEmpty())
        return {word("--host"), word("unix:///var/run/docker.sock")};
    return {};
}

/// A program that has a command to pull and one to remove.
ProbePull plainPull(const QString &program, const Words &before, const Words &pull,
                    const Words &remove, const QString &image)
{
    return {.files = {},
            .pull = {program, before + pull + Words{image}},
            .cleanUp = ClientCall{program, before + remove + Words{image}}};
}

ProbePull dockerPull(const ClientInstallation &client, const QString &image,
                     const ProbePlaces &places)
{
    return plainPull(programOf(client, "docker"), dockerPlace(client, places), {word("pull")},
                     {word("image"), word("rm"), word("--force")}, image);
}

ProbePull buildxPull(const ClientInstallation &client, const QString &image,
                     const ProbePlaces &places)
{
    Words words{word("buildx"), word("build")};
    if (!client.instance.isEmpty())
        words += {word("--builder"), client.instance};
    words += {word("--no-cache"), word("--pull"), word("--progress"), word("plain"), places.folder};
    return {.files = {{word("Dockerfile"), dockerfile().arg(image).toUtf8()}},
            .pull = {programOf(client, "docker"), words},
            .cleanUp = std::nullopt};
}

ProbePull buildctlPull(const ClientInstallation &client, const QString &image,
                       const ProbePlaces &places)
{
    return {.files = {{word("Dockerfile"), dockerfile().arg(image).toUtf8()}},
            .pull = {programOf(client, "buildctl"),
                     {word("build"), word("--frontend"), word("dockerfile.v0"), word("--local"),
                      word("context=") + places.folder, word("--local"),
                      word("dockerfile=") + places.folder, word("--no-cache"), word("--progress"),
                      word("plain")}},
            .cleanUp = std::nullopt};
}

ProbePull earthlyPull(const ClientInstallation &client, const QString &image,
                      const ProbePlaces &places)
{
    const char *const name = client.kind == ClientKind::Earthly ? "earthly" : "earth";
    return {.files = {{word("Earthfile"), earthfile().arg(image).toUtf8()}},
            .pull = {programOf(client, name),
                     {word("--no-cache"), places.folder + QStringLiteral("+probe")}},
            .cleanUp = std::nullopt};
}

ProbePull containerdPull(const ClientInstallation &client, const QString &image)
{
    const QString hosts = client.configFolder.isEmpty() ? word(systemHosts) : client.configFolder;
    return plainPull(programOf(client, "ctr"), {word("images")},
                     {word("pull"), word("--hosts-dir"), hosts}, {word("rm"), word("--sync")},
                     image);
}

ProbePull rke2Pull(const ClientInstallation &client, const QString &image)
{
    const bool isFound = QFileInfo(client.program).fileName() == QStringLiteral("crictl");
    return plainPull(isFound ? client.program : word(rke2Crictl),
                     {word("--config"), word(rke2Config)}, {word("pull")}, {word("rmi")}, image);
}

Words crioWords()
{
    return {word("--runtime-endpoint"), word("unix:///var/run/crio/crio.sock")};
}

/// Podman would pull by itself, and not by CRI-O.
ProbePull crioPull(const ClientInstallation &client, const QString &image)
{
    return plainPull(programOf(client, "crictl"), crioWords(), {word("pull")}, {word("rmi")},
                     image);
}

ProbePull kindPull(const ClientInstallation &client, const QString &image)
{
    const QString cluster = client.instance.isEmpty() ? word("kind") : client.instance;
    return plainPull(programOf(client, "docker"),
                     {word("exec"), cluster + word("-control-plane"), word("crictl")},
                     {word("pull")}, {word("rmi")}, image);
}

ProbePull minikubePull(const ClientInstallation &client, const QString &image)
{
    Words before;
    if (!client.instance.isEmpty())
        before = {word("--profile"), client.instance};
    return plainPull(programOf(client, "minikube"), before + Words{word("image")}, {word("pull")},
                     {word("rm")}, image);
}

/// The shell's printf of a text with the image as %1.
QString printfOf(QString text, const QString &image)
{
    text.replace(u'\n', QStringLiteral("\\n")).replace(QStringLiteral("%1"), QStringLiteral("%s"));
    return QStringLiteral("printf '") + text + QStringLiteral("' ") + image;
}

/// A line that writes a file into an empty folder, and does something there.
QString inFolder(const QString &text, const QString &image, const char *file, const char *command)
{
    return QStringLiteral("cd \"$(mktemp -d)\" && ") + printfOf(text, image) +
           QStringLiteral(" > ") + word(file) + QStringLiteral(" && ") + word(command);
}

} // namespace

QString newProbeNonce()
{
    std::array<quint32, 4> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    QString nonce;
    for (const quint32 part : bits)
        nonce += QStringLiteral("%1").arg(part, 8, 16, QLatin1Char('0'));
    return nonce;
}

QString probeImage(const QString &registry, const QString &nonce)
{
    return registry + u'/' +
           QString::fromLatin1(probeRepository.data(),
                               static_cast<qsizetype>(probeRepository.size())) +
           u':' + nonce;
}

ProbePull probePull(const ClientInstallation &client, const QString &image,
                    const ProbePlaces &places)
{
    switch (client.kind) {
    case ClientKind::Docker:
    case ClientKind::Colima:
        return dockerPull(client, image, places);
    case ClientKind::Buildx:
        return buildxPull(client, image, places);
    case ClientKind::BuildKit:
        return buildctlPull(client, image, places);
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return earthlyPull(client, image, places);
    case ClientKind::Containerd:
        return containerdPull(client, image);
    case ClientKind::Nerdctl:
        return plainPull(programOf(client, "nerdctl"), {}, {word("pull")},
                         {word("rmi"), word("--force")}, image);
    case ClientKind::Podman:
        if (isCrio(client))
            return crioPull(client, image);
        return plainPull(programOf(client, "podman"), {}, {word("pull")},
                         {word("image"), word("rm"), word("--force")}, image);
    case ClientKind::K3s:
        return plainPull(programOf(client, "k3s"), {word("crictl")}, {word("pull")}, {word("rmi")},
                         image);
    case ClientKind::Rke2:
        return rke2Pull(client, image);
    case ClientKind::Kind:
        return kindPull(client, image);
    case ClientKind::Minikube:
        return minikubePull(client, image);
    }
    return {};
}

QString probeLine(ClientKind kind, const QString &image)
{
    const QString name = shellWord(image);
    switch (kind) {
    case ClientKind::Docker:
        return word("docker pull ") + name;
    case ClientKind::Buildx:
        return printfOf(dockerfile(), name) + word(" | docker buildx build --no-cache --pull -");
    case ClientKind::BuildKit:
        return inFolder(dockerfile(), name, "Dockerfile",
                        "buildctl build --frontend dockerfile.v0 --local context=. --local "
                        "dockerfile=. --no-cache");
    case ClientKind::Earthly:
        return inFolder(earthfile(), name, "Earthfile", "earthly --no-cache +probe");
    case ClientKind::EarthBuild:
        return inFolder(earthfile(), name, "Earthfile", "earth --no-cache +probe");
    case ClientKind::Containerd:
        return word("sudo ctr images pull --hosts-dir ") + word(systemHosts) + u' ' + name;
    case ClientKind::Nerdctl:
        return word("sudo nerdctl pull ") + name;
    case ClientKind::Podman:
        return word("podman pull ") + name;
    case ClientKind::K3s:
        return word("sudo k3s crictl pull ") + name;
    case ClientKind::Rke2:
        return word("sudo ") + word(rke2Crictl) + word(" --config ") + word(rke2Config) +
               word(" pull ") + name;
    case ClientKind::Kind:
        return word("docker exec kind-control-plane crictl pull ") + name;
    case ClientKind::Minikube:
        return word("minikube image pull ") + name;
    case ClientKind::Colima:
        return word("docker --context colima pull ") + name;
    }
    return {};
}

QString probeLine(const ClientInstallation &client, const QString &image)
{
    if (!isCrio(client))
        return probeLine(client.kind, image);
    return word("sudo crictl ") + crioWords().join(u' ') + word(" pull ") + shellWord(image);
}

} // namespace lanyard::workstation
