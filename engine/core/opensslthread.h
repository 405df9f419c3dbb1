// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QThread;

namespace lanyard {

/// Has a thread of Qt free what OpenSSL keeps for it, when it finishes. OpenSSL would do so by
/// itself at the very end of the thread, but QThread::wait() returns before that: a program that
/// ends then never frees it. Called on the thread that has `thread`, before it is started.
void freeOpenSslAtEndOf(QThread &thread);

} // namespace lanyard
