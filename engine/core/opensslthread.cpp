// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/opensslthread.h"

#include <QThread>

#include <openssl/crypto.h>

namespace lanyard {

void freeOpenSslAtEndOf(QThread &thread)
{
    // The context lives elsewhere, but this is to be called on the thread itself.
    QObject::connect(
        &thread, &QThread::finished, &thread, [] { OPENSSL_thread_stop(); }, Qt::DirectConnection);
}

} // namespace lanyard
