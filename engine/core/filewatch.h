// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace lanyard {

/// What tells one writing of a file from another; all zero: it is not there.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;         ///< bytes
    std::int64_t modifiedAtNs = 0; ///< since 1970-01-01 UTC
    std::int64_t changedAtNs = 0;  ///< of its mode or owner, too
    bool operator==(const FileStamp &) const = default;

    /// Of the file at a path, or of what a link there leads to. Blocks on the disk.
    static FileStamp of(const std::string &path);
};

/// Tells when some of several files were written, replaced, or have gone, and stand still again:
/// who replaces two of them is given the time of a look. Looking now and then, in contrast to
/// inotify(7), sees what other machines do, and what is behind a link. Lives on the thread that
/// made it; a look blocks on the disk.
class FileWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileWatch)

public:
    /// What comes after this is told. Make it before the files are read.
    FileWatch(std::vector<std::string> paths, std::chrono::milliseconds interval);
    ~FileWatch() override;

Q_SIGNALS:
    void changed();

private:
    std::vector<FileStamp> stamps() const;
    void look();

    const std::vector<std::string> m_paths;
    std::vector<FileStamp> m_seen; ///< at the last look
    std::vector<FileStamp> m_told; ///< of which somebody knows
    QTimer m_timer;
};

} // namespace lanyard
