// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a client who pulls a blob gets it right, or an error, or a cut, and soon, whatever
// its registry does; that others do not notice; and that the blob is there when the registry is
// well again.
#include "faults/faultfixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

Q_DECLARE_METATYPE(lanyard::test::FaultRow)

namespace {

constexpr qsizetype blobBytes = 300'000;

QByteArray makeBlob()
{
    QByteArray bytes(blobBytes, Qt::Uninitialized);
    std::uint32_t state = 3;
    for (char &byte : bytes) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

} // namespace

class TestBlobFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sized_data();
    void sized();
    void unsized_data();
    void unsized();
    void withoutRanges_data();
    void withoutRanges();

private:
    /// Asks for a blob while its registry does as `row` says, and again afterwards.
    void pull(const FaultRow &row, bool isSized, bool hasRanges, const Outcomes &outcomes);
};

void TestBlobFaults::pull(const FaultRow &row, bool isSized, bool hasRanges,
                          const Outcomes &outcomes)
{
    FaultFixture cache;
    const QByteArray blob = makeBlob();
    const Digest digest = cache.hub.addBlob("library/app", blob);
    const QByteArray target =
        "/v2/library/app/blobs/" + QByteArray::fromStdString(digest.toString());
    if (isSized) {
        cache.hub.addManifest("library/app", "1", imageType,
                              imageManifest({{digest, blob.size()}}));
        QTRY_VERIFY(cache.get("/v2/library/app/manifests/1").field("Cache-Status").contains("hit"));
    }
    cache.hub.setRanges(hasRanges);
    cache.arm(target.toStdString(), row);

    const FaultFixture::Trial trial = cache.ask(target);
    QCOMPARE(FaultFixture::flawOf(trial, blob, outcomes), QString());

    cache.hub.release(target.toStdString());
    const auto recovery = cache.recovery(target, blob);
    QVERIFY2(recovery <= FaultFixture::recoveryMaxAfter(row),
             std::to_string(recovery.count()).c_str());
}

void TestBlobFaults::sized_data()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultRows(blobBytes))
        QTest::newRow(row.name.c_str()) << row;
    QTest::newRow("a lying digest") << FaultRow{
        .faults = {{.fields = {{"Docker-Content-Digest", "sha256:" + std::string(64, 'a')}}}},
        .blob = {200}};
}

void TestBlobFaults::sized()
{
    QFETCH(FaultRow, row);
    pull(row, true, true, row.blob);
}

void TestBlobFaults::unsized_data()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultRows(blobBytes))
        QTest::newRow(row.name.c_str()) << row;
}

void TestBlobFaults::unsized()
{
    QFETCH(FaultRow, row);
    pull(row, false, true, row.unsizedBlob);
}

void TestBlobFaults::withoutRanges_data()
{
    QTest::addColumn<FaultRow>("row");
    const auto add = [](const char *name, const Fault &fault, const Outcomes &outcomes) {
        QTest::newRow(name) << FaultRow{.faults = {fault}, .blob = outcomes};
    };
    add("truncated once", {.cutAfter = blobBytes / 2, .times = 1}, {200});
    add("truncated twice", {.cutAfter = blobBytes / 2, .times = 2}, {200});
    add("truncated each time", {.cutAfter = blobBytes / 2}, {isCut});
    add("a stall", {.stallAfter = blobBytes / 2, .times = 1}, {200});
    add("a stall each time", {.stallAfter = blobBytes / 2}, {isCut});
}

void TestBlobFaults::withoutRanges()
{
    QFETCH(FaultRow, row);
    pull(row, true, false, row.blob);
}

QTEST_GUILESS_MAIN(TestBlobFaults)
#include "tst_blobfaults.moc"
