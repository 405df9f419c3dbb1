// SPDX-License-Identifier: GPL-3.0-or-later
#include "processlimits.h"

#include <csignal>
#include <sys/resource.h>

namespace lanyard::cli {

void ignoreBrokenPipes()
{
    std::signal(SIGPIPE, SIG_IGN);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace lanyard::cli
