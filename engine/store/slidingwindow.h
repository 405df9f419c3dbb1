// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/growingfile.h"
#include "core/result.h"

#include <QByteArrayView>

#include <cstdint>
#include <memory>

namespace lanyard::store {

/// The part of a growing file that is in memory only, because the disk takes none of it: the bytes
/// between its slowest reader and its writer, at most limits::windowBytes of them.
///
/// Used by one task at a time.
class SlidingWindow
{
public:
    /// The window of `file`, for all from `begin` on. Io when the system gives no memory.
    static Result<std::unique_ptr<SlidingWindow>> open(std::shared_ptr<GrowingFile> file,
                                                       std::int64_t begin);

    /// Whether so many more bytes may be written at `offset`, where the last ones ended. If not,
    /// `waker` is called, on any thread, when a reader has gone on.
    bool hasRoom(std::int64_t offset, std::int64_t bytes, const GrowingFile::Waker &waker);
    Result<void> write(QByteArrayView bytes, std::int64_t offset);
    /// How far all readers have to be for that.
    static std::int64_t neededFor(std::int64_t offset, std::int64_t bytes);

private:
    SlidingWindow(std::shared_ptr<GrowingFile> file, SharedFile memory, std::int64_t begin);

    void slide(std::int64_t begin);

    const std::shared_ptr<GrowingFile> m_file;
    const SharedFile m_memory;
    std::int64_t m_begin; ///< nothing is kept before it
};

} // namespace lanyard::store
