// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/changebatch.h"
#include "setup/privilegedhelper.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace lanyard::setup {

/// Files and services as a whole, like ChangeBatch, by the helper: all in one request, so that the
/// user is asked once. Has the thread of the helper. Errors are those of ChangeBatch; Cancelled,
/// and that nobody knows what was done, as PrivilegedHelper says.
class PrivilegedBatch
{
    Q_DISABLE_COPY_MOVE(PrivilegedBatch)

public:
    /// `root` stands before the paths here, and not before those of the request.
    PrivilegedBatch(QString root, PrivilegedHelper &helper);

    /// Whether this is a file of the system's that the helper changes.
    bool isFor(const QString &path, const recipes::Recipe &recipe) const;

    /// Those of these folders that the helper may make for the file, and take away again.
    QStringList foldersOf(const QString &path, const QStringList &folders) const;

    void apply(const QList<FileChange> &changes, const QList<ServiceTask> &services,
               const QString &stamp, const Progress &progress, const ChangeBatch::Done &done);
    void undo(const QList<FileRecord> &records, const QList<ServiceTask> &services,
              const Progress &progress, const ChangeBatch::Done &done);

private:
    /// Without the root; empty: it is outside.
    QString inside(const QString &path) const;
    FileRecord outside(FileRecord record) const;
    void ask(const QByteArray &request, const Progress &progress, const ChangeBatch::Done &done);

    const QString m_root;
    PrivilegedHelper &m_helper;
    /// Gone with this: the helper may still be busy then.
    const std::shared_ptr<int> m_life = std::make_shared<int>();
};

} // namespace lanyard::setup
