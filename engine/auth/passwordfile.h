// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/htpasswd.h"
#include "core/result.h"
#include "core/taskqueue.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <sys/stat.h>

namespace lanyard::auth {

/// An htpasswd file that may change at any time: by an editor, by htpasswd, by another file in its
/// place. Looks now and then whether it has, and takes the new users in; a file that has become
/// wrong, or is gone, leaves those of before. Lives on the thread that made it, which reads at most
/// limits::htpasswdBytesMax of it.
class PasswordFile final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordFile)

public:
    /// Reads the file, and looks again each `interval`. NotFound, InvalidInput or Io when it cannot
    /// be used; the message names the file, the line where one is wrong, and what to do.
    static Result<std::unique_ptr<PasswordFile>> open(const std::string &path,
                                                      std::chrono::milliseconds interval);
    ~PasswordFile() override;

    /// Of the last time that the file was right. Never null; the same object until users or hashes
    /// change. Thread-safe.
    std::shared_ptr<const Htpasswd> users() const;

Q_SIGNALS:
    /// Something is wrong with the file, or with who may write or read it: told once, until that
    /// changes. Not before the event loop runs.
    void warningRaised(const QString &message);

private:
    /// What tells one writing of the file from another; all zero: it is not there.
    struct Stamp
    {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        std::int64_t size = 0;         ///< bytes
        std::int64_t modifiedAtNs = 0; ///< since 1970-01-01 UTC
        std::int64_t changedAtNs = 0;  ///< of its mode or owner, too
        bool operator==(const Stamp &) const = default;
    };

    struct Content
    {
        Htpasswd users;
        Stamp stamp;
        mode_t mode = 0;
    };

    static Stamp stampOf(const struct stat &status);
    static Result<Content> read(const std::string &path);

    PasswordFile(const std::string &path, Content &&content, std::chrono::milliseconds interval);

    void look();
    void take(Content &&content);
    void complain(std::string &complaint, const std::string &message);

    const std::string m_path;
    Stamp m_stamp; // of what was read last
    bool m_readsAgain = true;
    std::string m_complaint;     // about the content; empty: it is right
    std::string m_modeComplaint; // about its mode
    QTimer m_timer;
    TaskQueue m_tasks;

    mutable std::mutex m_mutex;
    std::shared_ptr<const Htpasswd> m_users; // guarded by m_mutex
};

} // namespace lanyard::auth
