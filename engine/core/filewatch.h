// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filestamp.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <string>
#include <vector>

namespace lanyard {

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
