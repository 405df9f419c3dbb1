// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/firstfile.h"

#include "config/configfile.h"
#include "core/limits.h"
#include "core/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lanyard::config {

QByteArray firstFileText()
{
    // The window shows the requests; who wants them on stdout as well changes it.
    return R"(# Lanyard's configuration; `lanyard config check` says what is wrong with it.
version: 1
log: {access: false}
)";
}

Config firstFileConfig()
{
    return *readConfig(firstFileText(), {}, readSmallFile).config;
}

Result<void> makeFile(const QString &path, const QByteArray &text)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failure(ErrorCode::Io,
                       Message::at(path, QT_TRANSLATE_NOOP("engine", "its folder cannot be made")));
    return PrivateFile(QFile::encodeName(path).toStdString(), limits::configBytesMax).replace(text);
}

} // namespace lanyard::config
