// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/putfile.h"
#include "support/testcertificate.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <string>
#include <sys/stat.h>

namespace lanyard::test {

/// A program `lego` in a folder of its own. It writes down how it is called, and what an order
/// comes to is in the file `way`: `issue` leaves what is in issued.crt and issued.key.
class LegoScript
{
public:
    explicit LegoScript(const std::string &host = "cache.example.org")
        : m_host(host)
    {
        install("4.9.1");
        issues(makeTlsIdentity(host));
        answers("issue");
    }

    QString searchPath() const { return QStringLiteral("/no/such/folder:") + m_folder.path(); }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    void install(const QByteArray &version) const
    {
        const QString file = path("lego");
        replaceFile(file, QByteArray(script).replace("%VERSION%", version));
        ::chmod(qPrintable(file), 0755);
    }

    void uninstall() const { QFile::remove(path("lego")); }

    void issues(const TlsIdentity &identity) const
    {
        replaceFile(path("issued.crt"), identity.certificate);
        replaceFile(path("issued.key"), identity.key);
    }

    void answers(const QByteArray &way) const { replaceFile(path("way"), way); }

    QByteArray textOf(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// How often something was ordered.
    int orders() const { return static_cast<int>(textOf("calls").count("run\n")); }

    /// How often it was asked what it is.
    int questions() const { return static_cast<int>(textOf("calls").count("--help\n")); }

private:
    static constexpr const char *script = R"sh(#!/bin/sh
here=$(dirname "$0")
if [ "$1" = --help ]; then
    echo "$*" >>"$here/calls"
    printf 'VERSION:\n   %VERSION%\n\n--path --accept-tos --email --server --domains '
    printf -- '--cert.timeout --http.port --tls.port --dns --dns.resolvers x\n'
    exit
fi
env | sed 's/=.*//' | sort >"$here/environment"
folder=$2
while [ $# -gt 1 ]; do
    if [ "$1" = --domains ] && [ -z "$name" ]; then name=$2; fi
    printf '%s ' "$1" >>"$here/calls"
    shift
done
echo "$1" >>"$here/calls"
echo '2026/11/27 10:47:07 [INFO] acme: Obtaining bundled SAN certificate' >&2
case $(cat "$here/way") in
issue)
    mkdir -p "$folder/certificates"
    cp "$here/issued.crt" "$folder/certificates/$name.crt"
    cp "$here/issued.key" "$folder/certificates/$name.key" ;;
refuse)
    echo "2026/11/27 10:47:10 error: 429 :: urn:ietf:params:acme:error:rateLimited :: $TOKEN" >&2
    exit 1 ;;
nothing) ;;
crash) kill -SEGV $$ ;;
flood) head -c 2000000 /dev/zero | tr '\0' 'x'; echo; echo "the last line" >&2; exit 1 ;;
hang) sleep 1000 & echo $! >"$here/pid.new"; mv "$here/pid.new" "$here/pid"; wait ;;
esac
)sh";

    const std::string m_host;
    QTemporaryDir m_folder;
};

} // namespace lanyard::test
