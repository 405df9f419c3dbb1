// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/htpasswd.h"
#include "core/filestamp.h"
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
    /// Reads the file, and looks again each `interval`. A file that is not there has no users, and
    /// is told. InvalidInput or Io when it cannot be used; the message names the file, the line
    /// where one is wrong, and what to do.
    static Result<std::unique_ptr<PasswordFile>> open(const std::string &path,
                                                      std::chrono::milliseconds interval);
    ~PasswordFile() override;

    /// Looks now: somebody has just changed it.
    void look();

    /// Of the last time that the file was right. Never null; the same object until users or hashes
    /// change. Thread-safe.
    std::shared_ptr<const Htpasswd> users() const;

Q_SIGNALS:
    /// Something is wrong with the file, or with who may write or read it: told once, until that
    /// changes. Not before the event loop runs.
    void warningRaised(const lanyard::Message &message);

private:
    struct Content
    {
        Htpasswd users;
        FileStamp stamp;
        mode_t mode = 0;
    };

    static Result<Content> read(const std::string &path);

    PasswordFile(const std::string &path, std::chrono::milliseconds interval);

    void take(Content &&content);
    void complain(Message &complaint, const Message &message);

    const std::string m_path;
    FileStamp m_stamp; // of what was read last
    bool m_readsAgain = true;
    Message m_complaint;     // about the content; empty: it is right
    Message m_modeComplaint; // about its mode
    QTimer m_timer;
    TaskQueue m_tasks;

    mutable std::mutex m_mutex;
    std::shared_ptr<const Htpasswd> m_users; // guarded by m_mutex
};

} // namespace lanyard::auth
