// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/freeport.h"

#include <QCoreApplication>
#include <QTcpServer>

#include <atomic>

namespace lanyard::test {

namespace {

constexpr std::uint32_t firstPort = 10'000;
constexpr std::uint32_t portCount = 22'000;

} // namespace

std::uint16_t freePort()
{
    // Tests that run at once begin elsewhere.
    constexpr std::uint32_t stride = 61;
    static std::atomic<std::uint32_t> next =
        static_cast<std::uint32_t>(QCoreApplication::applicationPid()) * stride;
    QTcpServer probe;
    std::uint16_t port = 0;
    do {
        port = static_cast<std::uint16_t>(firstPort + next++ % portCount);
    } while (!probe.listen(QHostAddress::LocalHost, port));
    return port;
}

} // namespace lanyard::test
