// SPDX-License-Identifier: GPL-3.0-or-later
// buildkitd.toml: the cache is the first mirror, what is ours is replaced and taken out, and
// nothing else changes.
#include "recipes/buildkittoml.h"

#include "recipes/goldencase.h"

using namespace lanyard;
using namespace lanyard::recipes;

class TestBuildkitToml final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
};

void TestBuildkitToml::edits_data()
{
    Recipe usual;
    usual.kind = Recipe::Kind::BuildkitToml;
    usual.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    usual.registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    addCases("buildkittoml", usual);
}

void TestBuildkitToml::edits()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withBuildkitToml, withoutBuildkitToml);
}

QTEST_APPLESS_MAIN(TestBuildkitToml)
#include "tst_buildkittoml.moc"
