// SPDX-License-Identifier: GPL-3.0-or-later
// What others say, in names, in an archive or as an upstream, reaches no terminal as something that
// it obeys, and no reader as other text than it is; to programs it is told as it was said.
#include "cli/lanyardprogram.h"
#include "core/printabletext.h"
#include "registry/cachefixture.h"
#include "support/putfile.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::test;

namespace {

const QString &hostileText()
{
    static const QString text =
        QStringLiteral("evil\u001b]0;x\u0007\u001b[2J\u009b1m\u202egpj.\u2066<b>\r\nlanyard: "
                       "all is well");
    return text;
}

/// What of a text a terminal would obey; line ends are those of its lines.
QString hiddenIn(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QString hidden;
    std::copy_if(text.begin(), text.end(), std::back_inserter(hidden),
                 [](QChar c) { return c != u'\n' && isHidden(c.unicode()); });
    return hidden;
}

/// An image layout with an image of that name, whose manifest is not there.
void writeLayout(const QString &folder, const QString &name)
{
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/blobs/sha256")));
    putFile(folder + QStringLiteral("/oci-layout"), R"({"imageLayoutVersion":"1.0.0"})");
    const QJsonObject image{
        {QStringLiteral("mediaType"), QString::fromLatin1(imageType)},
        {QStringLiteral("digest"), QStringLiteral("sha256:") + QString(64, u'a')},
        {QStringLiteral("size"), 2},
        {QStringLiteral("annotations"),
         QJsonObject{{QStringLiteral("org.opencontainers.image.ref.name"), name}}}};
    putFile(folder + QStringLiteral("/index.json"),
            QJsonDocument(QJsonObject{{QStringLiteral("schemaVersion"), 2},
                                      {QStringLiteral("manifests"), QJsonArray{image}}})
                .toJson());
}

} // namespace

class TestInjection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesInAnArchive_data();
    void namesInAnArchive();
    void wordsOfAnUpstream_data();
    void wordsOfAnUpstream();
};

void TestInjection::namesInAnArchive_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("for people") << false;
    QTest::newRow("for programs") << true;
}

void TestInjection::namesInAnArchive()
{
    QFETCH(bool, isJson);
    const QTemporaryDir folder;
    const QString layout = folder.filePath(QStringLiteral("layout"));
    writeLayout(layout, hostileText());
    QStringList arguments{QStringLiteral("import"), layout, QStringLiteral("--data"),
                          folder.filePath(QStringLiteral("cache"))};
    if (isJson)
        arguments.append(QStringLiteral("--json"));
    const Outcome outcome = runLanyard(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains("evil"), outcome.out + outcome.err);
    QCOMPARE(hiddenIn(outcome.out), QString());
    QCOMPARE(hiddenIn(outcome.err), QString());
    if (isJson)
        QVERIFY2(outcome.json()
                     .value(QLatin1String("refused"))
                     .toArray()[0]
                     .toObject()
                     .value(QLatin1String("name"))
                     .toString()
                     .contains(hostileText()),
                 outcome.out);
    else
        QCOMPARE(outcome.out.count('\n'), 2);
}

void TestInjection::wordsOfAnUpstream_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = hostileText().toUtf8();
    QTest::newRow("as JSON")
        << QJsonDocument(QJsonObject{{QStringLiteral("message"), hostileText()}}).toJson();
    QTest::newRow("as text") << text;
}

void TestInjection::wordsOfAnUpstream()
{
    QFETCH(QByteArray, body);
    CacheFixture cache;
    cache.hubCredentials = {.username = "me", .password = "wrong"};
    cache.restart();
    cache.hub.addFault(
        "/v2/library/app/manifests/1",
        {.status = 401, .fields = {{"WWW-Authenticate", "Basic realm=\"x\""}}, .body = body});
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 404);
    const QString refusal =
        QString::fromStdString(cache.core().upstreams().upstreams.first().refusal.english());
    QVERIFY2(refusal.contains(QLatin1String("evil")), qPrintable(refusal));
    QCOMPARE(hiddenIn(refusal.toUtf8()), QString());
    QVERIFY(!refusal.contains(u'\n'));
    QVERIFY(hiddenIn(cache.warnings.join(u'\n').toUtf8()).isEmpty());
}

QTEST_GUILESS_MAIN(TestInjection)
#include "tst_injection.moc"
