// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/prooftrouble.h"

#include "core/printabletext.h"
#include "detection/obstacles.h"
#include "workstation/podmansketch.h"
#include "workstation/prooflimits.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace lanyard::workstation {

namespace {

/// Whether a client pulls from inside a container or a machine of its own.
bool isElsewhere(const ClientInstallation &client)
{
    switch (client.kind) {
    case ClientKind::Buildx:
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
    case ClientKind::Kind:
    case ClientKind::Minikube:
    case ClientKind::Colima:
        return true;
    default:
        return client.isDesktop;
    }
}

/// Why a client may have asked somebody else, although its files are as they should be.
QString usualReason(const ClientInstallation &client)
{
    switch (client.kind) {
    case ClientKind::Docker:
        return QStringLiteral(
            "dockerd has not reloaded its configuration since, its command line names another "
            "mirror, or it asks a proxy for the cache (no-proxy lacks this address).");
    case ClientKind::Buildx:
        return QStringLiteral("A builder reads its configuration when it is created: remove it and "
                              "create it anew, with the configuration.");
    case ClientKind::BuildKit:
        return QStringLiteral("buildkitd reads its configuration when it starts: restart it. For a "
                              "cache without TLS its own table needs http = true.");
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return QStringLiteral(
            "Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE "
            "keeps it), does not reach this address from its container, or lacks http = true in "
            "the table of the cache.");
    case ClientKind::Containerd:
    case ClientKind::Nerdctl:
        return QStringLiteral("Its hosts.toml is not in the folder that it reads (config_path, "
                              "hosts_dir), or it asks a proxy for the cache.");
    case ClientKind::Podman:
        if (isCrio(client))
            return QStringLiteral("CRI-O has not reloaded its configuration since, or a later file "
                                  "in registries.conf.d has the word.");
        return QStringLiteral(
            "Another file has the word: a registries.conf of the user hides those of the system, "
            "and a later file in registries.conf.d those before it.");
    case ClientKind::K3s:
    case ClientKind::Rke2:
        return QStringLiteral("It reads registries.yaml when it starts: restart it on this node.");
    case ClientKind::Kind:
    case ClientKind::Minikube:
    case ClientKind::Colima:
        return QStringLiteral("It takes its configuration along when its machine is made or "
                              "started: start it anew.");
    }
    return {};
}

/// Whether all of the files were read that say what a client uses.
bool isUseKnown(const ClientInstallation &client)
{
    return std::none_of(client.obstacles.cbegin(), client.obstacles.cend(),
                        [](const Obstacle &obstacle) { return obstacle.isOfFiles; });
}

/// The best guess why nothing arrived.
QString reasonOf(const ProofEvidence &evidence)
{
    const ClientInstallation &client = evidence.client;
    if (client.kind == ClientKind::Docker && evidence.registry != QStringLiteral("docker.io") &&
        client.imageStore == ClientInstallation::ImageStore::GraphDriver)
        return QStringLiteral("Docker with its classic image store uses mirrors for docker.io "
                              "alone: pull %1/%2/IMAGE instead of %2/IMAGE.")
            .arg(evidence.cache.hostPort(), evidence.registry);
    if (client.use == ClientInstallation::Use::Nothing && isUseKnown(client))
        return QStringLiteral("It is not set up for the cache yet.");
    if (client.use == ClientInstallation::Use::OtherMirror)
        return QStringLiteral("It is set up for another mirror: %1.")
            .arg(client.mirrors.join(QStringLiteral(", ")));
    QStringList reasons;
    for (const Obstacle &obstacle : client.obstacles)
        reasons.append(QString::fromStdString(obstacle.detail.english()));
    if (const auto one = client.registryObstacles.constFind(evidence.registry);
        one != client.registryObstacles.cend())
        reasons.append(QString::fromStdString(one->detail.english()));
    if (isElsewhere(client) && detection::isLoopback(evidence.cache.host))
        reasons.append(QStringLiteral("%1 is another computer for it, as it runs in a container or "
                                      "machine of its own: give the cache's address in the "
                                      "network.")
                           .arg(evidence.cache.host));
    if (!evidence.cache.user.isEmpty())
        reasons.append(QStringLiteral("The cache wants a login: this client may have none for %1.")
                           .arg(evidence.cache.hostPort()));
    if (reasons.isEmpty())
        return QStringLiteral("Likely reasons: ") + usualReason(client);
    return reasons.join(u' ');
}

/// Who may not ask a service says so in these words.
bool isDenied(const QByteArray &output)
{
    return output.toLower().contains("permission denied");
}

QString lastWords(const ProofEvidence &evidence)
{
    const QString words = shownOutput(evidence.program.output, evidence.cache);
    const QString last = words.mid(words.lastIndexOf(u'\n') + 1);
    return last.isEmpty() ? QStringLiteral(".") : QStringLiteral(": ") + last;
}

QString endOf(const ProofEvidence &evidence)
{
    if (!evidence.program.error)
        return QStringLiteral("%1 failed").arg(evidence.client.name) + lastWords(evidence);
    return QStringLiteral("%1 %2.").arg(
        evidence.client.name,
        printable(QString::fromStdString(evidence.program.error->message.english())));
}

QString troubleWithoutRequest(const ProofEvidence &evidence)
{
    if (evidence.program.error && evidence.program.error->code == ErrorCode::Io)
        return endOf(evidence);
    if (!evidence.program.isSuccess && isDenied(evidence.program.output))
        return QStringLiteral("This user may not let %1 pull. In a terminal: %2")
            .arg(evidence.client.name, evidence.line);
    return QStringLiteral("No request for the probe image arrived at %1: %2 does not pull %3 "
                          "through the cache. %4")
        .arg(evidence.cache.hostPort(), evidence.client.name, evidence.registry,
             reasonOf(evidence));
}

} // namespace

QString proofTrouble(const ProofEvidence &evidence)
{
    const bool isContent = !evidence.program.error && evidence.program.isSuccess;
    if (evidence.sightings.isEmpty())
        return troubleWithoutRequest(evidence);
    if (!isWholePull(evidence.sightings)) {
        const QString arrived = QStringLiteral("The manifest was asked for at the cache, the "
                                               "content was not. ");
        return arrived + (isContent ? QStringLiteral("%1 is content all the same: it had it "
                                                     "already, or got it from elsewhere.")
                                          .arg(evidence.client.name)
                                    : endOf(evidence));
    }
    if (!isContent)
        return QStringLiteral("All of the probe image was asked for at the cache, and yet ") +
               endOf(evidence);
    return {};
}

QString shownOutput(const QByteArray &output, const CacheEndpoint &cache)
{
    QString text = QString::fromUtf8(output);
    if (!cache.password.isEmpty()) {
        const QString login = cache.user + u':' + cache.password;
        for (const QString &secret :
             {QString::fromLatin1(login.toUtf8().toBase64()), cache.password})
            text.replace(secret, QStringLiteral("(hidden)"));
    }
    static const QRegularExpression lineEnd(QStringLiteral("[\r\n]+"));
    const QStringList lines = text.split(lineEnd, Qt::SkipEmptyParts);
    QStringList shown;
    for (const QString &line :
         lines.mid(std::max<qsizetype>(0, lines.size() - prooflimits::shownLinesMax)))
        shown.append(printable(line.left(prooflimits::shownLineCharsMax)).trimmed());
    return shown.join(u'\n');
}

} // namespace lanyard::workstation
