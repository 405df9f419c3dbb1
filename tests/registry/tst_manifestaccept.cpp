// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that upstreams are asked for every type of manifest, with what else the client takes.
#include "core/limits.h"
#include "registry/manifestaccept.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

class TestManifestAccept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsAccept_data();
    void joinsAccept();
};

void TestManifestAccept::joinsAccept_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("added");

    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a type of its own")
        << QByteArray("application/vnd.x+json") << QByteArray(", application/vnd.x+json");
    QTest::newRow("with a weight")
        << QByteArray("*/*;q=0.1, application/vnd.x;q=0.5") << QByteArray(", application/vnd.x");
    QTest::newRow("one that is asked for anyway")
        << QByteArray("application/vnd.oci.image.index.v1+json") << QByteArray();
    QTest::newRow("a part of one that is asked for anyway")
        << QByteArray("application/vnd.oci.image") << QByteArray(", application/vnd.oci.image");
    QTest::newRow("twice") << QByteArray("a/b,a/b;q=1") << QByteArray(", a/b");
    QTest::newRow("ranges") << QByteArray("*/*, application/*") << QByteArray();
    QTest::newRow("nonsense") << QByteArray("a b/c, /, x\"y/z,,") << QByteArray();
    QByteArray many;
    QByteArray some;
    for (int i = 100; i < 999; ++i)
        many += ", a/x" + QByteArray::number(i);
    // Eight bytes each, the separator included.
    QTest::newRow("too many") << many << many.left(limits::clientAcceptBytesMax);
}

void TestManifestAccept::joinsAccept()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, added);
    const std::string plain = upstreamAccept("");
    const std::string base = plain.substr(0, plain.size() - std::string_view(", */*").size());
    QCOMPARE(upstreamAccept(client.toStdString()), base + added.toStdString() + ", */*");
}

QTEST_GUILESS_MAIN(TestManifestAccept)
#include "tst_manifestaccept.moc"
