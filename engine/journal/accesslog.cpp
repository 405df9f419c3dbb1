// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/accesslog.h"

#include "core/clock.h"
#include "core/limits.h"
#include "journal/logline.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <poll.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace lanyard::journal {

namespace {

constexpr std::size_t fileChunkBytes = std::size_t{256} * 1024;

/// How much one write(2) may hold. A pipe that poll(2) calls writable takes PIPE_BUF bytes without
/// blocking, whether its descriptor is non-blocking or not.
std::size_t chunkBytesOf(int descriptor)
{
    struct stat status
    {
    };

    const bool isFile = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    return isFile ? fileChunkBytes : PIPE_BUF;
}

/// A reader that is gone must end the log, not the process.
void blockBrokenPipeSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

std::string formatCombined(const RequestRecord &record)
{
    std::string line;
    appendCombined(line, record);
    return line;
}

std::string formatJson(const RequestRecord &record)
{
    std::string line;
    appendJson(line, record);
    return line;
}

class AccessLog::Private
{
public:
    Private(int descriptor, LogFormat format)
        : m_descriptor(descriptor)
        , m_format(format)
        , m_chunkBytes(chunkBytesOf(descriptor))
        , m_thread([this] { run(); })
    {
    }

    ~Private()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            m_deadline = std::chrono::steady_clock::now() + limits::accessLogDrainTimeout;
        }
        m_changed.notify_one();
        m_thread.join();
    }

    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    void append(const RequestRecord &record);

private:
    void run();
    std::string takeBatch();
    void write(std::string_view batch);
    bool waitUntilWritable();
    bool isOutOfTime();

    const int m_descriptor;
    const LogFormat m_format;
    const std::size_t m_chunkBytes;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::string m_pending;            // guarded by m_mutex
    std::size_t m_inFlightBytes = 0;  // guarded by m_mutex
    std::uint64_t m_droppedLines = 0; // guarded by m_mutex
    bool m_isStopping = false;        // guarded by m_mutex
    bool m_isBroken = false;          // guarded by m_mutex; nothing can be written any more
    SteadyTime m_deadline;            // guarded by m_mutex; set when stopping
    std::thread m_thread;             // last: it uses the members above
};

void AccessLog::Private::append(const RequestRecord &record)
{
    // Formatted outside the lock, into memory that each network thread keeps.
    thread_local std::string line;
    line.clear();
    if (m_format == LogFormat::Json)
        appendJson(line, record);
    else
        appendCombined(line, record);

    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isBroken)
            return;
        if (m_pending.size() + m_inFlightBytes + line.size() > limits::accessLogBufferBytes) {
            ++m_droppedLines;
            return;
        }
        wasEmpty = m_pending.empty();
        m_pending += line;
    }
    if (wasEmpty)
        m_changed.notify_one();
}

void AccessLog::Private::run()
{
    blockBrokenPipeSignal();
    while (true) {
        const std::string batch = takeBatch();
        if (batch.empty())
            return;
        write(batch);
        // The first line of a quiet time goes out at once; a busy time shares one write.
        std::unique_lock lock(m_mutex);
        m_inFlightBytes = 0;
        m_changed.wait_for(lock, limits::accessLogFlushInterval, [this] { return m_isStopping; });
    }
}

/// Waits for lines; empty when there are none and none will come.
std::string AccessLog::Private::takeBatch()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock,
                   [this] { return !m_pending.empty() || m_droppedLines > 0 || m_isStopping; });
    std::string batch = std::exchange(m_pending, std::string());
    if (m_droppedLines > 0)
        appendDropNotice(batch, m_format, std::exchange(m_droppedLines, 0),
                         toEpochMs(std::chrono::system_clock::now()));
    m_inFlightBytes = batch.size();
    return batch;
}

void AccessLog::Private::write(std::string_view batch)
{
    while (!batch.empty()) {
        if (!waitUntilWritable())
            return;
        const ssize_t written =
            ::write(m_descriptor, batch.data(), std::min(batch.size(), m_chunkBytes));
        if (written >= 0) {
            batch.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK)
            continue;
        const bool mayRecover = errno == ENOSPC || errno == EDQUOT;
        const std::lock_guard lock(m_mutex);
        if (mayRecover) {
            m_droppedLines +=
                static_cast<std::uint64_t>(std::count(batch.begin(), batch.end(), '\n'));
        } else {
            m_isBroken = true;
            m_pending.clear();
            m_droppedLines = 0;
        }
        return;
    }
}

/// False when the log ends and its reader has had its time.
bool AccessLog::Private::waitUntilWritable()
{
    while (true) {
        pollfd entry{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
        const auto timeout = static_cast<int>(limits::accessLogFlushInterval.count());
        // An error on the descriptor is reported by write(2).
        if (poll(&entry, 1, timeout) > 0)
            return true;
        if (isOutOfTime())
            return false;
    }
}

bool AccessLog::Private::isOutOfTime()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping && std::chrono::steady_clock::now() >= m_deadline;
}

AccessLog::AccessLog(int descriptor, LogFormat format)
    : d(std::make_unique<Private>(descriptor, format))
{
}

AccessLog::~AccessLog() = default;

void AccessLog::append(const RequestRecord &record)
{
    d->append(record);
}

} // namespace lanyard::journal
