// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/requestfilter.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace lanyard::ui {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(const QByteArray &text, const std::string &loweredWord)
{
    return std::search(text.cbegin(), text.cend(), loweredWord.cbegin(), loweredWord.cend(),
                       [](char a, char b) { return lowered(a) == b; }) != text.cend();
}

/// So that "quay.io/org/app:1" finds what is kept as "quay.io", "org/app" and "1".
bool imageContains(const RequestLabels &labels, const std::string &loweredWord)
{
    if (contains(labels.upstream, loweredWord) || contains(labels.repository, loweredWord))
        return true;
    if (loweredWord.find_first_of("/:@") == std::string::npos)
        return false;
    const char mark = labels.reference.contains(':') ? '@' : ':';
    return contains(labels.upstream + '/' + labels.repository + mark + labels.reference,
                    loweredWord);
}

bool clientContains(const RequestRecord &record, const std::string &loweredWord)
{
    return contains(record.client, loweredWord) || contains(record.labels.user, loweredWord);
}

} // namespace

QStringList filterPrefixes()
{
    return {QStringLiteral("client:"), imagePrefix, QStringLiteral("upstream:")};
}

RequestMatcher::RequestMatcher(const RequestCriteria &criteria)
    : m_criteria(criteria)
{
    const QStringList words = criteria.text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words)
        m_words.push_back(parse(word));
}

RequestMatcher::Word RequestMatcher::parse(const QString &word)
{
    Word parsed{.place = Place::Anywhere, .text = word.toStdString()};
    std::transform(parsed.text.begin(), parsed.text.end(), parsed.text.begin(), lowered);
    static constexpr std::array<std::pair<std::string_view, Place>, 3> prefixes{
        {{"client:", Place::Client}, {"image:", Place::Image}, {"upstream:", Place::Upstream}}};
    for (const auto &[prefix, place] : prefixes) {
        if (!parsed.text.starts_with(prefix))
            continue;
        parsed.text.erase(0, prefix.size());
        parsed.place = place;
        break;
    }
    return parsed;
}

bool RequestMatcher::isIn(const RequestRecord &record, const Word &word)
{
    switch (word.place) {
    case Place::Client:
        return clientContains(record, word.text);
    case Place::Image:
        return imageContains(record.labels, word.text);
    case Place::Upstream:
        return contains(record.labels.upstream, word.text);
    case Place::Anywhere:
        break;
    }
    return clientContains(record, word.text) || imageContains(record.labels, word.text) ||
           contains(record.labels.reference, word.text) || contains(record.target, word.text);
}

bool RequestMatcher::matches(const RequestRecord &record) const
{
    if (m_criteria.result && record.labels.result != *m_criteria.result)
        return false;
    if (m_criteria.kind && record.labels.kind != *m_criteria.kind)
        return false;
    if (!m_criteria.client.isEmpty() && record.client != m_criteria.client)
        return false;
    if (!m_criteria.upstream.isEmpty() && record.labels.upstream != m_criteria.upstream)
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&record](const Word &word) { return isIn(record, word); });
}

RequestFilter::RequestFilter(RequestModel &model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_matcher(m_criteria)
{
    QAbstractProxyModel::setSourceModel(&model);
    m_sequences = matchingSequences(0, model.rowCount() - 1);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int, int last) { removeRowsUpTo(last); });
}

void RequestFilter::setCriteria(const RequestCriteria &criteria)
{
    if (criteria == m_criteria)
        return;
    beginResetModel();
    m_criteria = criteria;
    m_matcher = RequestMatcher(criteria);
    m_sequences = matchingSequences(0, m_model.rowCount() - 1);
    endResetModel();
}

int RequestFilter::sourceRow(int row) const
{
    return static_cast<int>(sequenceAt(row) - m_model.firstSequence());
}

int RequestFilter::rowOf(std::uint64_t sequence) const
{
    const auto found = std::lower_bound(m_sequences.cbegin(), m_sequences.cend(), sequence);
    if (found == m_sequences.cend() || *found != sequence)
        return -1;
    return static_cast<int>(found - m_sequences.cbegin());
}

std::deque<std::uint64_t> RequestFilter::matchingSequences(int firstRow, int lastRow) const
{
    std::deque<std::uint64_t> matching;
    for (int row = firstRow; row <= lastRow; ++row) {
        if (m_matcher.matches(m_model.record(row)))
            matching.push_back(m_model.firstSequence() + static_cast<std::uint64_t>(row));
    }
    return matching;
}

void RequestFilter::addRows(int firstRow, int lastRow)
{
    const auto matching = matchingSequences(firstRow, lastRow);
    if (matching.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(matching.size()) - 1);
    m_sequences.insert(m_sequences.end(), matching.cbegin(), matching.cend());
    endInsertRows();
}

// The model takes rows only from its top. They go here before they go there, so that no row of
// this model ever names a record that is no longer kept.
void RequestFilter::removeRowsUpTo(int lastRow)
{
    const std::uint64_t kept = m_model.firstSequence() + static_cast<std::uint64_t>(lastRow) + 1;
    const auto end = std::lower_bound(m_sequences.cbegin(), m_sequences.cend(), kept);
    const auto count = static_cast<int>(end - m_sequences.cbegin());
    if (count == 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_sequences.erase(m_sequences.cbegin(), end);
    endRemoveRows();
}

QModelIndex RequestFilter::mapToSource(const QModelIndex &proxyIndex) const
{
    if (!proxyIndex.isValid())
        return {};
    return m_model.index(sourceRow(proxyIndex.row()), proxyIndex.column());
}

QModelIndex RequestFilter::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int row = rowOf(m_model.firstSequence() + static_cast<std::uint64_t>(sourceIndex.row()));
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

QModelIndex RequestFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex RequestFilter::parent(const QModelIndex &) const
{
    return {};
}

int RequestFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sequences.size());
}

int RequestFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : RequestModel::ColumnCount;
}

// The base class maps a section to the source by way of row 0, and an empty table would have no
// titles.
QVariant RequestFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace lanyard::ui
