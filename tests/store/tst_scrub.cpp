// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a check of all content finds every kind of damage, and nothing else; that a repairing
// one puts the damage aside, so that it counts as not stored; and that one which is interrupted, by
// a restart too, is continued.
#include "registry/imagestore.h"
#include "store/checkmark.h"
#include "store/scrub.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

namespace {

Piece blob(char fill, qsizetype size)
{
    return piece(QByteArray(size, fill), "application/vnd.oci.image.layer.v1.tar+gzip");
}

} // namespace

class TestScrub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsNothing();
    void findsDamage_data();
    void findsDamage();

    void putsDamageAside_data() { findsDamage_data(); }

    void putsDamageAside();
    void isContinued();
    void looksAgainAtWhatWasDamaged();
    void oneAtATime();
    void readsAnyMark_data();
    void readsAnyMark();

private:
    QString pathOf(const Piece &piece) const;
    void damage(const Piece &piece, const QString &how) const;
    Result<ContentCheckResult> check(const ContentCheckRequest &request);
    Scrub::Events events();

    std::unique_ptr<ImageStore> m_cache;
    TestImage m_image = testImage("amd64", {QByteArray(300'000, 'a'), QByteArray(200'000, 'b')});
    QList<ContentCheckProgress> m_progress;
    std::optional<Result<ContentCheckResult>> m_result;
};

void TestScrub::init()
{
    m_cache = std::make_unique<ImageStore>();
    m_cache->putImage("docker.io", "library/x", m_image);
    m_progress.clear();
    m_result.reset();
}

QString TestScrub::pathOf(const Piece &piece) const
{
    return m_cache->folder() + QStringLiteral("/blobs/sha256/") +
           QString::fromStdString(piece.descriptor.digest.hex());
}

void TestScrub::damage(const Piece &piece, const QString &how) const
{
    QFile file(pathOf(piece));
    if (how == u"gone") {
        QVERIFY(file.remove());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (how == u"one bit") {
        file.seek(file.size() / 2);
        char byte = 0;
        file.peek(&byte, 1);
        byte = static_cast<char>(byte ^ 1);
        QCOMPARE(file.write(&byte, 1), 1);
    } else {
        QVERIFY(file.resize(how == u"longer" ? file.size() + 1 : file.size() - 1));
    }
}

Scrub::Events TestScrub::events()
{
    return {.progressed = [this](const ContentCheckProgress &progress) { m_progress += progress; },
            .finished =
                [this](const Result<ContentCheckResult> &result) {
                    m_result = result;
                }};
}

Result<ContentCheckResult> TestScrub::check(const ContentCheckRequest &request)
{
    m_result.reset();
    if (const Result<void> started = m_cache->store().scrub().start(request, events()); !started)
        return tl::unexpected<Error>(started.error());
    if (!QTest::qWaitFor([this] { return m_result.has_value(); }, patienceMs))
        return failure(ErrorCode::TimedOut, "the check does not end");
    return *m_result;
}

void TestScrub::findsNothing()
{
    const Result<ContentCheckResult> result = check({});
    QVERIFY(result);
    QCOMPARE(result->files, 4);
    QVERIFY(result->bytes > 500'000);
    QCOMPARE(result->damagedFiles, 0);
    QVERIFY(!result->isContinued);
    QVERIFY(!m_progress.isEmpty());
    QCOMPARE(m_progress.last().files, 4);
    QCOMPARE(m_progress.last().bytes, m_progress.last().totalBytes);
    QVERIFY(!QFile::exists(m_cache->folder() + QStringLiteral("/check.json")));
}

void TestScrub::findsDamage_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("one bit") << "one bit";
    QTest::newRow("shorter") << "shorter";
    QTest::newRow("longer") << "longer";
    QTest::newRow("gone") << "gone";
}

void TestScrub::findsDamage()
{
    QFETCH(QString, how);
    const Piece &layer = m_image.layers[1];
    damage(layer, how);
    const Result<ContentCheckResult> result = check({});
    QVERIFY(result);
    QCOMPARE(result->files, 4);
    QCOMPARE(result->damagedFiles, 1);
    const DamagedContent &found = result->damaged.first();
    QCOMPARE(found.digest.toStdString(), layer.descriptor.digest.toString());
    QCOMPARE(found.size, layer.descriptor.size);
    QCOMPARE(found.repositories, QByteArrayList{"docker.io/library/x"});
    QVERIFY(!found.reason.isEmpty());
    QVERIFY(!found.isPutAside);
    QVERIFY(m_cache->store().catalogue().storedSize(layer.descriptor.digest));
    QVERIFY(how == u"gone" || QFile::exists(pathOf(layer)));
}

void TestScrub::putsDamageAside()
{
    QFETCH(QString, how);
    const Piece &layer = m_image.layers[1];
    damage(layer, how);
    const Result<ContentCheckResult> result = check({.isRepairing = true});
    QVERIFY(result);
    QCOMPARE(result->damagedFiles, 1);
    QVERIFY(result->damaged.first().isPutAside);
    QVERIFY(!m_cache->store().catalogue().storedSize(layer.descriptor.digest));
    QVERIFY(!QFile::exists(pathOf(layer)));
    const QStringList aside =
        QDir(m_cache->folder() + QStringLiteral("/quarantine")).entryList(QDir::Files);
    QCOMPARE(aside.size(), how == u"gone" ? 0 : 1);

    m_cache->putBlob(layer);
    const Result<ContentCheckResult> again = check({});
    QVERIFY(again);
    QCOMPARE(again->files, 4);
    QCOMPARE(again->damagedFiles, 0);
}

void TestScrub::isContinued()
{
    for (char fill = 'c'; fill < 'k'; ++fill)
        m_cache->putBlob(blob(fill, 100'000));
    // So slow that it cannot be at its end before it is stopped.
    QVERIFY(m_cache->store().scrub().start({.bytesPerSecond = 300'000}, events()));
    QTRY_VERIFY(!m_progress.isEmpty() && m_progress.last().files > 0);
    m_cache->store().scrub().stop();
    QTRY_VERIFY(m_result);
    QVERIFY(!*m_result);
    QCOMPARE(m_result->error().code, ErrorCode::Cancelled);
    QVERIFY(QFile::exists(m_cache->folder() + QStringLiteral("/check.json")));

    m_cache->reopen();
    m_progress.clear();
    const Result<ContentCheckResult> rest = check({});
    QVERIFY(rest);
    QVERIFY(rest->isContinued);
    QCOMPARE(rest->files, 12);
    QCOMPARE(m_progress.last().bytes, m_progress.last().totalBytes);
    QVERIFY(m_progress.first().bytes > 0);
    const Result<ContentCheckResult> next = check({});
    QVERIFY(next);
    QVERIFY(!next->isContinued);
}

void TestScrub::looksAgainAtWhatWasDamaged()
{
    // As a check leaves it that has seen all but its last file.
    damage(m_image.layers[0], QStringLiteral("one bit"));
    const Digest last = *Digest::parse("sha256:" + std::string(64, 'f'));
    QFile mark(m_cache->folder() + QStringLiteral("/check.json"));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(toJson({.after = last, .damaged = {m_image.layers[0].descriptor.digest}}));
    mark.close();
    const Result<ContentCheckResult> result = check({});
    QVERIFY(result);
    QVERIFY(result->isContinued);
    QCOMPARE(result->damagedFiles, 1);
    QCOMPARE(check({.isFromStart = true})->damagedFiles, 1);
}

void TestScrub::oneAtATime()
{
    QVERIFY(m_cache->store().scrub().start({.bytesPerSecond = 1000}, events()));
    const Result<void> second = m_cache->store().scrub().start({}, events());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    m_cache->store().scrub().stop();
    QTRY_VERIFY(m_result);
    QVERIFY(check({}));
}

void TestScrub::readsAnyMark_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isMark");
    const QByteArray digest = "sha256:" + QByteArray(64, '1');
    QTest::newRow("whole") << QByteArray(R"({"version":1,"after":")" + digest +
                                         R"(","damaged":[]})")
                           << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("another version")
        << QByteArray(R"({"version":2,"after":")" + digest + R"("})") << false;
    QTest::newRow("no digest") << QByteArray(R"({"version":1,"after":"sha256:1"})") << false;
    QTest::newRow("a list") << QByteArray("[1]") << false;
    QTest::newRow("cut") << QByteArray(R"({"version":1,"after":")" + digest) << false;
}

void TestScrub::readsAnyMark()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isMark);
    const CheckMark mark = parseCheckMark(text);
    QCOMPARE(mark.after.has_value(), isMark);
    QCOMPARE(parseCheckMark(toJson(mark)), mark);
}

QTEST_GUILESS_MAIN(TestScrub)
#include "tst_scrub.moc"
