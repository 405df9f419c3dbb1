// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/portowner.h"

namespace lanyard::http {

std::string programListeningAt(const ListenAddress & /*address*/)
{
    return {};
}

} // namespace lanyard::http
