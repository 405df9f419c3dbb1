// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard::bench {

/// The memory of this process that is in RAM, in MiB, once the allocator has given back what it
/// can; 0 where the system does not say.
double residentMib();

} // namespace lanyard::bench
