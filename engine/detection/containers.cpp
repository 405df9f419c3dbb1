// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/containers.h"

#include "detection/detectionlimits.h"
#include "detection/obstacles.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lanyard::detection {

namespace {

/// BusyBox has wget, others have one of both. A status is an answer, too; so is a certificate that
/// the container does not trust.
constexpr const char *reachScript =
    R"(if command -v wget >/dev/null; then
  options= ; [ "$3" = tls ] && options=--no-check-certificate
  wget -q -T "$2" -O /dev/null $options "$1" && echo reached
elif command -v curl >/dev/null; then
  curl -s -k -m "$2" -o /dev/null "$1" && echo reached
else
  echo no-tool
fi)";

/// What wget says of an answer that is an error of HTTP: it was reached.
bool isHttpError(const QByteArray &output)
{
    return output.contains("server returned error: HTTP") || output.contains("ERROR 4") ||
           output.contains("ERROR 5") || output.contains("401 Unauthorized") ||
           output.contains("Authentication Failed");
}

} // namespace

QString Container::label(const QString &key) const
{
    for (const QString &entry : labels) {
        if (entry.startsWith(key + u'='))
            return entry.mid(key.size() + 1);
    }
    return {};
}

std::optional<Question> containersQuestion(const Surroundings &here)
{
    const QString docker = here.program(QStringLiteral("docker"));
    if (docker.isEmpty())
        return std::nullopt;
    return Question{docker,
                    {QStringLiteral("ps"), QStringLiteral("--all"), QStringLiteral("--format"),
                     QStringLiteral("{{json .}}")}};
}

QList<Container> containersIn(const QByteArray &output)
{
    QList<Container> containers;
    for (const QByteArray &line : output.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        const QString names = entry.value(QLatin1String("Names")).toString();
        if (names.isEmpty())
            continue;
        const QString labels = entry.value(QLatin1String("Labels")).toString();
        // Before 20.10 there is no State.
        const bool isUp =
            entry.value(QLatin1String("State")).toString() == QStringLiteral("running") ||
            entry.value(QLatin1String("Status")).toString().startsWith(QStringLiteral("Up "));
        containers << Container{.name = names.section(u',', 0, 0),
                                .labels = labels.split(u',', Qt::SkipEmptyParts),
                                .isRunning = isUp};
    }
    return containers;
}

QList<Container> containersOf(const Scene &scene)
{
    const auto question = containersQuestion(scene.here);
    return question ? containersIn(scene.answers.outputOf(*question)) : QList<Container>();
}

std::optional<Container> containerNamed(const Scene &scene, const QString &name)
{
    for (const Container &container : containersOf(scene)) {
        if (container.name == name)
            return container;
    }
    return std::nullopt;
}

Question questionInside(const Surroundings &here, const QString &container,
                        const QStringList &words)
{
    return {here.program(QStringLiteral("docker")),
            QStringList{QStringLiteral("exec"), container} + words};
}

Question reachQuestion(const Scene &scene, const QString &container)
{
    return questionInside(scene.here, container,
                          {QStringLiteral("sh"), QStringLiteral("-c"),
                           QString::fromLatin1(reachScript), QStringLiteral("sh"),
                           scene.cache.url() + QStringLiteral("/v2/"),
                           QString::number(limits::reachSeconds),
                           scene.cache.isTls ? QStringLiteral("tls") : QStringLiteral("plain")});
}

std::optional<Obstacle> reachObstacle(const Scene &scene, const QString &container)
{
    const ProgramAnswer *const answer = scene.answers.find(reachQuestion(scene, container));
    if (answer == nullptr)
        return std::nullopt;
    // Without a shell, or a program that asks, or when Docker does not let us in, nobody knows.
    for (const char *word : {"no-tool", "executable file not found", "no such file or directory",
                             "Error response from daemon", "permission denied"}) {
        if (answer->output.contains(word))
            return std::nullopt;
    }
    if (answer->output.contains("reached") || isHttpError(answer->output))
        return std::nullopt;
    if (answer->error && answer->error->code != ErrorCode::TimedOut)
        return std::nullopt;
    return obstacle(
        Obstacle::Kind::Unreachable,
        {QT_TRANSLATE_NOOP("engine",
                           "%1 is not reached from inside the container %2; see whether the "
                           "cache serves that address, and what a firewall says of "
                           "containers"),
         {scene.cache.url(), container}});
}

} // namespace lanyard::detection
