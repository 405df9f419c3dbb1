// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/requestmodel.h"

#include "format.h"
#include "requesttext.h"

namespace lanyard::ui {

namespace {

QString cellText(const RequestRecord &record, int column)
{
    switch (column) {
    case RequestModel::TimeColumn:
        return formatTimeOfDay(record.startedAtMs);
    case RequestModel::ClientColumn:
        return printable(record.client);
    case RequestModel::ImageColumn:
        return imageName(record.labels);
    case RequestModel::RequestColumn:
        return requestSummary(record);
    case RequestModel::StatusColumn:
        return statusText(record);
    case RequestModel::ResultColumn:
        return resultName(record.labels.result);
    case RequestModel::SizeColumn:
        return formatBytes(record.bodyBytes);
    case RequestModel::DurationColumn:
        return formatDuration(record.durationUs);
    default:
        return {};
    }
}

/// More than there are clients, programs, names and tags at a time.
constexpr int textsMax = 10'000;

} // namespace

RequestModel::RequestModel(int recordsMax, QObject *parent)
    : QAbstractTableModel(parent)
    , m_recordsMax(recordsMax)
    , m_texts(textsMax)
{
    Q_ASSERT(recordsMax >= 1);
}

void RequestModel::append(const QList<RequestRecord> &batch)
{
    const auto kept = qMin<qsizetype>(batch.size(), m_recordsMax);
    if (kept == 0)
        return;
    const auto added = static_cast<int>(kept);
    dropOldest(rowCount() + added - m_recordsMax);
    const int first = rowCount();
    beginInsertRows({}, first, first + added - 1);
    for (auto record = batch.cend() - kept; record != batch.cend(); ++record)
        m_records.push_back(sparing(*record));
    endInsertRows();
}

/// With the memory of equal texts in other records.
RequestRecord RequestModel::sparing(RequestRecord record)
{
    RequestLabels &labels = record.labels;
    for (QByteArray *text :
         {&record.client, &record.userAgent, &record.method, &record.target, &record.headers,
          &labels.upstream, &labels.repository, &labels.reference, &labels.user, &labels.digest})
        m_texts.share(*text);
    return record;
}

void RequestModel::clear()
{
    dropOldest(rowCount());
}

void RequestModel::dropOldest(int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_records.erase(m_records.begin(), m_records.begin() + count);
    m_firstSequence += static_cast<std::uint64_t>(count);
    endRemoveRows();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return recordData(record(index.row()), index.column(), role);
}

Qt::Alignment RequestModel::alignment(int column)
{
    const bool isNumber = column == SizeColumn || column == DurationColumn;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant RequestModel::recordData(const RequestRecord &shown, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(shown, column);
    case Qt::ToolTipRole:
        return requestToolTip(shown);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment(column));
    case Qt::AccessibleTextRole:
        return column == ImageColumn && shown.labels.isPrivate
                   ? tr("%1, private").arg(imageName(shown.labels))
                   : cellText(shown, column);
    case PrivateRole:
        return shown.labels.isPrivate;
    case ResultRole:
        return static_cast<int>(shown.labels.result);
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignment(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case ClientColumn:
        return tr("Client");
    case ImageColumn:
        return tr("Image");
    case RequestColumn:
        return tr("Request");
    case StatusColumn:
        return tr("Status");
    case ResultColumn:
        return tr("Result");
    case SizeColumn:
        return tr("Size");
    case DurationColumn:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace lanyard::ui
