// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/slidingwindow.h"

#include "core/limits.h"
#include "store/folder.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <system_error>
#include <utility>

namespace lanyard::store {

namespace {

std::string systemReason()
{
    return std::generic_category().message(errno);
}

} // namespace

Result<std::unique_ptr<SlidingWindow>> SlidingWindow::open(std::shared_ptr<GrowingFile> file,
                                                           std::int64_t begin)
{
    FileDescriptor memory(memfd_create("lanyard-window", MFD_CLOEXEC));
    if (!memory.isValid())
        return failure(ErrorCode::Io,
                       {QT_TRANSLATE_NOOP("engine", "no memory to pass a blob through: %1"),
                        {systemReason()}});
    auto shared = std::make_shared<const FileDescriptor>(std::move(memory));
    file->openWindow(begin, shared);
    return std::unique_ptr<SlidingWindow>(
        new SlidingWindow(std::move(file), std::move(shared), begin));
}

SlidingWindow::SlidingWindow(std::shared_ptr<GrowingFile> file, SharedFile memory,
                             std::int64_t begin)
    : m_file(std::move(file))
    , m_memory(std::move(memory))
    , m_begin(begin)
{
}

bool SlidingWindow::hasRoom(std::int64_t offset, std::int64_t bytes,
                            const GrowingFile::Waker &waker)
{
    const std::int64_t needed = neededFor(offset, bytes);
    for (;;) {
        const std::int64_t begin = m_file->forgetPassed();
        slide(begin);
        if (begin >= needed)
            return true;
        if (m_file->awaitReaders(needed, waker))
            return false;
    }
}

Result<void> SlidingWindow::write(QByteArrayView bytes, std::int64_t offset)
{
    if (!writeAll(*m_memory, bytes, offset))
        return failure(ErrorCode::Io,
                       {QT_TRANSLATE_NOOP("engine", "no memory to pass a blob through: %1"),
                        {systemReason()}});
    return {};
}

std::int64_t SlidingWindow::neededFor(std::int64_t offset, std::int64_t bytes)
{
    // A piece that is larger than the window goes out alone.
    return std::min(offset + bytes - limits::windowBytes, offset);
}

/// Gives memory back. Only whole pages: of the others, the system would overwrite with zeros what
/// may still be on its way out of a socket.
void SlidingWindow::slide(std::int64_t begin)
{
    const std::int64_t to = begin - begin % limits::windowGranuleBytes;
    const std::int64_t from = m_begin - m_begin % limits::windowGranuleBytes;
    if (to <= from)
        return;
    // What cannot be given back now goes with the file.
    (void)fallocate(m_memory->get(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, from, to - from);
    m_begin = to;
}

} // namespace lanyard::store
