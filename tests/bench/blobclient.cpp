// SPDX-License-Identifier: GPL-3.0-or-later
// Loads an HTTP server with requests for one path over several keep-alive connections. One thread,
// and bodies are thrown away in the kernel, so that on a small machine the server has the
// processor.
//
// Usage: lanyard_blobclient PORT PATH CONNECTIONS [--seconds S] [--save FILE] [--head TYPE]
// Goes on for S seconds, or makes one request on each connection. --head asks by HEAD for TYPE.
// Prints one JSON object. Exit status 1: an answer was not a whole 200, or the server went away.

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t chunkBytes = std::size_t{1024} * 1024;
constexpr std::size_t headBytesMax = std::size_t{16} * 1024;
constexpr int silenceMsMax = 30'000;

struct Options
{
    std::uint16_t port = 0;
    std::string path;
    int connections = 1;
    double seconds = 0; ///< how long to go on; 0: one request a connection
    std::string save;   ///< where the body goes; empty: nowhere
    std::string method = "GET";
    std::string accept = "*/*";
};

struct Totals
{
    std::int64_t bodyBytes = 0;
    std::int64_t answers = 0;
    double firstByteSeconds = -1; ///< from before the connect to the first byte of a body
};

[[noreturn]] void fail(const std::string &what)
{
    throw std::runtime_error(what);
}

[[noreturn]] void failSystem(const std::string &what)
{
    fail(what + ": " + std::strerror(errno));
}

double secondsSince(SteadyClock::time_point start)
{
    return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

void requireSuccess(std::string_view head)
{
    if (head.substr(0, 13) != "HTTP/1.1 200 ")
        fail("not a 200: " + std::string(head.substr(0, head.find('\r'))));
}

/// The Content-Length of a complete answer head.
std::int64_t bodyLength(std::string_view head)
{
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; });
    constexpr std::string_view name = "\r\ncontent-length: ";
    const std::size_t found = lower.find(name);
    std::int64_t length = 0;
    if (found == std::string::npos ||
        std::from_chars(lower.data() + found + name.size(), lower.data() + lower.size(), length)
                .ec != std::errc())
        fail("no Content-Length");
    return length;
}

/// One keep-alive connection: asks, reads the answer, asks again.
class Connection
{
public:
    Connection(const Options &options, SteadyClock::time_point startedAt, Totals &totals)
        : m_totals(totals)
        , m_startedAt(startedAt)
        , m_request(options.method + ' ' + options.path + " HTTP/1.1\r\nHost: 127.0.0.1:" +
                    std::to_string(options.port) + "\r\nAccept: " + options.accept + "\r\n\r\n")
        , m_isHead(options.method == "HEAD")
        , m_descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(options.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (m_descriptor < 0 || connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address),
                                        sizeof(address)) != 0)
            failSystem("connect");
        const int on = 1;
        setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        if (!options.save.empty()) {
            m_file = open(options.save.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
            if (m_file < 0)
                failSystem(options.save);
        }
        ask();
    }

    ~Connection()
    {
        close(m_descriptor);
        if (m_file >= 0)
            close(m_file);
    }

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    int descriptor() const { return m_descriptor; }

    void ask()
    {
        const auto sent = send(m_descriptor, m_request.data(), m_request.size(), MSG_NOSIGNAL);
        if (sent != static_cast<ssize_t>(m_request.size()))
            failSystem("send");
    }

    /// Takes what has arrived; true when that ends an answer.
    bool receive(std::vector<char> &buffer)
    {
        if (m_isInBody)
            receiveBody(buffer);
        else
            receiveHead(buffer);
        if (!m_isInBody || m_bodyLeft > 0)
            return false;
        m_isInBody = false;
        ++m_totals.answers;
        return true;
    }

private:
    void receiveHead(std::vector<char> &buffer)
    {
        const std::size_t received = read(buffer.data(), headBytesMax, 0);
        m_head.append(buffer.data(), received);
        const std::size_t end = m_head.find("\r\n\r\n");
        if (end == std::string::npos) {
            if (m_head.size() > headBytesMax)
                fail("the answer's head does not end");
            return;
        }
        const auto head = std::string_view(m_head).substr(0, end + 4);
        requireSuccess(head);
        m_bodyLeft = m_isHead ? 0 : bodyLength(head);
        m_isInBody = true;
        const std::string_view body = std::string_view(m_head).substr(end + 4);
        if (!body.empty())
            takeBody(body.data(), body.size());
        m_head.clear();
    }

    void receiveBody(std::vector<char> &buffer)
    {
        const auto wanted = static_cast<std::size_t>(
            std::min(m_bodyLeft, static_cast<std::int64_t>(buffer.size())));
        // tcp(7): MSG_TRUNC has the bytes thrown away instead of copied.
        takeBody(buffer.data(), read(buffer.data(), wanted, m_file < 0 ? MSG_TRUNC : 0));
    }

    std::size_t read(char *data, std::size_t size, int flags) const
    {
        const ssize_t received = recv(m_descriptor, data, size, flags);
        if (received < 0)
            failSystem("recv");
        if (received == 0)
            fail("the server closed the connection");
        return static_cast<std::size_t>(received);
    }

    void takeBody(const char *data, std::size_t size)
    {
        if (m_totals.bodyBytes == 0)
            m_totals.firstByteSeconds = secondsSince(m_startedAt);
        m_totals.bodyBytes += static_cast<std::int64_t>(size);
        m_bodyLeft -= static_cast<std::int64_t>(size);
        if (m_bodyLeft < 0)
            fail("more bytes than the head said");
        while (m_file >= 0 && size > 0) {
            const ssize_t written = write(m_file, data, size);
            if (written < 0)
                failSystem("write");
            data += written;
            size -= static_cast<std::size_t>(written);
        }
    }

    Totals &m_totals;
    const SteadyClock::time_point m_startedAt;
    const std::string m_request;
    const bool m_isHead;
    const int m_descriptor;
    int m_file = -1;
    std::string m_head;
    bool m_isInBody = false;
    std::int64_t m_bodyLeft = 0;
};

void watch(int epoll, Connection &connection)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &connection;
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, connection.descriptor(), &event) != 0)
        failSystem("epoll_ctl");
}

double load(const Options &options, Totals &totals)
{
    const auto startedAt = SteadyClock::now();
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Connection>> connections;
    for (int number = 0; number < options.connections; ++number) {
        connections.push_back(std::make_unique<Connection>(options, startedAt, totals));
        watch(epoll, *connections.back());
    }

    std::vector<char> buffer(chunkBytes);
    std::array<epoll_event, 64> events{};
    double elapsed = 0;
    for (auto running = connections.size(); running > 0;) {
        const int count = epoll_wait(epoll, events.data(), events.size(), silenceMsMax);
        if (count < 0 && errno != EINTR)
            failSystem("epoll_wait");
        if (count == 0)
            fail("the server sends nothing");
        for (int index = 0; index < count; ++index) {
            auto &connection = *static_cast<Connection *>(events.at(index).data.ptr);
            if (!connection.receive(buffer))
                continue;
            if (options.seconds > 0) {
                connection.ask();
                continue;
            }
            epoll_ctl(epoll, EPOLL_CTL_DEL, connection.descriptor(), nullptr);
            --running;
        }
        elapsed = secondsSince(startedAt);
        if (options.seconds > 0 && elapsed >= options.seconds)
            break;
    }
    close(epoll);
    return elapsed;
}

Options parseArguments(const std::vector<std::string> &arguments)
{
    if (arguments.size() < 4 || arguments.size() % 2 != 0)
        fail("usage: PORT PATH CONNECTIONS [--seconds S] [--save FILE] [--head TYPE]");
    Options options;
    options.port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
    options.path = arguments[2];
    options.connections = std::stoi(arguments[3]);
    for (std::size_t index = 4; index < arguments.size(); index += 2) {
        const std::string &value = arguments[index + 1];
        if (arguments[index] == "--seconds") {
            options.seconds = std::stod(value);
        } else if (arguments[index] == "--save") {
            options.save = value;
        } else if (arguments[index] == "--head") {
            options.method = "HEAD";
            options.accept = value;
        } else {
            fail("no such option: " + arguments[index]);
        }
    }
    return options;
}

} // namespace

int main(int argc, char *argv[])
{
    try {
        const Options options = parseArguments({argv, argv + argc});
        Totals totals;
        const double seconds = load(options, totals);
        std::printf("{\"bytes\": %lld, \"answers\": %lld, \"seconds\": %.6f, "
                    "\"firstByteSeconds\": %.6f}\n",
                    static_cast<long long>(totals.bodyBytes),
                    static_cast<long long>(totals.answers), seconds, totals.firstByteSeconds);
        return EXIT_SUCCESS;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "lanyard_blobclient: %s\n", error.what());
        return EXIT_FAILURE;
    }
}
