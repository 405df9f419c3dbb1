// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "registry/imagestore.h"
#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"

#include <QTest>
#include <QUrl>

#include <optional>
#include <string>
#include <vector>

namespace lanyard::test {

/// Registries, and clients that have pulled from them through an engine: two images that share
/// a layer, something of a registry that cannot be reached, something of one that is no upstream,
/// and a layer that is still on its way. It must outlive the engine.
class UsedCache final
{
public:
    static constexpr auto imageName = "docker.io/library/app:1";
    static constexpr int requests = 11; ///< that have been answered

    UsedCache()
    {
        publish("1", testImage("amd64", {"a base that both have", "of the first"}));
        publish("2", testImage("arm64", {"a base that both have", "of the second"}));
        // Few pulls are left there.
        for (const char *tag : {"1", "2"})
            hub.addFault(manifestPath(tag), {.fields = {{"ratelimit-limit", "100;w=21600"},
                                                        {"ratelimit-remaining", "7;w=21600"}}});
        gone.stop();
    }

    Q_DISABLE_COPY_MOVE(UsedCache)

    std::vector<UpstreamConfig> upstreams() const
    {
        return {{.registry = "docker.io",
                 .url = hub.url(),
                 .credentials = {.username = "reader", .password = "secret"}},
                {.registry = "quay.io", .url = gone.url()}};
    }

    /// The engine runs, with these upstreams.
    void use(Engine &engine)
    {
        const auto port = static_cast<std::uint16_t>(QUrl(engine.addresses().constFirst()).port());
        for (const std::string &path : m_paths)
            QCOMPARE(get(port, "127.0.0.1", path), 200);
        QVERIFY(get(port, "127.0.0.1", "/v2/library/none/manifests/1") != 200);
        QVERIFY(get(port, "127.0.0.2", "/v2/org/app/manifests/1?ns=quay.io") != 200);
        QVERIFY(get(port, "127.0.0.2", "/v2/org/app/manifests/1?ns=ghcr.io") != 200);
        startDownload(port);
        QTRY_COMPARE(engine.recordsSince(0, requests + 1).size(), requests);
        QTRY_COMPARE(engine.downloads().size(), 1);
    }

    ScriptedRegistry hub;
    ScriptedRegistry gone;

private:
    static std::string manifestPath(const std::string &tag)
    {
        return "/v2/library/app/manifests/" + tag;
    }

    static std::string request(const std::string &path)
    {
        return "GET " + path +
               " HTTP/1.1\r\nHost: cache\r\nUser-Agent: docker/29.7.1 go/go1.26 os/linux\r\n\r\n";
    }

    static int get(std::uint16_t port, const std::string &from, const std::string &path)
    {
        RawHttpClient client(port, 0, from);
        client.send(request(path));
        return client.readAnswer().status;
    }

    void publish(const std::string &tag, const TestImage &image)
    {
        hub.addManifest("library/app", tag, image.manifest.descriptor.mediaType,
                        image.manifest.bytes);
        m_paths.push_back(manifestPath(tag));
        std::vector<Piece> blobs = image.layers;
        blobs.push_back(image.config);
        for (const Piece &blob : blobs) {
            hub.addBlob("library/app", blob.bytes);
            m_paths.push_back(blobPath(blob.descriptor.digest));
        }
    }

    static std::string blobPath(const Digest &digest)
    {
        return "/v2/library/app/blobs/" + digest.toString();
    }

    void startDownload(std::uint16_t port)
    {
        const std::string path = blobPath(hub.addBlob("library/app", QByteArray(300'000, 'x')));
        hub.addFault(path, {.stallAfter = 100'000});
        m_waiting.emplace(port);
        m_waiting->send(request(path));
    }

    std::vector<std::string> m_paths;
    std::optional<RawHttpClient> m_waiting;
};

} // namespace lanyard::test
