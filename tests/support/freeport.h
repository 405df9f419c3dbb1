// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lanyard::test {

/// A port of 127.0.0.1 for one who has to name it before it is listened at. Nobody listens there,
/// and no connection gets it meanwhile: it is below those that Linux gives by itself
/// (ip_local_port_range, from 32768 on). Each call of a process gives another one.
std::uint16_t freePort();

} // namespace lanyard::test
