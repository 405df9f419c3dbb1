// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"
#include "api/imagedetails.h"
#include "core/result.h"
#include "registry/imagestore.h"
#include "upstream/routes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string_view>

namespace lanyard::test {

QByteArray textOf(const Digest &digest);
QString blobPath(const QString &layout, const Digest &digest);
QByteArray contentOf(const QString &path);
/// Makes the file, and the folders above it.
void putFile(const QString &path, const QByteArray &bytes);

/// The message of a failure; empty where there is none.
template <typename Value>
QByteArray reasonOf(const Result<Value> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().message.english());
}

/// Two real stores, of which one has docker.io/library/x:1, and a folder for what goes from one to
/// the other. docker.io, known as hub too, and quay.io are configured.
class ArchiveFixture
{
public:
    ArchiveFixture();

    static constexpr std::string_view hub = "docker.io";
    static constexpr std::string_view name = "library/x";

    Result<ExportResult> write(const QByteArrayList &references, const QString &path);
    Result<ImportResult> read(const QString &path, const ImportRequest &terms = {});
    /// A layout whose only image, docker.io/library/long:1, takes long to import: 1 GiB of zeros,
    /// that are not on the disk.
    void writeLong(const QString &path);
    /// Whether the target has this image, complete.
    bool isWhole(const QByteArray &reference);
    Result<ImageDetails> inspect(const QByteArray &reference);

    QString place(const QString &file) const { return m_folder.filePath(file); }

    bool isPlaceEmpty() const;

    const upstream::Routes routes;
    const TestImage image = testImage("amd64", {QByteArray(3'000'000, 'x'), "small"}); ///< x:1
    const TestImage arm = testImage("arm64", {"for arm", "small"});
    ImageStore source;
    ImageStore target;

private:
    QTemporaryDir m_folder;
};

} // namespace lanyard::test
