// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the grouped log shows each request that fits once, below the line of its pull or
// alone, follows the log in few steps, and agrees with the grouping of the records.
#include "models/pullmodel.h"
#include "records.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <deque>
#include <random>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makePull;
using lanyard::uitest::makeRecords;

namespace {

/// `3` a request that stands alone, `[1 2]` a pull of two; by the ids of the records.
QString shapeOf(const PullModel &pulls)
{
    QStringList lines;
    for (int row = 0; row < pulls.rowCount(); ++row) {
        const QModelIndex line = pulls.index(row, 0);
        if (const RequestRecord *record = pulls.record(line)) {
            lines += QString::number(record->id);
            continue;
        }
        QStringList below;
        for (int child = 0; child < pulls.rowCount(line); ++child)
            below += QString::number(pulls.record(pulls.index(child, 0, line))->id);
        lines += u'[' + below.join(u' ') + u']';
    }
    return lines.join(u' ');
}

/// Requests that belong to no pull.
QList<RequestRecord> makePings(std::uint64_t firstId, int count)
{
    QList<RequestRecord> records = makeRecords(firstId, count);
    for (RequestRecord &record : records)
        record.labels = {.kind = RequestKind::Ping};
    return records;
}

RequestCriteria manifestsOnly()
{
    return {.text = {}, .result = {}, .kind = RequestKind::Manifest};
}

} // namespace

class PullModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups();
    void oneRequestIsNoGroup();
    void goesOn();
    void dropsTheOldest();
    void keepsWhatIsKnownOfAPull();
    void filters();
    void showsALineWhenSomethingFits();
    void findsRequests();
    void tellsOfAPull();
    void clears();
    void aBatchIsFewSteps();
    void agreesWithTheGrouping_data();
    void agreesWithTheGrouping();
};

void PullModelTest::groups()
{
    RequestModel model(100);
    model.append(makePull(1, 3) + makeRecords(4, 1) + makePull(5, 2, "org/other"));
    const PullModel pulls(model, {});
    QCOMPARE(shapeOf(pulls), QStringLiteral("[1 2 3] 4 [5 6]"));
    QCOMPARE(pulls.shownCount(), 6);
}

void PullModelTest::oneRequestIsNoGroup()
{
    RequestModel model(100);
    model.append(makePull(1, 1));
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shapeOf(pulls), QStringLiteral("1"));
    // Until there is a second one.
    model.append(makePull(2, 2).mid(1));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[1 3]"));
}

void PullModelTest::goesOn()
{
    RequestModel model(100);
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<RequestRecord> pull = makePull(1, 6);
    model.append(pull.mid(0, 3));
    model.append(makePull(10, 2, "org/other"));
    const QSignalSpy changed(&pulls, &QAbstractItemModel::dataChanged);
    model.append(pull.mid(3));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[1 2 3 4 5 6] [10 11]"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(pulls.pull(pulls.index(0, 0))->requests, 6);
}

void PullModelTest::dropsTheOldest()
{
    RequestModel model(6);
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makePull(1, 3) + makeRecords(4, 2) + makePull(6, 1, "org/other"));
    model.append(makePull(7, 2, "org/third"));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[3] 4 5 6 [7 8]"));
    model.append(makeRecords(10, 3));
    QCOMPARE(shapeOf(pulls), QStringLiteral("6 [7 8] 10 11 12"));
    QCOMPARE(pulls.shownCount(), 6);
}

void PullModelTest::keepsWhatIsKnownOfAPull()
{
    RequestModel model(2);
    model.append(makePull(1, 2));
    const PullModel pulls(model, {});
    model.append(makePull(1, 3).mid(2));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[2 3]"));
    QCOMPARE(pulls.pull(pulls.index(0, 0))->requests, 3);
}

void PullModelTest::filters()
{
    RequestModel model(100);
    model.append(makePull(1, 3) + makeRecords(4, 1) + makePull(5, 2, "org/other"));
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    pulls.setCriteria(manifestsOnly());
    QCOMPARE(shapeOf(pulls), QStringLiteral("[1] [5]"));
    QCOMPARE(pulls.shownCount(), 2);
    // The line tells of all of it.
    QCOMPARE(pulls.pull(pulls.index(0, 0))->requests, 3);
    pulls.setCriteria({.text = QStringLiteral("other"), .result = {}, .kind = {}});
    QCOMPARE(shapeOf(pulls), QStringLiteral("[5 6]"));
    pulls.setCriteria({.text = QStringLiteral("nowhere"), .result = {}, .kind = {}});
    QCOMPARE(shapeOf(pulls), QString());
}

void PullModelTest::showsALineWhenSomethingFits()
{
    RequestModel model(100);
    PullModel pulls(model, {.text = {}, .result = {}, .kind = RequestKind::Blob});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makePull(1, 1));
    model.append(makePull(10, 2, "org/other"));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[11]"));
    model.append(makePull(1, 3).mid(1));
    // In the order in which pulls began.
    QCOMPARE(shapeOf(pulls), QStringLiteral("[2 3] [11]"));
}

void PullModelTest::findsRequests()
{
    RequestModel model(100);
    model.append(makePull(1, 3) + makeRecords(4, 1));
    PullModel pulls(model, {});
    const QModelIndex second = pulls.indexOf(1);
    QCOMPARE(pulls.record(second)->id, std::uint64_t{2});
    QCOMPARE(second.parent(), pulls.index(0, 0));
    QCOMPARE(pulls.sequences(second), std::vector<std::uint64_t>({1}));
    QCOMPARE(pulls.sequences(pulls.index(0, 0)), std::vector<std::uint64_t>({0, 1, 2}));
    QCOMPARE(pulls.record(pulls.indexOf(3))->id, std::uint64_t{4});
    QVERIFY(!pulls.indexOf(4).isValid());
    pulls.setCriteria(manifestsOnly());
    QVERIFY(!pulls.indexOf(1).isValid());
    QVERIFY(!pulls.record(QModelIndex()));
}

void PullModelTest::tellsOfAPull()
{
    RequestModel model(100);
    QList<RequestRecord> records = makePull(1, 3);
    records[1].labels.result = CacheResult::Miss;
    records[2].labels.isPrivate = true;
    model.append(records);
    const PullModel pulls(model, {});
    const auto cell = [&pulls](int column, int role = Qt::DisplayRole) {
        return pulls.index(0, column).data(role);
    };
    QCOMPARE(cell(RequestModel::ImageColumn).toString(), QStringLiteral("quay.io/org/app:1.0"));
    QCOMPARE(cell(RequestModel::RequestColumn).toString(), QStringLiteral("3 requests, 1 fetched"));
    QCOMPARE(cell(RequestModel::ResultColumn, RequestModel::ResultRole).toInt(),
             static_cast<int>(CacheResult::Miss));
    QVERIFY(cell(RequestModel::ImageColumn, RequestModel::PrivateRole).toBool());
    QVERIFY(cell(RequestModel::ImageColumn, Qt::AccessibleTextRole)
                .toString()
                .endsWith(QStringLiteral(", private")));
    const QModelIndex below = pulls.index(1, RequestModel::RequestColumn, pulls.index(0, 0));
    QCOMPARE(below.data(), model.index(1, RequestModel::RequestColumn).data());
}

void PullModelTest::clears()
{
    RequestModel model(100);
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(makePull(1, 3) + makeRecords(4, 5));
    model.clear();
    QCOMPARE(pulls.rowCount(), 0);
    QCOMPARE(pulls.shownCount(), 0);
    model.append(makePull(20, 2));
    QCOMPARE(shapeOf(pulls), QStringLiteral("[20 21]"));
}

void PullModelTest::aBatchIsFewSteps()
{
    RequestModel model(1000);
    const PullModel pulls(model, {});
    model.append(makePings(1, 500) + makePull(501, 100) + makePull(601, 400, "org/other"));
    const QSignalSpy inserted(&pulls, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&pulls, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy reset(&pulls, &QAbstractItemModel::modelReset);
    model.append(makePull(501, 200).mid(100, 50) + makePings(2000, 300));
    QCOMPARE(inserted.size(), 2); // below the pull that goes on, and at the end
    QCOMPARE(removed.size(), 1);  // those that stood alone
    QCOMPARE(reset.size(), 0);
}

void PullModelTest::agreesWithTheGrouping_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 5; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void PullModelTest::agreesWithTheGrouping()
{
    QFETCH(const int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto upTo = [&random](unsigned limit) {
        return static_cast<int>(random() % limit);
    };
    RequestModel model(60);
    PullModel pulls(model, {});
    const QAbstractItemModelTester tester(&pulls,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    PullGrouping grouping;
    std::deque<std::pair<std::uint64_t, std::uint64_t>> kept; // number and id
    std::map<std::uint64_t, int> requests; // of each number, since it was last not there at all
    std::uint64_t id = 1;
    for (int round = 0; round < 60; ++round) {
        QList<RequestRecord> batch;
        const int count = upTo(20);
        for (int i = 0; i < count; ++i, ++id) {
            // Of four repositories at once, in any order; some stand alone.
            const auto repository = "org/" + QByteArray::number(upTo(4));
            RequestRecord record = upTo(4) == 0
                                       ? makeRecords(id, 1).first()
                                       : makePull(id, 2, repository).at(upTo(3) == 0 ? 0 : 1);
            record.id = id;
            batch.append(record);
        }
        model.append(batch);
        // What it is to show, from the records alone.
        while (!kept.empty() && static_cast<int>(kept.size()) + count > 60)
            kept.pop_front();
        std::erase_if(requests, [&kept](const auto &each) {
            return std::none_of(kept.begin(), kept.end(),
                                [&each](const auto &row) { return row.first == each.first; });
        });
        for (const RequestRecord &record : batch) {
            const std::uint64_t number = grouping.placeOf(record).number;
            kept.emplace_back(number, record.id);
            ++requests[number];
        }
        if (round % 17 == 0) {
            model.clear();
            kept.clear();
        }
        std::map<std::uint64_t, QStringList> lines;
        for (const auto &[number, recordId] : kept)
            lines[number] += QString::number(recordId);
        QStringList shape;
        for (const auto &[number, ids] : lines) {
            const QString text = ids.join(u' ');
            shape += requests[number] > 1 ? u'[' + text + u']' : text;
        }
        QCOMPARE(shapeOf(pulls), shape.join(u' '));
    }
    pulls.setCriteria(manifestsOnly());
    const QString filtered = shapeOf(pulls);
    pulls.setCriteria({});
    QCOMPARE(pulls.shownCount(), model.rowCount());
    QVERIFY(filtered != shapeOf(pulls));
}

QTEST_GUILESS_MAIN(PullModelTest)
#include "tst_pullmodel.moc"
