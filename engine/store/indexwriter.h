// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/indexchange.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lanyard::store {

/// Writes changes into the index, a transaction at a time. Lives on the index thread, and not
/// longer than its connection.
class IndexWriter
{
public:
    /// What the database calls a failure (SQLite's result code), and what it says: Corrupt when it
    /// is damaged.
    struct Failure
    {
        std::string kind;
        Error error;
    };

    /// Gives the next changes of a transaction, valid until the next call; none: that was all;
    /// nullopt: the transaction is given up.
    using Source = std::function<std::optional<std::span<const IndexChange>>()>;

    /// `repositoryRows`: the row of each RepositoryId that has one.
    IndexWriter(const QSqlDatabase &database, const std::vector<qint64> &repositoryRows);

    /// All of the changes, in one transaction, or none.
    tl::expected<void, Failure> write(const Source &next);

private:
    /// Made in the database when the first change needs it. So a transaction that failed costs a
    /// repository its changes, but not its place.
    struct Repository
    {
        std::string registry;
        std::string name;
        qint64 row = 0; ///< 0: none known
    };

    bool applyAll(const Source &next);
    bool apply(const AllForgotten &change);
    bool apply(const RepositoryAdded &change);
    bool apply(const AccessSet &change);
    bool apply(const ContentStored &change);
    bool apply(const ContentMissing &change);
    bool apply(const ContentLinked &change);
    bool apply(const ManifestRead &change);
    bool apply(const ContentUsed &change);
    bool apply(const TagSet &change);
    bool apply(const TagRemoved &change);
    bool apply(const PinSet &change);
    bool apply(const TagSeen &change);
    bool apply(const ContentUnlinked &change);
    bool apply(const ContentSwept &change);
    bool apply(const ImageIndexWritten &change);

    /// The row, 0 after a failure.
    qint64 rowOf(RepositoryId repository);
    bool execute(QSqlQuery &query, std::initializer_list<QVariant> values);
    QSqlQuery prepared(const QString &statement) const;

    QSqlDatabase m_database;
    std::vector<Repository> m_repositories; ///< by RepositoryId
    std::vector<RepositoryId> m_newRows;    ///< made in the transaction that runs
    QSqlError m_error;                      ///< of the last execute() that failed

    QSqlQuery m_insertRegistry;
    QSqlQuery m_insertRepository;
    QSqlQuery m_selectRepository;
    QSqlQuery m_setAccess;
    QSqlQuery m_insertMediaType;
    QSqlQuery m_insertContent;
    QSqlQuery m_storeContent;
    QSqlQuery m_insertLink;
    QSqlQuery m_removeChildren;
    QSqlQuery m_insertChild;
    QSqlQuery m_useLink;
    QSqlQuery m_setTag;
    QSqlQuery m_removeTag;
    QSqlQuery m_insertPin;
    QSqlQuery m_removePin;
    QSqlQuery m_setSeen;
    QSqlQuery m_removeLink;
    QSqlQuery m_setImageIndex;
};

} // namespace lanyard::store
