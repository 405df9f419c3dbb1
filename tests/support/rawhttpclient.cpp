// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttpclient.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>

namespace lanyard::test {

namespace {

constexpr int patienceSeconds = 10;

std::string toLower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Where the line of that field begins; npos where there is none.
std::size_t findField(const std::string &head, std::string_view name)
{
    return toLower(head).find("\r\n" + toLower(std::string(name)) + ": ");
}

} // namespace

std::string RawAnswer::field(std::string_view name) const
{
    const std::size_t line = findField(head, name);
    if (line == std::string::npos)
        return {};
    const std::size_t value = line + name.size() + 4;
    return head.substr(value, head.find("\r\n", value) - value);
}

bool RawAnswer::hasField(std::string_view name) const
{
    return findField(head, name) != std::string::npos;
}

RawHttpClient::RawHttpClient(std::uint16_t port, int receiveBufferBytes, const std::string &source)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBufferBytes > 0)
        ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVBUF, &receiveBufferBytes,
                     sizeof receiveBufferBytes);
    const timeval patience{.tv_sec = patienceSeconds, .tv_usec = 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (!source.empty()) {
        inet_pton(AF_INET, source.c_str(), &address.sin_addr);
        ::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        m_socket.reset();
}

bool RawHttpClient::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

RawAnswer RawHttpClient::readAnswer()
{
    RawAnswer answer = readHead();
    if (answer.status != 0 && answer.hasField("Content-Length"))
        answer.body = read(std::strtoul(answer.field("Content-Length").c_str(), nullptr, 10));
    return answer;
}

RawAnswer RawHttpClient::readAnswerToHead()
{
    return readHead();
}

std::string RawHttpClient::read(std::size_t count)
{
    while (m_received.size() < count && receive()) {
    }
    const std::string bytes = m_received.substr(0, count);
    m_received.erase(0, count);
    return bytes;
}

RawHttpClient::End RawHttpClient::readToEnd()
{
    do {
        m_received.clear();
    } while (receive());
    return m_end;
}

void RawHttpClient::shutdownWrite()
{
    ::shutdown(m_socket.get(), SHUT_WR);
}

void RawHttpClient::reset()
{
    const linger discard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
    m_socket.reset();
}

RawAnswer RawHttpClient::readHead()
{
    constexpr std::string_view headEnd = "\r\n\r\n";
    std::size_t end = std::string::npos;
    while ((end = m_received.find(headEnd)) == std::string::npos) {
        if (!receive())
            return {};
    }
    RawAnswer answer;
    answer.head = m_received.substr(0, end + headEnd.size());
    m_received.erase(0, end + headEnd.size());
    if (answer.head.starts_with("HTTP/1.1 "))
        answer.status = std::atoi(answer.head.substr(9, 3).c_str());
    return answer;
}

/// One recv(2).
bool RawHttpClient::receive()
{
    std::array<char, std::size_t{64} * 1024> buffer{};
    const ssize_t count = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
    if (count > 0)
        take({buffer.data(), static_cast<std::size_t>(count)});
    else if (m_end != End::Open)
        return false; // how it ended is known
    else if (count == 0)
        m_end = End::Closed;
    else if (errno == ECONNRESET)
        m_end = End::Reset;
    return count > 0;
}

} // namespace lanyard::test
