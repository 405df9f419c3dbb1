// SPDX-License-Identifier: GPL-3.0-or-later
// Proves where the store puts things: a name is made of an algorithm, hexadecimal digits and
// nothing that a client sent.
#include "store/layout.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths();
    void names();
    void readsPartialNames_data();
    void readsPartialNames();
};

void TestLayout::paths()
{
    const Layout layout(QStringLiteral("/srv/lan/../lanyard/"));
    QCOMPARE(layout.data(), "/srv/lanyard");
    QCOMPARE(layout.blobs(), "/srv/lanyard/blobs");
    QCOMPARE(layout.blobs(Digest::Algorithm::Sha256), "/srv/lanyard/blobs/sha256");
    QCOMPARE(layout.blobs(Digest::Algorithm::Sha512), "/srv/lanyard/blobs/sha512");
    QCOMPARE(layout.partial(), "/srv/lanyard/partial");
    QCOMPARE(layout.lockFile(), "/srv/lanyard/lanyard.lock");
    QCOMPARE(layout.databaseFile(), QStringLiteral("/srv/lanyard/lanyard.db"));
    QCOMPARE(QString::fromStdString(Layout(QStringLiteral("here")).data()),
             QDir::current().absoluteFilePath(QStringLiteral("here")));
}

void TestLayout::names()
{
    const Digest sha256 = Digest::of(Digest::Algorithm::Sha256, "");
    QCOMPARE(Layout::blobName(sha256),
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(Layout::partialName(sha256, 3),
             "sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.3");
    const Digest sha512 = Digest::of(Digest::Algorithm::Sha512, "");
    QCOMPARE(Layout::blobName(sha512), sha512.hex());
    QCOMPARE(Layout::partialName(sha512, 10), "sha512-" + sha512.hex() + ".10");
    QCOMPARE(Layout::newFileName(sha512, 10), "sha512-" + sha512.hex() + ".10.new");
}

void TestLayout::readsPartialNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("number"); // -1: no such name
    const QByteArray hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("partial") << "sha256-" + hex + ".3" << qint64{3};
    QTest::newRow("large number") << "sha256-" + hex + ".4294967296" << qint64{4'294'967'296};
    QTest::newRow("new file") << "sha256-" + hex + ".3.new" << qint64{-1};
    QTest::newRow("no number") << "sha256-" + hex + "." << qint64{-1};
    QTest::newRow("nothing behind") << "sha256-" + hex << qint64{-1};
    QTest::newRow("a sign") << "sha256-" + hex + ".-3" << qint64{-1};
    QTest::newRow("beyond 64 bits") << "sha256-" + hex + ".99999999999999999999" << qint64{-1};
    QTest::newRow("too short") << "sha256-" + hex.chopped(1) + ".3" << qint64{-1};
    QTest::newRow("another algorithm") << "sha512-" + hex + ".3" << qint64{-1};
    QTest::newRow("unknown algorithm") << "md5-" + hex + ".3" << qint64{-1};
    QTest::newRow("dot first") << QByteArray("x.3-") << qint64{-1};
    QTest::newRow("index") << QByteArray("index.json") << qint64{-1};
    QTest::newRow("empty") << QByteArray() << qint64{-1};
}

void TestLayout::readsPartialNames()
{
    QFETCH(QByteArray, name);
    QFETCH(qint64, number);
    const auto parsed = Layout::parsePartialName(name.toStdString());
    QCOMPARE(parsed ? static_cast<qint64>(parsed->number) : qint64{-1}, number);
    if (parsed)
        QCOMPARE(Layout::partialName(parsed->digest, parsed->number), name.toStdString());
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
