// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the log keeps the newest records within its bound, that a batch is at most one
// removal and one insertion, and that the filter shows exactly the rows that fit, in their order.
#include "models/requestfilter.h"
#include "models/requestmodel.h"
#include "records.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makeRecords;

namespace {

QList<std::uint64_t> idsOf(const RequestFilter &filter)
{
    QList<std::uint64_t> ids;
    for (int row = 0; row < filter.rowCount(); ++row)
        ids.append(filter.record(row).id);
    return ids;
}

} // namespace

class RequestModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest();
    void keepsTheEndOfALargeBatch();
    void emptyBatchIsNothing();
    void batchIsOneInsertion();
    void clears();
    void criteria_data();
    void criteria();
    void filterFollowsTheModel();
    void criteriaAreOneReset();
    void namesARowWhileItLasts();
    void filterHasTitlesWhenEmpty();
    void marksWhatIsPrivate();
};

void RequestModelTest::keepsTheNewest()
{
    RequestModel model(10);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makeRecords(1, 8));
    model.append(makeRecords(9, 5));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.record(0).id, std::uint64_t{4});
    QCOMPARE(model.record(9).id, std::uint64_t{13});
    QCOMPARE(model.firstSequence(), std::uint64_t{3});
}

void RequestModelTest::keepsTheEndOfALargeBatch()
{
    RequestModel model(10);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makeRecords(1, 3));
    model.append(makeRecords(4, 25));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.record(0).id, std::uint64_t{19});
    QCOMPARE(model.record(9).id, std::uint64_t{28});
}

void RequestModelTest::emptyBatchIsNothing()
{
    RequestModel model(10);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append({});
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.rowCount(), 0);
}

void RequestModelTest::batchIsOneInsertion()
{
    RequestModel model(100);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.append(makeRecords(1, 90));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 0);
    model.append(makeRecords(91, 60));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.at(1).at(1).toInt(), 40);
    QCOMPARE(inserted.at(1).at(2).toInt(), 99);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 0);
    QCOMPARE(removed.at(0).at(2).toInt(), 49);
    QCOMPARE(reset.size(), 0);
}

void RequestModelTest::clears()
{
    RequestModel model(10);
    RequestFilter filter(model);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makeRecords(1, 7));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(filter.rowCount(), 0);
    model.append(makeRecords(8, 2));
    QCOMPARE(idsOf(filter), (QList<std::uint64_t>{8, 9}));
}

void RequestModelTest::criteria_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("result");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<std::uint64_t>>("ids");
    using Ids = QList<std::uint64_t>;
    const int miss = static_cast<int>(CacheResult::Miss);
    const int manifest = static_cast<int>(RequestKind::Manifest);
    QTest::newRow("everything") << QString() << -1 << -1 << Ids{1, 2, 3, 4, 5, 6};
    QTest::newRow("repository") << QStringLiteral("org/app") << -1 << -1 << Ids{3, 6};
    QTest::newRow("upstream and repository")
        << QStringLiteral("quay.io/org") << -1 << -1 << Ids{3, 6};
    QTest::newRow("case of the text") << QStringLiteral("QUAY") << -1 << -1 << Ids{3, 6};
    QTest::newRow("case of the record") << QStringLiteral("latest") << -1 << -1 << Ids{3, 6};
    QTest::newRow("end of a digest") << QStringLiteral("abcdef") << -1 << -1 << Ids{1, 2, 4, 5};
    QTest::newRow("client") << QStringLiteral("0.21") << -1 << -1 << Ids{1, 3, 5};
    QTest::newRow("words, all of them") << QStringLiteral("alpine 0.21") << -1 << -1 << Ids{1, 5};
    QTest::newRow("target") << QStringLiteral("/v2/org") << -1 << -1 << Ids{3, 6};
    QTest::newRow("result") << QString() << miss << -1 << Ids{5};
    QTest::newRow("kind") << QString() << -1 << manifest << Ids{3, 6};
    QTest::newRow("result and kind") << QString() << miss << manifest << Ids{};
    QTest::newRow("nothing fits") << QStringLiteral("nowhere") << -1 << -1 << Ids{};
}

void RequestModelTest::criteria()
{
    QFETCH(QString, text);
    QFETCH(int, result);
    QFETCH(int, kind);
    RequestModel model(10);
    model.append(makeRecords(1, 6));
    RequestFilter filter(model);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    RequestCriteria criteria{.text = text, .result = {}, .kind = {}};
    if (result >= 0)
        criteria.result = static_cast<CacheResult>(result);
    if (kind >= 0)
        criteria.kind = static_cast<RequestKind>(kind);
    filter.setCriteria(criteria);
    QTEST(idsOf(filter), "ids");
}

void RequestModelTest::filterFollowsTheModel()
{
    RequestModel model(6);
    RequestFilter filter(model);
    const QAbstractItemModelTester tester(&filter,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setCriteria({.text = QStringLiteral("org/app"), .result = {}, .kind = {}});
    model.append(makeRecords(1, 6));
    QCOMPARE(idsOf(filter), (QList<std::uint64_t>{3, 6}));
    const QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&filter, &QAbstractItemModel::rowsInserted);
    model.append(makeRecords(7, 4)); // 1 to 4 go
    QCOMPARE(idsOf(filter), (QList<std::uint64_t>{6, 9}));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 1);
    model.append(makeRecords(100, 1)); // does not fit, and takes one away that did not fit
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 1);
}

void RequestModelTest::criteriaAreOneReset()
{
    RequestModel model(1000);
    model.append(makeRecords(1, 1000));
    RequestFilter filter(model);
    const QSignalSpy reset(&filter, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&filter, &QAbstractItemModel::rowsRemoved);
    const RequestCriteria criteria{.text = QStringLiteral("alpine"), .result = {}, .kind = {}};
    filter.setCriteria(criteria);
    filter.setCriteria(criteria);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(removed.size(), 0);
}

void RequestModelTest::namesARowWhileItLasts()
{
    RequestModel model(4);
    RequestFilter filter(model);
    model.append(makeRecords(1, 4));
    const std::uint64_t third = filter.sequenceAt(2);
    model.append(makeRecords(5, 2));
    QCOMPARE(filter.rowOf(third), 0);
    QCOMPARE(filter.record(0).id, std::uint64_t{3});
    model.append(makeRecords(7, 1));
    QCOMPARE(filter.rowOf(third), -1);
}

void RequestModelTest::filterHasTitlesWhenEmpty()
{
    RequestModel model(4);
    const RequestFilter filter(model);
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        QVERIFY(!filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void RequestModelTest::marksWhatIsPrivate()
{
    RequestModel model(10);
    QList<RequestRecord> records = makeRecords(1, 2);
    records[1].labels.isPrivate = true;
    model.append(records);
    const auto about = [&model](int row, int role) {
        return model.index(row, RequestModel::ImageColumn).data(role);
    };
    QCOMPARE(about(0, RequestModel::PrivateRole).toBool(), false);
    QCOMPARE(about(1, RequestModel::PrivateRole).toBool(), true);
    QVERIFY(about(1, Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", private")));
    QCOMPARE(about(0, Qt::AccessibleTextRole), about(0, Qt::DisplayRole));
    QVERIFY(about(1, Qt::ToolTipRole).toString().contains(QStringLiteral("Not everybody")));
    QVERIFY(!about(0, Qt::ToolTipRole).toString().contains(QStringLiteral("Not everybody")));
}

QTEST_GUILESS_MAIN(RequestModelTest)
#include "tst_requestmodel.moc"
