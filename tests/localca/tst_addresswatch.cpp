// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that an address that comes is told.
#include "core/filedescriptor.h"
#include "localca/addresswatch.h"

#include <QSignalSpy>
#include <QTest>

#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::localca;

namespace {

/// A network of this process alone, without an address.
bool enterEmptyNetwork()
{
    return ::unshare(CLONE_NEWNET | (::geteuid() == 0 ? 0 : CLONE_NEWUSER)) == 0;
}

/// Gives it 127.0.0.1 and ::1.
bool startLoopback()
{
    const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo");
    request.ifr_flags = IFF_UP;
    return ::ioctl(socket.get(), SIOCSIFFLAGS, &request) == 0;
}

} // namespace

class TestAddressWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfAddresses();
};

void TestAddressWatch::tellsOfAddresses()
{
    if (!enterEmptyNetwork())
        QSKIP("this system gives no network namespace");
    AddressWatch watch;
    QSignalSpy changes(&watch, &AddressWatch::changed);
    QVERIFY(startLoopback());
    QTRY_VERIFY(!changes.isEmpty());
}

QTEST_GUILESS_MAIN(TestAddressWatch)
#include "tst_addresswatch.moc"
