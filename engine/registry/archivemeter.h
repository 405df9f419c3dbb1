// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"

#include <chrono>
#include <cstdint>
#include <functional>

namespace lanyard::registry {

/// How far an export or import is, told a few times a second. One thread.
class ArchiveMeter
{
public:
    using Told = std::function<void(const ArchiveProgress &)>;

    explicit ArchiveMeter(Told told);

    /// So many more bytes are to be copied.
    void addWanted(std::int64_t bytes) { m_progress.totalBytes += bytes; }

    /// So many more are copied.
    void addDone(std::int64_t bytes);

    std::int64_t doneBytes() const { return m_progress.doneBytes; }

private:
    const Told m_told;
    ArchiveProgress m_progress;
    std::chrono::steady_clock::time_point m_toldAt;
};

} // namespace lanyard::registry
