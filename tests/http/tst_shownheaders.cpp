// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a record shows of a request's fields what holds no secret, bounded, and that equal
// fields share one text.
#include "http/shownheaders.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::http;

namespace {

using Fields = std::vector<HeaderField>;

QByteArray shown(const Fields &fields)
{
    ShownHeaders headers;
    return headers.of(fields);
}

} // namespace

class TestShownHeaders final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFieldsInTheirOrder();
    void hidesValues_data();
    void hidesValues();
    void sharesTheTextOfEqualFields();
    void tellsFieldsOfOneSizeApart();
    void neverTakesAHiddenValueForAShownOne();
    void isBounded();
};

void TestShownHeaders::showsFieldsInTheirOrder()
{
    QCOMPARE(shown({{"Host", "cache:5000"}, {"accept", "a/b"}, {"Accept", "c/d"}, {"Range", ""}}),
             QByteArray("Host: cache:5000\naccept: a/b\nAccept: c/d\nRange: \n"));
    QCOMPARE(shown({}), QByteArray());
}

void TestShownHeaders::hidesValues_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"Authorization", "AUTHORIZATION", "authorization", "Proxy-Authorization", "Cookie",
          "X-Api-Key", "X-Amz-Security-Token", "PRIVATE-TOKEN", "Referer", "X-Accept", "Accep"})
        QTest::newRow(name) << QByteArray(name);
}

void TestShownHeaders::hidesValues()
{
    QFETCH(const QByteArray, name);
    ShownHeaders headers;
    const QByteArray expected = name + ": (hidden)\nHost: a\n";
    // Twice: the second one compares with the first.
    for (const char *value : {"SECRET", "OTHERS"})
        QCOMPARE(headers.of({{name.toStdString(), value}, {"Host", "a"}}), expected);
}

void TestShownHeaders::sharesTheTextOfEqualFields()
{
    ShownHeaders headers;
    const QByteArray first = headers.of({{"Host", "a"}, {"Authorization", "Basic x"}});
    const QByteArray other = headers.of({{"Host", "a"}, {"Accept", "application/json, a/b"}});
    const QByteArray second = headers.of({{"Host", "a"}, {"Authorization", "Basic y"}});
    QCOMPARE(static_cast<const void *>(second.constData()),
             static_cast<const void *>(first.constData()));
    QVERIFY(other != first);
}

void TestShownHeaders::tellsFieldsOfOneSizeApart()
{
    ShownHeaders headers;
    QCOMPARE(headers.of({{"Host", "ab"}}), QByteArray("Host: ab\n"));
    QCOMPARE(headers.of({{"Host", "ba"}}), QByteArray("Host: ba\n"));
    QCOMPARE(headers.of({{"Via", "abc"}}), QByteArray("Via: abc\n"));
    QCOMPARE(headers.of({{"Host", ""}, {"V", ""}}), QByteArray("Host: \nV: (hidden)\n"));
}

void TestShownHeaders::neverTakesAHiddenValueForAShownOne()
{
    ShownHeaders headers;
    // Whoever sends the mark as a value hides nobody else's.
    QCOMPARE(headers.of({{"Host", "(hidden)"}}), QByteArray("Host: (hidden)\n"));
    QCOMPARE(headers.of({{"Host", "12345678"}}), QByteArray("Host: 12345678\n"));
}

void TestShownHeaders::isBounded()
{
    const std::string longValue(1500, 'a');
    const QByteArray text = shown({{"Accept", longValue}, {"Range", longValue}, {"Via", "x"}});
    QVERIFY(text.size() <= static_cast<qsizetype>(ShownHeaders::textBytesMax) + 4);
    QCOMPARE(text, "Accept: " + QByteArray(1500, 'a') + "\n...\n");
}

QTEST_GUILESS_MAIN(TestShownHeaders)
#include "tst_shownheaders.moc"
