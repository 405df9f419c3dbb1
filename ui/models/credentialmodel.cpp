// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentialmodel.h"

#include "format.h"
#include "upstreamtext.h"

namespace lanyard::ui {

CredentialModel::CredentialModel(QObject *parent)
    : KeyedTable(parent)
{
}

void CredentialModel::update(const QList<CredentialInfo> &credentials)
{
    QList<CredentialRow> rows;
    for (const CredentialInfo &info : credentials)
        rows.append(CredentialRow{.info = info});
    assign(rows);
}

int CredentialModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CredentialModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const CredentialInfo &info = at(index.row()).info;
    switch (index.column()) {
    case ScopeColumn:
        return printable(info.scope.toUtf8());
    case UserColumn:
        return credentialUserText(info);
    case PlaceColumn:
        return credentialPlaceText(info);
    default:
        return {};
    }
}

QVariant CredentialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ScopeColumn:
        return tr("For");
    case UserColumn:
        return tr("User");
    case PlaceColumn:
        return tr("Kept in");
    default:
        return {};
    }
}

} // namespace lanyard::ui
