// SPDX-License-Identifier: GPL-3.0-or-later
// Who is served: the private ranges exactly, given addresses and ranges, and a slip in the list is
// named rather than read as something wider.
#include "http/accesslist.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::http;

namespace {

AccessList listOf(const std::vector<std::string> &entries)
{
    const auto list = AccessList::parse(entries);
    return list ? *list : AccessList();
}

} // namespace

class TestAccessList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allows_data();
    void allows();
    void refusesEntries_data();
    void refusesEntries();
    void allowsWhomBothAllow();
};

void TestAccessList::allows_data()
{
    QTest::addColumn<QByteArrayList>("entries");
    QTest::addColumn<QString>("client");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *entry, const char *client, bool expected) {
        QTest::addRow("%s in %s", client, entry)
            << QByteArray(entry).split(' ') << QString::fromLatin1(client) << expected;
    };
    row("private", "127.0.0.1", true);
    row("private", "127.255.255.255", true);
    row("private", "::1", true);
    row("private", "10.1.2.3", true);
    row("private", "172.16.0.1", true);
    row("private", "172.31.255.255", true);
    row("private", "172.15.255.255", false);
    row("private", "172.32.0.0", false);
    row("private", "192.168.0.80", true);
    row("private", "192.169.0.1", false);
    row("private", "169.254.1.1", true);
    row("private", "100.64.0.1", true);
    row("private", "100.127.255.255", true);
    row("private", "100.128.0.0", false);
    row("private", "fe80::1", true);
    row("private", "fd12:3456::1", true);
    row("private", "fc00::1", true);
    row("private", "fe00::1", false);
    row("private", "2001:db8::1", false);
    row("private", "8.8.8.8", false);
    row("private", "::ffff:192.168.0.80", true);
    row("private", "::ffff:8.8.8.8", false);
    row("any", "8.8.8.8", true);
    row("any", "2001:db8::1", true);
    row("203.0.113.7", "203.0.113.7", true);
    row("203.0.113.7", "203.0.113.8", false);
    row("203.0.113.0/24", "203.0.113.255", true);
    row("203.0.113.0/24", "203.0.114.0", false);
    row("2001:db8::/32", "2001:db8:1::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("0.0.0.0/0", "8.8.8.8", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("private 203.0.113.0/24", "203.0.113.1", true);
}

void TestAccessList::allows()
{
    QFETCH(QByteArrayList, entries);
    QFETCH(QString, client);
    QFETCH(bool, expected);
    std::vector<std::string> list;
    for (const QByteArray &entry : entries)
        list.push_back(entry.toStdString());
    const auto accessList = AccessList::parse(list);
    QVERIFY(accessList);
    QCOMPARE(accessList->allows(QHostAddress(client)), expected);
}

void TestAccessList::refusesEntries_data()
{
    QTest::addColumn<QByteArray>("entry");
    for (const char *entry :
         {"", "Private", "10", "10.1", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x",
          "::/129", "300.0.0.1", "example.org", "10.0.0.0/255.0.0.0", " 10.0.0.1", "fe80::1%eth0"})
        QTest::addRow("'%s'", entry) << QByteArray(entry);
}

void TestAccessList::refusesEntries()
{
    QFETCH(QByteArray, entry);
    const auto accessList = AccessList::parse({"private", entry.toStdString()});
    QVERIFY(!accessList);
    QCOMPARE(accessList.error().code, ErrorCode::InvalidInput);
    QVERIFY(accessList.error().message.english().find("'" + entry.toStdString() + "'") !=
            std::string::npos);
}

void TestAccessList::allowsWhomBothAllow()
{
    const AccessList any = listOf({"any"});
    const AccessList home = listOf({"192.0.2.0/24", "10.0.0.0/8"});
    const AccessList office = listOf({"10.1.0.0/16", "2001:db8::/32"});
    const QHostAddress both(QStringLiteral("10.1.2.3"));
    const QHostAddress one(QStringLiteral("192.0.2.1"));
    for (const AccessList &list :
         {home.within(office), office.within(home), any.within(home).within(office),
          home.within(any.within(office))}) {
        QVERIFY(list.allows(both));
        QVERIFY(!list.allows(one));
    }
    QVERIFY(any.within(home).allows(one));
    QVERIFY(!AccessList().within(any).allows(one));
}

QTEST_APPLESS_MAIN(TestAccessList)
#include "tst_accesslist.moc"
