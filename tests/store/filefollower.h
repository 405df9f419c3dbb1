// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/growingfile.h"
#include "store/partialfixture.h"

#include <QByteArray>

#include <memory>
#include <semaphore>
#include <thread>

namespace lanyard::test {

/// Follows a growing file as a connection does, on a thread of its own, until the file ends.
class FileFollower
{
public:
    explicit FileFollower(const std::shared_ptr<GrowingFile> &file)
        : m_reader(*file->follow(0))
        , m_thread([this] { follow(); })
    {
    }

    ~FileFollower() { join(); }

    FileFollower(const FileFollower &) = delete;
    FileFollower &operator=(const FileFollower &) = delete;

    void join()
    {
        if (m_thread.joinable())
            m_thread.join();
    }

    /// After join().
    const QByteArray &bytes() const { return m_bytes; }

private:
    void follow()
    {
        while (true) {
            const bool isOver = m_reader.state() != GrowingFile::State::Growing;
            const GrowingFile::Reader::Stretch stretch = m_reader.readable();
            if (stretch.end > m_bytes.size()) {
                m_bytes += readFrom(*stretch.file, stretch.end - m_bytes.size(), m_bytes.size());
                m_reader.advance(m_bytes.size());
            } else if (isOver) {
                return;
            } else if (m_reader.await([this] { m_awake.release(); })) {
                m_awake.acquire();
            }
        }
    }

    GrowingFile::Reader m_reader;
    QByteArray m_bytes;
    std::binary_semaphore m_awake{0};
    std::thread m_thread;
};

} // namespace lanyard::test
