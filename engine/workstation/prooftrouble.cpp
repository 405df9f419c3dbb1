// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/prooftrouble.h"

#include "api/cacheaddress.h"
#include "core/printabletext.h"
#include "workstation/podmansketch.h"
#include "workstation/prooflimits.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace lanyard::workstation {

namespace {

/// Two sentences.
Message afterEachOther(const Message &first, const Message &second)
{
    return {"%1 %2", {first, second}};
}

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
const char *usualReason(const ClientInstallation &client)
{
    switch (client.kind) {
    case ClientKind::Docker:
        return QT_TRANSLATE_NOOP(
            "engine",
            "dockerd has not reloaded its configuration since, its command line names another "
            "mirror, or it asks a proxy for the cache (no-proxy lacks this address).");
    case ClientKind::Buildx:
        return QT_TRANSLATE_NOOP(
            "engine", "A builder reads its configuration when it is created: remove it and "
                      "create it anew, with the configuration.");
    case ClientKind::BuildKit:
        return QT_TRANSLATE_NOOP(
            "engine", "buildkitd reads its configuration when it starts: restart it. For a "
                      "cache without TLS its own table needs http = true.");
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
        return QT_TRANSLATE_NOOP(
            "engine",
            "Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE "
            "keeps it), does not reach this address from its container, or lacks http = true in "
            "the table of the cache.");
    case ClientKind::Containerd:
    case ClientKind::Nerdctl:
        return QT_TRANSLATE_NOOP("engine",
                                 "Its hosts.toml is not in the folder that it reads (config_path, "
                                 "hosts_dir), or it asks a proxy for the cache.");
    case ClientKind::Podman:
        if (isCrio(client))
            return QT_TRANSLATE_NOOP(
                "engine", "CRI-O has not reloaded its configuration since, or a later file "
                          "in registries.conf.d has the word.");
        return QT_TRANSLATE_NOOP(
            "engine",
            "Another file has the word: a registries.conf of the user hides those of the system, "
            "and a later file in registries.conf.d those before it.");
    case ClientKind::K3s:
    case ClientKind::Rke2:
        return QT_TRANSLATE_NOOP(
            "engine", "It reads registries.yaml when it starts: restart it on this node.");
    case ClientKind::Kind:
    case ClientKind::Minikube:
    case ClientKind::Colima:
        return QT_TRANSLATE_NOOP("engine",
                                 "It takes its configuration along when its machine is made or "
                                 "started: start it anew.");
    }
    return "";
}

/// Whether all of the files were read that say what a client uses.
bool isUseKnown(const ClientInstallation &client)
{
    return std::none_of(client.obstacles.cbegin(), client.obstacles.cend(),
                        [](const Obstacle &obstacle) { return obstacle.isOfFiles; });
}

/// All that may be why; empty: nothing is known.
QList<Message> knownReasons(const ProofEvidence &evidence)
{
    const ClientInstallation &client = evidence.client;
    QList<Message> reasons;
    for (const Obstacle &obstacle : client.obstacles)
        reasons.append(obstacle.detail);
    if (const auto one = client.registryObstacles.constFind(evidence.registry);
        one != client.registryObstacles.cend())
        reasons.append(one->detail);
    if (isElsewhere(client) && isLoopback(evidence.cache.host))
        reasons.append(
            //: %1: an address; it: a program
            Message(QT_TRANSLATE_NOOP("engine",
                                      "%1 is another computer for it, as it runs in a container or "
                                      "machine of its own: give the cache's address in the "
                                      "network."),
                    {evidence.cache.host}));
    if (!evidence.cache.user.isEmpty())
        reasons.append(
            Message(QT_TRANSLATE_NOOP("engine",
                                      "The cache wants a login: this client may have none for %1."),
                    {evidence.cache.hostPort()}));
    return reasons;
}

/// The best guess why nothing arrived.
Message reasonOf(const ProofEvidence &evidence)
{
    const ClientInstallation &client = evidence.client;
    if (client.kind == ClientKind::Docker && evidence.registry != QStringLiteral("docker.io") &&
        client.imageStore == ClientInstallation::ImageStore::GraphDriver)
        //: IMAGE stands for any image; %1: the address of the cache; %2: a registry
        return {QT_TRANSLATE_NOOP("engine",
                                  "Docker with its classic image store uses mirrors for docker.io "
                                  "alone: pull %1/%2/IMAGE instead of %2/IMAGE."),
                {evidence.cache.hostPort(), evidence.registry}};
    if (client.use == ClientInstallation::Use::Nothing && isUseKnown(client))
        return QT_TRANSLATE_NOOP("engine", "It is not set up for the cache yet.");
    if (client.use == ClientInstallation::Use::OtherMirror)
        return {QT_TRANSLATE_NOOP("engine", "It is set up for another mirror: %1."),
                {client.mirrors.join(QStringLiteral(", "))}};
    const QList<Message> reasons = knownReasons(evidence);
    if (reasons.isEmpty())
        return {QT_TRANSLATE_NOOP("engine", "Likely reasons: %1"), {usualReason(client)}};
    Message all = reasons.first();
    for (const Message &reason : reasons.mid(1))
        all = afterEachOther(all, reason);
    return all;
}

/// Who may not ask a service says so in these words.
bool isDenied(const QByteArray &output)
{
    return output.toLower().contains("permission denied");
}

Message endOf(const ProofEvidence &evidence)
{
    const Message name = evidence.client.name;
    if (evidence.program.error)
        return {"%1 %2.", {name, printableMessage(evidence.program.error->message)}};
    const QString words = shownOutput(evidence.program.output, evidence.cache);
    const QString last = words.mid(words.lastIndexOf(u'\n') + 1);
    if (last.isEmpty())
        return {QT_TRANSLATE_NOOP("engine", "%1 failed."), {name}};
    //: %1: a program; %2: what it said
    return {QT_TRANSLATE_NOOP("engine", "%1 failed: %2"), {name, last}};
}

Message troubleWithoutRequest(const ProofEvidence &evidence)
{
    if (evidence.program.error && evidence.program.error->code == ErrorCode::Io)
        return endOf(evidence);
    if (!evidence.program.isSuccess && isDenied(evidence.program.output))
        //: %1: a program; %2: a command
        return {QT_TRANSLATE_NOOP("engine", "This user may not let %1 pull. In a terminal: %2"),
                {evidence.client.name, evidence.line}};
    //: %1: an address; %2: a program; %3: a registry; %4: sentences that say why
    return {
        QT_TRANSLATE_NOOP("engine", "No request for the probe image arrived at %1: %2 does not "
                                    "pull %3 through the cache. %4"),
        {evidence.cache.hostPort(), evidence.client.name, evidence.registry, reasonOf(evidence)}};
}

Message troubleWithoutContent(const ProofEvidence &evidence, bool isContent)
{
    const Message arrived = QT_TRANSLATE_NOOP("engine", "The manifest was asked for at the cache, "
                                                        "the content was not.");
    if (!isContent)
        return afterEachOther(arrived, endOf(evidence));
    //: %1: a program
    return afterEachOther(arrived,
                          {QT_TRANSLATE_NOOP("engine", "%1 is content all the same: it had it "
                                                       "already, or got it from elsewhere."),
                           {evidence.client.name}});
}

} // namespace

Message printableMessage(const Message &message)
{
    const QString sentence = printable(QString::fromStdString(message.sentence()));
    if (message.isWords())
        return sentence;
    std::vector<Message> values;
    for (const Message &value : message.values())
        values.push_back(printableMessage(value));
    return {sentence.toUtf8().constData(), std::move(values)};
}

Message proofTrouble(const ProofEvidence &evidence)
{
    const bool isContent = !evidence.program.error && evidence.program.isSuccess;
    if (evidence.sightings.isEmpty())
        return troubleWithoutRequest(evidence);
    if (!isWholePull(evidence.sightings))
        return troubleWithoutContent(evidence, isContent);
    if (!isContent)
        //: %1: a clause, such as "Podman failed: (what it said)"
        return {QT_TRANSLATE_NOOP("engine",
                                  "All of the probe image was asked for at the cache, and yet %1"),
                {endOf(evidence)}};
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
