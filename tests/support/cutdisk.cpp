// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cutdisk.h"

#include "core/filedescriptor.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

namespace lanyard::test {

namespace {

/// Linux, fs/ext4/ext4.h: EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH. The log in memory is
/// lost, too.
constexpr unsigned long shutdownRequest = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t withoutLogFlush = 2;

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

} // namespace

std::unique_ptr<CutDisk> CutDisk::create(std::int64_t bytes)
{
    std::unique_ptr<CutDisk> disk(new CutDisk);
    const QString image = disk->m_folder.filePath(QStringLiteral("image"));
    QFile file(image);
    if (file.open(QIODevice::WriteOnly) && file.resize(bytes) &&
        run(QStringLiteral("mkfs.ext4"), {QStringLiteral("-q"), image}) &&
        QDir().mkdir(disk->path()) && disk->mount())
        return disk;
    return nullptr;
}

CutDisk::~CutDisk()
{
    umount2(path().toLatin1().constData(), MNT_DETACH);
}

QString CutDisk::path() const
{
    return m_folder.filePath(QStringLiteral("disk"));
}

void CutDisk::cutPower()
{
    const FileDescriptor root(
        open(path().toLatin1().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    std::uint32_t flags = withoutLogFlush;
    if (ioctl(root.get(), shutdownRequest, &flags) != 0)
        qFatal("the power cannot be cut");
}

void CutDisk::switchOn()
{
    // Who had it open a moment ago may not have been at the processor since.
    int tries = 300;
    while (umount2(path().toLatin1().constData(), 0) != 0 && errno == EBUSY && --tries > 0)
        std::this_thread::sleep_for(100ms);
    if (tries == 0 || !mount())
        qFatal("the disk cannot be mounted anew");
}

bool CutDisk::mount() const
{
    return run(QStringLiteral("mount"), {QStringLiteral("-o"), QStringLiteral("loop"),
                                         m_folder.filePath(QStringLiteral("image")), path()});
}

} // namespace lanyard::test
