// SPDX-License-Identifier: GPL-3.0-or-later
// Proves how lists are cut into pages, and how upstream's lists and links are read.
#include "registry/listpage.h"
#include "registry/pagedfetch.h"
#include "registry/referrershandler.h"
#include "registry/tagshandler.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

class TestLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsPages_data();
    void cutsPages();
    void readsTerms_data();
    void readsTerms();
    void linksToNext();
    void followsLinks_data();
    void followsLinks();
    void readsTags_data();
    void readsTags();
    void filtersReferrers();
};

void TestLists::cutsPages_data()
{
    QTest::addColumn<int>("n"); // -1: all
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("entries");
    QTest::addColumn<bool>("hasMore");

    const auto row = [](const char *name, int n, const char *last, const char *entries, bool more) {
        QTest::newRow(name) << n << QString::fromLatin1(last) << QString::fromLatin1(entries)
                            << more;
    };
    row("all", -1, "", "A B a b", false);
    row("first two", 2, "", "A B", true);
    row("next two", 2, "B", "a b", false);
    row("beyond one that is not there", 2, "C", "a b", false);
    row("exactly all", 4, "", "A B a b", false);
    row("none", 0, "", "", false);
    row("beyond the end", 2, "z", "", false);
    row("more than there are", 9, "A", "B a b", false);
}

void TestLists::cutsPages()
{
    QFETCH(int, n);
    QFETCH(QString, last);
    QFETCH(QString, entries);
    QFETCH(bool, hasMore);
    PageTerms terms{.n = std::nullopt, .last = last.toStdString()};
    if (n >= 0)
        terms.n = static_cast<std::size_t>(n);
    const ListPage page = pageOf({"A", "B", "a", "b"}, terms);
    QStringList names;
    for (const std::string &entry : page.entries)
        names.append(QString::fromStdString(entry));
    QCOMPARE(names.join(u' '), entries);
    QCOMPARE(page.hasMore, hasMore);
}

void TestLists::readsTerms_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isValid");

    QTest::newRow("empty") << QString() << true;
    QTest::newRow("both") << QStringLiteral("n=10&last=a%2Fb") << true;
    QTest::newRow("zero") << QStringLiteral("n=0") << true;
    QTest::newRow("no number") << QStringLiteral("n=ten") << false;
    QTest::newRow("negative") << QStringLiteral("n=-1") << false;
    QTest::newRow("empty n") << QStringLiteral("n=") << false;
    QTest::newRow("trailing") << QStringLiteral("n=1x") << false;
    QTest::newRow("too large") << QStringLiteral("n=99999999999999999999999") << false;
}

void TestLists::readsTerms()
{
    QFETCH(QString, query);
    QFETCH(bool, isValid);
    QCOMPARE(parsePageTerms(query.toStdString()).has_value(), isValid);
}

void TestLists::linksToNext()
{
    QCOMPARE(nextLink("/v2/_catalog", {.n = 2, .last = {}}, "docker.io/library/a", ""),
             std::string(R"(</v2/_catalog?n=2&last=docker.io%2Flibrary%2Fa>; rel="next")"));
    QCOMPARE(nextLink("/v2/a/tags/list", {.n = 2, .last = {}}, "1", "quay.io"),
             std::string(R"(</v2/a/tags/list?n=2&last=1&ns=quay.io>; rel="next")"));
}

void TestLists::followsLinks_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("path"); // empty: none

    const auto row = [](const char *name, const char *link, const char *path) {
        QTest::newRow(name) << QString::fromLatin1(link) << QString::fromLatin1(path);
    };
    row("relative", R"(</v2/a/tags/list?n=2&last=b>; rel="next")", "/v2/a/tags/list?n=2&last=b");
    row("unquoted", R"(</v2/a/tags/list?last=b>; rel=next)", "/v2/a/tags/list?last=b");
    row("absolute stays with its upstream",
        R"(<https://evil.example/v2/a/tags/list?x>; rel="next")", "/v2/a/tags/list?x");
    row("below a path", R"(</base/v2/a/tags/list?x>; rel="next")", "/v2/a/tags/list?x");
    row("second of two", R"(</v2/p>; rel="prev", </v2/n>; rel="next")", "/v2/n");
    row("another relation", R"(</v2/p>; rel="prev")", "");
    row("another path", R"(</v1/p>; rel="next")", "");
    row("empty", "", "");
    row("cut", "</v2/p", "");
}

void TestLists::followsLinks()
{
    QFETCH(QString, link);
    QFETCH(QString, path);
    QCOMPARE(QString::fromStdString(nextPage(link.toStdString()).value_or("")), path);
}

void TestLists::readsTags_data()
{
    QTest::addColumn<QList<QByteArray>>("pages");
    QTest::addColumn<QString>("tags");
    QTest::addColumn<bool>("isValid");

    QTest::newRow("sorted bytewise, each once")
        << QList<QByteArray>{R"({"tags":["b","A","a"]})", R"({"tags":["B","a"]})"}
        << QStringLiteral("A B a b") << true;
    QTest::newRow("null") << QList<QByteArray>{R"({"name":"x","tags":null})"} << QString() << true;
    QTest::newRow("what is no tag is left out")
        << QList<QByteArray>{R"({"tags":["ok","../x",7,""]})"} << QStringLiteral("ok") << true;
    QTest::newRow("HTML") << QList<QByteArray>{"<html>"} << QString() << false;
    QTest::newRow("not a list") << QList<QByteArray>{R"({"tags":{}})"} << QString() << false;
}

void TestLists::readsTags()
{
    QFETCH(QList<QByteArray>, pages);
    QFETCH(QString, tags);
    QFETCH(bool, isValid);
    const auto found = tagsOf(pages);
    QCOMPARE(found.has_value(), isValid);
    if (!isValid)
        return;
    QStringList names;
    for (const std::string &tag : *found)
        names.append(QString::fromStdString(tag));
    QCOMPARE(names.join(u' '), tags);
}

void TestLists::filtersReferrers()
{
    const auto all =
        referrersOf({R"({"manifests":[{"artifactType":"a/x"},{"artifactType":"a/y"}]})",
                     R"({"manifests":[{"artifactType":"a/x"}]})"});
    QVERIFY(all);
    QCOMPARE(all->size(), 3);
    QCOMPARE(withArtifactType(*all, "a/x").size(), 2);
    QCOMPARE(withArtifactType(*all, "a/z").size(), 0);
    QVERIFY(!referrersOf({"<html>"}));
}

QTEST_GUILESS_MAIN(TestLists)
#include "tst_lists.moc"
