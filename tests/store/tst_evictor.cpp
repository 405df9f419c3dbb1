// SPDX-License-Identifier: GPL-3.0-or-later
// Proves over a real store that content makes room for content: the image that was used longest ago
// goes, links, rows and files; what is pinned, read or brought stays; and that nobody who reads
// meanwhile waits for it.
#include "core/limits.h"
#include "store/evictor.h"
#include "store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestEvictor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesRoom();
    void everythingIsPinned();
    void whatIsReadStays();
    void whoFollowsADownloadKeepsIt();
    void dryRun();
    void purges();
    void purgedIsGoneForGood();
    void sharedContentStays();
    void comesBack();
    void whatIsLinkedMeanwhileStays();
    void readOnly();
    void stops();
    void noReaderWaits();

private:
    /// An image with a layer of its own, a minute younger than the one before.
    ManifestRecord addImage(const std::string &repository, const std::string &tag,
                            const QByteArray &layer)
    {
        m_fixture->clock.advance(1min);
        const ManifestRecord image = manifestOf("layers", imageManifestType,
                                                {descriptorOf(layer, "application/vnd.oci.layer")});
        m_fixture->put(repository, tag, image);
        m_fixture->store().touch(repositoryOf(repository), image.descriptor.digest);
        m_fixture->download(layer);
        // The task that wrote it has the file a moment longer.
        if (!QTest::qWaitFor([this] { return !isAnythingInUse(); }, patienceMs))
            qFatal("a download keeps its file");
        return image;
    }

    bool isAnythingInUse()
    {
        EvictionTerms all;
        all.wantedBytes = INT64_MAX;
        (void)evict(all, true);
        return std::any_of(m_plan.kept.begin(), m_plan.kept.end(),
                           [](const EvictionPlan::Kept &kept) {
                               return kept.reason == EvictionPlan::KeptBecause::InUse;
                           });
    }

    static QByteArray layerOf(char fill, qsizetype size = 100'000)
    {
        return QByteArray(size, fill);
    }

    bool isThere(const ManifestRecord &image) const
    {
        const auto isStored = [this](const Digest &digest) {
            const bool isKnown = m_fixture->catalogue().storedSize(digest).has_value();
            if (isKnown != QFile::exists(m_fixture->blobPath(digest)))
                qFatal("the catalogue and the disk do not agree");
            return isKnown;
        };
        const bool hasManifest = isStored(image.descriptor.digest);
        const bool hasLayer = isStored(image.children.front().digest);
        if (hasManifest != hasLayer)
            qFatal("half of an image is there");
        return hasManifest;
    }

    std::optional<TagState> tag(const std::string &repository, const std::string &name) const
    {
        return m_fixture->catalogue().tag(repositoryOf(repository), name);
    }

    RepositoryId repositoryOf(const std::string &repository) const
    {
        return *m_fixture->catalogue().find("docker.io", repository);
    }

    EvictionTerms chosen(const std::string &repository, const std::string &name = {}) const
    {
        EvictionTerms terms;
        terms.chosen = {{.repository = repositoryOf(repository), .name = name}};
        return terms;
    }

    /// Waits for its end.
    Result<EvictionOutcome> evict(const EvictionTerms &terms, bool isDryRun = false)
    {
        std::optional<Result<EvictionOutcome>> end;
        m_fixture->store().evictor().start(
            {.terms = terms,
             .isDryRun = isDryRun,
             .planned = [this](const EvictionPlan &plan) { m_plan = plan; },
             .finished =
                 [&end](const Result<EvictionOutcome> &outcome) {
                     end = outcome;
                 }});
        if (!QTest::qWaitFor([&end] { return end.has_value(); }, patienceMs))
            qFatal("the eviction does not end");
        return *end;
    }

    std::unique_ptr<StoreFixture> m_fixture;
    EvictionPlan m_plan;
};

void TestEvictor::init()
{
    m_fixture = std::make_unique<StoreFixture>();
}

void TestEvictor::cleanup()
{
    m_fixture.reset();
}

void TestEvictor::makesRoom()
{
    m_fixture->rules.capacity = 350'000;
    m_fixture->open();
    const ManifestRecord first = addImage("x", "1", layerOf('1'));
    const ManifestRecord second = addImage("x", "2", layerOf('2'));
    m_fixture->clock.advance(1min);
    m_fixture->store().touch(repositoryOf("x"), first.descriptor.digest); // not written yet
    const ManifestRecord third = addImage("y", "3", layerOf('3'));
    QVERIFY(isThere(first) && isThere(second) && isThere(third));
    const ManifestRecord fourth = addImage("y", "4", layerOf('4'));
    QVERIFY(!isThere(second));
    QVERIFY(isThere(first) && isThere(third) && isThere(fourth));
    QVERIFY(!tag("x", "2"));
    QVERIFY(!m_fixture->catalogue().content(repositoryOf("x"), second.descriptor.digest));
    QVERIFY(m_fixture->catalogue().storedBytes() <= *m_fixture->rules.capacity);
    QVERIFY(m_fixture->warnings().isEmpty());
}

void TestEvictor::everythingIsPinned()
{
    m_fixture->rules.capacity = 250'000;
    m_fixture->open();
    const ManifestRecord first = addImage("x", "1", layerOf('1'));
    const ManifestRecord second = addImage("x", "2", layerOf('2'));
    for (const char *name : {"1", "2"})
        m_fixture->store().setPinned(repositoryOf("x"), name, true);
    const QByteArray bytes = layerOf('3');
    const Digest digest = descriptorOf(bytes, {}).digest;
    const auto partial = m_fixture->store().openPartial(digest);
    QVERIFY(partial->begin(bytes.size()));
    QSignalSpy passed(partial.get(), &PartialBlob::passed);
    partial->append(bytes);
    partial->finish();
    QVERIFY(passed.wait(patienceMs));
    QVERIFY(isThere(first) && isThere(second));
    QVERIFY(!m_fixture->catalogue().storedSize(digest));
    QTRY_COMPARE(m_fixture->warnings().filter(QStringLiteral("the capacity is")).size(), 1);
}

void TestEvictor::whatIsReadStays()
{
    const ManifestRecord first = addImage("x", "1", layerOf('1'));
    const ManifestRecord second = addImage("x", "2", layerOf('2'));
    EvictionTerms terms;
    terms.wantedBytes = 1;
    {
        const auto file = m_fixture->store().openContent(first.children.front().digest);
        QVERIFY(file);
        QCOMPARE(evict(terms)->images, 1U);
        QVERIFY(isThere(first));
        QVERIFY(!isThere(second));
        QCOMPARE(m_plan.kept.size(), 1U);
    }
    QCOMPARE(evict(terms)->images, 1U);
    QVERIFY(!isThere(first));
}

void TestEvictor::whoFollowsADownloadKeepsIt()
{
    const QByteArray bytes = layerOf('1');
    const Digest digest = descriptorOf(bytes, {}).digest;
    auto partial = m_fixture->store().openPartial(digest);
    QVERIFY(partial->begin(bytes.size()));
    const auto file = partial->file();
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    partial->append(bytes);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
    EvictionTerms terms;
    terms.wantedBytes = 1;
    // Stored, linked to nobody yet.
    QCOMPARE(evict(terms)->files, 0U);
    auto reader = file->follow(0);
    partial.reset();
    QCOMPARE(evict(terms)->files, 0U);
    QVERIFY(m_fixture->catalogue().storedSize(digest));
}

void TestEvictor::dryRun()
{
    const ManifestRecord first = addImage("x", "1", layerOf('1'));
    EvictionTerms terms;
    terms.wantedBytes = 1;
    const auto outcome = evict(terms, true);
    QCOMPARE(outcome->images, 0U);
    QCOMPARE(m_plan.images.size(), 1U);
    QCOMPARE(m_plan.images.front().name, "docker.io/x:1");
    QCOMPARE(m_plan.freedBytes, 100'000 + first.bytes.size());
    QVERIFY(isThere(first));
    QVERIFY(tag("x", "1"));
}

void TestEvictor::purges()
{
    const ManifestRecord first = addImage("x", "1", layerOf('1'));
    m_fixture->store().setTag(repositoryOf("x"), "also",
                              {.digest = first.descriptor.digest, .checkedAtMs = 17});
    const ManifestRecord other = addImage("y", "1", layerOf('2'));
    QCOMPARE(evict(chosen("x", "also"))->files, 0U);
    QVERIFY(isThere(first));
    QVERIFY(!tag("x", "also"));
    QCOMPARE(evict(chosen("x"))->files, 2U);
    QVERIFY(!isThere(first));
    QVERIFY(isThere(other));
    EvictionTerms pinned = chosen("y", "1");
    m_fixture->store().setPinned(repositoryOf("y"), "1", true);
    QCOMPARE(evict(pinned)->images, 0U);
    pinned.takesPinned = true;
    QCOMPARE(evict(pinned)->freedBytes, 100'000 + other.bytes.size());
    QVERIFY(!isThere(other));
    QVERIFY(!m_fixture->catalogue().isPinned(repositoryOf("y"), "1"));
    QCOMPARE(m_fixture->catalogue().storedBytes(), 0);
}

void TestEvictor::purgedIsGoneForGood()
{
    addImage("x", "1", layerOf('1'));
    const ManifestRecord kept = addImage("x", "2", layerOf('2'));
    QVERIFY(evict(chosen("x", "1")));
    m_fixture->open();
    QVERIFY(!tag("x", "1"));
    QCOMPARE(m_fixture->catalogue().roots(repositoryOf("x")).size(), 1U);
    QVERIFY(isThere(kept));
    m_fixture->close();
    QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    m_fixture->open();
    QVERIFY(!tag("x", "1"));
    QVERIFY(tag("x", "2"));
    m_fixture->close();
    QCOMPARE(m_fixture->sql(QStringLiteral("SELECT count(*) FROM links")).toInt(), 2);
    QCOMPARE(m_fixture->sql(QStringLiteral("SELECT count(*) FROM children")).toInt(), 1);
}

void TestEvictor::sharedContentStays()
{
    const ManifestRecord inX = addImage("x", "1", layerOf('1'));
    const ManifestRecord inY = addImage("y", "1", layerOf('1')); // the same image
    QCOMPARE(inX.descriptor.digest, inY.descriptor.digest);
    QCOMPARE(evict(chosen("x"))->files, 0U);
    QVERIFY(isThere(inY));
    QVERIFY(!m_fixture->catalogue().content(repositoryOf("x"), inX.descriptor.digest));
    QVERIFY(m_fixture->catalogue().content(repositoryOf("y"), inX.children.front().digest));
    QCOMPARE(evict(chosen("y"))->files, 2U);
    QVERIFY(!isThere(inY));
}

void TestEvictor::comesBack()
{
    const ManifestRecord image = addImage("x", "1", layerOf('1'));
    QVERIFY(evict(chosen("x")));
    QVERIFY(!isThere(image));
    addImage("x", "1", layerOf('1'));
    QVERIFY(isThere(image));
    QCOMPARE(m_fixture->store().readManifest(image.descriptor.digest), image.bytes);
    QCOMPARE(m_fixture->catalogue().children(image.descriptor.digest),
             std::vector{image.children.front().digest});
    m_fixture->open();
    QVERIFY(tag("x", "1"));
    QCOMPARE(m_fixture->catalogue().children(image.descriptor.digest),
             std::vector{image.children.front().digest});
}

/// What another image begins to name after the plan was made.
void TestEvictor::whatIsLinkedMeanwhileStays()
{
    const ManifestRecord image = addImage("x", "1", layerOf('1'));
    const Catalogue &catalogue = m_fixture->catalogue();
    const std::uint64_t revision = catalogue.linkRevision(repositoryOf("x"));
    m_fixture->store().setTag(repositoryOf("x"), "1",
                              {.digest = image.descriptor.digest, .checkedAtMs = 18});
    QCOMPARE(catalogue.linkRevision(repositoryOf("x")), revision); // nothing new
    const ManifestRecord second = manifestOf("blobs", imageManifestType, {image.children.front()});
    m_fixture->put("x", "2", second);
    QVERIFY(catalogue.linkRevision(repositoryOf("x")) != revision);
    QCOMPARE(evict(chosen("x", "1"))->files, 1U);
    QVERIFY(catalogue.content(repositoryOf("x"), image.children.front().digest)->isStored);
}

void TestEvictor::readOnly()
{
    const ManifestRecord image = addImage("x", "1", layerOf('1'));
    m_fixture->close();
    // A file in the place of a folder: nothing can be written, whoever asks.
    QVERIFY(QDir(m_fixture->path(QStringLiteral("partial"))).removeRecursively());
    replaceContents(m_fixture->path(QStringLiteral("partial")), "x");
    m_fixture->open();
    EvictionTerms terms;
    terms.wantedBytes = 1;
    QVERIFY(evict(terms, true));
    QCOMPARE(m_plan.images.size(), 1U);
    const auto outcome = evict(terms);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Io);
    QVERIFY(isThere(image));
}

void TestEvictor::stops()
{
    addImage("x", "1", layerOf('1'));
    bool isFinished = false;
    m_fixture->store().evictor().start({.terms = chosen("x"),
                                        .isDryRun = false,
                                        .planned = nullptr,
                                        .finished = [&isFinished](const Result<EvictionOutcome> &) {
                                            isFinished = true;
                                        }});
    m_fixture->close();
    QVERIFY(!isFinished);
    m_fixture->open(); // what has gone has gone whole
    QTRY_VERIFY(m_fixture->warnings().isEmpty());
}

void TestEvictor::noReaderWaits()
{
    constexpr auto bound = 50ms;
    constexpr int attempts = 20; // a busy machine may stop this thread for as long, once
    constexpr int images = 300;
    const ManifestRecord hot = addImage("hot", "1", layerOf('h'));
    m_fixture->store().setPinned(repositoryOf("hot"), "1", true);
    auto longest = std::chrono::nanoseconds::max();
    for (int attempt = 0; attempt < attempts && longest > bound; ++attempt) {
        for (int i = 0; i < images; ++i) {
            const QByteArray number = QByteArray::number(i);
            const ManifestRecord image =
                manifestOf("layers", imageManifestType, {descriptorOf(number, "a/b")});
            m_fixture->put("cold", "tag-" + std::to_string(i), image);
        }
        std::atomic<bool> isOver{false};
        longest = 0ns;
        std::thread reader([&] {
            while (!isOver) {
                const auto begin = std::chrono::steady_clock::now();
                const auto id = m_fixture->catalogue().find("docker.io", "hot");
                const auto state = m_fixture->catalogue().tag(*id, "1");
                const auto content = m_fixture->catalogue().content(*id, state->digest);
                const auto file = m_fixture->store().openContent(hot.children.front().digest);
                m_fixture->store().touch(*id, state->digest);
                longest = std::max<std::chrono::nanoseconds>(
                    longest, std::chrono::steady_clock::now() - begin);
                if (!content || !content->isStored || !file)
                    qFatal("a hit is none any more");
            }
        });
        const auto outcome = evict(chosen("cold"));
        isOver = true;
        reader.join();
        QCOMPARE(outcome->images, static_cast<std::size_t>(images));
    }
    qInfo("the longest hit took %.3f ms",
          std::chrono::duration<double, std::milli>(longest).count());
    QVERIFY(longest <= bound);
}

QTEST_GUILESS_MAIN(TestEvictor)
#include "tst_evictor.moc"
