// SPDX-License-Identifier: GPL-3.0-or-later
// The upstreams of a configuration file change in its text: what is wanted is what is read
// afterwards, comments and order stay, secrets are neither touched nor told.
#include "config/upstreamedit.h"

#include "upstreamtexts.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::config;
using namespace lanyard::config::texts;
using namespace std::chrono_literals;

class TestUpstreamEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyThat_data();
    void changesOnlyThat();
    void theExampleKeepsItsComments_data();
    void theExampleKeepsItsComments();
    void theExampleLosesDockerHub();
    void theWayBackIsTheSame_data();
    void theWayBackIsTheSame();
    void everyChangeIsReadBack_data();
    void everyChangeIsReadBack();
    void writesTheWholeList();
    void theDefaultGoesWithItsRegistry();
    void keepsCredentials();
    void switchesOffline_data();
    void switchesOffline();
    void refuses_data();
    void refuses();
    void neverRepeatsASecret();
};

void TestUpstreamEdit::changesOnlyThat_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("old"); // this part of the text becomes
    QTest::addColumn<QByteArray>("now"); // that
    const auto row = [](const char *name, const QByteArray &text, const Change &change,
                        const char *old, const char *now) {
        QTest::newRow(name) << text << change << QByteArray(old) << QByteArray(now);
    };
    const Change newUrl = change("a.io", [](auto &one) { one.url = "http://x.io:80"; });
    const Change twoNames = change("a.io", [](auto &one) { one.aliases = {"one", "three"}; });
    const Change otherName = change("a.io", [](auto &one) { one.aliases[1] = "zwei"; });
    const Change moreNames = change("a.io", [](auto &one) { one.aliases.push_back("four"); });
    const Change noNames = change("a.io", [](auto &one) { one.aliases.clear(); });
    const Change enable = change("b.io", [](auto &one) { one.isEnabled = true; });
    const Change proxy = change("b.io", [](auto &one) { one.proxy = "http://10.0.0.1:3128"; });
    const Change usualRules = change("b.io", [](auto &one) { one.tagRules = defaultTagRules(); });
    const Change longer = change("b.io", [](auto &one) { one.tagRules.front().ttl = 90min; });
    const Change fixed = change("b.io", [](auto &one) {
        one.tagRules.front().ttl = 0s;
        one.tagRules.front().isImmutable = true;
    });
    const Change always = change("b.io", [](auto &one) { one.tagRules.front().ttl = 0s; });
    const Change noRules = change("b.io", [](auto &one) { one.tagRules.clear(); });

    row(
        "nothing", blockText, [](auto &) {}, "version", "version");
    row("url", blockText, newUrl, "\"https://a.io\" # q", "\"http://x.io:80\" # q");
    row("fewer names", blockText, twoNames, "      # The second.\n      - two # 2\n", "");
    row("another name", blockText, otherName, "two # 2", "zwei # 2");
    row("more names", blockText, moreNames, "- three\n", "- three\n      - four\n");
    row("no names", blockText, noNames,
        "    aliases:\n      - one # 1\n      # The second.\n      - two # 2\n      - three\n", "");
    row("enable", blockText, enable, "    enabled: false # for now\n", "");
    row("disable", blockText, disable("a.io"), "- three\n", "- three\n    enabled: false\n");
    row("proxy", blockText, proxy, "immutable: true}\n",
        "immutable: true}\n    proxy: http://10.0.0.1:3128\n");
    row("the usual rules", blockText, usualRules,
        "    tagRules:\n      - match: latest # newest\n        ttl: 5m # soon\n"
        "      - {match: \"*\", immutable: true}\n",
        "");
    row("a time", blockText, longer, "5m # soon", "1h30m # soon");
    row("another kind of rule", blockText, fixed, "        ttl: 5m # soon\n",
        "        immutable: true\n");
    row("asked at every request", blockText, always, "        ttl: 5m # soon\n",
        "        revalidate: always\n");
    row("no rules", blockText, noRules,
        "tagRules:\n      - match: latest # newest\n        ttl: 5m # soon\n"
        "      - {match: \"*\", immutable: true}\n",
        "tagRules: []\n");
    row("add", blockText, add(minimal("c.io")), "    # proxy: http://10.0.0.1:3128\n",
        "    # proxy: http://10.0.0.1:3128\n\n  - registry: c.io\n    url: https://c.io\n");
    row("remove the first", blockText, drop("a.io"),
        "  # The first.\n  - registry: a.io # its name\n    # Where it is.\n"
        "    url: \"https://a.io\" # quoted\n    # Who asks.\n    username: me\n"
        "    password: what-nobody-says # secret\n    aliases:\n      - one # 1\n"
        "      # The second.\n      - two # 2\n      - three\n\n",
        "");

    row("flow: url", flowText, newUrl, "'https://a.io'", "'http://x.io:80'");
    row("flow: fewer names", flowText, change("a.io", [](auto &one) { one.aliases = {"two"}; }),
        "[one, two]", "[two]");
    row("flow: no names", flowText, noNames, ", aliases: [one, two]", "");
    row("flow: enable", flowText, enable, "enabled: false, ", "");
    row("flow: proxy", flowText, proxy, "/p}", "/p, proxy: http://10.0.0.1:3128}");
    row("flow: add", flowText, add(minimal("c.io")), "/p}]",
        "/p}, {registry: c.io, url: https://c.io}]");
    row("flow: remove the first", flowText, drop("a.io"),
        "{registry: a.io, url: 'https://a.io', aliases: [one, two]}, # first\n", "\n");
    row("flow: remove the last", flowText, drop("b.io"),
        "  {registry: b.io, url: https://b.io, enabled: false, username: u, passwordFile: /p}]",
        "  ]");

    row("crlf: disable", crlfText, disable("a.io"), "- three\r\n",
        "- three\r\n    enabled: false\r\n");
    row("crlf: add", crlfText, add(minimal("c.io")), "    # proxy: http://10.0.0.1:3128\r\n",
        "    # proxy: http://10.0.0.1:3128\r\n\r\n  - registry: c.io\r\n    url: https://c.io\r\n");

    row("tight: disable", tightText, disable("a.io"), "  url: https://a.io\n",
        "  url: https://a.io\n  enabled: false\n");
    row("tight: add", tightText, add(minimal("c.io")), "https://b.io}",
        "https://b.io}\n- {registry: c.io, url: https://c.io}");
    row("tight: remove the last", tightText, drop("b.io"),
        "\n- {registry: b.io, url: https://b.io}", "");
}

void TestUpstreamEdit::changesOnlyThat()
{
    QFETCH(QByteArray, text);
    QFETCH(Change, change);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    const qsizetype place = text.indexOf(old);
    QVERIFY(place >= 0);
    const auto result = changed(text, change);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, QByteArray(text).replace(place, old.size(), now));
}

void TestUpstreamEdit::theExampleKeepsItsComments_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("from"); // lines from this one
    QTest::addColumn<QByteArray>("to");   // to before this one become
    QTest::addColumn<QByteArray>("now");
    QTest::newRow("add") << add(minimal("ghcr.io"))
                         << QByteArray("\n# The registry of names that say none.")
                         << QByteArray("# The registry of names that say none.")
                         << QByteArray("\n  - registry: ghcr.io\n    url: https://ghcr.io\n\n");
    QTest::newRow("disable docker.io")
        << disable("docker.io") << QByteArray("    # username: someone")
        << QByteArray("    # username: someone") << QByteArray("    enabled: false\n");
    QTest::newRow("disable quay.io")
        << disable("quay.io") << QByteArray("    # The same content")
        << QByteArray("    # The same content") << QByteArray("    enabled: false\n");
    QTest::newRow("remove quay.io") << drop("quay.io") << QByteArray("  - registry: quay.io")
                                    << QByteArray("# The registry of names") << QByteArray();
}

void TestUpstreamEdit::theExampleKeepsItsComments()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, now);
    const QByteArray text = example();
    const qsizetype begin = text.indexOf(from);
    const qsizetype end = text.indexOf(to, begin);
    QVERIFY(begin > 0 && end >= begin);
    const auto result = changed(text, change);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, text.left(begin) + now + text.mid(end));
}

/// The first item, and the key that names it, each with its own comments and no others.
void TestUpstreamEdit::theExampleLosesDockerHub()
{
    const QByteArray text = example();
    const auto between = [&text](const char *from, const char *to) {
        const qsizetype begin = text.indexOf(from);
        return text.mid(begin, text.indexOf(to, begin) - begin);
    };
    QByteArray expected = text;
    expected.replace(between("  - registry: docker.io", "  - registry: quay.io"), "");
    expected.replace(between("# The registry of names that say none.", "# No upstream is asked"),
                     "");
    const auto result = changed(text, drop("docker.io"));
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, expected);
}

void TestUpstreamEdit::theWayBackIsTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << blockText;
    QTest::newRow("flow") << flowText;
    QTest::newRow("crlf") << crlfText;
    QTest::newRow("tight") << tightText;
    QTest::newRow("example") << example();
}

void TestUpstreamEdit::theWayBackIsTheSame()
{
    QFETCH(QByteArray, text);
    const Upstreams original = readBack(text).upstreams;
    for (const UpstreamConfig &one : original) {
        if (!one.isEnabled)
            continue;
        const auto off = changed(text, disable(one.registry));
        QVERIFY2(off, off ? "" : off.error().message.english().c_str());
        QVERIFY(*off != text);
        const auto on = withUpstreams(*off, fileName, original, oneSecret);
        QVERIFY2(on, on ? "" : on.error().message.english().c_str());
        QCOMPARE(*on, text);
    }
    const auto added = changed(text, add(complete("new.io")));
    QVERIFY2(added, added ? "" : added.error().message.english().c_str());
    const auto removed = withUpstreams(*added, fileName, original, oneSecret);
    QVERIFY2(removed, removed ? "" : removed.error().message.english().c_str());
    // A gap that came with it may stay.
    QCOMPARE(QByteArray(*removed).replace("\r", "").replace("\n\n", "\n"),
             QByteArray(text).replace("\r", "").replace("\n\n", "\n"));
}

void TestUpstreamEdit::everyChangeIsReadBack_data()
{
    theWayBackIsTheSame_data();
}

/// From each upstream field by field to others and back, in every text.
void TestUpstreamEdit::everyChangeIsReadBack()
{
    QFETCH(QByteArray, text);
    const UpstreamConfig full = complete("x.io");
    const UpstreamConfig bare = minimal("x.io");
    UpstreamConfig other = full;
    other.fallbackUrls = {"https://c.example", "http://10.0.0.1:5000", "https://b.example"};
    other.aliases = {"true"};
    other.hosts = {"a.lan", "b.lan"};
    other.tokenRealms = {"null", "auth.example"};
    other.redirectHosts = {"10.0.0.3", "cdn.example"};
    other.tagRules = {full.tagRules[1], full.tagRules[2], full.tagRules[0], full.tagRules[2]};
    UpstreamConfig empty = bare;
    empty.tagRules.clear();

    const std::vector<std::function<void(UpstreamConfig &, const UpstreamConfig &)>> setters = {
        [](auto &to, const auto &from) { to.url = from.url; },
        [](auto &to, const auto &from) { to.fallbackUrls = from.fallbackUrls; },
        [](auto &to, const auto &from) { to.isEnabled = from.isEnabled; },
        [](auto &to, const auto &from) { to.aliases = from.aliases; },
        [](auto &to, const auto &from) { to.hosts = from.hosts; },
        [](auto &to, const auto &from) { to.caFile = from.caFile; },
        [](auto &to, const auto &from) { to.proxy = from.proxy; },
        [](auto &to, const auto &from) { to.tokenRealms = from.tokenRealms; },
        [](auto &to, const auto &from) { to.redirectHosts = from.redirectHosts; },
        [](auto &to, const auto &from) { to.tagRules = from.tagRules; },
    };
    const Config before = readBack(text);
    for (std::size_t i = 0; i < before.upstreams.size(); ++i) {
        QByteArray current = text;
        Config expected = before;
        for (const UpstreamConfig &source : {full, other, bare, empty, other, full, empty}) {
            for (const auto &set : setters) {
                set(expected.upstreams[i], source);
                const auto result = withUpstreams(current, fileName, expected.upstreams, oneSecret);
                QVERIFY2(result, result ? "" : result.error().message.english().c_str());
                QVERIFY(readBack(*result) == expected);
                current = *result;
            }
        }
        for (const char *comment : {"# The file of somebody.", "# always", "# its name", "# quoted",
                                    "# Where it is.", "# Who asks.", "# Who may.", "# first",
                                    "# Certificates to trust", "# username: someone"})
            QCOMPARE(current.contains(comment), text.contains(comment));
    }
}

void TestUpstreamEdit::writesTheWholeList()
{
    const QByteArray text = "version: 1\n# end\n";
    QCOMPARE(*changed(text, [](auto &) {}), text);
    const auto result = changed(text, [](Upstreams &upstreams) {
        upstreams.resize(2);
        upstreams.front() = complete("docker.io");
    });
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, QByteArray(R"(version: 1
upstreams:
  - registry: docker.io
    url: https://docker.io
    fallbackUrls: [http://10.0.0.1:5000, https://b.example]
    enabled: false
    aliases: [uno, "true"]
    hosts: [one.lan:5000]
    caFile: "/etc/a b: c/ca.pem"
    proxy: socks5://10.0.0.2:1080
    tokenRealms: [auth.example]
    redirectHosts: [cdn.example, "[fd00::1]:8443"]
    tagRules:
      - {match: "v?", immutable: true}
      - {match: "re:^[0-9]{2}, \"x\" #", ttl: 1d1h1m1s}
      - {match: "*", revalidate: always}
  - registry: quay.io
    url: https://quay.io
# end
)"));
    QCOMPARE(*changed("{version: 1}", drop("docker.io")),
             QByteArray("{version: 1, upstreams: [{registry: quay.io, url: https://quay.io}, "
                        "{registry: ghcr.io, url: https://ghcr.io}, {registry: registry.k8s.io, "
                        "url: https://registry.k8s.io}]}"));
}

void TestUpstreamEdit::theDefaultGoesWithItsRegistry()
{
    const auto result = changed(blockText, drop("b.io"));
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QVERIFY(!result->contains("defaultUpstream"));
    QCOMPARE(readBack(*result).defaultUpstream, std::string("a.io"));
    QVERIFY(changed(blockText, drop("a.io"))->contains("defaultUpstream: b.io # the second"));
    // A list that is not written down yet is no other.
    const auto implied = changed("version: 1\ndefaultUpstream: quay.io\n", drop("quay.io"));
    QVERIFY2(implied, implied ? "" : implied.error().message.english().c_str());
    QCOMPARE(readBack(*implied).defaultUpstream, std::string("docker.io"));
}

void TestUpstreamEdit::keepsCredentials()
{
    for (const QByteArray &text : {blockText, flowText}) {
        const auto result = changed(text, [](Upstreams &upstreams) {
            for (UpstreamConfig &one : upstreams)
                one.url = "http://other.io";
            upstreams.push_back(minimal("c.io"));
        });
        QVERIFY2(result, result ? "" : result.error().message.english().c_str());
        Upstreams now = readBack(*result).upstreams;
        Upstreams before = readBack(text).upstreams;
        for (const UpstreamConfig &one : before)
            QVERIFY(find(now, one.registry)->credentials == one.credentials);
        QVERIFY(find(now, "c.io")->credentials.isEmpty());
    }
}

void TestUpstreamEdit::switchesOffline_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isOffline");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("added") << QByteArray("version: 1") << true
                           << QByteArray("version: 1\noffline: true");
    QTest::newRow("not needed") << QByteArray("version: 1\n") << false
                                << QByteArray("version: 1\n");
    QTest::newRow("on") << QByteArray("offline: no # x\nversion: 1\n") << true
                        << QByteArray("offline: true # x\nversion: 1\n");
    QTest::newRow("off") << QByteArray("{offline: on,version: 1}") << false
                         << QByteArray("{offline: false,version: 1}");
    QTest::newRow("the same") << QByteArray("version: 1\noffline: yes\n") << true
                              << QByteArray("version: 1\noffline: yes\n");
}

void TestUpstreamEdit::switchesOffline()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isOffline);
    QFETCH(QByteArray, after);
    const auto result = withOffline(text, fileName, isOffline, oneSecret);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QCOMPARE(*result, after);
}

void TestUpstreamEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QByteArray &text, const Change &change,
                        const char *says) {
        QTest::newRow(name) << text << change << QByteArray(says);
    };
    const QByteArray head = "version: 1\nupstreams:\n";
    row(
        "none wanted", blockText, [](auto &upstreams) { upstreams.clear(); }, "at least one");
    row("one twice", blockText, add(minimal("A.io")), "'a.io' is there twice");
    row("distribution's", "version: 0.1\n", add(minimal("a.io")),
        "line 1, column 10: version 0.1 is a configuration of a registry");
    row("no YAML", "version: [\n", add(minimal("a.io")), "f.yml:2:1");
    row("a wrong file", "version: 1\nx: 2\n", add(minimal("a.io")),
        "f.yml:2:1: error: unknown key");
    row("a wrong URL", blockText, change("a.io", [](auto &one) { one.url = "ftp://a"; }),
        "upstreams[0].url: expected a URL");
    row("a URL of another spelling", blockText,
        change("a.io", [](auto &one) { one.url = "http://a.io/"; }), "comes to it exactly");
    row("a name of another", blockText, change("b.io", [](auto &one) { one.aliases = {"one"}; }),
        "is the name of another already");
    row("alias", head + "  - &a {registry: a.io, url: 'http://a.io'}\nhttp: {threads: 2}\n",
        disable("a.io"), "line 3, column 5: what has an anchor");
    row("merge key",
        head + "  - registry: a.io\n    url: 'http://a.io'\n    tagRules: &r []\n"
               "  - registry: b.io\n    <<: {url: 'http://b.io'}\n    tagRules: *r\n",
        disable("b.io"), "line 7, column 5: a mapping with a merge key");
    row("alias of a list",
        head + "  - registry: a.io\n    url: 'http://a.io'\n    tagRules: &r []\n"
               "  - registry: b.io\n    url: 'http://b.io'\n    tagRules: *r\n",
        change("b.io", [](auto &one) { one.tagRules = complete("b.io").tagRules; }),
        "line 8, column 15: an alias");
    row("an anchor that others need",
        head + "  - registry: a.io\n    url: 'http://a.io'\n    tagRules: &r []\n"
               "  - registry: b.io\n    url: 'http://b.io'\n    tagRules: *r\n",
        drop("a.io"), "line 5, column 15: what has an anchor");
    row("several lines", head + "  - registry: a.io\n    url: >-\n      http://a.io\n",
        change("a.io", [](auto &one) { one.url = "http://b.io"; }), "line 4, column 10: a text of");
}

void TestUpstreamEdit::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Change, change);
    QFETCH(QByteArray, says);
    const auto result = changed(text, change);
    QVERIFY2(!result, result ? result->constData() : "");
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    QVERIFY2(QByteArray::fromStdString(result.error().message.english()).contains(says),
             result.error().message.english().c_str());
}

void TestUpstreamEdit::neverRepeatsASecret()
{
    const QByteArray field = "    username: u\n    password: ";
    for (const QByteArray &value :
         {"|\n      " + secret, "&x " + secret, "\"" + secret + "\n      b\"", "[" + secret + "]",
          "!!str " + secret, secret + "\n    " + secret + ": 1", "'" + secret}) {
        const QByteArray text =
            "version: 1\nupstreams:\n  - registry: a.io\n    url: http://a.io\n" + field + value +
            "\n  - {registry: b.io, url: http://b.io}\n";
        const Upstreams wanted{minimal("b.io"), minimal("c.io")};
        const auto result = withUpstreams(text, fileName, wanted, oneSecret);
        QVERIFY(!result);
        const bool isKey = value.contains(secret + ":");
        QVERIFY2(isKey ||
                     !QByteArray::fromStdString(result.error().message.english()).contains(secret),
                 result.error().message.english().c_str());
    }
}

QTEST_GUILESS_MAIN(TestUpstreamEdit)
#include "tst_upstreamedit.moc"
