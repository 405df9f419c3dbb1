// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard::cli {

/// A client, or the reader of the log, that is gone is a failed write, not the end of the process.
void ignoreBrokenPipes();

/// Raises the soft limit of open files to the hard one: each client is one, and so is each file
/// that is being sent. Stays as it is where the system refuses.
void raiseDescriptorLimit();

} // namespace lanyard::cli
