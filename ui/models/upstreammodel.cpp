// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/upstreammodel.h"

#include "format.h"
#include "messagetext.h"
#include "upstreamtext.h"

#include <QGuiApplication>
#include <QPalette>

namespace lanyard::ui {

namespace {

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber =
        column == UpstreamModel::SavedColumn || column == UpstreamModel::RequestsColumn;
    return (isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter;
}

QString credentialText(const UpstreamRow &row)
{
    if (row.credentials.isEmpty())
        return {};
    const QString first = credentialUserText(row.credentials.constFirst());
    const auto others = static_cast<std::uint64_t>(row.credentials.size() - 1);
    return others == 0 ? first
                       : UpstreamModel::tr("%1 and %2 more").arg(first, formatCount(others));
}

QString textOf(const UpstreamRow &row, int column)
{
    const UpstreamStatus &status = row.status;
    switch (column) {
    case UpstreamModel::RegistryColumn:
        return printable(status.registry.toUtf8());
    case UpstreamModel::StateColumn:
        return healthName(healthOf(status, row.isOffline));
    case UpstreamModel::ServersColumn:
        return serversText(status);
    case UpstreamModel::BudgetColumn:
        return status.budgets.isEmpty() ? QString() : budgetLine(status.budgets.constFirst());
    case UpstreamModel::SavedColumn:
        return formatCount(status.pullsSaved);
    case UpstreamModel::RequestsColumn:
        return formatCount(status.requests);
    case UpstreamModel::CredentialColumn:
        return status.refusal.isEmpty() ? credentialText(row) : UpstreamModel::tr("Refused");
    default:
        return {};
    }
}

QString toolTipOf(const UpstreamRow &row, int column)
{
    QStringList lines;
    if (column == UpstreamModel::BudgetColumn && !row.status.budgets.isEmpty()) {
        lines += refillText(row.status.budgets.constFirst());
    } else if (column == UpstreamModel::CredentialColumn) {
        lines += told(row.status.refusal);
    } else if (column == UpstreamModel::StateColumn || column == UpstreamModel::ServersColumn) {
        for (const UpstreamServerStatus &server : row.status.servers) {
            lines +=
                printable(server.url.toUtf8()) + QStringLiteral(": ") + serverStateText(server);
            lines += told(server.trouble);
        }
    }
    lines.removeAll(QString());
    // Rich, so that it wraps.
    return lines.isEmpty()
               ? QString()
               : QStringLiteral("<p>%1</p>")
                     .arg(lines.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

QIcon iconOf(const UpstreamRow &row, int column)
{
    const QPalette palette = QGuiApplication::palette();
    if (column == UpstreamModel::StateColumn) {
        const UpstreamHealth health = healthOf(row.status, row.isOffline);
        return symbolIcon(healthSymbol(health), healthColour(health, palette));
    }
    if (column == UpstreamModel::CredentialColumn && !row.status.refusal.isEmpty())
        return symbolIcon(Symbol::Warning, healthColour(UpstreamHealth::Limited, palette));
    return {};
}

} // namespace

UpstreamModel::UpstreamModel(QObject *parent)
    : KeyedTable(parent)
{
}

void UpstreamModel::update(const UpstreamOverview &overview, const CredentialOverview &credentials)
{
    QList<UpstreamRow> rows;
    for (const UpstreamStatus &status : overview.upstreams) {
        UpstreamRow row{.status = status, .isOffline = overview.isOffline, .credentials = {}};
        for (const CredentialInfo &credential : credentials.credentials) {
            if (isScopeOf(credential.scope, status.registry))
                row.credentials.append(credential);
        }
        rows.append(row);
    }
    assign(rows);
}

int UpstreamModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UpstreamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UpstreamRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::DecorationRole:
        return iconOf(row, index.column());
    case ShareRole:
        return row.status.budgets.isEmpty() ? QVariant()
                                            : budgetShare(row.status.budgets.constFirst());
    default:
        return {};
    }
}

QVariant UpstreamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RegistryColumn:
        return tr("Registry");
    case StateColumn:
        return tr("State");
    case ServersColumn:
        return tr("Servers");
    case BudgetColumn:
        return tr("Pulls left");
    case SavedColumn:
        return tr("Pulls saved");
    case RequestsColumn:
        return tr("Requests");
    case CredentialColumn:
        return tr("Credential");
    default:
        return {};
    }
}

} // namespace lanyard::ui
