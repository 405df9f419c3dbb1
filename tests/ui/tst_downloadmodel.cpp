// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a download keeps its row from its first byte to its last, without a reset, and what
// the row says.
#include "models/downloadmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

DownloadProgress progressOf(const char *digest, std::int64_t received, std::int64_t total)
{
    DownloadProgress progress;
    progress.digest = digest;
    progress.upstream = "docker.io";
    progress.repository = "library/alpine";
    progress.receivedBytes = received;
    progress.totalBytes = total;
    progress.readers = 2;
    return progress;
}

QString textAt(const DownloadModel &model, int row, int column)
{
    return model.data(model.index(row, column), Qt::DisplayRole).toString();
}

} // namespace

class DownloadModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void updatesInPlace();
    void tellsWhatChanged();
    void saysWhatIsKnown();
    void measuresItsSpeed();
};

void DownloadModelTest::updatesInPlace()
{
    DownloadModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.update({progressOf("sha256:a", 0, 10), progressOf("sha256:b", 0, 10)}, 0);
    const QPersistentModelIndex second(model.index(1, 0));
    model.update({progressOf("sha256:c", 0, 10), progressOf("sha256:b", 5, 10)}, 150);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(second.row(), 0);
    QCOMPARE(textAt(model, 0, DownloadModel::LayerColumn), QStringLiteral("b"));
    QCOMPARE(textAt(model, 1, DownloadModel::LayerColumn), QStringLiteral("c"));
    model.update({}, 300);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!second.isValid());
    QCOMPARE(reset.size(), 0);
}

void DownloadModelTest::tellsWhatChanged()
{
    DownloadModel model;
    model.update({progressOf("sha256:a", 0, 10), progressOf("sha256:b", 0, 10)}, 0);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update({progressOf("sha256:a", 0, 10), progressOf("sha256:b", 1, 10)}, 150);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    model.update({progressOf("sha256:a", 0, 10), progressOf("sha256:b", 1, 10)}, 300);
    QCOMPARE(changed.size(), 1);
}

void DownloadModelTest::saysWhatIsKnown()
{
    DownloadModel model;
    model.update({progressOf("sha256:0123456789abcdef", 512, 1024), progressOf("sha256:b", 7, -1),
                  progressOf("sha256:c", 0, 0)},
                 0);
    QCOMPARE(textAt(model, 0, DownloadModel::ImageColumn),
             QStringLiteral("docker.io/library/alpine"));
    QCOMPARE(textAt(model, 0, DownloadModel::LayerColumn), QStringLiteral("0123456789ab"));
    QCOMPARE(textAt(model, 0, DownloadModel::ProgressColumn), QStringLiteral("50 %"));
    QCOMPARE(textAt(model, 0, DownloadModel::SizeColumn), QStringLiteral("512 B of 1.00 KiB"));
    QCOMPARE(textAt(model, 0, DownloadModel::ReadersColumn), QStringLiteral("2"));
    QCOMPARE(model.data(model.index(0, 0), DownloadModel::ProgressRole).toDouble(), 0.5);
    QCOMPARE(textAt(model, 1, DownloadModel::ProgressColumn), QString());
    QCOMPARE(textAt(model, 1, DownloadModel::SizeColumn), QStringLiteral("7 B"));
    QCOMPARE(model.data(model.index(1, 0), DownloadModel::ProgressRole).toDouble(), -1.0);
    QCOMPARE(model.data(model.index(2, 0), DownloadModel::ProgressRole).toDouble(), -1.0);
}

void DownloadModelTest::measuresItsSpeed()
{
    DownloadModel model;
    model.update({progressOf("sha256:a", 0, 1 << 20)}, 1000);
    QCOMPARE(textAt(model, 0, DownloadModel::SpeedColumn), QString());
    model.update({progressOf("sha256:a", 1024, 1 << 20)}, 1150);
    QCOMPARE(textAt(model, 0, DownloadModel::SpeedColumn), QString());
    model.update({progressOf("sha256:a", 2048, 1 << 20)}, 2000);
    QCOMPARE(textAt(model, 0, DownloadModel::SpeedColumn), QStringLiteral("2.00 KiB/s"));
    // A stall shows within seconds.
    for (int second = 3; second <= 20; ++second)
        model.update({progressOf("sha256:a", 2048, 1 << 20)}, second * 1000);
    QCOMPARE(textAt(model, 0, DownloadModel::SpeedColumn), QStringLiteral("0 B/s"));
}

QTEST_GUILESS_MAIN(DownloadModelTest)
#include "tst_downloadmodel.moc"
