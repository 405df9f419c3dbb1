// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/manualclock.h"
#include "support/scriptedregistry.h"
#include "upstream/upstreamclient.h"

#include <QTemporaryDir>
#include <QTest>

namespace lanyard::test {

/// What became of a request: its head, its body, its end.
struct Outcome
{
    std::optional<upstream::UpstreamHead> head;
    QByteArray body;
    bool isFinished = false;
    std::optional<Error> error;
};

/// Follows a reply to its end; reads the body as it comes unless told not to.
class Follower
{
public:
    explicit Follower(std::unique_ptr<upstream::UpstreamReply> reply, bool isReading = true)
        : m_reply(std::move(reply))
        , m_isReading(isReading)
    {
        using upstream::UpstreamReply;
        auto *const from = m_reply.get();
        QObject::connect(from, &UpstreamReply::headReceived, from,
                         [this](const auto &head) { m_outcome.head = head; });
        QObject::connect(from, &UpstreamReply::readyRead, from, [this] {
            if (m_isReading)
                readAll();
        });
        QObject::connect(from, &UpstreamReply::finished, from, [this](const auto &error) {
            m_outcome.isFinished = true;
            m_outcome.error = error;
        });
    }

    void startReading()
    {
        m_isReading = true;
        readAll();
    }

    void readAll() { m_outcome.body += m_reply->read(m_reply->bytesAvailable()); }

    bool isFinished() const { return m_outcome.isFinished; }

    const Outcome &outcome() const { return m_outcome; }

    upstream::UpstreamReply &reply() { return *m_reply; }

private:
    std::unique_ptr<upstream::UpstreamReply> m_reply;
    bool m_isReading;
    Outcome m_outcome;
};

/// A client of one registry or several, with timeouts that a test can wait for.
class ClientFixture
{
public:
    static UpstreamConfig configFor(const std::string &url)
    {
        UpstreamConfig config;
        config.registry = "test.example";
        config.url = url;
        return config;
    }

    explicit ClientFixture(const std::vector<UpstreamConfig> &configs,
                           const upstream::UpstreamTimeouts &timeouts = {})
        : helpers(folder.path())
        , credentials(credentials::CredentialFile(
                          folder.filePath(QStringLiteral("credentials.json")).toStdString()),
                      helpers, nullptr, clock)
        , client(configs, credentials, clock, timeouts, [this](upstream::UpstreamId) { ++counted; })
    {
        std::map<std::string, Credentials> configured;
        for (const UpstreamConfig &config : configs)
            configured.emplace(config.registry, config.credentials);
        credentials.setConfigured(configured);
    }

    explicit ClientFixture(const UpstreamConfig &config,
                           const upstream::UpstreamTimeouts &timeouts = {})
        : ClientFixture(std::vector{config}, timeouts)
    {
    }

    explicit ClientFixture(const ScriptedRegistry &registry)
        : ClientFixture(configFor(registry.url()))
    {
    }

    static upstream::UpstreamRequest get(const std::string &path)
    {
        upstream::UpstreamRequest request;
        request.repository = "org/app";
        request.path = path;
        return request;
    }

    /// Waits for the end of the request.
    Outcome run(const upstream::UpstreamRequest &request)
    {
        Follower follower(client.send(request));
        if (!QTest::qWaitFor([&follower] { return follower.isFinished(); }, 20'000))
            qFatal("a request did not end");
        follower.readAll();
        return follower.outcome();
    }

    Outcome run(const std::string &path) { return run(get(path)); }

    ManualClock clock;
    int counted = 0;
    QTemporaryDir folder;
    credentials::CredentialHelper helpers;
    credentials::CredentialStore credentials;
    upstream::UpstreamClient client;
};

} // namespace lanyard::test

#define COMPARE_ERROR(run, expected)                                                               \
    do {                                                                                           \
        const auto &outcome_ = run;                                                                \
        QVERIFY(outcome_.error);                                                                   \
        QVERIFY2(outcome_.error->code == (expected), outcome_.error->message.english().c_str());   \
    } while (false)
