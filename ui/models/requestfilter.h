// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/requestmodel.h"

#include <QAbstractProxyModel>
#include <QStringList>

#include <optional>
#include <string>

namespace lanyard::ui {

/// What the log shows; the default shows everything.
struct RequestCriteria
{
    /// Words in the client, user, image, reference or target; all of them, case ignored. A word
    /// that begins with `client:`, `image:` or `upstream:` is looked for there only.
    QString text;
    std::optional<CacheResult> result;
    std::optional<RequestKind> kind;
    QByteArray client = {};   ///< its address; empty: of any
    QByteArray upstream = {}; ///< its name; empty: of any
    bool operator==(const RequestCriteria &) const = default;
};

/// What a word of a filter begins with that is looked for in the name of the image only.
inline const QString imagePrefix = QStringLiteral("image:");
/// That, and the others of this kind.
QStringList filterPrefixes();

/// Whether a record fits, prepared once for many records.
class RequestMatcher final
{
public:
    explicit RequestMatcher(const RequestCriteria &criteria);

    bool matches(const RequestRecord &record) const;

private:
    enum class Place { Anywhere, Client, Image, Upstream };

    struct Word
    {
        Place place = Place::Anywhere;
        std::string text; ///< in lower case
    };

    static Word parse(const QString &word);
    static bool isIn(const RequestRecord &record, const Word &word);

    RequestCriteria m_criteria;
    std::vector<Word> m_words;
};

/// The rows of a RequestModel that fit the criteria, in its order. Lives on the UI thread; the
/// model must outlive it.
///
/// Not a QSortFilterProxyModel: that one takes away the rows which no longer fit in one removal
/// per run of neighbours, and with 100,000 rows a letter typed into the filter would freeze the
/// view. Here new criteria are one reset, and a batch of the model is at most one removal and one
/// insertion.
class RequestFilter final : public QAbstractProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestFilter)

public:
    explicit RequestFilter(RequestModel &model, QObject *parent = nullptr);

    void setCriteria(const RequestCriteria &criteria);

    const RequestCriteria &criteria() const { return m_criteria; }

    const RequestRecord &record(int row) const { return m_model.record(sourceRow(row)); }

    /// The row that shows the record of this sequence number (RequestModel::firstSequence), or -1.
    int rowOf(std::uint64_t sequence) const;

    std::uint64_t sequenceAt(int row) const { return m_sequences[static_cast<std::size_t>(row)]; }

    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int sourceRow(int row) const;
    std::deque<std::uint64_t> matchingSequences(int firstRow, int lastRow) const;
    void addRows(int firstRow, int lastRow);
    void removeRowsUpTo(int lastRow);

    RequestModel &m_model;
    RequestCriteria m_criteria;
    RequestMatcher m_matcher;
    std::deque<std::uint64_t> m_sequences; ///< of the rows that fit, ascending
};

} // namespace lanyard::ui
