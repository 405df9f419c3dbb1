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

/// glibc gives up to eight heaps a processor to the threads, each of which keeps what was freed in
/// it (mallopt(3)). What is hot here allocates nothing, so that two are enough.
void tameHeaps()
{
    mallopt(M_ARENA_MAX, 2);
    // glibc's own values. Said once, they stay; else the first large block that is freed raises
    // them, and the blocks of downloads are kept in heaps that do not shrink again.
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 128 * 1024);
}

} // namespace

void prepareProcess()
{
    std::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    tameHeaps();
}

} // namespace lanyard
