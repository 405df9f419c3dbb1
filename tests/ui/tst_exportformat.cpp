// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that exported requests are CSV that no spreadsheet takes for formulas, and JSON, whatever
// clients have sent; that a file is written whole or not at all, and that an error is told.
#include "exportformat.h"
#include "records.h"
#include "requestexport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makePull;
using lanyard::uitest::makeRecords;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ExportFormatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesAFormat_data();
    void choosesAFormat();
    void quotes_data();
    void quotes();
    void linesHaveTheColumnsOfTheHeader();
    void objectsHaveAllOfARecord();
    void survivesHostileBytes();
    void writesFiles_data();
    void writesFiles();
    void tellsWhatWentWrong();
    void cancels();
};

void ExportFormatTest::choosesAFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("csv") << QStringLiteral("/a/b.csv") << static_cast<int>(ExportFormat::Csv);
    QTest::newRow("json") << QStringLiteral("b.JSON") << static_cast<int>(ExportFormat::Json);
    QTest::newRow("jsonl") << QStringLiteral("b.jsonl")
                           << static_cast<int>(ExportFormat::JsonLines);
    QTest::newRow("none") << QStringLiteral("b") << static_cast<int>(ExportFormat::Csv);
}

void ExportFormatTest::choosesAFormat()
{
    QFETCH(const QString, name);
    QTEST(static_cast<int>(exportFormatOf(name)), "format");
}

void ExportFormatTest::quotes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QStringLiteral("a b") << QByteArray("a b");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("line") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("space") << QStringLiteral(" a") << QByteArray("\" a\"");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QStringLiteral("+1") << QByteArray("'+1");
    QTest::newRow("minus") << QStringLiteral("-1") << QByteArray("'-1");
    QTest::newRow("at") << QStringLiteral("@x") << QByteArray("'@x");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1");
    QTest::newRow("formula with comma")
        << QStringLiteral("=A(1,\"x\")") << QByteArray("\"'=A(1,\"\"x\"\")\"");
    QTest::newRow("inside") << QStringLiteral("a=1") << QByteArray("a=1");
}

void ExportFormatTest::quotes()
{
    QFETCH(const QString, value);
    QTEST(csvField(value), "field");
}

void ExportFormatTest::linesHaveTheColumnsOfTheHeader()
{
    RequestRecord record = makePull(7, 1).first();
    record.startedAtMs = 1'700'000'000'123;
    record.durationUs = 12'345;
    record.firstByteUs = 1'000;
    record.userAgent = "a \"b\", c";
    QVERIFY(csvHeader().endsWith("\r\n"));
    QVERIFY(csvLine(record).endsWith("\r\n"));
    QCOMPARE(csvLine(record),
             QByteArray("2023-11-14T22:13:20.123Z,192.168.0.30,,GET,"
                        "/v2/org/app/x/1.0?ns=quay.io,quay.io,org/app,1.0,,manifest,ns,200,yes,"
                        "hit,,no,100,12.345,1.000,\"a \"\"b\"\", c\"\r\n"));
    QCOMPARE(csvHeader().count(','), csvLine(makePull(1, 1).first()).count(','));
}

void ExportFormatTest::objectsHaveAllOfARecord()
{
    RequestRecord record = makePull(7, 1).first();
    record.durationUs = 12'345;
    record.labels.digest = "sha256:ab";
    record.headers = "Host: a\nAuthorization: (hidden)\n";
    const QJsonObject object = QJsonDocument::fromJson(jsonObject(record)).object();
    QCOMPARE(object.value(QLatin1String("client")).toString(), QStringLiteral("192.168.0.30"));
    QCOMPARE(object.value(QLatin1String("digest")).toString(), QStringLiteral("sha256:ab"));
    QCOMPARE(object.value(QLatin1String("cache")).toString(), QStringLiteral("hit"));
    QCOMPARE(object.value(QLatin1String("durationMs")).toDouble(), 12.345);
    QCOMPARE(object.value(QLatin1String("headers")).toArray(),
             QJsonArray({QStringLiteral("Host: a"), QStringLiteral("Authorization: (hidden)")}));
    QVERIFY(!jsonObject(record).contains('\n'));
}

void ExportFormatTest::survivesHostileBytes()
{
    RequestRecord record = makePull(1, 1).first();
    for (const QByteArray &text : {QByteArray("\xff\xfe\0\r\n", 5), QByteArray("=cmd|'/c calc'!A1"),
                                   QByteArray("a\",\r\nb")}) {
        record.target = text;
        record.userAgent = text;
        const QByteArray line = csvLine(record);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(!line.contains(",=") && !line.contains(",\"="));
        QVERIFY(!QJsonDocument::fromJson(jsonObject(record)).isNull());
    }
}

void ExportFormatTest::writesFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"r.csv", "r.json", "r.jsonl"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ExportFormatTest::writesFiles()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    RequestExport writer;
    const QSignalSpy progress(&writer, &RequestExport::progressed);
    const QSignalSpy finished(&writer, &RequestExport::finished);
    for (const int count : {2'500, 0}) {
        writer.start(makeRecords(1, count), path);
        QVERIFY(writer.isRunning());
        QTRY_VERIFY(!writer.isRunning());
        QCOMPARE(finished.last().at(1).toInt(), count);
        QCOMPARE(finished.last().at(2).toString(), QString());
        const QByteArray content = contentOf(path);
        if (name.endsWith(u".csv"))
            QCOMPARE(content.count("\r\n"), count + 1);
        else if (name.endsWith(u".json"))
            QCOMPARE(QJsonDocument::fromJson(content).array().size(), count);
        else
            QCOMPARE(content.count('\n'), count);
    }
    QTRY_COMPARE(progress.size(), 3);
}

void ExportFormatTest::tellsWhatWentWrong()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/r.csv"));
    RequestExport writer;
    const QSignalSpy finished(&writer, &RequestExport::finished);
    writer.start(makeRecords(1, 3), path);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.first().at(2).toString().contains(path));
    QVERIFY(!QFile::exists(path));
}

void ExportFormatTest::cancels()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.csv"));
    QFile before(path);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("mine");
    before.close();
    RequestExport writer;
    const QSignalSpy cancelled(&writer, &RequestExport::cancelled);
    writer.start(makeRecords(1, 200'000), path);
    writer.cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QCOMPARE(contentOf(path), QByteArray("mine"));
    {
        RequestExport left;
        left.start(makeRecords(1, 200'000), path);
    }
    QCOMPARE(contentOf(path), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(ExportFormatTest)
#include "tst_exportformat.moc"
