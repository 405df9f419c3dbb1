// SPDX-License-Identifier: GPL-3.0-or-later
#include "table.h"

#include <algorithm>
#include <utility>

namespace lanyard::cli {

Table::Table(QList<Column> columns)
    : m_columns(std::move(columns))
{
    QStringList titles;
    for (const Column &column : std::as_const(m_columns))
        titles.append(column.title);
    m_rows.append(titles);
}

void Table::add(QStringList cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    for (QString &cell : cells) {
        if (cell.isEmpty())
            cell = u'-';
    }
    m_rows.append(cells);
}

QString Table::text() const
{
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isRight = m_columns[i].align == Align::Right;
            line += isRight ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i]);
            line += QLatin1String("  ");
        }
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace lanyard::cli
