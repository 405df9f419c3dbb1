// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard {

/// What a process needs that serves many clients. At the start of main(), before any thread:
/// - a client, or the reader of the log, that is gone is a failed write, not the end of the
///   process;
/// - the soft limit of open files is raised to the hard one: each client is one, and so is each
///   file that is being sent. It stays as it is where the system refuses;
/// - large blocks go back to the system when they are freed: what a download used does not stay.
void prepareProcess();

} // namespace lanyard
