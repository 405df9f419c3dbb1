// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replacefile.h"

#include "core/fileerror.h"
#include "core/filereader.h"
#include "core/newfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lanyard {

namespace {

/// So that what others left beside it is not in the way.
std::string randomWord()
{
    constexpr int hexadecimal = 16;
    return QString::number(QRandomGenerator::global()->generate64(), hexadecimal).toStdString();
}

Result<void> requireContent(const QString &path, const QByteArray &content)
{
    const auto now = readSmallFile(path, content.size());
    if (!now && now.error().code != ErrorCode::InvalidInput)
        return tl::unexpected(now.error());
    if (!now || *now != content)
        return failure(
            ErrorCode::InUse,
            QT_TRANSLATE_NOOP("engine", "has been changed by somebody else since it was read"));
    return {};
}

} // namespace

Result<void> replaceFile(const QString &path, const QByteArray &before, const QByteArray &after)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return failure(ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "there is no such file"));
    if (!QFileInfo(real).isFile())
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "this is no file that can be replaced"));
    const FileDescriptor old(::open(QFile::encodeName(real).constData(), O_RDONLY | O_CLOEXEC));
    const FileDescriptor folder(::open(QFile::encodeName(QFileInfo(real).path()).constData(),
                                       O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!old.isValid() || !folder.isValid())
        return tl::unexpected(systemError(QT_TRANSLATE_NOOP("engine", "cannot be read: %1")));
    const auto traits = FileTraits::of(old);
    if (!traits)
        return tl::unexpected(traits.error());

    const std::string name = QFile::encodeName(QFileInfo(real).fileName()).toStdString();
    auto file = NewFile::create(folder, name + '.' + randomWord(), S_IRUSR | S_IWUSR);
    if (!file)
        return tl::unexpected(file.error());
    if (auto taken = file->take(*traits); !taken)
        return taken;
    if (auto written = file->write(after); !written)
        return written;
    // As late as can be: what is written between this and the next line is lost.
    if (auto same = requireContent(real, before); !same)
        return same;
    if (auto placed = file->place(name); !placed)
        return placed;
    if (::fsync(folder.get()) != 0)
        return tl::unexpected(systemError(QT_TRANSLATE_NOOP(
            "engine", "is replaced, but may be the old one again after a power cut: %1")));
    return {};
}

} // namespace lanyard
