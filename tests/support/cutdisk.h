// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <memory>

namespace lanyard::test {

/// A real disk, ext4 in a file, whose power a test can cut: then it has what was made durable, and
/// of the rest what it happens to have. Only this process and its children see it.
class CutDisk
{
public:
    /// After SmallDisk::enter(). nullptr: this process may have none; root may, where the machine
    /// has loop devices.
    static std::unique_ptr<CutDisk> create(std::int64_t bytes);

    ~CutDisk();
    CutDisk(const CutDisk &) = delete;
    CutDisk &operator=(const CutDisk &) = delete;

    QString path() const;

    /// Nothing more reaches the disk: whoever writes is told so.
    void cutPower();
    /// The disk as it is found afterwards. Nobody may have a file open on it.
    void switchOn();

private:
    CutDisk() = default;

    bool mount() const;

    QTemporaryDir m_folder;
};

} // namespace lanyard::test
