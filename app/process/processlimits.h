// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard {

/// What a process needs that serves many clients. At the start of main(), before any thread:
/// - a client, or the reader of the log, that is gone is a failed write, not the end of the
///   process;
/// - the soft limit of open files is raised to the hard one: each client is one, and so is each
///   file that is being sent. It stays as it is where the system refuses;
/// - the threads share few heaps, so that memory one has freed serves another, and what a large
///   download has freed goes back to the system.
void prepareProcess();

} // namespace lanyard
