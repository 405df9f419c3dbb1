// SPDX-License-Identifier: GPL-3.0-or-later
// registries.conf: the cache is the first mirror of each registry, what is ours is replaced and
// taken out, and nothing else changes.
#include "recipes/registriesconf.h"

#include "recipes/goldencase.h"

using namespace lanyard;
using namespace lanyard::recipes;

class TestRegistriesConf final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
};

void TestRegistriesConf::edits_data()
{
    Recipe usual;
    usual.kind = Recipe::Kind::RegistriesConf;
    usual.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    usual.registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    addCases("registriesconf", usual);
}

void TestRegistriesConf::edits()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withRegistriesConf, withoutRegistriesConf);
}

QTEST_APPLESS_MAIN(TestRegistriesConf)
#include "tst_registriesconf.moc"
