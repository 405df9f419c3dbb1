// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/archivefixture.h"

#include "registry/imageexport.h"
#include "registry/imageimport.h"
#include "registry/images.h"

#include <QDir>
#include <QFile>

namespace lanyard::test {

using namespace lanyard::registry;

QByteArray textOf(const Digest &digest)
{
    return QByteArray::fromStdString(digest.toString());
}

QString blobPath(const QString &layout, const Digest &digest)
{
    return layout + QStringLiteral("/blobs/sha256/") + QString::fromStdString(digest.hex());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void putFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

ArchiveFixture::ArchiveFixture()
    : routes({{.registry = "docker.io", .url = {}, .aliases = {"hub"}},
              {.registry = "quay.io", .url = {}}},
             "docker.io")
{
    source.putImage(hub, name, image);
    source.setTag(hub, name, "1", image.manifest);
}

Result<ExportResult> ArchiveFixture::write(const QByteArrayList &references, const QString &path)
{
    return ImageExport(source.store(), routes, {.references = references, .path = path.toUtf8()},
                       {}, [](const ArchiveProgress &) {})
        .run();
}

Result<ImportResult> ArchiveFixture::read(const QString &path, const ImportRequest &terms)
{
    ImportRequest request = terms;
    request.path = path.toUtf8();
    return archive::openImageSource(path.toStdString(), {.registry = "docker.io", .stop = {}})
        .and_then([&](const std::unique_ptr<archive::ImageSource> &archive) {
            ImageImport import(target.store(), routes, request, [](const ArchiveProgress &) {});
            return import.run(*archive);
        });
}

void ArchiveFixture::writeLong(const QString &path)
{
    constexpr qint64 bytes = 1024 * 1024 * 1024;
    // Not theirs: it is never read to its end.
    const QString digest(64, u'0');
    const QByteArray manifest = R"({"mediaType":"application/vnd.oci.image.manifest.v1+json",)"
                                R"("layers":[{"digest":"sha256:)" +
                                digest.toUtf8() + R"(","size":)" + QByteArray::number(bytes) +
                                "}]}";
    const Digest root = Digest::of(Digest::Algorithm::Sha256, manifest);
    putFile(path + QStringLiteral("/index.json"),
            R"({"manifests":[{"digest":")" + textOf(root) + R"(","size":1,"annotations":{)" +
                R"("org.opencontainers.image.ref.name":"docker.io/library/long:1"}}]})");
    putFile(blobPath(path, root), manifest);
    QFile layer(path + QStringLiteral("/blobs/sha256/") + digest);
    if (!layer.open(QIODevice::WriteOnly) || !layer.resize(bytes))
        qFatal("%s cannot be written", qPrintable(layer.fileName()));
}

bool ArchiveFixture::isWhole(const QByteArray &reference)
{
    const auto details = inspect(reference);
    return details && details->summary.isComplete;
}

Result<ImageDetails> ArchiveFixture::inspect(const QByteArray &reference)
{
    return Images(target.store(), routes).inspect(reference.toStdString());
}

bool ArchiveFixture::isPlaceEmpty() const
{
    return QDir(m_folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace lanyard::test
