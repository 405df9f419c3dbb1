// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <memory>

namespace lanyard::ui {

namespace {

tl::unexpected<Error> refused(ErrorCode code, const QString &text)
{
    return failure(code, text.toStdString());
}

QString translated(const char *text)
{
    return QCoreApplication::translate("file", text);
}

Result<QByteArray> contentOf(const QString &path, qint64 bytesMax)
{
    if (!QFileInfo::exists(path))
        return refused(
            ErrorCode::NotFound,
            translated(QT_TRANSLATE_NOOP("file", "%1: there is no such file")).arg(path));
    // What is no file, as a pipe, may never end.
    if (!QFileInfo(path).isFile())
        return refused(ErrorCode::InvalidInput,
                       translated(QT_TRANSLATE_NOOP("file", "%1: it is no file")).arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(ErrorCode::Io, QStringLiteral("%1: %2").arg(path, file.errorString()));
    QByteArray bytes = file.read(bytesMax + 1);
    if (bytes.size() > bytesMax)
        return refused(ErrorCode::InvalidInput,
                       translated(QT_TRANSLATE_NOOP("file", "%1: it is too long")).arg(path));
    return bytes;
}

} // namespace

void readSmallFile(const QString &path, qint64 bytesMax, QObject *context, const FileRead &done)
{
    const auto content = std::make_shared<Result<QByteArray>>();
    QThread *thread =
        QThread::create([path, bytesMax, content] { *content = contentOf(path, bytesMax); });
    QObject::connect(thread, &QThread::finished, context, [content, done] { done(*content); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace lanyard::ui
