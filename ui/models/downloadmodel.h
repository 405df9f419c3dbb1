// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/downloadprogress.h"

#include <QAbstractTableModel>
#include <QList>

#include <cstdint>
#include <vector>

namespace lanyard::ui {

/// Blobs on their way from upstream, in the order in which they were first seen, with their
/// speed. Values only. Lives on the UI thread.
///
/// A download keeps its row for as long as it lasts: it is updated in place and never reset, so
/// that a selection and the eye stay where they are.
class DownloadModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadModel)

public:
    enum Column {
        ImageColumn,
        LayerColumn,
        ProgressColumn,
        SizeColumn,
        SpeedColumn,
        ReadersColumn,
        ColumnCount,
    };

    enum Role { ProgressRole = Qt::UserRole }; ///< a double from 0 to 1; -1: not known

    explicit DownloadModel(QObject *parent = nullptr);

    /// Everything that is in flight at `nowMs` (any steady clock, in milliseconds).
    void update(const QList<DownloadProgress> &downloads, std::int64_t nowMs);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        DownloadProgress progress;
        std::int64_t measuredAtMs = 0;
        std::int64_t measuredBytes = 0;
        double bytesPerSecond = -1; ///< -1: not known yet
    };

    static bool advance(Row &row, const DownloadProgress &progress, std::int64_t nowMs);
    void removeFinished(const QList<DownloadProgress> &downloads);

    std::vector<Row> m_rows;
};

} // namespace lanyard::ui
