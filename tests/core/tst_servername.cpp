// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which names a certificate may have, and that each has one form.
#include "core/servername.h"

#include <QTest>

using namespace lanyard;

class TestServerName final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void tellsHostsAndPatterns_data();
    void tellsHostsAndPatterns();
};

void TestServerName::parse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *title, const QByteArray &text, const QByteArray &name) {
        QTest::newRow(title) << text << name;
    };
    row("one label", "nas", "nas");
    row("labels", "Cache.Example.COM", "cache.example.com");
    row("a dot at its end", "nas.lan.", "nas.lan");
    row("hyphen and underscore", "my-nas_2.lan", "my-nas_2.lan");
    row("digits in front", "3com.lan", "3com.lan");
    row("digits behind", "host2", "host2");
    row("the longest label", QByteArray(63, 'a'), QByteArray(63, 'a'));
    row("the longest name", (QByteArray(49, 'a') + '.').repeated(5) + "abc",
        (QByteArray(49, 'a') + '.').repeated(5) + "abc");
    row("IPv4", "192.0.2.7", "192.0.2.7");
    row("IPv6", "2001:DB8:0:0::7", "2001:db8::7");
    row("IPv6 in full", "0:0:0:0:0:0:0:1", "::1");
    row("mapped", "::ffff:192.0.2.7", "::ffff:192.0.2.7");

    row("nothing", "", "");
    row("a dot", ".", "");
    row("two dots", "nas..lan", "");
    row("two dots at its end", "nas..", "");
    row("a pattern", "*.lan", "");
    row("a port", "nas:5000", "");
    row("an address with a port", "192.0.2.7:5000", "");
    row("brackets", "[::1]", "");
    row("a zone", "fe80::1%eth0", "");
    row("a range", "10.0.0.0/8", "");
    row("half an address", "192.0.2", "");
    row("an octet too large", "192.0.2.256", "");
    row("a URL", "https://nas", "");
    row("several", "a,b", "");
    row("a space", "my nas", "");
    row("hyphen in front", "-nas", "");
    row("hyphen behind", "nas-.lan", "");
    row("no ASCII", "caf\xC3\xA9.lan", "");
    row("a zero byte", QByteArray("nas\0.lan", 8), "");
    row("a zero byte in an address", QByteArray("192.0.2.7\0x", 11), "");
    row("a label too long", QByteArray(64, 'a'), "");
    row("a name too long", (QByteArray(49, 'a') + '.').repeated(5) + "abcd", "");
}

void TestServerName::parse()
{
    QFETCH(const QByteArray, text);
    const auto name = parseServerName({text.constData(), static_cast<std::size_t>(text.size())});
    QTEST(QByteArray::fromStdString(name.value_or("")), "name");
}

void TestServerName::tellsHostsAndPatterns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isHost");
    QTest::addColumn<bool>("isPattern");
    const auto row = [](const char *text, bool isHost, bool isPattern = false) {
        QTest::newRow(text) << QByteArray(text) << isHost << isPattern;
    };
    row("cache", true);
    row("Cache.Example.org", true);
    row("xn--caf-dma.example.org", true);
    row("my_nas.lan", false);
    row("nas.lan.", false);
    row("192.0.2.7", false);
    row("192.0.2", false);
    row("2001:db8::7", false);
    row("*.example.org", false, true);
    row("*.192.0.2.7", false);
    row("*", false);
    row("*.*.org", false);
    row("www.*.org", false);
}

void TestServerName::tellsHostsAndPatterns()
{
    QFETCH(const QByteArray, text);
    QTEST(isHostName(text.toStdString()), "isHost");
    QTEST(isWildcardName(text.toStdString()), "isPattern");
}

QTEST_APPLESS_MAIN(TestServerName)
#include "tst_servername.moc"
