// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/downloadmodel.h"

#include "format.h"
#include "requesttext.h"

#include <QLocale>

#include <algorithm>

namespace lanyard::ui {

namespace {

/// Long enough for a figure that can be read, short enough to follow the line.
constexpr std::int64_t speedWindowMs = 500;
constexpr double newestWeight = 0.4;

double share(const DownloadProgress &progress)
{
    if (progress.totalBytes <= 0)
        return -1;
    return std::clamp(static_cast<double>(progress.receivedBytes) /
                          static_cast<double>(progress.totalBytes),
                      0.0, 1.0);
}

QString imageOf(const DownloadProgress &progress)
{
    RequestLabels labels;
    labels.upstream = progress.upstream;
    labels.repository = progress.repository;
    return imageName(labels);
}

/// The first digits of the digest, as clients show a layer.
QString layerOf(const DownloadProgress &progress)
{
    constexpr qsizetype shownDigits = 12;
    const qsizetype colon = progress.digest.indexOf(':');
    return printable(progress.digest.mid(colon + 1, shownDigits));
}

QString sizeOf(const DownloadProgress &progress)
{
    QString received = formatBytes(progress.receivedBytes);
    if (progress.totalBytes < 0)
        return received;
    return DownloadModel::tr("%1 of %2").arg(received, formatBytes(progress.totalBytes));
}

QString toolTipOf(const DownloadProgress &progress)
{
    return QStringLiteral("<p>%1</p><p>%2</p>")
        .arg(imageOf(progress).toHtmlEscaped(), printable(progress.digest).toHtmlEscaped());
}

Qt::Alignment cellAlignment(int column)
{
    const bool isNumber = column == DownloadModel::SizeColumn ||
                          column == DownloadModel::SpeedColumn ||
                          column == DownloadModel::ReadersColumn;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

DownloadModel::DownloadModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DownloadModel::update(const QList<DownloadProgress> &downloads, std::int64_t nowMs)
{
    removeFinished(downloads);
    std::vector<Row> added;
    for (const DownloadProgress &progress : downloads) {
        const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&progress](const Row &row) {
            return row.progress.digest == progress.digest;
        });
        if (known == m_rows.end()) {
            added.push_back({.progress = progress,
                             .measuredAtMs = nowMs,
                             .measuredBytes = progress.receivedBytes});
        } else if (advance(*known, progress, nowMs)) {
            const auto row = static_cast<int>(known - m_rows.begin());
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (added.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_rows));
    endInsertRows();
}

/// Whether anything is to be shown anew.
bool DownloadModel::advance(Row &row, const DownloadProgress &progress, std::int64_t nowMs)
{
    bool isChanged = row.progress != progress;
    row.progress = progress;
    const std::int64_t elapsedMs = nowMs - row.measuredAtMs;
    if (elapsedMs >= speedWindowMs) {
        const double newest = static_cast<double>(progress.receivedBytes - row.measuredBytes) *
                              1000.0 / static_cast<double>(elapsedMs);
        row.bytesPerSecond =
            row.bytesPerSecond < 0
                ? std::max(newest, 0.0)
                : std::max(newest * newestWeight + row.bytesPerSecond * (1 - newestWeight), 0.0);
        row.measuredAtMs = nowMs;
        row.measuredBytes = progress.receivedBytes;
        isChanged = true;
    }
    return isChanged;
}

void DownloadModel::removeFinished(const QList<DownloadProgress> &downloads)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const QByteArray &digest = m_rows[static_cast<std::size_t>(row)].progress.digest;
        const bool isRunning =
            std::any_of(downloads.cbegin(), downloads.cend(),
                        [&digest](const DownloadProgress &d) { return d.digest == digest; });
        if (isRunning)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

int DownloadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DownloadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DownloadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return toolTipOf(row.progress);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(index.column()));
    if (role == ProgressRole)
        return share(row.progress);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ImageColumn:
        return imageOf(row.progress);
    case LayerColumn:
        return layerOf(row.progress);
    case ProgressColumn:
        return share(row.progress) < 0
                   ? QString()
                   : tr("%1 %").arg(static_cast<int>(share(row.progress) * 100));
    case SizeColumn:
        return sizeOf(row.progress);
    case SpeedColumn:
        return row.bytesPerSecond < 0 ? QString() : formatRate(row.bytesPerSecond);
    case ReadersColumn:
        return QLocale().toString(row.progress.readers);
    default:
        return {};
    }
}

QVariant DownloadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ImageColumn:
        return tr("Image");
    case LayerColumn:
        return tr("Layer");
    case ProgressColumn:
        return tr("Progress");
    case SizeColumn:
        return tr("Size");
    case SpeedColumn:
        return tr("Speed");
    case ReadersColumn:
        return tr("Readers");
    default:
        return {};
    }
}

} // namespace lanyard::ui
