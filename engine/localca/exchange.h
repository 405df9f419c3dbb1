// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard::localca {

/// Has what is at two paths of one file system change places, at once: whoever looks finds one of
/// the two at either. Which of the source files is built is CMake's choice. False with errno set:
/// ENOSYS or EINVAL where the system, or that file system, cannot do it. Thread-safe.
bool exchange(const char *one, const char *other);

} // namespace lanyard::localca
