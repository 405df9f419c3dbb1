// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that numbers and bytes from the network become the text a person should see.
#include "format.h"
#include "requesttext.h"

#include <QLocale>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

class FormatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void bytes_data();
    void bytes();
    void duration_data();
    void duration();
    void hitRatio_data();
    void hitRatio();
    void followsTheLocale();
    void printableBytes_data();
    void printableBytes();
    void shortReferences_data();
    void shortReferences();
    void summaries();
    void toolTipIsEscaped();
    void toolTipNamesTheRule();
    void lineHasTheFullDigest();
};

void FormatTest::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("below a KiB") << qint64(1023) << QStringLiteral("1023 B");
    QTest::newRow("never four digits") << qint64(1020 * 1024) << QStringLiteral("1.00 MiB");
    QTest::newRow("a KiB") << qint64(1024) << QStringLiteral("1.00 KiB");
    QTest::newRow("tens") << qint64(10240) << QStringLiteral("10.0 KiB");
    QTest::newRow("hundreds") << qint64(102400) << QStringLiteral("100 KiB");
    QTest::newRow("never 1024") << qint64(1024 * 1024 - 1) << QStringLiteral("1.00 MiB");
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << QStringLiteral("8.00 EiB");
}

void FormatTest::bytes()
{
    QFETCH(qint64, bytes);
    QTEST(formatBytes(bytes), "text");
}

void FormatTest::duration_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0.0 ms");
    QTest::newRow("parts of a millisecond") << qint64(412) << QStringLiteral("0.4 ms");
    QTest::newRow("milliseconds") << qint64(99'949) << QStringLiteral("99.9 ms");
    QTest::newRow("many milliseconds") << qint64(99'950) << QStringLiteral("100 ms");
    QTest::newRow("almost a second") << qint64(999'499) << QStringLiteral("999 ms");
    QTest::newRow("a second") << qint64(999'500) << QStringLiteral("1.00 s");
    QTest::newRow("almost a minute") << qint64(59'994'999) << QStringLiteral("59.99 s");
    QTest::newRow("a minute") << qint64(59'995'000) << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << qint64(123'000'000) << QStringLiteral("2 min 3 s");
}

void FormatTest::duration()
{
    QFETCH(qint64, us);
    QTEST(formatDuration(us), "text");
}

void FormatTest::hitRatio_data()
{
    QTest::addColumn<quint64>("hits");
    QTest::addColumn<quint64>("misses");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing yet") << quint64(0) << quint64(0) << QStringLiteral("–");
    QTest::newRow("every one") << quint64(7) << quint64(0) << QStringLiteral("100.0 %");
    QTest::newRow("almost every one") << quint64(99'999) << quint64(1) << QStringLiteral("99.9 %");
    QTest::newRow("none") << quint64(0) << quint64(3) << QStringLiteral("0.0 %");
    QTest::newRow("half") << quint64(4) << quint64(4) << QStringLiteral("50.0 %");
}

void FormatTest::hitRatio()
{
    QFETCH(quint64, hits);
    QFETCH(quint64, misses);
    QTEST(formatHitRatio(hits, misses), "text");
}

void FormatTest::followsTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString shown = formatBytes(1536);
    const QString count = formatCount(12'345);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(shown, QStringLiteral("1,50 KiB"));
    QCOMPARE(count, QStringLiteral("12.345"));
}

void FormatTest::printableBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QChar replaced = QChar::ReplacementCharacter;
    QTest::newRow("plain") << QByteArray("a b") << QStringLiteral("a b");
    QTest::newRow("UTF-8") << QByteArray("\xC3\xA4") << QStringLiteral("ä");
    QTest::newRow("not UTF-8") << QByteArray("a\xFF") << QStringLiteral("a") + replaced;
    QTest::newRow("line ends") << QByteArray("a\r\nb")
                               << QStringLiteral("a") + replaced + replaced + u'b';
    QTest::newRow("a nul") << QByteArray("a\0b", 3) << QStringLiteral("a") + replaced + u'b';
    QTest::newRow("right-to-left override") << QByteArray("a\xE2\x80\xAE"
                                                          "b")
                                            << QStringLiteral("a") + replaced + u'b';
    QTest::newRow("a tag beyond 16 bits")
        << QByteArray("a\xF3\xA0\x81\x81") << QStringLiteral("a") + replaced;
}

void FormatTest::printableBytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(printable(bytes), "text");
}

void FormatTest::shortReferences_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("tag") << QByteArray("3.19") << QStringLiteral("3.19");
    QTest::newRow("long tag") << QByteArray(128, 'a') << QString(128, u'a');
    QTest::newRow("digest") << QByteArray("sha256:0123456789abcdef")
                            << QStringLiteral("sha256:0123456789ab…");
    QTest::newRow("short digest") << QByteArray("sha256:0123456789ab")
                                  << QStringLiteral("sha256:0123456789ab");
}

void FormatTest::shortReferences()
{
    QFETCH(QByteArray, reference);
    QTEST(shortReference(reference), "text");
}

void FormatTest::summaries()
{
    RequestRecord record;
    record.method = "GET";
    record.target = "/favicon.ico";
    record.status = 404;
    QCOMPARE(requestSummary(record), QStringLiteral("GET /favicon.ico"));
    QCOMPARE(imageName(record.labels), QString());
    QCOMPARE(statusText(record), QStringLiteral("404"));

    record.labels.kind = RequestKind::Manifest;
    record.labels.upstream = "docker.io";
    record.labels.repository = "library/alpine";
    record.labels.reference = "3.19";
    record.isComplete = false;
    QCOMPARE(requestSummary(record), QStringLiteral("GET manifest 3.19"));
    QCOMPARE(imageName(record.labels), QStringLiteral("docker.io/library/alpine"));
    QVERIFY(statusText(record) != QStringLiteral("404"));

    // Of no upstream: which registry it named is in its target alone.
    record.labels.upstream.clear();
    QCOMPARE(requestSummary(record), QStringLiteral("GET /favicon.ico"));

    record.labels.kind = RequestKind::Ping;
    record.labels.reference.clear();
    QCOMPARE(requestSummary(record), QStringLiteral("GET ping"));
}

void FormatTest::toolTipIsEscaped()
{
    RequestRecord record;
    record.userAgent = "<img src=x>";
    QVERIFY(requestToolTip(record).contains(u"&lt;img src=x&gt;"));
    QVERIFY(!requestToolTip(record).contains(u"<img"));
}

void FormatTest::toolTipNamesTheRule()
{
    RequestRecord record;
    QVERIFY(!requestToolTip(record).contains(u"Tag rule"));
    record.labels.rule = std::make_shared<const Message>("latest: 5m");
    QVERIFY(requestToolTip(record).contains(u"latest: 5m"));
}

void FormatTest::lineHasTheFullDigest()
{
    RequestRecord record;
    record.labels.kind = RequestKind::Blob;
    record.labels.result = CacheResult::Hit;
    record.labels.reference = "sha256:0123456789abcdef";
    record.userAgent = "tab\there";
    const QStringList fields = requestLine(record).split(u'\t');
    QCOMPARE(fields.size(), 12);
    QVERIFY(fields.contains(QStringLiteral("sha256:0123456789abcdef")));
    QVERIFY(fields.contains(QStringLiteral("hit")));
    QCOMPARE(fields.first(), QStringLiteral("1970-01-01T00:00:00.000Z"));
}

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
