// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filedescriptor.h"

#include <unistd.h>

namespace lanyard {

void FileDescriptor::reset(int descriptor)
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = descriptor;
}

} // namespace lanyard
