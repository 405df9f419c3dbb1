// SPDX-License-Identifier: GPL-3.0-or-later
// A probe image is a valid one in both of its dialects: every digest and size is that of what it
// names, its layer unpacks to the layer that its configs name, and it shares nothing with another.
#include "api/probe.h"
#include "registry/probeimage.h"
#include "registry/probelayer.h"
#include "store/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::registry;

namespace {

constexpr const char *nonce = "00112233445566778899aabbccddeeff";
constexpr const char *ociIndex = "application/vnd.oci.image.index.v1+json";
constexpr const char *ociManifest = "application/vnd.oci.image.manifest.v1+json";
constexpr const char *dockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
constexpr const char *dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

const ProbePart *find(const ProbeImage &image, const Digest &digest)
{
    const auto found = std::find_if(image.parts().begin(), image.parts().end(),
                                    [&](const ProbePart &part) { return part.digest == digest; });
    return found == image.parts().end() ? nullptr : &*found;
}

QJsonObject json(const ProbePart &part)
{
    return QJsonDocument::fromJson(part.bytes).object();
}

} // namespace

class TestProbeImage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isValid_data();
    void isValid();
    void isAlwaysTheSame();
    void sharesNothing();
    void unpacks();
    void suitsWhatIsAccepted_data();
    void suitsWhatIsAccepted();
    void knowsNonces_data();
    void knowsNonces();
};

void TestProbeImage::isValid_data()
{
    QTest::addColumn<QString>("accept");
    QTest::newRow("OCI") << QString::fromLatin1(ociIndex);
    QTest::newRow("Docker") << QString::fromLatin1(dockerIndex);
}

void TestProbeImage::isValid()
{
    QFETCH(QString, accept);
    const ProbeImage image(nonce);
    const ProbePart &top = image.taggedFor(accept.toStdString());
    QCOMPARE(QString::fromStdString(std::string(top.mediaType)), accept);
    const Result<store::Manifest> index = store::parseManifest(top.bytes, top.mediaType);
    QVERIFY(index);
    QVERIFY(index->isIndex);
    QCOMPARE(index->mediaType, accept.toStdString());
    QStringList platforms;
    for (std::size_t i = 0; i < index->children.size(); ++i) {
        const store::Descriptor &child = index->children[i];
        const ProbePart *part = find(image, child.digest);
        QVERIFY(part);
        QCOMPARE(part->bytes.size(), child.size);
        QCOMPARE(Digest::of(Digest::Algorithm::Sha256, part->bytes), child.digest);
        const Result<store::Manifest> manifest = store::parseManifest(part->bytes, part->mediaType);
        QVERIFY(manifest);
        QVERIFY(!manifest->isIndex);
        QVERIFY(manifest->hasConfig);
        QCOMPARE(manifest->children.size(), std::size_t(2));
        for (const store::Descriptor &content : manifest->children) {
            const ProbePart *blob = find(image, content.digest);
            QVERIFY(blob);
            QCOMPARE(blob->bytes.size(), content.size);
            QCOMPARE(Digest::of(Digest::Algorithm::Sha256, blob->bytes), content.digest);
        }
        const ProbePart *config = find(image, manifest->children.back().digest);
        QCOMPARE(config->kind, ProbePart::Kind::Config);
        const store::Platform platform = store::platformOfConfig(config->bytes);
        QCOMPARE(platform, index->platforms[i]);
        platforms.append(QString::fromStdString(platform.os + '/' + platform.architecture) +
                         QString::fromStdString(platform.variant));
    }
    for (const char *wanted : {"linux/amd64", "linux/arm64v8", "linux/armv7", "linux/386",
                               "linux/ppc64le", "linux/s390x", "linux/riscv64"})
        QVERIFY2(platforms.contains(QLatin1String(wanted)), wanted);
}

void TestProbeImage::isAlwaysTheSame()
{
    const ProbeImage one(nonce);
    const ProbeImage other(nonce);
    QCOMPARE(one.parts().size(), other.parts().size());
    for (std::size_t i = 0; i < one.parts().size(); ++i)
        QCOMPARE(one.parts()[i].bytes, other.parts()[i].bytes);
}

void TestProbeImage::sharesNothing()
{
    QSet<QByteArray> seen;
    const ProbeImage one(nonce);
    const ProbeImage other("ffeeddccbbaa99887766554433221100");
    for (const ProbeImage *image : {&one, &other}) {
        for (const ProbePart &part : image->parts()) {
            QVERIFY(!seen.contains(part.bytes));
            seen.insert(part.bytes);
        }
    }
}

void TestProbeImage::unpacks()
{
    const ProbeImage image(nonce);
    const auto layer =
        std::find_if(image.parts().begin(), image.parts().end(),
                     [](const ProbePart &part) { return part.kind == ProbePart::Kind::Layer; });
    QVERIFY(layer != image.parts().end());
    const QTemporaryDir folder;
    QProcess tar;
    tar.setWorkingDirectory(folder.path());
    tar.start(QStringLiteral("tar"), {QStringLiteral("-xzf"), QStringLiteral("-")});
    tar.write(layer->bytes);
    tar.closeWriteChannel();
    QVERIFY(tar.waitForFinished());
    QCOMPARE(tar.exitCode(), 0);
    QFile file(folder.filePath(QString::fromLatin1(probeFile.data())));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(nonce) + '\n');

    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc")});
    gzip.write(layer->bytes);
    gzip.closeWriteChannel();
    QVERIFY(gzip.waitForFinished());
    const QByteArray unpacked = gzip.readAllStandardOutput();
    QVERIFY(unpacked.size() < 10 * 1024);
    const QString digest =
        QString::fromStdString(Digest::of(Digest::Algorithm::Sha256, unpacked).toString());
    for (const ProbePart &part : image.parts()) {
        if (part.kind != ProbePart::Kind::Config)
            continue;
        QCOMPARE(json(part)
                     .value(QLatin1String("rootfs"))
                     .toObject()
                     .value(QLatin1String("diff_ids"))
                     .toArray(),
                 QJsonArray{digest});
    }
}

void TestProbeImage::suitsWhatIsAccepted_data()
{
    QTest::addColumn<QString>("accept");
    QTest::addColumn<QString>("mediaType");
    const auto row = [](const char *name, const QString &accept, const char *type) {
        QTest::newRow(name) << accept << QString::fromLatin1(type);
    };
    const auto list = [](std::initializer_list<const char *> types) {
        QStringList names;
        for (const char *type : types)
            names.append(QString::fromLatin1(type));
        return names.join(QStringLiteral(", "));
    };
    row("nothing said", {}, ociIndex);
    row("anything", QStringLiteral("*/*"), ociIndex);
    row("all, as containerd says",
        list({dockerManifest, dockerIndex, ociManifest, ociIndex, "*/*"}), ociIndex);
    row("without OCI", list({dockerManifest, dockerIndex}), dockerIndex);
    row("no index", list({dockerManifest, ociManifest}), ociManifest);
    row("no index, and anything", list({ociManifest, "*/*"}), ociManifest);
    row("schema 2 only", list({dockerManifest}), dockerManifest);
    row("with a parameter", QString::fromLatin1(dockerIndex) + QStringLiteral(";q=0.5"),
        dockerIndex);
    row("in capitals", QString::fromLatin1(dockerManifest).toUpper(), dockerManifest);
    row("only what there is not", QStringLiteral("text/html"), ociIndex);
    row("nonsense", QStringLiteral(",,;,a,\"b"), ociIndex);
}

void TestProbeImage::suitsWhatIsAccepted()
{
    QFETCH(QString, accept);
    QFETCH(QString, mediaType);
    const ProbeImage image(nonce);
    const ProbePart &part = image.taggedFor(accept.toStdString());
    QCOMPARE(QString::fromStdString(std::string(part.mediaType)), mediaType);
    QCOMPARE(json(part).value(QLatin1String("mediaType")).toString(), mediaType);
}

void TestProbeImage::knowsNonces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNonce");
    QTest::newRow("one") << QString::fromLatin1(nonce) << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("short") << QString(31, u'a') << false;
    QTest::newRow("long") << QString(33, u'a') << false;
    QTest::newRow("capitals") << QString(32, u'A') << false;
    QTest::newRow("no digit") << QString(31, u'a') + u'g' << false;
    QTest::newRow("a word") << QStringLiteral("latest") << false;
}

void TestProbeImage::knowsNonces()
{
    QFETCH(QString, text);
    QFETCH(bool, isNonce);
    QCOMPARE(isProbeNonce(text.toStdString()), isNonce);
}

QTEST_GUILESS_MAIN(TestProbeImage)
#include "tst_probeimage.moc"
