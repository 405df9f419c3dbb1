// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clientmodel.h"

#include "clienttext.h"
#include "format.h"
#include "symbols.h"
#include "theme.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

namespace lanyard::ui {

namespace {

/// Its name where that is known, its address, and who has logged in there.
QString nameOf(const ClientRow &row)
{
    const QString address = printable(row.client.address);
    const QString machine =
        row.hostName.isEmpty() ? address : QStringLiteral("%1 (%2)").arg(row.hostName, address);
    return row.client.user.isEmpty() ? machine : printable(row.client.user) + u'@' + machine;
}

double hitShare(const ClientSummary &client)
{
    const std::uint64_t all = client.hits + client.misses;
    return all == 0 ? -1 : static_cast<double>(client.hits) / static_cast<double>(all);
}

QString textOf(const ClientRow &row, int column)
{
    const ClientSummary &client = row.client;
    switch (column) {
    case ClientModel::NameColumn:
        return nameOf(row);
    case ClientModel::ProgramColumn:
        return programName(client.userAgent);
    case ClientModel::FormColumn:
        return formsText(client.forms);
    case ClientModel::StateColumn:
        return fallbackState(client);
    case ClientModel::HitsColumn:
        return formatHitRatio(client.hits, client.misses);
    case ClientModel::ServedColumn:
        return formatBytes(static_cast<std::int64_t>(client.bytesServed));
    case ClientModel::RequestsColumn:
        return formatCount(client.requests);
    case ClientModel::SeenColumn:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(client.lastSeenMs),
                                  QLocale::ShortFormat);
    default:
        return {};
    }
}

QVariant sortValueOf(const ClientRow &row, int column)
{
    const ClientSummary &client = row.client;
    switch (column) {
    case ClientModel::StateColumn:
        return static_cast<qulonglong>(client.fallbacks);
    case ClientModel::HitsColumn:
        return hitShare(client);
    case ClientModel::ServedColumn:
        return static_cast<qulonglong>(client.bytesServed);
    case ClientModel::RequestsColumn:
        return static_cast<qulonglong>(client.requests);
    case ClientModel::SeenColumn:
        return static_cast<qlonglong>(client.lastSeenMs);
    default:
        return textOf(row, column);
    }
}

QString toolTipOf(const ClientRow &row, int column)
{
    QString text;
    if (column == ClientModel::ProgramColumn)
        text = printable(row.client.userAgent);
    else if (column == ClientModel::NameColumn || column == ClientModel::FormColumn)
        text = textOf(row, column); // which may be cut
    else if (column == ClientModel::StateColumn)
        text = fallbackExplanation(row.client);
    // Rich, so that it wraps.
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

QIcon iconOf(const ClientRow &row, int column)
{
    if (column != ClientModel::StateColumn)
        return {};
    const QPalette palette = QGuiApplication::palette();
    return row.client.isServed ? symbolIcon(Symbol::Check, resultColour(CacheResult::Hit, palette))
                               : symbolIcon(Symbol::Warning, warningColour(palette));
}

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == ClientModel::HitsColumn ||
                          column == ClientModel::ServedColumn ||
                          column == ClientModel::RequestsColumn;
    return (isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter;
}

} // namespace

ClientModel::ClientModel(QObject *parent)
    : KeyedTable(parent)
{
}

int ClientModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::DecorationRole:
        return iconOf(row, index.column());
    case SortRole:
        return sortValueOf(row, index.column());
    default:
        return {};
    }
}

QVariant ClientModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Client");
    case ProgramColumn:
        return tr("Program");
    case FormColumn:
        return tr("Asks");
    case StateColumn:
        return tr("State");
    case HitsColumn:
        return tr("Hits");
    case ServedColumn:
        return tr("Served");
    case RequestsColumn:
        return tr("Requests");
    case SeenColumn:
        return tr("Last seen");
    default:
        return {};
    }
}

} // namespace lanyard::ui
