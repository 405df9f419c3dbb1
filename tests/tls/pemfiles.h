// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "support/putfile.h"
#include "support/testcertificate.h"

#include <QTemporaryDir>

namespace lanyard::test {

/// The files of a listener's TLS, in a folder of their own.
class PemFiles
{
public:
    explicit PemFiles(const TlsIdentity &identity = makeTlsIdentity("127.0.0.1")) { put(identity); }

    TlsConfig config() const { return {.certificate = path("cert.pem"), .key = path("key.pem")}; }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void put(const TlsIdentity &identity) const
    {
        put("cert.pem", identity.certificate);
        put("key.pem", identity.key);
    }

    /// Another file in the place of the one before, for this user only.
    void put(const char *name, const QByteArray &bytes) const { replaceFile(path(name), bytes); }

private:
    QTemporaryDir m_folder;
};

} // namespace lanyard::test
