// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/privatetext.h"

#include <QTemporaryDir>

namespace lanyard::test {

/// The programs docker-credential-test and docker-credential-broken in a folder of their own, which
/// write down how they are called. What the first answers depends on the registry it is asked for.
class HelperScript
{
public:
    static constexpr const char *secret = "helper-secret-never-said";

    HelperScript()
    {
        writeFile(path("docker-credential-test"), script, 0755);
        writeFile(path("docker-credential-broken"), "#!/no/such/interpreter\n", 0755);
        QDir(m_folder.path()).mkdir(QStringLiteral("running"));
    }

    QString folder() const { return m_folder.path(); }

    QString searchPath() const { return QStringLiteral("/no/such/folder:") + m_folder.path(); }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// ACTION QUESTION, a line each.
    QByteArray calls() const { return textOf(path("calls")); }

    /// Lets those go on that wait for it.
    void release() const { writeFile(path("go"), {}); }

    /// Lets those wait that will be asked.
    void hold() const { QFile::remove(path("go")); }

private:
    static constexpr const char *script = R"sh(#!/bin/sh
here=$(dirname "$0")
question=$(cat)
echo "$1 $question" >>"$here/calls"
secret=helper-secret-never-said
give() {
    echo "{\"ServerURL\":\"$question\",\"Username\":\"$1\",\"Secret\":\"$secret\"}"
}
echo "$secret" >&2
case "$1 $question" in
"get https://index.docker.io/v1/") give hub ;;
"get token.io") give '<token>' ;;
"get none.io") echo "credentials not found in native keychain"; exit 1 ;;
"get nameless.io") echo "no credentials username"; exit 1 ;;
"get locked.io") echo "error: $secret"; exit 1 ;;
"get status.io") give me; exit 3 ;;
"get text.io") echo "me:$secret" ;;
"get empty.io") echo "{\"ServerURL\":\"\",\"Username\":\"\",\"Secret\":\"$secret\"}" ;;
"get crash.io") kill -SEGV $$ ;;
"get long.io") head -c 2000000 /dev/zero ;;
"get endless.io") exec yes "$secret" ;;
"get silent.io") sleep 1000 & echo $! >"$here/pid.new"; mv "$here/pid.new" "$here/pid"; wait ;;
"get slow"*)
    mkdir "$here/running/$$"
    ls "$here/running" | wc -l >>"$here/counts"
    while ! [ -e "$here/go" ]; do sleep 0.02; done
    rmdir "$here/running/$$"
    give slow ;;
"list "*)
    printf '{"https://index.docker.io/v1/":"hub","https://index.docker.io/v1/access-token":"hub",'
    printf '"quay.io":"me","https://quay.io":"me"}\n' ;;
*) give me ;;
esac
)sh";

    QTemporaryDir m_folder;
};

} // namespace lanyard::test
