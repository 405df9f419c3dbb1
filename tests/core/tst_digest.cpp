// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that only the canonical form is a digest, and that digests are computed as OpenSSL and the
// published test vectors have them.
#include "core/digest.h"

#include <QTest>

#include <unordered_set>

using namespace lanyard;

namespace {

// FIPS 180-4, the examples of the empty message and of "abc".
const std::string emptySha256 =
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const std::string abcSha256 =
    "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string abcSha512 =
    "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void vectors();
    void pieceByPiece();
    void raw();
    void comparesAndHashes();
};

void TestDigest::parse_data()
{
    const QByteArray good = QByteArray::fromStdString(abcSha256);
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isDigest");
    QTest::newRow("sha256") << good << true;
    QTest::newRow("sha512") << QByteArray::fromStdString(abcSha512) << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("no colon") << QByteArray("sha256") << false;
    QTest::newRow("colon only") << QByteArray(":") << false;
    QTest::newRow("no hex") << QByteArray("sha256:") << false;
    QTest::newRow("no algorithm") << good.mid(6) << false;
    QTest::newRow("upper case hex") << "sha256:" + good.mid(7).toUpper() << false;
    QTest::newRow("upper case algorithm") << "SHA256:" + good.mid(7) << false;
    QTest::newRow("one digit short") << good.chopped(1) << false;
    QTest::newRow("one digit more") << good + 'a' << false;
    QTest::newRow("no hexadecimal digit") << good.chopped(1) + 'g' << false;
    QTest::newRow("slash before the digits") << good.chopped(1) + '/' << false;
    QTest::newRow("colon after the digits") << good.chopped(1) + ':' << false;
    QTest::newRow("NUL at the end") << good + '\0' << false;
    QTest::newRow("line feed at the end") << good + '\n' << false;
    QTest::newRow("space in front") << ' ' + good << false;
    QTest::newRow("path") << "sha256:../../../../etc/passwd" + QByteArray(39, 'a') << false;
    QTest::newRow("hex of the other algorithm") << "sha512:" + good.mid(7) << false;
    QTest::newRow("unknown algorithm")
        << QByteArray("md5:d41d8cd98f00b204e9800998ecf8427e") << false;
    QTest::newRow("10,000 digits") << "sha256:" + QByteArray(10'000, 'a') << false;
}

void TestDigest::parse()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isDigest);
    const auto digest = Digest::parse(text.toStdString());
    QCOMPARE(digest.has_value(), isDigest);
    if (digest)
        QCOMPARE(digest->toString(), text.toStdString());
}

void TestDigest::vectors()
{
    QCOMPARE(Digest::of(Digest::Algorithm::Sha256, "").toString(), emptySha256);
    QCOMPARE(Digest::of(Digest::Algorithm::Sha256, "abc").toString(), abcSha256);
    QCOMPARE(Digest::of(Digest::Algorithm::Sha512, "abc").toString(), abcSha512);
    QCOMPARE(Digest::of(Digest::Algorithm::Sha512, "abc").algorithmName(), "sha512");
}

void TestDigest::pieceByPiece()
{
    const QByteArray bytes(100'003, 'x');
    Hasher hasher(Digest::Algorithm::Sha256);
    for (qsizetype at = 0; at < bytes.size(); at += 97)
        hasher.update(bytes.mid(at, 97));
    Hasher moved(std::move(hasher));
    moved.update("");
    QCOMPARE(moved.finish(), Digest::of(Digest::Algorithm::Sha256, bytes));
}

void TestDigest::raw()
{
    const auto sha256 = Digest::parse(abcSha256);
    QCOMPARE(sha256->raw().size(), 32);
    QCOMPARE(Digest::fromRaw(Digest::Algorithm::Sha256, sha256->raw()), *sha256);
    const auto sha512 = Digest::parse(abcSha512);
    QCOMPARE(sha512->raw().size(), 64);
    QCOMPARE(Digest::fromRaw(Digest::Algorithm::Sha512, sha512->raw()), *sha512);
}

void TestDigest::comparesAndHashes()
{
    const QByteArray zero(32, '\0');
    const auto shorter = Digest::fromRaw(Digest::Algorithm::Sha256, zero);
    const auto longer = Digest::fromRaw(Digest::Algorithm::Sha512, zero + zero);
    QVERIFY(shorter != longer); // all bytes are the same
    QVERIFY(Digest::parse(abcSha256) == Digest::of(Digest::Algorithm::Sha256, "abc"));
    const std::unordered_set<Digest> set{shorter, longer, shorter};
    QCOMPARE(set.size(), 2U);
}

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
