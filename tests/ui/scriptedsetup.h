// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsource.h"

#include <QMap>
#include <QMetaObject>
#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace lanyard::test {

/// A computer with clients, as the pages see it: what is applied is used from then on, until it is
/// undone. It answers as the real one does, later and in order, counts what it is asked, and fails
/// where it is told to.
class ScriptedSetUp final : public ui::SetUpSource
{
public:
    struct Client
    {
        ClientInstallation installation;
        ClientPlan plan; ///< while nothing is applied
        std::optional<Error> applyError = {};
        QString proofTrouble = {}; ///< empty: the proof succeeds
        QString pauseTrouble = {}; ///< why it is neither paused nor resumed; empty: it is
    };

    /// Docker and Earthly.
    ScriptedSetUp()
    {
        addDocker();
        addEarthly();
    }

    QList<Client> clients;
    CacheFacts facts{.version = QStringLiteral("0.1.0"),
                     .registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")}};
    std::optional<Error> cacheError;
    std::optional<Error> lookError;
    std::optional<Error> sightingsError;
    std::optional<Error> appliedError;
    bool holdsChanges = false; ///< what changes files is answered when it is released
    QList<AppliedSetUp> applications;
    QList<ProbeSighting> seen; ///< of a probe from elsewhere

    QList<CacheEndpoint> cachesAsked;
    int looks = 0;
    int sightingQuestions = 0;
    QList<SetUpWish> wishes;
    QList<ClientPlan> appliedPlans;
    QStringList tested; ///< CLIENT REGISTRY
    QList<CacheEndpoint> testedAt;
    QStringList undone;

    void cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done) override
    {
        cachesAsked += cache;
        answer<CacheFacts>(context, std::move(done), [this]() -> Result<CacheFacts> {
            if (cacheError)
                return tl::unexpected(*cacheError);
            return facts;
        });
    }

    void look(const CacheEndpoint &, QObject *context,
              Answer<QList<ClientInstallation>> done) override
    {
        ++looks;
        answer<QList<ClientInstallation>>(
            context, std::move(done), [this]() -> Result<QList<ClientInstallation>> {
                if (lookError)
                    return tl::unexpected(*lookError);
                QList<ClientInstallation> found;
                for (const Client &one : std::as_const(clients)) {
                    found += one.installation;
                    if (isInForce(one.installation.id))
                        found.last().use = ClientInstallation::Use::Cache;
                }
                return found;
            });
    }

    void plan(const SetUpWish &wish, QObject *context, Answer<QList<ClientPlan>> done) override
    {
        wishes += wish;
        answer<QList<ClientPlan>>(context, std::move(done), [this, wish] {
            QList<ClientPlan> plans;
            for (const Client &one : std::as_const(clients)) {
                ClientPlan plan = one.plan;
                if (isInForce(one.installation.id))
                    plan = {};
                plan.client = one.installation.id;
                plan.cache = wish.cache;
                plan.registries = wish.registries;
                plans += plan;
            }
            return Result<QList<ClientPlan>>(plans);
        });
    }

    void apply(const ClientPlan &plan, QObject *context, Progress progressed,
               Answer<SetUpResult> done) override
    {
        const auto step = stepper(context, std::move(progressed), plan.client);
        step(QStringLiteral("Write the files"), SetUpStep::State::Running);
        change<SetUpResult>(context, std::move(done), [this, plan, step]() -> Result<SetUpResult> {
            const Client &one = clientOf(plan.client);
            if (one.applyError) {
                step(QStringLiteral("Write the files"), SetUpStep::State::Failed);
                return tl::unexpected(*one.applyError);
            }
            step(QStringLiteral("Write the files"), SetUpStep::State::Done);
            appliedPlans += plan;
            applications += {.client = plan.client,
                             .clientName = one.installation.name,
                             .cacheUrl = plan.cache.url(),
                             .registries = plan.registries,
                             .files = {},
                             .appliedAtMs = 1};
            return SetUpResult{.client = plan.client};
        });
    }

    void undo(const QString &client, QObject *context, Progress progressed,
              Answer<SetUpResult> done) override
    {
        stepper(context, std::move(progressed), client)(QStringLiteral("Restore the files"),
                                                        SetUpStep::State::Done);
        change<SetUpResult>(context, std::move(done), [this, client] {
            undone += client;
            applications.removeIf([&client](const auto &one) { return one.client == client; });
            return Result<SetUpResult>(SetUpResult{
                .client = client, .notes = {QStringLiteral("Your own changes were kept.")}});
        });
    }

    void applied(QObject *context, Answer<QList<AppliedSetUp>> done) override
    {
        answer<QList<AppliedSetUp>>(context, std::move(done),
                                    [this]() -> Result<QList<AppliedSetUp>> {
                                        if (appliedError)
                                            return tl::unexpected(*appliedError);
                                        return applications;
                                    });
    }

    void pause(QObject *context, Progress, Answer<QList<SetUpResult>> done) override
    {
        setPaused(true, context, std::move(done));
    }

    void resume(QObject *context, Progress, Answer<QList<SetUpResult>> done) override
    {
        setPaused(false, context, std::move(done));
    }

    void test(const QString &client, const CacheEndpoint &cache, const QString &registry,
              QObject *context, Progress progressed, Answer<ProofResult> done) override
    {
        tested += client + u' ' + registry;
        testedAt += cache;
        const auto step = stepper(context, std::move(progressed), client);
        step(QStringLiteral("Pull a probe"), SetUpStep::State::Running);
        answer<ProofResult>(context, std::move(done), [this, client, registry, step] {
            const QString trouble = clientOf(client).proofTrouble;
            step(QStringLiteral("Pull a probe"),
                 trouble.isEmpty() ? SetUpStep::State::Done : SetUpStep::State::Failed);
            ProofResult proof{.client = client, .registry = registry};
            proof.isProved = trouble.isEmpty();
            proof.trouble = trouble;
            if (proof.isProved)
                proof.sightings = {sighting(registry, QStringLiteral("manifest")),
                                   sighting(registry, QStringLiteral("layer"))};
            else
                proof.output = QStringLiteral("Error response from daemon\nnot found");
            return Result<ProofResult>(proof);
        });
    }

    ProbeCommand probeCommand(ClientKind kind, const QString &registry) const override
    {
        const QString nonce = QString::number(++m_nonces);
        return {.nonce = nonce,
                .line = QStringLiteral("pull-%1 %2/lanyard-probe/check:%3")
                            .arg(QString::number(static_cast<int>(kind)), registry, nonce)};
    }

    void sightings(const CacheEndpoint &, const QString &, QObject *context,
                   Answer<QList<ProbeSighting>> done) override
    {
        ++sightingQuestions;
        answer<QList<ProbeSighting>>(context, std::move(done),
                                     [this]() -> Result<QList<ProbeSighting>> {
                                         if (sightingsError)
                                             return tl::unexpected(*sightingsError);
                                         return seen;
                                     });
    }

    QList<Snippet> snippets(ClientKind kind, const QString &system, const CacheEndpoint &cache,
                            const QStringList &registries) const override
    {
        if (kind == ClientKind::K3s && system != QLatin1String("linux"))
            return {};
        return {{.title = QStringLiteral("Settings"),
                 .file = QStringLiteral("/etc/client.conf"),
                 .text = cache.url() + u'\n' + cache.user + u':' + cache.password + u'\n' +
                         registries.join(u' ') + u'\n'}};
    }

    static ProbeSighting sighting(const QString &registry, const QString &what)
    {
        return {.registry = registry,
                .form = QStringLiteral("ns"),
                .what = what,
                .userAgent = QStringLiteral("docker/29.7.1 go/go1.26"),
                .address = QStringLiteral("192.168.0.126"),
                .atMs = 1'790'000'000'000};
    }

    /// All that was held back, and what comes from now on.
    void release()
    {
        holdsChanges = false;
        for (const std::function<void()> &held : std::exchange(m_held, {}))
            held();
    }

    static AppliedSetUp application(const char *client, const char *name)
    {
        return {.client = QString::fromLatin1(client),
                .clientName = QString::fromLatin1(name),
                .cacheUrl = QStringLiteral("http://192.168.0.80:5000"),
                .registries = {},
                .files = {},
                .appliedAtMs = 1};
    }

    Client &clientOf(const QString &id)
    {
        return *std::find_if(clients.begin(), clients.end(),
                             [&id](const Client &one) { return one.installation.id == id; });
    }

private:
    template <typename Value>
    static void answer(QObject *context, Answer<Value> done, std::function<Result<Value>()> value)
    {
        QMetaObject::invokeMethod(
            context, [done = std::move(done), value = std::move(value)] { done(value()); },
            Qt::QueuedConnection);
    }

    template <typename Value>
    void change(QObject *context, Answer<Value> done, std::function<Result<Value>()> value)
    {
        if (holdsChanges)
            m_held += [context, done = std::move(done), value = std::move(value)] {
                answer<Value>(context, done, value);
            };
        else
            answer<Value>(context, std::move(done), std::move(value));
    }

    static std::function<void(const QString &, SetUpStep::State)>
    stepper(QObject *, Progress progressed, const QString &client)
    {
        return [progressed = std::move(progressed), client](const QString &what,
                                                            SetUpStep::State state) {
            progressed({.client = client, .what = what, .state = state});
        };
    }

    void setPaused(bool isPaused, QObject *context, Answer<QList<SetUpResult>> done)
    {
        change<QList<SetUpResult>>(context, std::move(done), [this, isPaused] {
            QList<SetUpResult> results;
            for (AppliedSetUp &one : applications) {
                if (one.isPaused == isPaused)
                    continue;
                const QString trouble = pauseTroubleOf(one.client);
                results += {.client = one.client, .trouble = trouble};
                if (trouble.isEmpty())
                    one.isPaused = isPaused;
            }
            return Result<QList<SetUpResult>>(results);
        });
    }

    QString pauseTroubleOf(const QString &id) const
    {
        const auto found = std::find_if(clients.cbegin(), clients.cend(), [&id](const Client &one) {
            return one.installation.id == id;
        });
        return found == clients.cend() ? QString() : found->pauseTrouble;
    }

    bool isInForce(const QString &client) const
    {
        return std::any_of(applications.cbegin(), applications.cend(), [&client](const auto &one) {
            return one.client == client && !one.isPaused;
        });
    }

    void addDocker()
    {
        Client docker;
        docker.installation = {.kind = ClientKind::Docker,
                               .id = QStringLiteral("docker"),
                               .name = QStringLiteral("Docker Engine"),
                               .version = QStringLiteral("29.7.1"),
                               .isOfSystem = true,
                               .isRunning = true};
        docker.plan.edits = {
            {.path = QStringLiteral("/etc/docker/daemon.json"),
             .before = QByteArray("{\n  \"debug\": true\n}\n"),
             .after = QByteArray("{\n  \"registry-mirrors\": [\"http://192.168.0.80:5000\"],\n"
                                 "  \"debug\": true\n}\n"),
             .diff = "--- /etc/docker/daemon.json\n+++ /etc/docker/daemon.json\n"
                     "@@ -1,3 +1,4 @@\n {\n"
                     "+  \"registry-mirrors\": [\"http://192.168.0.80:5000\"],\n"
                     "   \"debug\": true\n }\n",
             .isPrivileged = true,
             .reason = QStringLiteral("Images of docker.io, for every image store")},
            {.path = QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"),
             .before = {},
             .after = QByteArray("server = \"https://quay.io\"\n"),
             .diff = "--- /dev/null\n+++ /etc/docker/certs.d/quay.io/hosts.toml\n"
                     "@@ -0,0 +1,5 @@\n"
                     "+# Managed by Lanyard\n+server = \"https://quay.io\"\n"
                     "+[host.\"http://192.168.0.80:5000\"]\n"
                     "+  capabilities = [\"pull\", \"resolve\"]\n+  dial_timeout = \"2s\"\n",
             .isPrivileged = true,
             .reason = QStringLiteral("Images of quay.io")},
        };
        docker.plan.commands = {{.action = ServiceAction::ReloadDocker,
                                 .line = QStringLiteral("systemctl reload docker"),
                                 .interrupts = {},
                                 .isPrivileged = true}};
        clients += docker;
    }

    void addEarthly()
    {
        Client earthly;
        earthly.installation = {.kind = ClientKind::Earthly,
                                .id = QStringLiteral("earthly"),
                                .name = QStringLiteral("Earthly"),
                                .version = QStringLiteral("0.8.16"),
                                .isRunning = true};
        earthly.plan.edits = {
            {.path = QStringLiteral("/home/me/.earthly/config.yml"),
             .before = {},
             .after = QByteArray("global:\n"),
             .diff = "--- /dev/null\n+++ /home/me/.earthly/config.yml\n@@ -0,0 +1,6 @@\n"
                     "+global:\n+  buildkit_additional_config: |\n"
                     "+    [registry.\"docker.io\"]\n"
                     "+      mirrors = [\"192.168.0.80:5000\"]\n"
                     "+    [registry.\"192.168.0.80:5000\"]\n+      http = true\n",
             .isPrivileged = false,
             .reason = QStringLiteral("Images of docker.io and quay.io")},
        };
        earthly.plan.notes = {
            QStringLiteral("Docker inside WITH DOCKER does not go through the cache.")};
        clients += earthly;
    }

    mutable int m_nonces = 0;
    QList<std::function<void()>> m_held;
};

} // namespace lanyard::test
