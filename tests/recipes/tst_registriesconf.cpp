// SPDX-License-Identifier: GPL-3.0-or-later
// registries.conf: the cache is the first mirror of each registry, what is ours is replaced and
// taken out, and nothing else changes.
#include "recipes/registriesconf.h"

#include "recipes/tomlcases.h"

using namespace lanyard;
using namespace lanyard::recipes;

class TestRegistriesConf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void namesPrefixesOfOthers();
};

void TestRegistriesConf::edits_data()
{
    Recipe usual;
    usual.kind = Recipe::Kind::RegistriesConf;
    usual.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    usual.registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    addCases(QStringLiteral(LANYARD_GOLDEN "/registriesconf"), usual);
}

void TestRegistriesConf::edits()
{
    QFETCH(TomlCase, one);
    checkCase(one, withRegistriesConf, withoutRegistriesConf);
}

void TestRegistriesConf::namesPrefixesOfOthers()
{
    const auto prefixes = prefixesOf("[[registry]]\n"
                                     "prefix = \"*.office.example\"\n"
                                     "[[registry]] # Managed by Lanyard\n"
                                     "location = 'docker.io'\n"
                                     "[[registry]] # of a person\n"
                                     "location = \"quay.io\"\n"
                                     "[[registry.mirror]]\n"
                                     "location = \"a.example\"\n");
    QCOMPARE(prefixes.value(),
             QStringList({QStringLiteral("*.office.example"), QStringLiteral("quay.io")}));
    QCOMPARE(prefixesOf("").value(), QStringList());
    const auto none = prefixesOf("[[registry]\n");
    QCOMPARE(none.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(none.error().message),
             QStringLiteral("line 1, column 12: this is no TOML"));
}

QTEST_APPLESS_MAIN(TestRegistriesConf)
#include "tst_registriesconf.moc"
