// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/exchange.h"

#include <cstdio>
#include <fcntl.h>

namespace lanyard::localca {

bool exchange(const char *one, const char *other)
{
    return ::renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0;
}

} // namespace lanyard::localca
