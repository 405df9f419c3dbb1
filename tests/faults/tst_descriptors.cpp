// SPDX-License-Identifier: GPL-3.0-or-later
// A cache whose process has no file descriptor left answers those who are connected, at once and
// never wrong, forgets nothing of what it has, and serves and stores again when it has some.
#include "core/digest.h"
#include "core/filedescriptor.h"
#include "registry/cachefixture.h"
#include "support/rawhttpclient.h"

#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <future>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr rlim_t descriptorsMax = 512;

/// While it is there, the process has no descriptor for a file or a socket.
class NoDescriptors
{
public:
    NoDescriptors()
    {
        while (true) {
            FileDescriptor filler(open("/dev/null", O_RDONLY | O_CLOEXEC));
            if (!filler.isValid())
                break;
            m_fillers.push_back(std::move(filler));
        }
    }

    bool isTrue() const { return !m_fillers.empty() && errno == EMFILE; }

private:
    std::vector<FileDescriptor> m_fillers;
};

QByteArray target(const char *kind, const Digest &digest)
{
    return QByteArray("/v2/library/app/") + kind + '/' +
           QByteArray::fromStdString(digest.toString());
}

std::string requestOf(const QByteArray &target)
{
    return "GET " + target.toStdString() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

} // namespace

class TestDescriptors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runOut();
};

void TestDescriptors::runOut()
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = descriptorsMax;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
    CacheFixture cache;
    const QByteArray layer(3'000'000, 'l');
    const Digest stored = cache.hub.addBlob("library/app", layer);
    const Digest fresh = cache.hub.addBlob("library/app", "not here yet");
    const QByteArray manifest = imageManifest({{stored, layer.size()}});
    const Digest image = cache.hub.addManifest("library/app", "1", imageType, manifest);
    QCOMPARE(cache.get(target("manifests", image)).body, manifest);
    QVERIFY(cache.get(target("blobs", stored)).body == layer);
    QTRY_VERIFY(cache.isStored(stored));
    QTRY_VERIFY(cache.isStored(image));
    QTRY_VERIFY(cache.downloads().isEmpty());

    struct Wanted
    {
        QByteArray target;
        QByteArray body;
    };

    const std::vector<Wanted> all{{target("manifests", image), manifest},
                                  {target("blobs", stored), layer},
                                  {target("blobs", fresh), "not here yet"}};
    std::vector<std::unique_ptr<RawHttpClient>> clients;
    for (std::size_t i = 0; i < all.size(); ++i) {
        clients.push_back(std::make_unique<RawHttpClient>(cache.port()));
        QVERIFY(clients.back()->send("GET /v2/ HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        QCOMPARE(clients.back()->readAnswer().status, 200);
    }
    {
        const NoDescriptors none;
        QVERIFY(none.isTrue());
        for (std::size_t i = 0; i < all.size(); ++i) {
            // The engine lives on this thread.
            auto answered = std::async(std::launch::async, [&client = *clients[i], &all, i] {
                return client.send(requestOf(all[i].target)) ? client.readAnswer() : RawAnswer();
            });
            QTRY_VERIFY(answered.wait_for(0s) == std::future_status::ready);
            const RawAnswer answer = answered.get();
            const bool isWhole =
                answer.field("Content-Length") == std::to_string(answer.body.size());
            QVERIFY(answer.status != 200 || !isWhole || answer.body == all[i].body.toStdString());
        }
    }
    // Nothing was forgotten.
    QVERIFY(cache.isStored(image));
    QVERIFY(cache.isStored(stored));
    QTRY_VERIFY(cache.downloads().isEmpty());
    const int before = cache.hub.count();
    QCOMPARE(cache.get(target("manifests", image)).body, manifest);
    QVERIFY(cache.get(target("blobs", stored)).body == layer);
    QCOMPARE(cache.hub.count(), before);
    for (const Wanted &wanted : all)
        QTRY_VERIFY(cache.get(wanted.target).body == wanted.body);
    QTRY_VERIFY(cache.isStored(fresh));
    QTRY_VERIFY(cache.downloads().isEmpty());
    const int asked = cache.hub.count();
    for (const Wanted &wanted : all)
        QVERIFY(cache.get(wanted.target).body == wanted.body);
    QCOMPARE(cache.hub.count(), asked);
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
