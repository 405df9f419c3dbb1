// SPDX-License-Identifier: GPL-3.0-or-later
// Proves where a request goes: the five ways to name an upstream, and that nothing else leads
// anywhere.
#include "registry/router.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

Q_DECLARE_METATYPE(lanyard::RequestForm)
Q_DECLARE_METATYPE(lanyard::RequestKind)

namespace {

constexpr const char *sha256 =
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

upstream::Routes routes()
{
    return upstream::Routes(
        {
            {.registry = "docker.io", .url = "https://registry-1.docker.io"},
            {.registry = "quay.io",
             .url = "https://quay.io",
             .aliases = {"quay"},
             .hosts = {"quay.cache.lan"}},
            {.registry = "registry.lan:5000", .url = "http://registry.lan:5000"},
        },
        "docker.io");
}

http::Request requestOf(const std::string &target, const std::string &host)
{
    http::Request request;
    request.method = http::Method::Get;
    request.methodName = "GET";
    request.target = target;
    const std::size_t question = target.find('?');
    request.path = request.target.substr(0, question);
    if (question != std::string::npos)
        request.query = request.target.substr(question + 1);
    request.fields.push_back({"Host", host});
    return request;
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsContent_data();
    void findsContent();
    void refuses_data();
    void refuses();
    void knowsWhatWasWantedOfAnUnknownRegistry_data();
    void knowsWhatWasWantedOfAnUnknownRegistry();
    void knowsTheFormOfAPing_data();
    void knowsTheFormOfAPing();
    void findsTheExtension();
    void echoesNamespace();
    void readsQueries_data();
    void readsQueries();
};

void TestRouter::findsContent_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("upstream");
    QTest::addColumn<QString>("repository");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<RequestForm>("form");

    using Form = RequestForm;
    const auto row = [](const char *name, const char *target, const char *host, int upstream,
                        const char *repository, const char *reference, Form form) {
        QTest::newRow(name) << QString::fromLatin1(target) << QString::fromLatin1(host) << upstream
                            << QString::fromLatin1(repository) << QString::fromLatin1(reference)
                            << form;
    };
    const char *lan = "cache.lan:5000";
    row("default", "/v2/library/alpine/manifests/3", lan, 0, "library/alpine", "3", Form::Default);
    row("library added", "/v2/alpine/manifests/3", lan, 0, "library/alpine", "3", Form::Default);
    row("deep name", "/v2/a/b/c/d/manifests/x", lan, 0, "a/b/c/d", "x", Form::Default);
    row("name with endpoint words", "/v2/manifests/tags/manifests/list", lan, 0, "manifests/tags",
        "list", Form::Default);
    row("prefix before", "/quay.io/v2/org/img/manifests/1", lan, 1, "org/img", "1", Form::Path);
    row("prefix before, alias", "/quay/v2/org/img/manifests/1", lan, 1, "org/img", "1", Form::Path);
    row("prefix before, redundant after", "/quay.io/v2/quay.io/org/img/manifests/1", lan, 1,
        "org/img", "1", Form::Path);
    row("prefix before, docker.io adds library", "/docker.io/v2/alpine/manifests/1", lan, 0,
        "library/alpine", "1", Form::Path);
    row("ns", "/v2/org/img/manifests/1?ns=quay.io", lan, 1, "org/img", "1", Form::Namespace);
    row("ns in capitals", "/v2/org/img/manifests/1?ns=QUAY.IO", lan, 1, "org/img", "1",
        Form::Namespace);
    row("ns with port 443", "/v2/org/img/manifests/1?ns=quay.io:443", lan, 1, "org/img", "1",
        Form::Namespace);
    row("ns encoded", "/v2/org/img/manifests/1?x=y&ns=registry.lan%3A5000", lan, 2, "org/img", "1",
        Form::Namespace);
    row("ns and prefix after", "/v2/quay.io/org/img/manifests/1?ns=quay.io", lan, 1, "org/img", "1",
        Form::Namespace);
    row("ns beats the first component", "/v2/docker.io/img/manifests/1?ns=quay.io", lan, 1,
        "docker.io/img", "1", Form::Namespace);
    row("ns of Hub's other names", "/v2/library/alpine/manifests/1?ns=registry-1.docker.io", lan, 0,
        "library/alpine", "1", Form::Namespace);
    row("index.docker.io", "/v2/index.docker.io/library/alpine/manifests/1", lan, 0,
        "library/alpine", "1", Form::Name);
    row("prefix before beats ns", "/quay.io/v2/org/img/manifests/1?ns=docker.io", lan, 1, "org/img",
        "1", Form::Path);
    row("Host", "/v2/org/img/manifests/1", "quay.cache.lan", 1, "org/img", "1", Form::Host);
    row("Host with port", "/v2/org/img/manifests/1", "quay.cache.lan:5000", 1, "org/img", "1",
        Form::Host);
    row("ns beats Host", "/v2/org/img/manifests/1?ns=docker.io", "quay.cache.lan", 0, "org/img",
        "1", Form::Namespace);
    row("first component", "/v2/quay.io/org/img/manifests/1", lan, 1, "org/img", "1", Form::Name);
    row("first component, alias", "/v2/quay/org/img/manifests/1", lan, 1, "org/img", "1",
        Form::Name);
    row("first component with port", "/v2/registry.lan:5000/img/manifests/1", lan, 2, "img", "1",
        Form::Name);
    row("an alias alone is a name", "/v2/quay/manifests/1", lan, 0, "library/quay", "1",
        Form::Default);
    row("encoded colon of a digest",
        "/v2/a/b/manifests/"
        "sha256%3Ae3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        lan, 0, "a/b", sha256, Form::Default);
    row("tags", "/v2/a/b/tags/list", lan, 0, "a/b", "", Form::Default);
    row("blob",
        "/v2/a/b/blobs/sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        lan, 0, "a/b", sha256, Form::Default);
    row("referrers",
        "/v2/a/b/referrers/sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        lan, 0, "a/b", sha256, Form::Default);
}

void TestRouter::findsContent()
{
    QFETCH(QString, target);
    QFETCH(QString, host);
    QFETCH(int, upstream);
    QFETCH(QString, repository);
    QFETCH(QString, reference);
    QFETCH(RequestForm, form);
    const std::string targetText = target.toStdString();
    const std::string hostText = host.toStdString();
    const upstream::Routes known = routes();
    const auto found = route(requestOf(targetText, hostText), known);
    QVERIFY(found);
    QCOMPARE(static_cast<int>(found->upstream), upstream);
    QCOMPARE(QString::fromStdString(found->repository), repository);
    QCOMPARE(QString::fromStdString(found->reference), reference);
    QCOMPARE(found->form, form);
}

void TestRouter::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("error");

    const auto row = [](const char *name, const QByteArray &target, RegistryError error) {
        QTest::newRow(name) << target << static_cast<int>(error);
    };
    row("root", "/", RegistryError::NameUnknown);
    row("another path", "/favicon.ico", RegistryError::NameUnknown);
    row("v1", "/v1/repositories", RegistryError::NameUnknown);
    row("v2 as a part of a word", "/v22/a/b/manifests/1", RegistryError::NameUnknown);
    row("unknown prefix", "/ghcr.io/v2/a/b/manifests/1", RegistryError::NameUnknown);
    row("unknown prefix, ping", "/ghcr.io/v2/", RegistryError::NameUnknown);
    row("unknown ns", "/v2/a/b/manifests/1?ns=ghcr.io", RegistryError::NameUnknown);
    row("ns of an address", "/v2/a/b/manifests/1?ns=169.254.169.254", RegistryError::NameUnknown);
    row("empty ns", "/v2/a/b/manifests/1?ns=", RegistryError::NameUnknown);
    row("unknown first component", "/v2/ghcr.io/a/b/manifests/1", RegistryError::NameUnknown);
    row("localhost as first component", "/v2/localhost/a/manifests/1", RegistryError::NameUnknown);
    row("address as first component", "/v2/127.0.0.1:80/a/manifests/1", RegistryError::NameUnknown);
    row("no endpoint", "/v2/a/b", RegistryError::NameUnknown);
    row("an upload", "/v2/a/b/blobs/uploads/", RegistryError::NameUnknown);
    row("no name", "/v2/manifests/1", RegistryError::NameUnknown);
    row("empty component", "/v2//manifests/1", RegistryError::NameInvalid);
    row("capitals", "/v2/Library/alpine/manifests/1", RegistryError::NameInvalid);
    row("dots", "/v2/../../etc/manifests/1", RegistryError::NameUnknown);
    row("dots inside", "/v2/a/../b/manifests/1", RegistryError::NameInvalid);
    row("encoded slash", "/v2/a/..%2f..%2fetc/manifests/1", RegistryError::NameInvalid);
    row("encoded slash in capitals", "/v2/a%2Fb/manifests/1", RegistryError::NameInvalid);
    row("encoded dots", "/v2/a/%2e%2e/b/manifests/1", RegistryError::NameInvalid);
    row("encoded twice", "/v2/a/%252e%252e/manifests/1", RegistryError::NameInvalid);
    row("encoded NUL", "/v2/a/b%00/manifests/1", RegistryError::NameInvalid);
    row("encoded line end", "/v2/a/b%0d%0aX/manifests/1", RegistryError::NameInvalid);
    row("broken encoding", "/v2/a/b%2/manifests/1", RegistryError::NameInvalid);
    row("backslash", "/v2/a/..\\b/manifests/1", RegistryError::NameInvalid);
    row("name of 10,000 characters", "/v2/" + QByteArray(10'000, 'a') + "/manifests/1",
        RegistryError::NameInvalid);
    row("invalid tag", "/v2/a/b/manifests/-x", RegistryError::TagInvalid);
    row("empty tag", "/v2/a/b/manifests/", RegistryError::TagInvalid);
    row("tag of 129 characters", "/v2/a/b/manifests/" + QByteArray(129, 'a'),
        RegistryError::TagInvalid);
    row("short digest", "/v2/a/b/manifests/sha256:abc", RegistryError::DigestInvalid);
    row("unknown algorithm", "/v2/a/b/manifests/md5:d41d8cd98f00b204e9800998ecf8427e",
        RegistryError::DigestInvalid);
    row("blob by tag", "/v2/a/b/blobs/latest", RegistryError::DigestInvalid);
    row("digest in capitals",
        "/v2/a/b/blobs/sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        RegistryError::DigestInvalid);
    row("referrers of a tag", "/v2/a/b/referrers/latest", RegistryError::DigestInvalid);
}

void TestRouter::refuses()
{
    QFETCH(QByteArray, target);
    QFETCH(int, error);
    const std::string targetText = target.toStdString();
    const upstream::Routes known = routes();
    const auto found = route(requestOf(targetText, "cache.lan"), known);
    QVERIFY(!found);
    QCOMPARE(static_cast<int>(found.error().error), error);
}

void TestRouter::knowsWhatWasWantedOfAnUnknownRegistry_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<RequestKind>("kind");

    QTest::newRow("prefix") << QStringLiteral("/ghcr.io/v2/a/b/manifests/1")
                            << RequestKind::Manifest;
    QTest::newRow("ns") << QStringLiteral("/v2/a/b/blobs/x?ns=ghcr.io") << RequestKind::Blob;
    QTest::newRow("name") << QStringLiteral("/v2/ghcr.io/a/b/tags/list") << RequestKind::Tags;
    QTest::newRow("ping") << QStringLiteral("/ghcr.io/v2/") << RequestKind::Other;
}

void TestRouter::knowsWhatWasWantedOfAnUnknownRegistry()
{
    QFETCH(QString, target);
    QFETCH(RequestKind, kind);
    const std::string targetText = target.toStdString();
    const upstream::Routes known = routes();
    const auto found = route(requestOf(targetText, "cache.lan"), known);
    QVERIFY(!found);
    QCOMPARE(found.error().unknownRegistry, std::string("ghcr.io"));
    QCOMPARE(found.error().kind, kind);
}

void TestRouter::knowsTheFormOfAPing_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<RequestForm>("form");

    QTest::newRow("of nothing") << QStringLiteral("/v2/") << RequestForm::None;
    QTest::newRow("of a path") << QStringLiteral("/quay.io/v2/") << RequestForm::Path;
    QTest::newRow("of ns") << QStringLiteral("/v2/?ns=quay.io") << RequestForm::Namespace;
}

void TestRouter::knowsTheFormOfAPing()
{
    QFETCH(QString, target);
    QFETCH(RequestForm, form);
    const std::string targetText = target.toStdString();
    const upstream::Routes known = routes();
    const auto found = route(requestOf(targetText, "cache.lan"), known);
    QVERIFY(found);
    QCOMPARE(found->form, form);
}

void TestRouter::findsTheExtension()
{
    const upstream::Routes upstreams = routes();
    const auto asked = [&upstreams](const std::string &target) -> QString {
        const RouteResult found = route(requestOf(target, "cache.lan:5000"), upstreams);
        if (!found || found->endpoint != Endpoint::Extension)
            return QStringLiteral("none");
        return QString::fromStdString(found->reference);
    };
    QCOMPARE(asked("/v2/_lanyard/cache"), QStringLiteral("cache"));
    QCOMPARE(asked("/v2/_lanyard/probe/x"), QStringLiteral("probe/x"));
    QCOMPARE(asked("/quay.io/v2/_lanyard/cache"), QStringLiteral("cache"));
    QCOMPARE(asked("/v2/_lanyard"), QString());
    QCOMPARE(asked("/v2/_lanyardx/cache"), QStringLiteral("none"));
    QCOMPARE(asked("/v2/x/_lanyard/cache"), QStringLiteral("none"));
    QCOMPARE(asked("/v2/_lanyard/cache?ns=nowhere.example"), QStringLiteral("none"));
}

void TestRouter::echoesNamespace()
{
    const upstream::Routes known = routes();
    const std::string with = "/v2/a/b/manifests/1?ns=quay.io";
    QCOMPARE(route(requestOf(with, "x"), known)->echoedNamespace, std::string_view("quay.io"));
    const std::string without = "/v2/quay.io/a/b/manifests/1";
    QVERIFY(route(requestOf(without, "x"), known)->echoedNamespace.empty());
}

void TestRouter::readsQueries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isThere");

    QTest::newRow("empty") << QString() << QString() << false;
    QTest::newRow("alone") << QStringLiteral("n=5") << QStringLiteral("5") << true;
    QTest::newRow("last") << QStringLiteral("a=b&n=5") << QStringLiteral("5") << true;
    QTest::newRow("first of two") << QStringLiteral("n=5&n=6") << QStringLiteral("5") << true;
    QTest::newRow("without value") << QStringLiteral("n") << QString() << true;
    QTest::newRow("prefix of another") << QStringLiteral("nn=5") << QString() << false;
    QTest::newRow("encoded") << QStringLiteral("n=%35") << QStringLiteral("5") << true;
    QTest::newRow("broken") << QStringLiteral("n=%3") << QString() << false;
    QTest::newRow("separators only") << QStringLiteral("&&&") << QString() << false;
}

void TestRouter::readsQueries()
{
    QFETCH(QString, query);
    QFETCH(QString, value);
    QFETCH(bool, isThere);
    const auto found = queryValue(query.toStdString(), "n");
    QCOMPARE(found.has_value(), isThere);
    QCOMPARE(QString::fromStdString(found.value_or("")), value);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
