// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filereader.h"

#include <QFile>
#include <QFileInfo>

namespace lanyard {

Result<QByteArray> readSmallFile(const QString &path, std::int64_t bytesMax)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::NotFound, "there is no such file");
    if (info.isDir())
        return failure(ErrorCode::Io, "this is a folder, not a file");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, "cannot be read: " + file.errorString().toStdString());
    QByteArray bytes = file.read(bytesMax + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Io, "cannot be read: " + file.errorString().toStdString());
    if (bytes.size() > bytesMax)
        return failure(ErrorCode::InvalidInput,
                       "is larger than " + std::to_string(bytesMax) + " bytes");
    return bytes;
}

} // namespace lanyard
