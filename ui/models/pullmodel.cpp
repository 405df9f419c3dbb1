// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pullmodel.h"

#include "format.h"
#include "pulltext.h"
#include "requesttext.h"

#include <algorithm>

namespace lanyard::ui {

namespace {

QString cellText(const PullSummary &pull, int column)
{
    switch (column) {
    case RequestModel::TimeColumn:
        return formatTimeOfDay(pull.startedAtMs);
    case RequestModel::ClientColumn:
        return printable(pull.client);
    case RequestModel::ImageColumn:
        return pullImage(pull);
    case RequestModel::RequestColumn:
        return pullText(pull);
    case RequestModel::StatusColumn:
        return pullStatus(pull);
    case RequestModel::ResultColumn:
        return resultName(pull.worst);
    case RequestModel::SizeColumn:
        return formatBytes(pull.bodyBytes);
    case RequestModel::DurationColumn:
        return formatDuration((pull.endedAtMs - pull.startedAtMs) * 1000);
    default:
        return {};
    }
}

QVariant pullData(const PullSummary &pull, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(pull, column);
    case Qt::AccessibleTextRole:
        return column == RequestModel::ImageColumn && pull.isPrivate
                   ? PullModel::tr("%1, private").arg(pullImage(pull))
                   : cellText(pull, column);
    case Qt::ToolTipRole:
        return pullToolTip(pull);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(RequestModel::alignment(column));
    case RequestModel::PrivateRole:
        return pull.isPrivate;
    case RequestModel::ResultRole:
        return static_cast<int>(pull.worst);
    default:
        return {};
    }
}

} // namespace

PullModel::PullModel(RequestModel &model, const RequestCriteria &criteria, QObject *parent)
    : QAbstractItemModel(parent)
    , m_model(model)
    , m_matcher(criteria)
{
    take(0, m_model.rowCount() - 1);
    showWhatFits();
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int, int last) { removeRowsUpTo(last); });
}

void PullModel::setCriteria(const RequestCriteria &criteria)
{
    beginResetModel();
    m_matcher = RequestMatcher(criteria);
    showWhatFits();
    endResetModel();
}

void PullModel::showWhatFits()
{
    for (auto &[number, line] : m_lines)
        line.shown.clear();
    m_numbers.clear();
    m_shownCount = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (!m_matcher.matches(m_model.record(row)))
            continue;
        m_lines.at(m_numberOf[static_cast<std::size_t>(row)])
            .shown.push_back(m_model.firstSequence() + static_cast<std::uint64_t>(row));
        ++m_shownCount;
    }
    for (auto &[number, line] : m_lines) {
        line.children = childrenOf(line);
        if (!line.shown.empty())
            m_numbers.push_back(number);
    }
}

int PullModel::childrenOf(const Line &line)
{
    return line.opens() ? static_cast<int>(line.shown.size()) : 0;
}

PullModel::Additions PullModel::take(int firstRow, int lastRow)
{
    Additions additions;
    for (int row = firstRow; row <= lastRow; ++row) {
        const RequestRecord &record = m_model.record(row);
        const PullGrouping::Place place = m_grouping.placeOf(record);
        m_numberOf.push_back(place.number);
        Line &line = m_lines[place.number];
        if (place.isPull && !line.pull)
            line.pull = std::make_unique<PullSummary>();
        if (line.pull)
            addTo(*line.pull, record);
        ++line.kept;
        auto &added = additions[place.number];
        if (!m_matcher.matches(record))
            continue;
        added.push_back(m_model.firstSequence() + static_cast<std::uint64_t>(row));
        ++m_shownCount;
    }
    return additions;
}

void PullModel::addRows(int firstRow, int lastRow)
{
    Q_EMIT batchBegins();
    const Additions additions = take(firstRow, lastRow);
    std::vector<Number> fresh;
    for (const auto &[number, added] : additions) {
        Line &line = m_lines.at(number);
        if (!line.shown.empty()) {
            addBelow(number, line, added);
        } else if (!added.empty()) {
            line.shown.assign(added.begin(), added.end());
            line.children = childrenOf(line);
            fresh.push_back(number);
        }
    }
    tellChanged(additions, fresh);
    addLines(fresh);
    Q_EMIT batchEnded();
}

/// A line that was one request may have to open from now on.
void PullModel::addBelow(Number number, Line &line, const std::vector<std::uint64_t> &added)
{
    const int total = static_cast<int>(line.shown.size() + added.size());
    if (!line.opens() || total == line.children)
        return;
    beginInsertRows(lineIndex(number), line.children, total - 1);
    line.shown.insert(line.shown.end(), added.begin(), added.end());
    line.children = total;
    endInsertRows();
}

/// Most are newer than all that are shown. One that is not has had nothing that fits before.
void PullModel::addLines(const std::vector<Number> &numbers)
{
    auto tail = numbers.begin();
    for (; tail != numbers.end() && !m_numbers.empty() && *tail < m_numbers.back(); ++tail) {
        const int row = rowOf(*tail);
        beginInsertRows({}, row, row);
        m_numbers.insert(m_numbers.begin() + row, *tail);
        endInsertRows();
    }
    if (tail == numbers.end())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(numbers.end() - tail) - 1);
    m_numbers.insert(m_numbers.end(), tail, numbers.end());
    endInsertRows();
}

/// In one signal for all pulls that went on.
void PullModel::tellChanged(const Additions &additions, const std::vector<Number> &fresh)
{
    const auto isOld = [&](const auto &added) {
        return !m_lines.at(added.first).shown.empty() &&
               !std::binary_search(fresh.begin(), fresh.end(), added.first);
    };
    const auto first = std::find_if(additions.begin(), additions.end(), isOld);
    if (first == additions.end())
        return;
    const auto last = std::find_if(additions.rbegin(), additions.rend(), isOld);
    Q_EMIT dataChanged(lineIndex(first->first),
                       lineIndex(last->first, RequestModel::ColumnCount - 1));
}

// The model takes rows only from its top. They go here before they go there, so that no row of
// this model ever shows a record that is no longer kept.
void PullModel::removeRowsUpTo(int lastRow)
{
    Q_EMIT batchBegins();
    std::map<Number, int> gone; // of those that are shown
    for (int row = 0; row <= lastRow; ++row) {
        const Number number = m_numberOf[static_cast<std::size_t>(row)];
        Line &line = m_lines.at(number);
        --line.kept;
        int &count = gone[number];
        const auto sequence = m_model.firstSequence() + static_cast<std::uint64_t>(row);
        const auto next = static_cast<std::size_t>(count);
        if (next < line.shown.size() && line.shown[next] == sequence)
            ++count;
    }
    m_numberOf.erase(m_numberOf.begin(), m_numberOf.begin() + lastRow + 1);
    std::vector<Number> empty;
    for (const auto &[number, count] : gone) {
        Line &line = m_lines.at(number);
        m_shownCount -= count;
        if (count == 0)
            continue;
        if (static_cast<std::size_t>(count) == line.shown.size())
            empty.push_back(number);
        else
            removeBelow(number, line, count);
    }
    removeLines(empty);
    for (const auto &[number, count] : gone) {
        if (m_lines.at(number).kept == 0)
            m_lines.erase(number);
    }
    Q_EMIT batchEnded();
}

void PullModel::removeBelow(Number number, Line &line, int count)
{
    beginRemoveRows(lineIndex(number), 0, count - 1);
    line.shown.erase(line.shown.begin(), line.shown.begin() + count);
    line.children -= count;
    endRemoveRows();
}

/// Neighbours at once; from below, so that the rows above stay where they are.
void PullModel::removeLines(const std::vector<Number> &numbers)
{
    auto end = numbers.rbegin();
    while (end != numbers.rend()) {
        const int last = rowOf(*end);
        int first = last;
        auto next = std::next(end);
        for (; next != numbers.rend() && first > 0 &&
               m_numbers[static_cast<std::size_t>(first) - 1] == *next;
             ++next)
            --first;
        beginRemoveRows({}, first, last);
        m_numbers.erase(m_numbers.begin() + first, m_numbers.begin() + last + 1);
        for (; end != next; ++end) {
            Line &line = m_lines.at(*end);
            line.shown.clear();
            line.children = 0;
        }
        endRemoveRows();
    }
}

int PullModel::rowOf(Number number) const
{
    return static_cast<int>(std::lower_bound(m_numbers.begin(), m_numbers.end(), number) -
                            m_numbers.begin());
}

QModelIndex PullModel::lineIndex(Number number, int column) const
{
    return createIndex(rowOf(number), column, quintptr{0});
}

const RequestRecord &PullModel::recordOf(std::uint64_t sequence) const
{
    return m_model.record(static_cast<int>(sequence - m_model.firstSequence()));
}

const PullModel::Line &PullModel::lineOf(const QModelIndex &index) const
{
    const Number number = index.internalId() != 0
                              ? Number{index.internalId()}
                              : m_numbers[static_cast<std::size_t>(index.row())];
    return m_lines.at(number);
}

const RequestRecord *PullModel::record(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const Line &line = lineOf(index);
    if (index.internalId() != 0)
        return &recordOf(line.shown[static_cast<std::size_t>(index.row())]);
    return line.children == 0 ? &recordOf(line.shown.front()) : nullptr;
}

const PullSummary *PullModel::pull(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() != 0)
        return nullptr;
    const Line &line = lineOf(index);
    return line.children == 0 ? nullptr : line.pull.get();
}

std::vector<std::uint64_t> PullModel::sequences(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Line &line = lineOf(index);
    if (index.internalId() != 0)
        return {line.shown[static_cast<std::size_t>(index.row())]};
    return {line.shown.begin(), line.shown.end()};
}

QModelIndex PullModel::indexOf(std::uint64_t sequence) const
{
    const std::uint64_t row = sequence - m_model.firstSequence();
    if (row >= m_numberOf.size())
        return {};
    const Number number = m_numberOf[row];
    const Line &line = m_lines.at(number);
    const auto found = std::lower_bound(line.shown.begin(), line.shown.end(), sequence);
    if (found == line.shown.end() || *found != sequence)
        return {};
    if (line.children == 0)
        return lineIndex(number);
    return createIndex(static_cast<int>(found - line.shown.begin()), 0,
                       static_cast<quintptr>(number));
}

QModelIndex PullModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Number number = parent.isValid() ? m_numbers[static_cast<std::size_t>(parent.row())] : 0;
    return createIndex(row, column, static_cast<quintptr>(number));
}

QModelIndex PullModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return lineIndex(child.internalId());
}

int PullModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_numbers.size());
    if (parent.internalId() != 0 || parent.column() > 0)
        return 0;
    return lineOf(parent).children;
}

int PullModel::columnCount(const QModelIndex &) const
{
    return RequestModel::ColumnCount;
}

QVariant PullModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const RequestRecord *shown = record(index))
        return RequestModel::recordData(*shown, index.column(), role);
    return pullData(*lineOf(index).pull, index.column(), role);
}

QVariant PullModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace lanyard::ui
