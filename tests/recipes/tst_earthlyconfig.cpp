// SPDX-License-Identifier: GPL-3.0-or-later
// config.yml of Earthly: the buildkitd.toml in its text gets the mirrors, the certificate comes in
// as a volume, both are taken out again, and nothing else changes.
#include "recipes/earthlyconfig.h"

#include "recipes/buildkittoml.h"
#include "recipes/earthlydocument.h"
#include "recipes/goldencase.h"

#include <QRandomGenerator>

using namespace lanyard;
using namespace lanyard::recipes;

namespace {

Recipe usualRecipe()
{
    Recipe usual;
    usual.kind = Recipe::Kind::EarthlyConfig;
    usual.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    usual.registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    return usual;
}

/// Makes configurations that people could have, the same ones in each run.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    bool chance(int percent) { return m_random.bounded(100) < percent; }

    QByteArray text()
    {
        m_indent = QByteArray(1 + m_random.bounded(4), ' ');
        QByteArray text;
        maybe(text, 20, "\xEF\xBB\xBF");
        maybe(text, 30, "# what this is\n");
        maybe(text, 10, "---\n");
        maybe(text, 30, "git:\n  github.com:\n    pattern: 'github.com/([^/]+)'\n");
        maybe(text, 20, "\n");
        if (chance(70))
            text += global();
        maybe(text, 30, "# the end\n");
        if (chance(25))
            text.chop(text.endsWith('\n') ? 1 : 0);
        if (chance(25))
            text.replace("\n", "\r\n");
        return text;
    }

private:
    void maybe(QByteArray &text, int percent, const char *part)
    {
        if (chance(percent))
            text += part;
    }

    QByteArray global()
    {
        QByteArray entries;
        maybe(entries, 50, "cache_size_mb: 20000 # MiB\n");
        maybe(entries, 30, "# about arguments\n");
        if (chance(30))
            entries += chance(50) ? "buildkit_additional_args: [\"--ulimit\", 'nofile=1']\n"
                                  : "buildkit_additional_args:\n  - --ulimit\n  - nofile=1 # x\n";
        if (chance(60))
            entries += config();
        maybe(entries, 50, "disable_analytics: true\n");
        if (entries.isEmpty() || entries.trimmed().startsWith("# about arguments"))
            entries += "tls_enabled: false\n";
        QByteArray text("global:");
        text += chance(20) ? " # all\n" : "\n";
        for (const QByteArray &line : entries.chopped(1).split('\n'))
            text += (line.isEmpty() ? line : m_indent + line) + '\n';
        return text;
    }

    QByteArray config()
    {
        static const QList<QByteArray> tables{
            "debug = true\n", "[worker.oci]\n  max-parallelism = 4\n",
            "[registry.\"docker.io\"]\n  mirrors = [\"mirror.gcr.io\"]\n",
            "[registry.\"quay.io\"] # ours\n  http = false\n",
            "# a comment\n\n[registry.\"ghcr.io\"]\n    mirrors = [\n      \"a.lan\",\n    ]\n"};
        QByteArray toml;
        for (const QByteArray &table : tables)
            maybe(toml, 40, table.constData());
        if (toml.isEmpty())
            toml = "debug = true\n";
        QByteArray text("buildkit_additional_config: |");
        text += chance(20) ? "-" : chance(20) ? "+" : "";
        text += chance(20) ? " # for BuildKit\n" : "\n";
        const QByteArray inner(2 + m_random.bounded(3), ' ');
        for (const QByteArray &line : toml.chopped(1).split('\n'))
            text += (line.isEmpty() ? line : inner + line) + '\n';
        return text;
    }

    QRandomGenerator m_random;
    QByteArray m_indent;
};

} // namespace

class EarthlyConfigTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void isUndone();
    void holdsTheMirrors();
};

void EarthlyConfigTest::edits_data()
{
    addCases("earthlyconfig", usualRecipe());
}

void EarthlyConfigTest::edits()
{
    QFETCH(GoldenCase, one);
    checkCase(one, withEarthlyConfig, withoutEarthlyConfig);
}

/// Whatever there was, it is there again byte for byte.
void EarthlyConfigTest::isUndone()
{
    for (quint32 seed = 1; seed <= 400; ++seed) {
        Generator generator(seed);
        Recipe recipe = usualRecipe();
        if (generator.chance(40)) {
            recipe.cache.isTls = true;
            recipe.authorityFile = QStringLiteral("/etc/ssl/lanyard-ca.pem");
        }
        const QByteArray before = generator.text();
        const Result<QByteArray> with = withEarthlyConfig(recipe, before);
        QVERIFY2(with, (before + (with ? "" : with.error().message.english().c_str())).constData());
        QVERIFY(*with != before);
        QCOMPARE(*withEarthlyConfig(recipe, *with), *with);
        const Result<std::optional<QByteArray>> without = withoutEarthlyConfig(recipe, *with);
        QVERIFY2(without, without ? "" : without.error().message.english().c_str());
        const bool wasNothing = QByteArray(before).replace("\xEF\xBB\xBF", "").trimmed().isEmpty();
        QCOMPARE(without->value_or(QByteArray()), wasNothing ? QByteArray() : before);
    }
}

/// The text in the YAML is what the recipe for a buildkitd.toml makes of the text before.
void EarthlyConfigTest::holdsTheMirrors()
{
    for (quint32 seed = 1; seed <= 100; ++seed) {
        Generator generator(seed);
        const QByteArray before = generator.text();
        const auto with = withEarthlyConfig(usualRecipe(), before);
        QVERIFY(with);
        const auto documentBefore = EarthlyDocument::read(before);
        const auto document = EarthlyDocument::read(*with);
        QVERIFY(document && documentBefore && document->isSameBesides(*documentBefore));
        const auto toml = *document->toml();
        QVERIFY(toml);
        const auto expected = withBuildkitToml(usualRecipe(), *documentBefore->toml());
        QCOMPARE(toml->trimmed(), expected->trimmed());
        QVERIFY(toml->contains("192.168.0.80:5000"));
    }
}

QTEST_APPLESS_MAIN(EarthlyConfigTest)
#include "tst_earthlyconfig.moc"
