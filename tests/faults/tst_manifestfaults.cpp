// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a client who asks for a manifest gets the right one, the stored one, or an error, and
// soon, whatever its registry does; that others do not notice; and that the right one is there when
// the registry is well again.
#include "faults/faultfixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

Q_DECLARE_METATYPE(lanyard::test::FaultRow)

namespace {

const QByteArray tagTarget = "/v2/library/app/manifests/1";

FaultRow lyingDigest()
{
    return {.name = "a lying digest",
            .faults = {{.fields = {{"Docker-Content-Digest", "sha256:" + std::string(64, 'a')}}}},
            .document = {502}};
}

void addRows()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultRows(imageManifest({}).size()))
        QTest::newRow(row.name.c_str()) << row;
}

void addRow(const FaultRow &row)
{
    QTest::newRow(row.name.c_str()) << row;
}

} // namespace

class TestManifestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coldTag_data();
    void coldTag();
    void cachedTag_data();
    void cachedTag();
    void coldDigest_data();
    void coldDigest();

private:
    /// Asks while the registry does as `row` says, and again afterwards.
    void ask(FaultFixture &cache, const QByteArray &target, const FaultRow &row,
             const Outcomes &outcomes);
};

void TestManifestFaults::ask(FaultFixture &cache, const QByteArray &target, const FaultRow &row,
                             const Outcomes &outcomes)
{
    const QByteArray manifest = imageManifest({});
    cache.arm(target.toStdString(), row);
    const FaultFixture::Trial trial = cache.ask(target);
    QCOMPARE(FaultFixture::flawOf(trial, manifest, outcomes), QString());

    cache.hub.release(target.toStdString());
    const auto recovery = cache.recovery(target, manifest);
    QVERIFY2(recovery <= FaultFixture::manifestRecoveryMaxAfter(row, trial.reply.status),
             std::to_string(recovery.count()).c_str());
}

void TestManifestFaults::coldTag_data()
{
    addRows();
    addRow(lyingDigest());
}

void TestManifestFaults::coldTag()
{
    QFETCH(FaultRow, row);
    FaultFixture cache;
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    ask(cache, tagTarget, row, row.document);
}

void TestManifestFaults::cachedTag_data()
{
    addRows();
    addRow(lyingDigest());
}

void TestManifestFaults::cachedTag()
{
    QFETCH(FaultRow, row);
    FaultFixture cache;
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    QTRY_VERIFY(cache.get(tagTarget).field("Cache-Status").contains("hit"));
    ask(cache, tagTarget, row, row.isDenial ? Outcomes{404} : Outcomes{200});
}

void TestManifestFaults::coldDigest_data()
{
    addRows();
    // The digest that was asked for counts, not what is said of it.
    FaultRow lie = lyingDigest();
    lie.document = {200};
    addRow(lie);
}

void TestManifestFaults::coldDigest()
{
    QFETCH(FaultRow, row);
    FaultFixture cache;
    const Digest digest = cache.hub.addManifest("library/app", {}, imageType, imageManifest({}));
    ask(cache, "/v2/library/app/manifests/" + QByteArray::fromStdString(digest.toString()), row,
        row.document);
}

QTEST_GUILESS_MAIN(TestManifestFaults)
#include "tst_manifestfaults.moc"
