// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/indexreader.h"

#include "core/limits.h"
#include "sqlite/sqlfailure.h"
#include "store/indexschema.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace lanyard::store {

namespace {

bool isBlobSize(const QVariant &value)
{
    const qint64 size = value.toLongLong();
    return size >= 0 && size <= limits::blobBytesMax;
}

/// From its raw bytes, whose number tells the algorithm.
std::optional<Digest> digestOf(const QVariant &value)
{
    const QByteArray raw = value.toByteArray();
    if (raw.size() == 32)
        return Digest::fromRaw(Digest::Algorithm::Sha256, raw);
    if (raw.size() == 64)
        return Digest::fromRaw(Digest::Algorithm::Sha512, raw);
    return std::nullopt;
}

/// Fills a catalogue table by table; what rows refer to by id has been read before them.
class IndexReader
{
public:
    explicit IndexReader(QSqlDatabase &database)
        : m_database(database)
    {
    }

    Result<IndexContents> read();

private:
    /// Whether the row agrees with what was read before it.
    using Take = bool (IndexReader::*)(const QSqlQuery &row);

    Result<void> forEachRow(const QString &statement, Take take);

    bool takeMediaType(const QSqlQuery &row);
    bool takeRepository(const QSqlQuery &row);
    bool takeContent(const QSqlQuery &row);
    bool takeLink(const QSqlQuery &row);
    bool takeTag(const QSqlQuery &row);
    bool takeChild(const QSqlQuery &row);
    bool takePin(const QSqlQuery &row);
    bool takeImageIndex(const QSqlQuery &row);
    void addChildren();

    std::optional<ContentNumber> contentOf(qint64 row) const;

    QSqlDatabase &m_database;
    IndexContents m_contents{.catalogue = std::make_unique<CatalogueData>(),
                             .repositoryRows = {},
                             .imageIndex = std::nullopt};
    std::unordered_map<qint64, MediaTypes::Number> m_mediaTypes;
    std::unordered_map<qint64, RepositoryId> m_repositories;
    std::vector<qint64> m_contentRows; ///< of each content number; ascending
    ContentNumber m_parent = 0;
    std::vector<ContentNumber> m_children; ///< of m_parent, read so far
};

Result<IndexContents> IndexReader::read()
{
    const std::array tables{
        std::pair(indexschema::selectMediaTypes(), &IndexReader::takeMediaType),
        std::pair(indexschema::selectRepositories(), &IndexReader::takeRepository),
        std::pair(indexschema::selectContents(), &IndexReader::takeContent),
        std::pair(indexschema::selectLinks(), &IndexReader::takeLink),
        std::pair(indexschema::selectTags(), &IndexReader::takeTag),
        std::pair(indexschema::selectChildren(), &IndexReader::takeChild),
        std::pair(indexschema::selectPins(), &IndexReader::takePin),
        std::pair(indexschema::selectImageIndex(), &IndexReader::takeImageIndex),
    };
    for (const auto &[statement, take] : tables) {
        const Result<void> done = forEachRow(statement, take);
        if (!done)
            return tl::unexpected(done.error());
    }
    addChildren();
    return std::move(m_contents);
}

Result<void> IndexReader::forEachRow(const QString &statement, Take take)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true); // else it keeps every row
    if (!query.exec(statement))
        return tl::unexpected(sqlite::failureOf(query));
    while (query.next()) {
        if (!(this->*take)(query))
            return failure(ErrorCode::Corrupt,
                           QT_TRANSLATE_NOOP("engine", "its rows contradict each other"));
    }
    // An error ends the loop as the last row does.
    if (query.lastError().isValid())
        return tl::unexpected(sqlite::failureOf(query));
    return {};
}

bool IndexReader::takeMediaType(const QSqlQuery &row)
{
    m_mediaTypes[row.value(0).toLongLong()] =
        m_contents.catalogue->addMediaType(row.value(1).toString().toStdString());
    return true;
}

bool IndexReader::takeRepository(const QSqlQuery &row)
{
    const qint64 id = row.value(0).toLongLong();
    const RepositoryId repository = m_contents.catalogue->ensureRepository(
        row.value(1).toString().toStdString(), row.value(2).toString().toStdString());
    const int visibility = row.value(3).toInt();
    if (visibility < 0 || visibility > static_cast<int>(Visibility::Withdrawn))
        return false;
    m_contents.catalogue->setAccess(repository, {.visibility = static_cast<Visibility>(visibility),
                                                 .sinceMs = row.value(4).toLongLong()});
    m_repositories[id] = repository;
    m_contents.repositoryRows.push_back(id);
    return m_contents.repositoryRows.size() == repository + 1;
}

bool IndexReader::takeContent(const QSqlQuery &row)
{
    const auto digest = digestOf(row.value(1));
    const QVariant size = row.value(2);
    if (!digest || (!size.isNull() && !isBlobSize(size)))
        return false;
    const ContentNumber content = m_contents.catalogue->addContent(
        *digest, size.isNull() ? std::nullopt : std::optional<std::int64_t>(size.toLongLong()));
    m_contentRows.push_back(row.value(0).toLongLong());
    return m_contentRows.size() == content + 1;
}

bool IndexReader::takeLink(const QSqlQuery &row)
{
    const auto repository = m_repositories.find(row.value(0).toLongLong());
    const auto content = contentOf(row.value(1).toLongLong());
    if (repository == m_repositories.end() || !content || !isBlobSize(row.value(3)))
        return false;
    const auto mediaType = m_mediaTypes.find(row.value(2).toLongLong()); // NULL is 0, no row
    m_contents.catalogue->addLink(
        repository->second,
        {.size = row.value(3).toLongLong(),
         .usedAtMs = row.value(5).toLongLong(),
         .content = *content,
         .mediaType = mediaType == m_mediaTypes.end() ? MediaTypes::unknown : mediaType->second,
         .isManifest = row.value(4).toBool()});
    if (const std::uint32_t pulls = row.value(6).toUInt(); pulls > 0)
        m_contents.catalogue->addPulls(repository->second, *content, pulls);
    return true;
}

bool IndexReader::takeTag(const QSqlQuery &row)
{
    const auto repository = m_repositories.find(row.value(0).toLongLong());
    const auto content = contentOf(row.value(2).toLongLong());
    if (repository == m_repositories.end() || !content)
        return false;
    m_contents.catalogue->addTag(repository->second, row.value(1).toString().toStdString(),
                                 *content, row.value(3).toLongLong());
    return true;
}

bool IndexReader::takeChild(const QSqlQuery &row)
{
    const auto parent = contentOf(row.value(0).toLongLong());
    const auto child = contentOf(row.value(1).toLongLong());
    if (!parent || !child)
        return false;
    if (*parent != m_parent)
        addChildren();
    m_parent = *parent;
    m_children.push_back(*child);
    return true;
}

bool IndexReader::takePin(const QSqlQuery &row)
{
    const auto repository = m_repositories.find(row.value(0).toLongLong());
    if (repository == m_repositories.end())
        return false;
    const std::string name = row.value(1).toString().toStdString();
    m_contents.catalogue->setPinned(repository->second, name, true);
    if (const auto seen = digestOf(row.value(2)))
        m_contents.catalogue->setSeen(repository->second, name,
                                      {.digest = *seen, .seenAtMs = row.value(3).toLongLong()});
    return true;
}

bool IndexReader::takeImageIndex(const QSqlQuery &row)
{
    m_contents.imageIndex =
        FileStamp{.size = row.value(0).toLongLong(), .modifiedAtNs = row.value(1).toLongLong()};
    return true;
}

void IndexReader::addChildren()
{
    if (!m_children.empty())
        m_contents.catalogue->addChildren(m_parent, std::exchange(m_children, {}));
}

std::optional<ContentNumber> IndexReader::contentOf(qint64 row) const
{
    // Nearly always nothing was ever deleted, and row n has the number n - 1.
    const auto guess = static_cast<std::size_t>(row - 1);
    if (guess < m_contentRows.size() && m_contentRows[guess] == row)
        return static_cast<ContentNumber>(guess);
    const auto place = std::lower_bound(m_contentRows.begin(), m_contentRows.end(), row);
    if (place == m_contentRows.end() || *place != row)
        return std::nullopt;
    return static_cast<ContentNumber>(place - m_contentRows.begin());
}

} // namespace

Result<IndexContents> readIndex(QSqlDatabase &database)
{
    return IndexReader(database).read();
}

} // namespace lanyard::store
