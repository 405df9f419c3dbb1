// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "sharedbytes.h"

#include <QAbstractTableModel>
#include <QList>

#include <cstdint>
#include <deque>

namespace lanyard::ui {

/// The request log: the newest records, oldest first, one row each. Values only; it formats what
/// is looked at and never asks the engine. Lives on the UI thread.
///
/// A batch costs at most one removal at the top and one insertion at the bottom, so that the work
/// of a view is bounded by the number of batches and not of requests.
class RequestModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestModel)

public:
    enum Column {
        TimeColumn,
        ClientColumn,
        ImageColumn,
        RequestColumn,
        StatusColumn,
        ResultColumn,
        SizeColumn,
        DurationColumn,
        ColumnCount,
    };

    enum Role {
        ResultRole = Qt::UserRole, ///< a CacheResult as int
        PrivateRole,               ///< whether not everybody may see the image
    };

    /// Keeps the newest `recordsMax` (at least 1).
    explicit RequestModel(int recordsMax, QObject *parent = nullptr);

    /// Adds records, oldest first.
    void append(const QList<RequestRecord> &batch);
    void clear();

    const RequestRecord &record(int row) const { return m_records[static_cast<std::size_t>(row)]; }

    /// How many rows went at the top since the model was made: this plus a row's number names the
    /// row for as long as it is there.
    std::uint64_t firstSequence() const { return m_firstSequence; }

    /// What a cell of a row for this record says, as of data().
    static QVariant recordData(const RequestRecord &record, int column, int role);
    static Qt::Alignment alignment(int column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RequestRecord sparing(RequestRecord record);
    void dropOldest(int count);

    const int m_recordsMax;
    std::deque<RequestRecord> m_records;
    SharedBytes m_texts; ///< of the records
    std::uint64_t m_firstSequence = 0;
};

} // namespace lanyard::ui
