// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace lanyard::ui {

/// A table of values that come whole, again and again: a row is told by its `key()`, keeps its
/// place in a view for as long as it is there, and is updated where it stands. Never reset, so that
/// a selection and the eye stay where they are. `Row` has operator==.
template <typename Row>
class KeyedTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    const Row &at(int row) const { return m_rows[row]; }

    /// -1: there is none.
    template <typename Key>
    int rowOf(const Key &key, int from = 0) const
    {
        for (int row = from; row < m_rows.size(); ++row) {
            if (m_rows[row].key() == key)
                return row;
        }
        return -1;
    }

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    /// Takes the place of all rows.
    void assign(const QList<Row> &wanted)
    {
        removeUnwanted(wanted);
        for (int row = 0; row < wanted.size(); ++row)
            put(row, wanted[row]);
        if (m_rows.size() > wanted.size())
            removeRange(static_cast<int>(wanted.size()), rowCount() - 1);
    }

private:
    void removeUnwanted(const QList<Row> &wanted)
    {
        for (int row = rowCount() - 1; row >= 0; --row) {
            const bool isWanted = std::any_of(wanted.begin(), wanted.end(), [&](const Row &one) {
                return one.key() == m_rows[row].key();
            });
            if (!isWanted)
                removeRange(row, row);
        }
    }

    void removeRange(int first, int last)
    {
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
    }

    void put(int row, const Row &wanted)
    {
        const int now = rowOf(wanted.key(), row);
        if (now < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted);
            endInsertRows();
            return;
        }
        if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            m_rows.move(now, row);
            endMoveRows();
        }
        if (m_rows[row] == wanted)
            return;
        m_rows[row] = wanted;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    QList<Row> m_rows;
};

} // namespace lanyard::ui
