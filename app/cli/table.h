// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace lanyard::cli {

/// Lines whose columns are as wide as their widest cell, with two spaces between them; the last
/// one ends where its text does. No cell is empty and none has a space, so that awk finds them
/// by number.
class Table
{
public:
    enum class Align { Left, Right };

    struct Column
    {
        QString title;
        Align align = Align::Left;
    };

    explicit Table(QList<Column> columns);

    /// A cell for each column; "-" takes the place of an empty one.
    void add(QStringList cells);
    QString text() const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows; ///< the titles first
};

} // namespace lanyard::cli
