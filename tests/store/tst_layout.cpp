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
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
