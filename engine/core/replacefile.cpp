// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replacefile.h"

#include "core/fileio.h"
#include "core/filereader.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace lanyard {

namespace {

tl::unexpected<Error> systemFailure(const std::string &what)
{
    const std::error_code error(errno, std::generic_category());
    return failure(ErrorCode::Io, what + ": " + error.message());
}

/// A file beside the one it is to replace; gone unless it did.
class TemporaryFile
{
public:
    explicit TemporaryFile(const QByteArray &target)
        : m_path(target + ".XXXXXX")
        , m_descriptor(::mkostemp(m_path.data(), O_CLOEXEC))
    {
    }

    ~TemporaryFile()
    {
        if (m_descriptor.isValid() && !m_isPlaced)
            ::unlink(m_path.constData());
    }

    Q_DISABLE_COPY_MOVE(TemporaryFile)

    Result<void> write(const QByteArray &bytes, const struct stat &like) const
    {
        if (!m_descriptor.isValid())
            return systemFailure("cannot be written: no new file in its folder");
        const int descriptor = m_descriptor.get();
        struct stat own = {};
        if (::fstat(descriptor, &own) != 0)
            return systemFailure("cannot be written");
        const bool isSameOwner = own.st_uid == like.st_uid && own.st_gid == like.st_gid;
        if (!isSameOwner && ::fchown(descriptor, like.st_uid, like.st_gid) != 0)
            return systemFailure("cannot be written: its owner cannot be kept");
        // Last, as a change of the owner takes some bits away.
        constexpr mode_t permissions = 07777;
        if (::fchmod(descriptor, like.st_mode & permissions) != 0)
            return systemFailure("cannot be written: its permissions cannot be kept");
        if (!writeAll(m_descriptor, bytes, 0) || ::fsync(descriptor) != 0)
            return systemFailure("cannot be written");
        return {};
    }

    Result<void> place(const QByteArray &target)
    {
        if (::rename(m_path.constData(), target.constData()) != 0)
            return systemFailure("cannot be replaced");
        m_isPlaced = true;
        return {};
    }

private:
    QByteArray m_path;
    FileDescriptor m_descriptor;
    bool m_isPlaced = false;
};

Result<void> requireContent(const QString &path, const QByteArray &content)
{
    const auto now = readSmallFile(path, content.size());
    if (!now && now.error().code != ErrorCode::InvalidInput)
        return tl::unexpected(now.error());
    if (!now || *now != content)
        return failure(ErrorCode::InUse, "has been changed by somebody else since it was read");
    return {};
}

} // namespace

Result<void> replaceFile(const QString &path, const QByteArray &before, const QByteArray &after)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (real.isEmpty())
        return failure(ErrorCode::NotFound, "there is no such file");
    const QByteArray target = QFile::encodeName(real);
    struct stat like = {};
    if (::stat(target.constData(), &like) != 0)
        return systemFailure("cannot be read");
    if (!S_ISREG(like.st_mode))
        return failure(ErrorCode::Io, "this is no file that can be replaced");

    TemporaryFile file(target);
    if (auto written = file.write(after, like); !written)
        return written;
    // As late as can be: what is written between this and the next line is lost.
    if (auto same = requireContent(real, before); !same)
        return same;
    if (auto placed = file.place(target); !placed)
        return placed;
    const QByteArray folder = QFile::encodeName(QFileInfo(real).path());
    if (!syncFolder(folder.constData()))
        return systemFailure("is replaced, but may be the old one again after a power cut");
    return {};
}

} // namespace lanyard
