// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/addresswatch.h"

#include <QSocketNotifier>

#include <array>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace lanyard::localca {

namespace {

/// Of rtnetlink(7); empty where a sandbox forbids it.
FileDescriptor openSocket()
{
    FileDescriptor netlink(
        ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
    sockaddr_nl address = {};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (::bind(netlink.get(), reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        netlink.reset();
    return netlink;
}

/// What has changed is found out by looking at all of it.
void discardMessages(const FileDescriptor &netlink)
{
    std::array<char, 8192> buffer{};
    while (::recv(netlink.get(), buffer.data(), buffer.size(), 0) > 0) {
    }
}

} // namespace

AddressWatch::AddressWatch()
    : m_socket(openSocket())
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &AddressWatch::changed);
    if (!m_socket.isValid())
        return;
    auto *const notifier = new QSocketNotifier(m_socket.get(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        discardMessages(m_socket);
        m_settling.start();
    });
}

AddressWatch::~AddressWatch() = default;

} // namespace lanyard::localca
