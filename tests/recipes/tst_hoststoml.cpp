// SPDX-License-Identifier: GPL-3.0-or-later
// hosts.toml: the cache is the first host, ours is replaced and taken out, and nothing else
// changes.
#include "recipes/hoststoml.h"

#include "recipes/goldencase.h"

using namespace lanyard;
using namespace lanyard::recipes;

class TestHostsToml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
};

void TestHostsToml::edits_data()
{
    Recipe usual;
    usual.kind = Recipe::Kind::HostsToml;
    usual.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    usual.registries = {QStringLiteral("docker.io")};
    addCases("hoststoml", usual);
}

void TestHostsToml::edits()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withHostsToml, withoutHostsToml);
}

QTEST_APPLESS_MAIN(TestHostsToml)
#include "tst_hoststoml.moc"
