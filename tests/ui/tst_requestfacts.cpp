// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the details of a request tell what is known of it, and nothing where nothing is, as
// plain text of one line each, whatever clients and upstreams have said.
#include "format.h"
#include "records.h"
#include "requestfacts.h"
#include "widgets/requestdetails.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makePull;

namespace {

QString valueOf(const QList<FactGroup> &groups, const QString &what)
{
    for (const FactGroup &group : groups) {
        for (const auto &[name, value] : group.facts) {
            if (name == what)
                return value;
        }
    }
    return {};
}

RequestRecord fullRecord(const QByteArray &text)
{
    RequestRecord record = makePull(1, 1).first();
    record.durationUs = 3'000'000;
    record.firstByteUs = 1'000'000;
    record.bodyBytes = 2 * 1024 * 1024;
    record.userAgent = text;
    record.target = text;
    record.headers = "Host: " + text + "\nAuthorization: (hidden)\n";
    record.labels.rule = std::make_shared<const Message>(text.toStdString());
    record.labels.digest = text;
    record.labels.user = text;
    record.labels.isPrivate = true;
    return record;
}

} // namespace

class RequestFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsKnown();
    void leavesOutWhatIsNot();
    void tellsWhatUpstreamWasAsked();
    void tellsOfAPull();
    void isPlainText_data();
    void isPlainText();
};

void RequestFactsTest::tellsWhatIsKnown()
{
    const auto facts = requestFacts(fullRecord("latest: 5m"));
    QCOMPARE(valueOf(facts, QStringLiteral("Image")), QStringLiteral("quay.io/org/app"));
    QCOMPARE(valueOf(facts, QStringLiteral("Tag rule")), QStringLiteral("latest: 5m"));
    QCOMPARE(valueOf(facts, QStringLiteral("Until the answer began")), formatDuration(1'000'000));
    QCOMPARE(valueOf(facts, QStringLiteral("Transfer")),
             formatDuration(2'000'000) + QStringLiteral(", at ") + formatRate(1024 * 1024));
    QCOMPARE(valueOf(facts, QStringLiteral("Authorization")), QStringLiteral("(hidden)"));
    QVERIFY(valueOf(facts, QStringLiteral("Upstream named")).contains(QStringLiteral("?ns=")));
}

void RequestFactsTest::leavesOutWhatIsNot()
{
    RequestRecord record;
    record.method = "GET";
    record.target = "/";
    const auto facts = requestFacts(record);
    for (const char *what : {"Image", "Tag rule", "The tag named", "Transfer", "Upstream named"})
        QCOMPARE(valueOf(facts, QString::fromLatin1(what)), QString());
    QCOMPARE(facts.size(), 3); // no header
}

void RequestFactsTest::tellsWhatUpstreamWasAsked()
{
    UpstreamRecord token;
    token.host = "auth.example";
    token.path = "/token";
    token.isForToken = true;
    token.status = 200;
    UpstreamRecord get;
    get.method = "GET";
    get.host = "cdn.example:444";
    get.path = "/v2/a/blobs/x";
    get.durationUs = 1'000'000;
    get.trouble = "cdn.example refuses connections";
    const FactGroup group = upstreamFacts({token, get});
    QCOMPARE(group.facts.size(), 2);
    QCOMPARE(group.facts[0].first, QStringLiteral("Token from auth.example"));
    QCOMPARE(group.facts[1].first, QStringLiteral("GET cdn.example:444"));
    QVERIFY(group.facts[1].second.contains(QStringLiteral("refuses connections")));
    QVERIFY(group.facts[1].second.startsWith(QStringLiteral("/v2/a/blobs/x")));
    QVERIFY(upstreamFacts({}).facts.isEmpty());
    QVERIFY(!upstreamFacts({}).note.isEmpty());

    RequestRecord record = makePull(1, 1).first();
    QVERIFY(!mayHaveAskedUpstream(record));
    record.labels.result = CacheResult::Stale;
    QVERIFY(mayHaveAskedUpstream(record));
}

void RequestFactsTest::tellsOfAPull()
{
    PullSummary pull;
    for (const RequestRecord &record : makePull(1, 3))
        addTo(pull, record);
    const auto facts = pullFacts(pull);
    QCOMPARE(valueOf(facts, QStringLiteral("Image")), QStringLiteral("quay.io/org/app:1.0"));
    QCOMPARE(valueOf(facts, QStringLiteral("Requests")), QStringLiteral("3"));
    QCOMPARE(valueOf(facts, QStringLiteral("Content")), QStringLiteral("3 from the cache"));
}

void RequestFactsTest::isPlainText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("markup") << QByteArray("<img src=x><b>&amp;");
    QTest::newRow("line ends") << QByteArray("a\r\nb\xe2\x80\xa8");
    QTest::newRow("override") << QByteArray("\xe2\x80\xaegpj.exe");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void RequestFactsTest::isPlainText()
{
    QFETCH(const QByteArray, text);
    UpstreamRecord asked;
    asked.host = text;
    asked.path = text;
    asked.method = text;
    asked.trouble = text;
    PullSummary pull;
    addTo(pull, fullRecord(text));
    const QList<FactGroup> groups =
        requestFacts(fullRecord(text)) + pullFacts(pull) + QList{upstreamFacts({asked})};
    for (const FactGroup &group : groups) {
        for (const auto &[what, value] : group.facts) {
            QCOMPARE(what, printable(what.toUtf8()));
            QCOMPARE(value, printable(value.toUtf8()));
        }
    }
    RequestDetails details;
    details.show(groups);
    const QString shown = printable(text);
    if (!text.contains('\n'))
        QVERIFY2(details.toPlainText().contains(shown), qPrintable(details.toPlainText()));
    QVERIFY(!details.toHtml().contains(QStringLiteral("<img")));
    QVERIFY(details.text().contains(shown));
}

QTEST_MAIN(RequestFactsTest)
#include "tst_requestfacts.moc"
