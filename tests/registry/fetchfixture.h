// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "registry/repository.h"
#include "support/scriptedregistry.h"
#include "upstream/upstreamclient.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::test {

/// A registry with one blob, and a client that asks it.
class FetchFixture
{
public:
    explicit FetchFixture(qsizetype blobBytes, const upstream::UpstreamTimeouts &timeouts = {})
        : bytes(pattern(blobBytes))
        , digest(registry.addBlob("app", bytes))
        , path("/v2/app/blobs/" + digest.toString())
        , helpers(QString())
        , credentials(credentials::CredentialFile({}), helpers, nullptr, clock)
        , client({config()}, credentials, clock, timeouts, [](upstream::UpstreamId) {})
    {
    }

    /// Reads all that `fetch` gives, until it ends.
    template <typename Fetch>
    void run(Fetch &fetch)
    {
        bool isFinished = false;
        QObject::connect(&fetch, &Fetch::readyRead, &fetch, [&] { read(fetch); });
        QObject::connect(&fetch, &Fetch::finished, &fetch, [&](const auto &how) {
            QVERIFY(!isFinished);
            isFinished = true;
            error = how;
        });
        fetch.start();
        QTRY_VERIFY(isFinished);
        read(fetch);
    }

    /// The Range fields that were sent, in order; "-" where there was none. Qt sends a request
    /// again when a connection ends before it has seen the head of the answer: that counts once.
    std::vector<std::string> ranges() const
    {
        std::vector<std::string> fields;
        for (const RecordedRequest &request : registry.requests()) {
            const std::string field = request.field("range");
            fields.push_back(field.empty() ? "-" : field);
        }
        fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
        return fields;
    }

    ScriptedRegistry registry;
    const QByteArray bytes;
    const Digest digest;
    const std::string path;
    const registry::Repository repository{.upstream = 0, .registry = "test.example", .name = "app"};
    const SystemClock clock;
    credentials::CredentialHelper helpers;
    credentials::CredentialStore credentials;
    upstream::UpstreamClient client;

    // What came of it.
    QByteArray body;
    std::optional<Error> error;

private:
    template <typename Fetch>
    void read(Fetch &fetch)
    {
        for (QByteArray some = fetch.read(readBytesMax); !some.isEmpty();
             some = fetch.read(readBytesMax))
            body += some;
    }

    UpstreamConfig config() const
    {
        UpstreamConfig upstream;
        upstream.registry = "test.example";
        upstream.url = registry.url();
        return upstream;
    }

    /// No two places look alike.
    static QByteArray pattern(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        std::uint32_t state = 7;
        for (char &byte : bytes) {
            state = state * 1'664'525 + 1'013'904'223;
            byte = static_cast<char>(state >> 24U);
        }
        return bytes;
    }

    static constexpr std::int64_t readBytesMax = 1'000'000;

    /// It runs: a failure that is remembered is forgotten, as between real requests.
};

} // namespace lanyard::test
