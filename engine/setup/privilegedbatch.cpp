// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/privilegedbatch.h"

#include "setup/privilegedrequest.h"
#include "setup/privilegedtarget.h"

#include <utility>

namespace lanyard::setup {

PrivilegedBatch::PrivilegedBatch(QString root, PrivilegedHelper &helper)
    : m_root(std::move(root))
    , m_helper(helper)
{
}

QString PrivilegedBatch::inside(const QString &path) const
{
    return path.startsWith(m_root) ? path.mid(m_root.size()) : QString();
}

FileRecord PrivilegedBatch::outside(FileRecord record) const
{
    record.path.prepend(m_root);
    for (QString &folder : record.createdFolders)
        folder.prepend(m_root);
    return record;
}

bool PrivilegedBatch::isFor(const QString &path, const recipes::Recipe &recipe) const
{
    return checkTarget(inside(path), recipe).has_value();
}

QStringList PrivilegedBatch::foldersOf(const QString &path, const QStringList &folders) const
{
    QStringList made;
    for (const QString &folder : folders) {
        if (checkCreatedFolders(inside(path), {inside(folder)}))
            made.append(folder);
    }
    return made;
}

void PrivilegedBatch::apply(const QList<FileChange> &changes, const QList<ServiceTask> &services,
                            const QString &stamp, const Progress &progress,
                            const ChangeBatch::Done &done)
{
    PrivilegedRequest request{.operation = PrivilegedRequest::Operation::Apply,
                              .stamp = stamp,
                              .changes = changes,
                              .records = {},
                              .services = services};
    for (FileChange &change : request.changes)
        change.path = inside(change.path);
    ask(toJson(request), progress, done);
}

void PrivilegedBatch::undo(const QList<FileRecord> &records, const QList<ServiceTask> &services,
                           const Progress &progress, const ChangeBatch::Done &done)
{
    PrivilegedRequest request{.operation = PrivilegedRequest::Operation::Undo,
                              .stamp = {},
                              .changes = {},
                              .records = records,
                              .services = services};
    for (FileRecord &record : request.records) {
        record.path = inside(record.path);
        for (QString &folder : record.createdFolders)
            folder = inside(folder);
    }
    ask(toJson(request), progress, done);
}

void PrivilegedBatch::ask(const QByteArray &request, const Progress &progress,
                          const ChangeBatch::Done &done)
{
    const Message what = QT_TRANSLATE_NOOP("engine", "Change what is the administrator's");
    progress(what, SetUpStep::State::Running, {});
    const std::weak_ptr<int> life = m_life;
    m_helper.ask(request, [this, life, what, progress, done](const Result<QByteArray> &answer) {
        if (life.expired())
            return;
        auto outcome = answer ? outcomeFrom(*answer)
                              : Result<ChangeBatch::Outcome>(tl::unexpected(answer.error()));
        if (outcome) {
            for (FileRecord &record : outcome->files)
                record = outside(record);
            progress(what, SetUpStep::State::Done, {});
        } else {
            progress(what, SetUpStep::State::Failed, outcome.error().message);
        }
        done(outcome);
    });
}

} // namespace lanyard::setup
