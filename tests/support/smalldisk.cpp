// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smalldisk.h"

#include "core/filedescriptor.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace lanyard::test {

namespace {

bool writeTo(const char *path, const std::string &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
           file.write(text.c_str()) == static_cast<qint64>(text.size());
}

/// A user becomes root of a namespace of his own.
bool enterAsUser()
{
    const std::string user = std::to_string(getuid());
    const std::string group = std::to_string(getgid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeTo("/proc/self/setgroups", "deny") &&
           writeTo("/proc/self/uid_map", "0 " + user + " 1") &&
           writeTo("/proc/self/gid_map", "0 " + group + " 1");
}

} // namespace

bool SmallDisk::enter()
{
    const bool isIn = geteuid() == 0 ? unshare(CLONE_NEWNS) == 0 : enterAsUser();
    if (!isIn || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return false;
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    return mount("tmpfs", path.c_str(), "tmpfs", 0, "size=64k") == 0 && umount(path.c_str()) == 0;
}

SmallDisk::SmallDisk(std::int64_t bytes)
    : m_bytes(bytes)
{
    const std::string size = "size=" + std::to_string(bytes);
    if (mount("tmpfs", m_folder.path().toLatin1().constData(), "tmpfs", 0, size.c_str()) != 0)
        qFatal("no file system of %lld bytes", static_cast<long long>(bytes));
}

SmallDisk::~SmallDisk()
{
    umount2(m_folder.path().toLatin1().constData(), MNT_DETACH);
}

std::int64_t SmallDisk::freeBytes() const
{
    struct statvfs status = {};
    statvfs(m_folder.path().toLatin1().constData(), &status);
    return static_cast<std::int64_t>(status.f_bavail) * static_cast<std::int64_t>(status.f_frsize);
}

void SmallDisk::fill(std::int64_t bytesLeft)
{
    const QByteArray name = m_folder.path().toLatin1() + "/filler";
    unlink(name.constData());
    const FileDescriptor file(open(name.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    // Whoever else writes may take what was free a moment ago.
    for (std::int64_t bytes = 0; (bytes = freeBytes() - bytesLeft) > 0;) {
        const int result = posix_fallocate(file.get(), 0, bytes);
        if (result == 0)
            return;
        if (result != ENOSPC)
            qFatal("the disk cannot be filled");
    }
}

void SmallDisk::setReadOnly(bool isReadOnly)
{
    unsigned long flags = MS_REMOUNT;
    if (isReadOnly)
        flags |= MS_RDONLY;
    const std::string size = "size=" + std::to_string(m_bytes);
    if (mount("tmpfs", m_folder.path().toLatin1().constData(), "tmpfs", flags, size.c_str()) != 0)
        qFatal("the disk cannot be mounted anew");
}

} // namespace lanyard::test
