// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what is wrong with an upstream is told at its field, before anything is changed.
#include "config/upstreamcheck.h"

#include <QTest>

using namespace lanyard;
using Action = UpstreamChange::Action;

Q_DECLARE_METATYPE(lanyard::UpstreamChange)

class TestUpstreamCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsProblems_data();
    void findsProblems();
    void findsAllOfThem();
};

namespace {

std::vector<UpstreamConfig> upstreams()
{
    return {{.registry = "docker.io", .url = "https://registry-1.docker.io"},
            {.registry = "quay.io", .url = "https://quay.io", .aliases = {"q"}}};
}

using Texts = std::vector<std::string>;

} // namespace

void TestUpstreamCheck::findsProblems_data()
{
    QTest::addColumn<UpstreamChange>("change");
    QTest::addColumn<QString>("place"); // empty: nothing is wrong
    const auto row = [](const char *name, const UpstreamChange &change, const char *place) {
        QTest::newRow(name) << change << QString::fromLatin1(place);
    };
    row("a right one", {.registry = "ghcr.io"}, "");
    row("with all fields",
        {.registry = "r.example:5001",
         .url = "http://10.0.0.1:5001",
         .fallbackUrls = Texts{"https://m.example"},
         .aliases = Texts{"r"},
         .hosts = Texts{"r.lan"},
         .tokenRealms = Texts{"auth.example"},
         .caFile = "/etc/ca.pem",
         .proxy = "http://proxy:3128",
         .redirectHosts = Texts{"10.0.0.2"},
         .tagRules = std::vector<TagRule>{{.match = "*", .ttl = std::chrono::seconds(90)}}},
        "");
    row("no name", {.registry = "No Name"}, "registry");
    row("there already", {.registry = "quay.io"}, "registry");
    row("the alias of another", {.registry = "q"}, "registry");
    row("url", {.registry = "a.example", .url = "ftp://a"}, "url");
    row("url with a password", {.registry = "a.example", .url = "https://me:secret@a"}, "url");
    row("url taken away", {.action = Action::Edit, .registry = "quay.io", .url = ""}, "url");
    row("second fallback", {.registry = "a.example", .fallbackUrls = Texts{"https://b", "b/path"}},
        "fallbackUrls 1");
    row("alias of the one before, which comes later in the list",
        {.action = Action::Edit, .registry = "docker.io", .aliases = Texts{"q"}}, "aliases 0");
    row("hosts", {.registry = "a.example", .hosts = Texts{"A B"}}, "hosts 0");
    row("realms", {.registry = "a.example", .tokenRealms = Texts{"https://x"}}, "tokenRealms 0");
    row("redirects", {.registry = "a.example", .redirectHosts = Texts{"/"}}, "redirectHosts 0");
    row("proxy", {.registry = "a.example", .proxy = "proxy"}, "proxy");
    row("tag rule", {.registry = "a.example", .tagRules = std::vector<TagRule>{{.match = "re:("}}},
        "tagRules 0");
    row("hostile", {.registry = "a.example", .url = "https://a\"}], x: [{\n"}, "url");
}

void TestUpstreamCheck::findsProblems()
{
    QFETCH(UpstreamChange, change);
    QFETCH(QString, place);
    const QList<UpstreamProblem> problems = config::problemsOf(upstreams(), change);
    QStringList places;
    for (const UpstreamProblem &one : problems) {
        const QString text = QString::fromStdString(one.message.english());
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(QStringLiteral("secret")));
        QVERIFY2(!text.contains(QStringLiteral("upstreams[")), qPrintable(text));
        places += QString::fromStdString(one.field) +
                  (one.item < 0 ? QString() : QStringLiteral(" %1").arg(one.item));
    }
    QCOMPARE(places.join(u','), place);
}

void TestUpstreamCheck::findsAllOfThem()
{
    const QList<UpstreamProblem> problems = config::problemsOf(
        upstreams(), {.action = Action::Edit, .registry = "quay.io", .url = "x", .proxy = "y"});
    QCOMPARE(problems.size(), 2);
}

QTEST_GUILESS_MAIN(TestUpstreamCheck)
#include "tst_upstreamcheck.moc"
