// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexwriter.h"

#include "sqlite/sqlfailure.h"
#include "store/indexschema.h"

#include <QSqlError>
#include <QVariant>

#include <utility>

namespace lanyard::store {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QVariant blob(const Digest &digest)
{
    return digest.raw().toByteArray();
}

} // namespace

IndexWriter::IndexWriter(const QSqlDatabase &database, const std::vector<qint64> &repositoryRows)
    : m_database(database)
    , m_repositories(repositoryRows.size())
    , m_insertRegistry(prepared(indexschema::insertRegistry()))
    , m_insertRepository(prepared(indexschema::insertRepository()))
    , m_selectRepository(prepared(indexschema::selectRepository()))
    , m_setAccess(prepared(indexschema::setAccess()))
    , m_insertMediaType(prepared(indexschema::insertMediaType()))
    , m_insertContent(prepared(indexschema::insertContent()))
    , m_storeContent(prepared(indexschema::storeContent()))
    , m_insertLink(prepared(indexschema::insertLink()))
    , m_removeChildren(prepared(indexschema::removeChildren()))
    , m_insertChild(prepared(indexschema::insertChild()))
    , m_useLink(prepared(indexschema::useLink()))
    , m_setTag(prepared(indexschema::setTag()))
    , m_removeTag(prepared(indexschema::removeTag()))
    , m_insertPin(prepared(indexschema::insertPin()))
    , m_removePin(prepared(indexschema::removePin()))
    , m_setSeen(prepared(indexschema::setSeen()))
    , m_removeLink(prepared(indexschema::removeLink()))
    , m_setImageIndex(prepared(indexschema::setImageIndex()))
{
    for (std::size_t at = 0; at < repositoryRows.size(); ++at)
        m_repositories[at].row = repositoryRows[at];
}

tl::expected<void, IndexWriter::Failure> IndexWriter::write(const Source &next)
{
    m_error = QSqlError();
    m_newRows.clear();
    if (!m_database.transaction() || !applyAll(next) || !m_database.commit()) {
        const QSqlError error = m_error.isValid() ? m_error : m_database.lastError();
        m_database.rollback();
        for (const RepositoryId repository : m_newRows)
            m_repositories[repository].row = 0;
        return tl::unexpected(Failure{.kind = error.nativeErrorCode().toStdString(),
                                      .error = sqlite::failureOf(error)});
    }
    return {};
}

bool IndexWriter::applyAll(const Source &next)
{
    auto changes = next();
    for (; changes && !changes->empty(); changes = next()) {
        for (const IndexChange &change : *changes) {
            if (!std::visit([this](const auto &what) { return apply(what); }, change))
                return false;
        }
    }
    return changes.has_value();
}

bool IndexWriter::apply(const AllForgotten & /*change*/)
{
    for (const QString &statement : indexschema::removeAll()) {
        QSqlQuery query(m_database);
        if (!query.exec(statement)) {
            m_error = query.lastError();
            return false;
        }
    }
    for (Repository &repository : m_repositories)
        repository.row = 0;
    return true;
}

bool IndexWriter::apply(const RepositoryAdded &change)
{
    if (change.repository >= m_repositories.size())
        m_repositories.resize(change.repository + 1);
    m_repositories[change.repository].registry = change.registry;
    m_repositories[change.repository].name = change.name;
    return true;
}

bool IndexWriter::apply(const AccessSet &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 &&
           execute(m_setAccess, {static_cast<int>(change.access.visibility),
                                 QVariant::fromValue<qint64>(change.access.sinceMs), repository});
}

bool IndexWriter::apply(const ContentStored &change)
{
    return execute(m_storeContent, {blob(change.digest), QVariant::fromValue<qint64>(change.size)});
}

bool IndexWriter::apply(const ContentMissing &change)
{
    return execute(m_storeContent, {blob(change.digest), QVariant()});
}

bool IndexWriter::apply(const ContentLinked &change)
{
    const qint64 repository = rowOf(change.repository);
    if (repository == 0)
        return false;
    const QVariant mediaType = change.descriptor.mediaType.empty()
                                   ? QVariant()
                                   : QVariant(text(change.descriptor.mediaType));
    if (!mediaType.isNull() && !execute(m_insertMediaType, {mediaType}))
        return false;
    const QVariant digest = blob(change.descriptor.digest);
    return execute(m_insertContent, {digest}) &&
           execute(m_insertLink,
                   {repository, mediaType, QVariant::fromValue<qint64>(change.descriptor.size),
                    change.isManifest, digest});
}

bool IndexWriter::apply(const ManifestRead &change)
{
    const QVariant manifest = blob(change.manifest);
    bool done = execute(m_insertContent, {manifest}) && execute(m_removeChildren, {manifest});
    for (auto child = change.children.begin(); done && child != change.children.end(); ++child) {
        const QVariant digest = blob(*child);
        done = execute(m_insertContent, {digest}) && execute(m_insertChild, {manifest, digest});
    }
    return done;
}

bool IndexWriter::apply(const ContentUsed &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 && execute(m_useLink, {QVariant::fromValue<qint64>(change.usedAtMs),
                                                  change.pulls, repository, blob(change.digest)});
}

bool IndexWriter::apply(const TagSet &change)
{
    const qint64 repository = rowOf(change.repository);
    const QVariant digest = blob(change.digest);
    return repository != 0 && execute(m_insertContent, {digest}) &&
           execute(m_setTag, {repository, text(change.tag),
                              QVariant::fromValue<qint64>(change.checkedAtMs), digest});
}

bool IndexWriter::apply(const TagRemoved &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 && execute(m_removeTag, {repository, text(change.tag)});
}

bool IndexWriter::apply(const PinSet &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 &&
           execute(change.isPinned ? m_insertPin : m_removePin, {repository, text(change.name)});
}

bool IndexWriter::apply(const TagSeen &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 && execute(m_setSeen, {blob(change.seen.digest),
                                                  QVariant::fromValue<qint64>(change.seen.seenAtMs),
                                                  repository, text(change.tag)});
}

bool IndexWriter::apply(const ContentUnlinked &change)
{
    const qint64 repository = rowOf(change.repository);
    return repository != 0 && execute(m_removeLink, {repository, blob(change.digest)});
}

bool IndexWriter::apply(const ContentSwept &change)
{
    // Its own row stays: others may name it, and to find out would be to look at all of them.
    const QVariant digest = blob(change.digest);
    return execute(m_storeContent, {digest, QVariant()}) && execute(m_removeChildren, {digest});
}

bool IndexWriter::apply(const ImageIndexWritten &change)
{
    return execute(m_setImageIndex, {QVariant::fromValue<qint64>(change.stamp.size),
                                     QVariant::fromValue<qint64>(change.stamp.modifiedAtNs)});
}

qint64 IndexWriter::rowOf(RepositoryId repository)
{
    Q_ASSERT(repository < m_repositories.size());
    Repository &entry = m_repositories[repository];
    if (entry.row != 0)
        return entry.row;
    const QString registry = text(entry.registry);
    const QString name = text(entry.name);
    if (!execute(m_insertRegistry, {registry}) || !execute(m_insertRepository, {name, registry}) ||
        !execute(m_selectRepository, {registry, name}) || !m_selectRepository.next())
        return 0;
    entry.row = m_selectRepository.value(0).toLongLong();
    m_newRows.push_back(repository);
    m_selectRepository.finish();
    return entry.row;
}

bool IndexWriter::execute(QSqlQuery &query, std::initializer_list<QVariant> values)
{
    int at = 0;
    for (const QVariant &value : values)
        query.bindValue(at++, value);
    if (query.exec())
        return true;
    m_error = query.lastError();
    return false;
}

QSqlQuery IndexWriter::prepared(const QString &statement) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    const bool done = query.prepare(statement);
    // The statements are constants and the tables are ours: only a typing error gets here.
    Q_ASSERT_X(done, "IndexWriter", qPrintable(query.lastError().text()));
    Q_UNUSED(done)
    return query;
}

} // namespace lanyard::store
