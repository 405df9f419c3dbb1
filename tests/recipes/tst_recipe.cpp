// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe of each kind makes its file, as JSON it is the same again, and what is no recipe is
// refused: the program that writes for root believes nothing else.
#include "recipes/recipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::recipes;

using Kind = Recipe::Kind;
using Change = std::function<void(QJsonObject &)>;
using Text = std::optional<QByteArray>;
Q_DECLARE_METATYPE(Recipe)
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Text)

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
const QByteArray otherAuthority("-----BEGIN CERTIFICATE-----\n"
                                "MIIBeTCCAR+gAwIBAgIUOixnDMH/+21g3kHwes11p6P06YkwCgYIKoZIzj0EAwIw\n"
                                "ETEPMA0GA1UEAwwGdGVzdCAyMCAXDTI2MTEyNzE5NDAyNVoYDzIxMjYxMTAzMTk0\n"
                                "MDI1WjARMQ8wDQYDVQQDDAZ0ZXN0IDIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
                                "AAQ8BKM5OnsgmJiVmiFPLLsRnO6LFSXajvz/J+lcWOkL5WhLHPb9B8yFSB8Rps1o\n"
                                "p1aSmMkRfp7kMyBBNaOCVGhmo1MwUTAdBgNVHQ4EFgQU90KGqDZHy8TmUAVDmEAH\n"
                                "0QM5jUowHwYDVR0jBBgwFoAU90KGqDZHy8TmUAVDmEAH0QM5jUowDwYDVR0TAQH/\n"
                                "BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAxwNujExDymdNorCu7g8iq62uVT6X2\n"
                                "vVjgis8Nx90RoAIhAMOonK5IdBH1QPE5NdNAxvAnY3759ik0h/UurM1Wk4Ci\n"
                                "-----END CERTIFICATE-----\n");

Recipe recipeOf(Kind kind)
{
    Recipe recipe;
    recipe.kind = kind;
    recipe.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    recipe.registries = {QStringLiteral("docker.io")};
    return recipe;
}

Recipe tlsRecipeOf(Kind kind)
{
    Recipe recipe = recipeOf(kind);
    recipe.cache.isTls = true;
    recipe.cache.authority = authority;
    recipe.authorityFile = QStringLiteral("/etc/ssl/lanyard-ca.pem");
    return recipe;
}

Recipe completeRecipe()
{
    Recipe recipe = tlsRecipeOf(Kind::HostsToml);
    recipe.cache.user = QStringLiteral("jö");
    recipe.cache.password = QStringLiteral("p\"w\\'");
    return recipe;
}

const QList<Kind> allKinds{Kind::DaemonJson,    Kind::HostsToml,      Kind::BuildkitToml,
                           Kind::EarthlyConfig, Kind::RegistriesConf, Kind::RegistriesYaml,
                           Kind::Authority};

Change set(const char *key, const QJsonValue &value)
{
    return [key, value](QJsonObject &object) {
        object.insert(QLatin1String(key), value);
    };
}

Change without(const char *key)
{
    return [key](QJsonObject &object) {
        object.remove(QLatin1String(key));
    };
}

} // namespace

class RecipeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheFileOfItsKind_data();
    void makesTheFileOfItsKind();
    void authorityIsAFileOfItsOwn_data();
    void authorityIsAFileOfItsOwn();
    void authorityIsTakenOut_data();
    void authorityIsTakenOut();
    void isTheSameAsJson();
    void passwordStaysHere();
    void refusesWhatIsNoRecipe_data();
    void refusesWhatIsNoRecipe();
    void refusesOtherJson_data();
    void refusesOtherJson();
    void makesNoFileOfWhatIsNoRecipe();
};

void RecipeTest::makesTheFileOfItsKind_data()
{
    QTest::addColumn<Recipe>("recipe");
    QTest::addColumn<QByteArray>("sign");

    QTest::newRow("daemon.json") << recipeOf(Kind::DaemonJson)
                                 << QByteArray("\"registry-mirrors\"");
    QTest::newRow("hosts.toml") << recipeOf(Kind::HostsToml)
                                << QByteArray("[host.\"http://192.168.0.80:5000\"]");
    QTest::newRow("buildkitd.toml")
        << recipeOf(Kind::BuildkitToml) << QByteArray("\n[registry.\"192.168.0.80:5000\"]");
    QTest::newRow("config.yml") << recipeOf(Kind::EarthlyConfig)
                                << QByteArray("buildkit_additional_config: |");
    QTest::newRow("registries.conf")
        << recipeOf(Kind::RegistriesConf) << QByteArray("[[registry.mirror]]");
    QTest::newRow("registries.yaml") << recipeOf(Kind::RegistriesYaml) << QByteArray("endpoint:");
    QTest::newRow("the authority") << tlsRecipeOf(Kind::Authority) << authority;
}

void RecipeTest::makesTheFileOfItsKind()
{
    QFETCH(const Recipe, recipe);
    QFETCH(const QByteArray, sign);
    const auto text = withRecipe(recipe, std::nullopt);
    QVERIFY2(text, text ? "" : text.error().message.english().c_str());
    QVERIFY2(text->contains(sign), text->constData());
    QCOMPARE(*withRecipe(recipe, *text), *text);
    const auto rest = withoutRecipe(recipe, *text);
    QVERIFY2(rest, rest ? "" : rest.error().message.english().c_str());
    QVERIFY2(!*rest, rest->value_or(QByteArray()).constData());
}

void RecipeTest::authorityIsAFileOfItsOwn_data()
{
    QTest::addColumn<Text>("before");
    QTest::addColumn<Text>("after");

    QTest::newRow("no file") << Text() << Text(authority);
    QTest::newRow("empty") << Text("") << Text(authority);
    QTest::newRow("blank") << Text("\n \r\n") << Text(authority);
    QTest::newRow("there already") << Text(authority) << Text(authority);
    QTest::newRow("among others") << Text(otherAuthority + authority)
                                  << Text(otherAuthority + authority);
    QTest::newRow("another one") << Text(otherAuthority) << Text(authority);
    QTest::newRow("two others") << Text(otherAuthority + "\n" + otherAuthority) << Text(authority);
    QTest::newRow("a comment") << Text("# mine\n" + otherAuthority) << Text();
    QTest::newRow("behind it") << Text(otherAuthority + "x") << Text();
    QTest::newRow("a key") << Text("-----BEGIN PRIVATE KEY-----\nMIG=\n-----END PRIVATE KEY-----\n")
                           << Text();
    QTest::newRow("a key and a certificate")
        << Text("-----BEGIN PRIVATE KEY-----\nMIG=\n-----END PRIVATE KEY-----\n" + otherAuthority)
        << Text();
    QTest::newRow("no certificate")
        << Text("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n") << Text();
    QTest::newRow("damaged") << Text(otherAuthority.left(200)) << Text();
    QTest::newRow("bytes") << Text(QByteArray("\0\1\2", 3)) << Text();
}

void RecipeTest::authorityIsAFileOfItsOwn()
{
    QFETCH(const Text, before);
    QFETCH(const Text, after);
    const auto text = withRecipe(tlsRecipeOf(Kind::Authority), before);
    QCOMPARE(text.has_value(), after.has_value());
    if (text)
        QCOMPARE(*text, *after);
    else
        QCOMPARE(text.error().code, ErrorCode::InvalidInput);
}

void RecipeTest::authorityIsTakenOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Text>("after");

    QTest::newRow("alone") << authority << Text();
    QTest::newRow("with others") << otherAuthority + authority << Text(otherAuthority);
    QTest::newRow("before others") << authority + "\n" + otherAuthority << Text(otherAuthority);
    QTest::newRow("others only") << otherAuthority << Text(otherAuthority);
    QTest::newRow("something else") << QByteArray("x") << Text("x");
}

void RecipeTest::authorityIsTakenOut()
{
    QFETCH(const QByteArray, before);
    const auto text = withoutRecipe(tlsRecipeOf(Kind::Authority), before);
    QVERIFY(text);
    QTEST(*text, "after");
}

void RecipeTest::isTheSameAsJson()
{
    QList<Recipe> recipes{completeRecipe()};
    for (const Kind kind : allKinds)
        recipes << (kind == Kind::Authority ? tlsRecipeOf(kind) : recipeOf(kind));
    recipes.last().registries.clear();
    Recipe all = recipeOf(Kind::HostsToml);
    all.registries = {QStringLiteral("_default")};
    Recipe insecure = recipeOf(Kind::DaemonJson);
    insecure.isInsecureToo = true;
    recipes << all << insecure;
    for (const Recipe &recipe : recipes) {
        const auto read = recipeFromJson(toJson(recipe, true));
        QVERIFY2(read, read ? "" : read.error().message.english().c_str());
        QCOMPARE(*read, recipe);
    }
}

void RecipeTest::passwordStaysHere()
{
    const QByteArray json = toJson(completeRecipe(), false);
    QVERIFY(!json.contains("password") && !json.contains("p\\\"w"));
    Recipe expected = completeRecipe();
    expected.cache.password.clear();
    QCOMPARE(*recipeFromJson(json), expected);
}

void RecipeTest::refusesWhatIsNoRecipe_data()
{
    QTest::addColumn<Change>("change");

    for (const char *key : {"kind", "host", "port", "tls", "authority", "user", "registries",
                            "authorityFile", "insecureToo"}) {
        QTest::newRow(qPrintable(QStringLiteral("without %1").arg(QLatin1String(key))))
            << without(key);
        QTest::newRow(qPrintable(QStringLiteral("null as %1").arg(QLatin1String(key))))
            << set(key, QJsonValue());
        QTest::newRow(qPrintable(QStringLiteral("an object as %1").arg(QLatin1String(key))))
            << set(key, QJsonObject());
    }
    QTest::newRow("another key") << set("path", QStringLiteral("/etc/shadow"));
    QTest::newRow("another kind") << set("kind", QStringLiteral("shadow"));
    QTest::newRow("kind by number") << set("kind", 1);

    const QString longName(300, QLatin1Char('a'));
    const QStringList hosts{QString(),
                            QStringLiteral("a b"),
                            QStringLiteral("a.lan:5000"),
                            QStringLiteral("a\"b"),
                            QStringLiteral("a\nb"),
                            QStringLiteral("a/b"),
                            QStringLiteral("user@a.lan"),
                            QStringLiteral("[fd00::1]"),
                            QStringLiteral("fe80::1%eth0"),
                            QStringLiteral("a.lan."),
                            QStringLiteral("*.lan"),
                            QStringLiteral("$(id).lan"),
                            QStringLiteral("ä.lan"),
                            QString(QChar(0)),
                            longName};
    for (const QString &host : hosts)
        QTest::addRow("host %d", static_cast<int>(hosts.indexOf(host))) << set("host", host);
    const QList<QJsonValue> ports{0, -1, 65536, 1.5, 1e300, QStringLiteral("5000"), true};
    for (const QJsonValue &port : ports)
        QTest::addRow("port %d", static_cast<int>(ports.indexOf(port))) << set("port", port);
    const QStringList registries{QString(),
                                 QStringLiteral("Docker.io"),
                                 QStringLiteral("index.docker.io"),
                                 QStringLiteral("quay.io/org"),
                                 QStringLiteral(".."),
                                 QStringLiteral("."),
                                 QStringLiteral("../etc"),
                                 QStringLiteral("a\"]"),
                                 QStringLiteral("a\nb"),
                                 QStringLiteral("*"),
                                 QStringLiteral("_default/.."),
                                 longName};
    for (const QString &registry : registries)
        QTest::addRow("registry %d", static_cast<int>(registries.indexOf(registry)))
            << set("registries", QJsonArray{registry});
    QTest::newRow("no registry") << set("registries", QJsonArray());
    QTest::newRow("two for a hosts.toml")
        << set("registries", QJsonArray{QStringLiteral("docker.io"), QStringLiteral("quay.io")});
    QTest::newRow("registries as a text") << set("registries", QStringLiteral("docker.io"));
    QTest::newRow("registries as numbers") << set("registries", QJsonArray{1});
    QTest::newRow("one twice") << Change([](QJsonObject &object) {
        object.insert(QLatin1String("kind"), QStringLiteral("buildkit-toml"));
        object.insert(QLatin1String("registries"),
                      QJsonArray{QStringLiteral("quay.io"), QStringLiteral("quay.io")});
    });
    QTest::newRow("too many") << Change([](QJsonObject &object) {
        object.insert(QLatin1String("kind"), QStringLiteral("buildkit-toml"));
        QJsonArray many;
        for (int i = 0; i < 65; ++i)
            many << QStringLiteral("r%1.lan").arg(i);
        object.insert(QLatin1String("registries"), many);
    });
    QTest::newRow("all, in a file that has no such thing") << Change([](QJsonObject &object) {
        object.insert(QLatin1String("kind"), QStringLiteral("buildkit-toml"));
        object.insert(QLatin1String("registries"), QJsonArray{QStringLiteral("_default")});
    });
    const QStringList paths{QStringLiteral("ca.pem"),
                            QStringLiteral("./ca.pem"),
                            QStringLiteral("/etc/../root/ca.pem"),
                            QStringLiteral("/etc//ca.pem"),
                            QStringLiteral("/etc/"),
                            QStringLiteral("//host/ca.pem"),
                            QStringLiteral("/"),
                            QStringLiteral("~/ca.pem"),
                            QStringLiteral("C:\\ca.pem"),
                            QStringLiteral("/etc/a\nb"),
                            QStringLiteral("/etc/a\u202eb"),
                            QStringLiteral("/etc/") + QChar(0xd800),
                            QLatin1Char('/') + QString(2000, QLatin1Char('a'))};
    for (const QString &path : paths)
        QTest::addRow("path %d", static_cast<int>(paths.indexOf(path)))
            << set("authorityFile", path);
    QTest::newRow("no authority") << set("authority", QStringLiteral("x"));
    QTest::newRow("more than an authority")
        << set("authority", QString::fromLatin1(authority + "x"));
    QTest::newRow("a large authority")
        << set("authority", QString::fromLatin1(authority.repeated(200)));
    QTest::newRow("an authority without TLS") << set("tls", false);
    QTest::newRow("user with a colon") << set("user", QStringLiteral("a:b"));
    QTest::newRow("user with a line end") << set("user", QStringLiteral("a\nb"));
    QTest::newRow("user of great length") << set("user", longName);
    QTest::newRow("password without a user") << set("user", QString());
    QTest::newRow("password with a line end") << set("password", QStringLiteral("a\nb"));
    QTest::newRow("password of great length") << set("password", QString(2000, QLatin1Char('a')));
    QTest::newRow("password as a number") << set("password", 1);
    QTest::newRow("insecure with TLS") << set("insecureToo", true);
}

void RecipeTest::refusesWhatIsNoRecipe()
{
    QFETCH(const Change, change);
    QJsonObject object = QJsonDocument::fromJson(toJson(completeRecipe(), true)).object();
    change(object);
    const auto read = recipeFromJson(QJsonDocument(object).toJson());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY(read.error().message.english().find(completeRecipe().cache.password.toStdString()) ==
            std::string::npos);
}

void RecipeTest::refusesOtherJson_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("a comment") << toJson(completeRecipe(), true) + "// x";
    QTest::newRow("two objects") << toJson(completeRecipe(), true).repeated(2);
    QTest::newRow("no UTF-8") << toJson(completeRecipe(), true).replace("jö", "j\xff");
    QTest::newRow("large") << toJson(completeRecipe(), true) + QByteArray(300'000, ' ');
}

void RecipeTest::refusesOtherJson()
{
    QFETCH(const QByteArray, json);
    const auto read = recipeFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
}

void RecipeTest::makesNoFileOfWhatIsNoRecipe()
{
    for (const Kind kind : allKinds) {
        Recipe recipe = recipeOf(kind);
        recipe.cache.host = QStringLiteral("a\"]\nb");
        QVERIFY(!withRecipe(recipe, std::nullopt));
        QVERIFY(!withoutRecipe(recipe, "x"));
    }
}

QTEST_APPLESS_MAIN(RecipeTest)
#include "tst_recipe.moc"
