// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be pasted for each client, on each system and for each kind of cache, is what the
// golden files say, can be read by who reads it, and holds no secret.
#include "workstation/snippets.h"

#include "textedit/tomldocument.h"
#include "textedit/yamldocument.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::workstation;

Q_DECLARE_METATYPE(lanyard::ClientKind)
Q_DECLARE_METATYPE(lanyard::workstation::System)

namespace {

const QByteArray authority("-----BEGIN CERTIFICATE-----\n"
                           "MIIBeTCCAR+gAwIBAgIUM2ThJuj794PBA8MjVxEgtIkLK78wCgYIKoZIzj0EAwIw\n"
                           "ETEPMA0GA1UEAwwGdGVzdCAxMCAXDTI2MTEyNzE5NDAyNVoYDzIxMjYxMTAzMTk0\n"
                           "MDI1WjARMQ8wDQYDVQQDDAZ0ZXN0IDEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                           "AARld43GzkLy54tQuwA0XRwlYOgKNn8WCRkjFGuAm6kM8a83KyN4a86H2Hyq0bhB\n"
                           "qrkexk36c2vcRFn3TeRrIDZHo1MwUTAdBgNVHQ4EFgQUENbHoV4Lpgf1QyS4RcBn\n"
                           "RfY29+4wHwYDVR0jBBgwFoAUENbHoV4Lpgf1QyS4RcBnRfY29+4wDwYDVR0TAQH/\n"
                           "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAxnBOxMHEdUQrQNIqlPbscq4ylDiv\n"
                           "p/AALqH3vrG4iHICICgND+J6dANF5ul9SytYLfpw0yAYiyZ63YqC4wE0J4qJ\n"
                           "-----END CERTIFICATE-----\n");

const QString secret = QStringLiteral("what-nobody-says");

struct Variant
{
    QString name;
    CacheEndpoint cache;
};

QList<Variant> variants()
{
    const CacheEndpoint plain{.host = QStringLiteral("192.168.0.80"), .port = 5000};
    CacheEndpoint login = plain;
    login.user = QStringLiteral("joe");
    login.password = secret;
    CacheEndpoint tls{.host = QStringLiteral("cache.lan"), .port = 443, .isTls = true};
    CacheEndpoint ownAuthority = tls;
    ownAuthority.authority = authority;
    CacheEndpoint all = ownAuthority;
    all.host = QStringLiteral("fd00::80");
    all.user = QStringLiteral("joe's");
    all.password = secret;
    return {{QStringLiteral("plain HTTP"), plain},
            {QStringLiteral("plain HTTP with a login"), login},
            {QStringLiteral("TLS with a certificate that clients trust"), tls},
            {QStringLiteral("TLS with an authority of its own"), ownAuthority},
            {QStringLiteral("TLS with an authority of its own and a login"), all}};
}

const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};

QByteArray rendered(const QList<Snippet> &snippets)
{
    QByteArray text;
    for (const Snippet &one : snippets) {
        text += "--- " + QByteArray::fromStdString(one.title.english()) + '\n' + "--- " +
                (one.file.isEmpty() ? QByteArray("(terminal)") : one.file.toUtf8()) + '\n' +
                one.text.toUtf8();
        // The same certificate again and again.
        text.replace(authority, "CERTIFICATE\n");
    }
    return text;
}

QByteArray renderedAll(ClientKind kind, System system)
{
    QByteArray text;
    for (const Variant &variant : variants())
        text += "=== " + variant.name.toUtf8() + '\n' +
                rendered(snippets(kind, system, variant.cache, registries));
    return text;
}

/// Why nobody can read it; empty: it can be read, or is no such text.
QByteArray problemOf(const Snippet &snippet)
{
    const QByteArray text = snippet.text.toUtf8();
    const auto message = [](const auto &read) {
        return read ? QByteArray() : QByteArray::fromStdString(read.error().message.english());
    };
    if (snippet.file.endsWith(QLatin1String(".json")))
        return QJsonDocument::fromJson(text).isObject() ? "" : "no JSON";
    if (snippet.file.endsWith(QLatin1String(".toml")) ||
        snippet.file.endsWith(QLatin1String(".conf")))
        return message(textedit::TomlDocument::read(text));
    if (snippet.file.endsWith(QLatin1String(".yaml")) ||
        snippet.file.endsWith(QLatin1String(".yml")))
        return message(textedit::readYaml(text));
    return {};
}

} // namespace

class SnippetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areGolden_data();
    void areGolden();

    void canBeRead_data() { areGolden_data(); }

    void canBeRead();

    void holdNoSecret_data() { areGolden_data(); }

    void holdNoSecret();

    void nameTheCache_data() { areGolden_data(); }

    void nameTheCache();
    void earthlyHoldsToml();
    void areNoneForWhatIsNotRight_data();
    void areNoneForWhatIsNotRight();
    void clientsHaveWords();
    void systemsHaveWords();
};

void SnippetsTest::areGolden_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::addColumn<System>("system");

    for (const ClientKind kind : allClientKinds()) {
        for (const char *system : {"linux", "macos", "windows"})
            QTest::newRow(qPrintable(wordOf(kind) + u'-' + QLatin1String(system)))
                << kind << *systemOf(QString::fromLatin1(system));
    }
}

void SnippetsTest::areGolden()
{
    QFETCH(const ClientKind, kind);
    QFETCH(const System, system);
    const QString path =
        QStringLiteral(LANYARD_GOLDEN "/%1.txt").arg(QString::fromLatin1(QTest::currentDataTag()));
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(renderedAll(kind, system), file.readAll());
}

void SnippetsTest::canBeRead()
{
    QFETCH(const ClientKind, kind);
    QFETCH(const System, system);
    for (const Variant &variant : variants()) {
        const QList<Snippet> all = snippets(kind, system, variant.cache, registries);
        for (const Snippet &snippet : all) {
            const QByteArray problem = problemOf(snippet);
            QVERIFY2(problem.isEmpty(), (snippet.text.toUtf8() + problem).constData());
            QVERIFY(!snippet.title.isEmpty() && snippet.text.endsWith(QLatin1Char('\n')));
        }
    }
}

void SnippetsTest::holdNoSecret()
{
    QFETCH(const ClientKind, kind);
    QFETCH(const System, system);
    for (const Variant &variant : variants()) {
        const QByteArray base64 =
            (variant.cache.user + QLatin1Char(':') + secret).toUtf8().toBase64();
        const QByteArray text = rendered(snippets(kind, system, variant.cache, registries));
        QVERIFY(!text.contains(secret.toUtf8()) && !text.contains(base64));
    }
}

void SnippetsTest::nameTheCache()
{
    QFETCH(const ClientKind, kind);
    QFETCH(const System, system);
    if (kind == ClientKind::Colima && system == System::Windows) {
        QVERIFY(snippets(kind, system, variants().front().cache, registries).isEmpty());
        return;
    }
    for (const Variant &variant : variants()) {
        const QByteArray text = rendered(snippets(kind, system, variant.cache, registries));
        QVERIFY(text.contains(variant.cache.hostPort().toUtf8()));
        QCOMPARE(text.contains("CERTIFICATE"), !variant.cache.authority.isEmpty());
    }
}

void SnippetsTest::earthlyHoldsToml()
{
    for (const Variant &variant : variants()) {
        const QList<Snippet> all =
            snippets(ClientKind::Earthly, System::Linux, variant.cache, registries);
        const auto config = std::find_if(all.begin(), all.end(), [](const Snippet &one) {
            return one.file.endsWith(QLatin1String("config.yml"));
        });
        QVERIFY(config != all.end());
        const auto yaml = textedit::readYaml(config->text.toUtf8());
        QVERIFY(yaml);
        const std::string toml =
            yaml->find("global")->value.find("buildkit_additional_config")->value.scalar;
        QVERIFY(textedit::TomlDocument::read(QByteArray::fromStdString(toml)));
    }
}

void SnippetsTest::areNoneForWhatIsNotRight_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("registries");

    const QString right = QStringLiteral("cache.lan");
    QTest::newRow("host") << QStringLiteral("a;reboot") << QString() << registries;
    QTest::newRow("no host") << QString() << QString() << registries;
    QTest::newRow("user") << right << QStringLiteral("a\nb") << registries;
    QTest::newRow("registry") << right << QString() << QStringList{QStringLiteral("../x")};
    QTest::newRow("no registry") << right << QString() << QStringList{};
}

void SnippetsTest::areNoneForWhatIsNotRight()
{
    QFETCH(const QString, host);
    QFETCH(const QString, user);
    QFETCH(const QStringList, registries);
    const CacheEndpoint cache{.host = host, .port = 5000, .user = user};
    for (const ClientKind kind : allClientKinds())
        QVERIFY(snippets(kind, System::Linux, cache, registries).isEmpty());
}

void SnippetsTest::clientsHaveWords()
{
    QCOMPARE(allClientKinds().size(), 13);
    for (const ClientKind kind : allClientKinds())
        QCOMPARE(clientKindOf(wordOf(kind)), std::optional(kind));
    QVERIFY(!clientKindOf(u"Docker"));
    QVERIFY(!clientKindOf(u""));
}

void SnippetsTest::systemsHaveWords()
{
    QCOMPARE(systemOf(u"linux"), std::optional(System::Linux));
    QCOMPARE(systemOf(u"macos"), std::optional(System::MacOs));
    QCOMPARE(systemOf(u"windows"), std::optional(System::Windows));
    QVERIFY(!systemOf(u"beos"));
}

QTEST_APPLESS_MAIN(SnippetsTest)
#include "tst_snippets.moc"
