// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <cstdint>

namespace lanyard::test {

/// A file system of its own, in memory, as small as a test wants it: one that can really be full,
/// and really be read-only. Only this process sees it.
class SmallDisk
{
public:
    /// Whether this process may have such disks; before it has a second thread. Root or not, where
    /// the system lets users have namespaces.
    static bool enter();

    explicit SmallDisk(std::int64_t bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    QString path() const { return m_folder.path(); }

    std::int64_t freeBytes() const;
    /// Takes all but so many bytes; again replaces what was taken before. All, to give it back.
    void fill(std::int64_t bytesLeft);
    void setReadOnly(bool isReadOnly);

private:
    QTemporaryDir m_folder;
    const std::int64_t m_bytes;
};

} // namespace lanyard::test
