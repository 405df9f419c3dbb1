// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/processlimits.h"

#include <csignal>
#include <malloc.h>
#include <sys/resource.h>

namespace lanyard {

namespace {

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// glibc raises this threshold by itself when a large block is freed, and then keeps what is freed
/// below it (mallopt(3)). Set to what it begins with, it stays there.
void returnFreedBlocks()
{
    constexpr int thresholdBytes = 128 * 1024;
    mallopt(M_MMAP_THRESHOLD, thresholdBytes);
}

} // namespace

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    returnFreedBlocks();
}

} // namespace lanyard
