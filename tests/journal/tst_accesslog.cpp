// SPDX-License-Identifier: GPL-3.0-or-later
// A log line is one well-formed line whatever the client sent; lines arrive soon, all of them or
// counted; and a reader that is slow, stuck or gone holds up neither requests nor the stop.
#include "core/filedescriptor.h"
#include "core/limits.h"
#include "journal/accesslog.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <thread>
#include <unistd.h>

using namespace lanyard;

namespace {

RequestRecord sample()
{
    RequestRecord record;
    record.startedAtMs = 1'795'507'828'042; // 2026-11-24 08:10:28.042 UTC
    record.durationUs = 12'345;
    record.client = "192.168.0.17";
    record.userAgent = "docker/27.1";
    record.method = "GET";
    record.target = "/v2/library/alpine/manifests/3.19?ns=docker.io";
    record.status = 200;
    record.bodyBytes = 1'234;
    record.labels = {.kind = RequestKind::Manifest,
                     .result = CacheResult::Hit,
                     .upstream = "docker.io",
                     .repository = "library/alpine",
                     .reference = "3.19",
                     .rule = std::make_shared<const Message>("*: 1h")};
    return record;
}

struct Pipe
{
    FileDescriptor reader;
    FileDescriptor writer;

    Pipe()
    {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) == 0) {
            reader.reset(ends[0]);
            writer.reset(ends[1]);
        }
    }

    /// What arrives within the time.
    QByteArray read(int timeoutMs) const
    {
        pollfd entry{.fd = reader.get(), .events = POLLIN, .revents = 0};
        if (poll(&entry, 1, timeoutMs) <= 0)
            return {};
        QByteArray bytes(65'536, Qt::Uninitialized);
        bytes.resize(
            std::max<ssize_t>(0, ::read(reader.get(), bytes.data(), size_t(bytes.size()))));
        return bytes;
    }
};

/// The access.log expression that common tools use for the format.
const QRegularExpression &combinedExpression()
{
    static const QRegularExpression expression(QStringLiteral(
        "^(\\S+) (\\S+) (\\S+) \\[(\\d{2}/[A-Z][a-z]{2}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4})\\] "
        "\"((?:[^\"\\\\]|\\\\.)*)\" (\\d{3}) (\\d+|-) "
        "\"((?:[^\"\\\\]|\\\\.)*)\" \"((?:[^\"\\\\]|\\\\.)*)\"\n$"));
    return expression;
}

/// How many lines a notice says were dropped; 0 when the line is no such notice.
qint64 droppedBy(const QByteArray &line, bool isJson)
{
    if (isJson)
        return QJsonDocument::fromJson(line)
            .object()
            .value(QLatin1String("droppedLines"))
            .toInteger();
    const auto match = combinedExpression().match(QString::fromUtf8(line));
    return match.captured(6) == u"000" ? match.captured(9).section(u' ', 1, 1).toLongLong() : 0;
}

} // namespace

class TestAccessLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsCombined();
    void formatsJson();
    void namesWhatIsPrivate();
    void escapesForCombined_data();
    void escapesForCombined();
    void namesTheUser_data();
    void namesTheUser();
    void replacesBadUtf8InJson_data();
    void replacesBadUtf8InJson();
    void hidesNothingInJson_data();
    void hidesNothingInJson();
    void formatsARequestThatWasNone();
    void writesEveryLine_data();
    void writesEveryLine();
    void aLineArrivesSoon();
    void countsDroppedLines_data();
    void countsDroppedLines();
    void goesOnWithoutAReader();
    void goesOnWithAClosedDescriptor();
    void waitsForANonBlockingReader();
    void stopsWithAStuckReader();
};

void TestAccessLog::formatsCombined()
{
    QCOMPARE(QByteArray::fromStdString(journal::formatCombined(sample())),
             QByteArray("192.168.0.17 - - [24/Nov/2026:08:10:28 +0000] "
                        "\"GET /v2/library/alpine/manifests/3.19?ns=docker.io HTTP/1.1\" 200 1234 "
                        "\"-\" \"docker/27.1\"\n"));
}

void TestAccessLog::formatsJson()
{
    QCOMPARE(QByteArray::fromStdString(journal::formatJson(sample())),
             QByteArray("{\"time\":\"2026-11-24T08:10:28.042Z\",\"client\":\"192.168.0.17\","
                        "\"method\":\"GET\","
                        "\"target\":\"/v2/library/alpine/manifests/3.19?ns=docker.io\","
                        "\"status\":200,\"bytes\":1234,\"durationMs\":12.345,"
                        "\"userAgent\":\"docker/27.1\",\"kind\":\"manifest\","
                        "\"upstream\":\"docker.io\",\"repository\":\"library/alpine\","
                        "\"reference\":\"3.19\",\"cache\":\"hit\",\"rule\":\"*: 1h\","
                        "\"complete\":true}\n"));
}

void TestAccessLog::namesWhatIsPrivate()
{
    RequestRecord record = sample();
    record.labels.isPrivate = true;
    const QByteArray line = QByteArray::fromStdString(journal::formatJson(record));
    QVERIFY2(line.contains("\"rule\":\"*: 1h\",\"private\":true,\"complete\""), line.constData());
}

void TestAccessLog::escapesForCombined_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("logged");
    QTest::newRow("plain") << QByteArray("curl/8 (x)") << QByteArray("curl/8 (x)");
    QTest::newRow("line end") << QByteArray("a\r\nb") << QByteArray(R"(a\r\nb)");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray(R"(a\"b)");
    QTest::newRow("backslash") << QByteArray("a\\") << QByteArray(R"(a\\)");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray(R"(a\x00b)");
    QTest::newRow("terminal") << QByteArray("\x1b[31m") << QByteArray(R"(\x1b[31m)");
    QTest::newRow("not ASCII") << QByteArray("\xff\xc3\xa9") << QByteArray(R"(\xff\xc3\xa9)");
    QTest::newRow("DEL") << QByteArray("\x7f") << QByteArray(R"(\x7f)");
    QTest::newRow("nothing") << QByteArray() << QByteArray("-");
}

void TestAccessLog::escapesForCombined()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, logged);
    RequestRecord record = sample();
    record.userAgent = sent;
    record.target = "/" + sent;
    const QString line = QString::fromStdString(journal::formatCombined(record));
    const auto match = combinedExpression().match(line);
    QVERIFY2(match.hasMatch(), qPrintable(line));
    QCOMPARE(match.captured(9).toUtf8(), logged);
    QCOMPARE(match.captured(5).toUtf8(),
             QByteArray("GET /" + (sent.isEmpty() ? QByteArray() : logged) + " HTTP/1.1"));
}

void TestAccessLog::namesTheUser_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("combined");
    QTest::addColumn<QString>("json");
    QTest::newRow("plain") << QByteArray("alice") << QByteArray("alice") << QStringLiteral("alice");
    QTest::newRow("spaces") << QByteArray(" a  b ") << QByteArray(R"(\x20a\x20\x20b\x20)")
                            << QStringLiteral(" a  b ");
    QTest::newRow("control") << QByteArray("a\nb\x1b") << QByteArray(R"(a\nb\x1b)")
                             << QStringLiteral("a\nb\u001b");
    QTest::newRow("quote") << QByteArray("a\"b\\") << QByteArray(R"(a\"b\\)")
                           << QStringLiteral("a\"b\\");
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa9") << QByteArray(R"(\xc3\xa9)")
                               << QStringLiteral("\u00e9");
}

void TestAccessLog::namesTheUser()
{
    QFETCH(QByteArray, user);
    RequestRecord record = sample();
    record.labels.user = user;
    const QString line = QString::fromStdString(journal::formatCombined(record));
    const auto match = combinedExpression().match(line);
    QVERIFY2(match.hasMatch(), qPrintable(line));
    QTEST(match.captured(3).toUtf8(), "combined");
    const QByteArray json = QByteArray::fromStdString(journal::formatJson(record));
    QCOMPARE(json.count('\n'), 1);
    QTEST(QJsonDocument::fromJson(json).object().value(QLatin1String("user")).toString(), "json");
}

void TestAccessLog::replacesBadUtf8InJson_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << QByteArray("curl") << QStringLiteral("curl");
    QTest::newRow("escapes") << QByteArray("a\"\\\n\x01\x7f")
                             << QStringLiteral("a\"\\\n\u0001\u007f");
    QTest::newRow("2 bytes") << QByteArray("\xc3\xa9") << QStringLiteral("\u00e9");
    QTest::newRow("3 bytes") << QByteArray("\xe2\x82\xac") << QStringLiteral("\u20ac");
    QTest::newRow("4 bytes") << QByteArray("\xf0\x9f\x90\xb3") << QStringLiteral("\U0001F433");
    QTest::newRow("lone byte") << QByteArray("a\xff z") << QStringLiteral("a\ufffd z");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\ufffd\ufffd");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80")
                               << QStringLiteral("\ufffd\ufffd\ufffd");
    QTest::newRow("too high") << QByteArray("\xf4\x90\x80\x80")
                              << QStringLiteral("\ufffd\ufffd\ufffd\ufffd");
    QTest::newRow("cut") << QByteArray("\xe2\x82") << QStringLiteral("\ufffd\ufffd");
    QTest::newRow("cut short") << QByteArray("\xe2\x82z") << QStringLiteral("\ufffd\ufffdz");
}

void TestAccessLog::replacesBadUtf8InJson()
{
    QFETCH(QByteArray, sent);
    RequestRecord record = sample();
    record.userAgent = sent;
    const QByteArray line = QByteArray::fromStdString(journal::formatJson(record));
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, line.constData());
    QTEST(object.value(QLatin1String("userAgent")).toString(), "read");
}

void TestAccessLog::hidesNothingInJson_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("logged");
    const auto row = [](const char *name, const char *sent, const char *logged) {
        QTest::newRow(name) << QByteArray(sent) << QByteArray(logged);
    };
    row("ESC", "\x1b[2J", R"(\u001b[2J)");
    row("CSI in one",
        "\xc2\x9b"
        "2J",
        R"(\u009b2J)");
    row("override", "\xe2\x80\xaegpj", R"(\u202egpj)");
    row("line separator", "\xe2\x80\xa8", R"(\u2028)");
    row("tag", "\xf3\xa0\x81\x81", R"(\udb40\udc41)");
    row("letters", "\xc3\xa9\xe5\xa4\xa7\xf0\x9f\x90\xb3", "\xc3\xa9\xe5\xa4\xa7\xf0\x9f\x90\xb3");
}

/// Neither from those who parse it nor from those who look at it.
void TestAccessLog::hidesNothingInJson()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, logged);
    RequestRecord record = sample();
    record.userAgent = sent;
    const QByteArray line = QByteArray::fromStdString(journal::formatJson(record));
    QVERIFY2(line.contains("\"userAgent\":\"" + logged + '"'), line.constData());
    QCOMPARE(QJsonDocument::fromJson(line).object().value(QLatin1String("userAgent")).toString(),
             QString::fromUtf8(sent));
}

void TestAccessLog::formatsARequestThatWasNone()
{
    RequestRecord record;
    record.status = 400;
    QCOMPARE(QByteArray::fromStdString(journal::formatCombined(record)),
             QByteArray("- - - [01/Jan/1970:00:00:00 +0000] \"-\" 400 0 \"-\" \"-\"\n"));
}

void TestAccessLog::writesEveryLine_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("combined") << false;
    QTest::newRow("json") << true;
}

void TestAccessLog::writesEveryLine()
{
    constexpr int linesEach = 50'000;
    QFETCH(bool, isJson);
    const LogFormat format = isJson ? LogFormat::Json : LogFormat::Combined;
    Pipe pipe;
    QByteArray written;
    std::thread reader([&pipe, &written] {
        for (QByteArray bytes = pipe.read(-1); !bytes.isEmpty(); bytes = pipe.read(-1))
            written += bytes;
    });
    const RequestRecord record = sample();
    {
        journal::AccessLog log(pipe.writer.get(), format);
        const auto append = [&log, &record] {
            for (int i = 0; i < linesEach; ++i) {
                log.append(record);
                if (i % 1'000 == 0)
                    std::this_thread::yield();
            }
        };
        std::thread first(append);
        append();
        first.join();
    }
    pipe.writer.reset();
    reader.join();

    const QByteArray line = QByteArray::fromStdString(isJson ? journal::formatJson(record)
                                                             : journal::formatCombined(record));
    // Written, or counted by a notice: nothing is lost without a word.
    qint64 lines = 0;
    for (const QByteArray &one : written.split('\n')) {
        if (one + '\n' == line)
            ++lines;
        else if (!one.isEmpty())
            lines += droppedBy(one + '\n', isJson);
    }
    QCOMPARE(lines, 2 * linesEach);
}

void TestAccessLog::aLineArrivesSoon()
{
    const Pipe pipe;
    journal::AccessLog log(pipe.writer.get(), LogFormat::Combined);
    for (int i = 0; i < 3; ++i) {
        log.append(sample());
        QVERIFY(!pipe.read(10'000).isEmpty());
    }
}

void TestAccessLog::countsDroppedLines_data()
{
    writesEveryLine_data();
}

void TestAccessLog::countsDroppedLines()
{
    QFETCH(bool, isJson);
    const LogFormat format = isJson ? LogFormat::Json : LogFormat::Combined;
    const Pipe pipe;
    const RequestRecord record = sample();
    const QByteArray line = QByteArray::fromStdString(isJson ? journal::formatJson(record)
                                                             : journal::formatCombined(record));
    const qint64 sent = 2 * qint64(limits::accessLogBufferBytes) / line.size();
    journal::AccessLog log(pipe.writer.get(), format);
    QElapsedTimer timer;
    timer.start();
    for (qint64 i = 0; i < sent; ++i)
        log.append(record);
    QVERIFY(timer.elapsed() < 10'000); // nobody reads, and nobody waits

    // More than one notice, when lines were dropped before the log's thread ran and after.
    qint64 lines = 0;
    qint64 dropped = 0;
    QByteArray written;
    while (lines + dropped < sent) {
        const QByteArray bytes = pipe.read(10'000);
        QVERIFY(!bytes.isEmpty());
        written += bytes;
        qsizetype start = 0;
        for (qsizetype end = written.indexOf('\n'); end >= 0; end = written.indexOf('\n', start)) {
            const QByteArray one = written.mid(start, end + 1 - start);
            start = end + 1;
            if (one == line) {
                ++lines;
                continue;
            }
            const qint64 count = droppedBy(one, isJson);
            QVERIFY2(count > 0, one.constData());
            dropped += count;
        }
        written.remove(0, start);
    }
    QVERIFY(dropped > 0);
    QCOMPARE(lines + dropped, sent);
}

void TestAccessLog::goesOnWithoutAReader()
{
    Pipe pipe;
    pipe.reader.reset();
    // With the default action the write would end this process.
    std::signal(SIGPIPE, SIG_DFL);
    journal::AccessLog log(pipe.writer.get(), LogFormat::Combined);
    for (int i = 0; i < 100'000; ++i)
        log.append(sample());
}

void TestAccessLog::goesOnWithAClosedDescriptor()
{
    journal::AccessLog log(-1, LogFormat::Json);
    for (int i = 0; i < 1'000; ++i)
        log.append(sample());
}

void TestAccessLog::waitsForANonBlockingReader()
{
    const Pipe pipe;
    QVERIFY(fcntl(pipe.writer.get(), F_SETFL, O_NONBLOCK) == 0);
    constexpr int sent = 2'000; // more than a pipe holds
    journal::AccessLog log(pipe.writer.get(), LogFormat::Combined);
    for (int i = 0; i < sent; ++i)
        log.append(sample());
    qint64 lines = 0;
    while (lines < sent) {
        const QByteArray bytes = pipe.read(10'000);
        QVERIFY(!bytes.isEmpty());
        lines += bytes.count('\n');
    }
    QCOMPARE(lines, sent);
}

void TestAccessLog::stopsWithAStuckReader()
{
    const Pipe pipe;
    QElapsedTimer timer;
    {
        journal::AccessLog log(pipe.writer.get(), LogFormat::Combined);
        for (int i = 0; i < 2'000; ++i)
            log.append(sample());
        timer.start();
    }
    QVERIFY(timer.elapsed() < 30'000);
}

QTEST_GUILESS_MAIN(TestAccessLog)
#include "tst_accesslog.moc"
