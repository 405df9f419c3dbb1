// SPDX-License-Identifier: GPL-3.0-or-later
// Writes, as root, what a user has been asked about: run by pkexec, with one request on stdin and
// the answer to it on stdout. Ends with 0 when there is an answer, whatever it says.
#include "core/filereader.h"
#include "setup/privilegeddesk.h"
#include "setup/setuplimits.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;

namespace {

void prepareProcess()
{
    ::umask(S_IWGRP | S_IWOTH);
    // Nobody ends it in the middle: it is short.
    for (const int signal : {SIGHUP, SIGINT, SIGTERM, SIGPIPE})
        std::signal(signal, SIG_IGN);
}

void answer(const QByteArray &json)
{
    const bool isWritten = std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()),
                                       stdout) == static_cast<std::size_t>(json.size()) &&
                           std::fflush(stdout) == 0;
    QCoreApplication::exit(isWritten ? 0 : 1);
}

} // namespace

int main(int argc, char *argv[])
{
    if (::geteuid() != 0) {
        std::fputs("lanyard-helper is run by Lanyard, as root; there is nothing else to do with "
                   "it\n",
                   stderr);
        return 2;
    }
    if (::chdir("/") != 0)
        return 1;
    prepareProcess();
    const QCoreApplication application(argc, argv);
    const auto request =
        readSmallInput(QStringLiteral("/dev/stdin"), setup::limits::privilegedBytesMax);
    setup::PrivilegedDesk desk({});
    // From the event loop, so that an answer ends it.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [&] { desk.serve(request.value_or(QByteArray()), answer); },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}
