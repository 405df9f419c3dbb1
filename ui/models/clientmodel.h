// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsummary.h"
#include "models/keyedtable.h"

#include <QString>

#include <tuple>

namespace lanyard::ui {

/// What the list shows of a client.
struct ClientRow
{
    ClientSummary client;
    QString hostName; ///< of its address; empty: not known

    auto key() const { return std::tie(client.address, client.userAgent); }

    bool operator==(const ClientRow &) const = default;
};

/// Who asks the cache. Values only. Lives on the UI thread.
class ClientModel final : public KeyedTable<ClientRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientModel)

public:
    enum Column {
        NameColumn,
        ProgramColumn,
        FormColumn,
        StateColumn,
        SeenColumn,
        RequestsColumn,
        ServedColumn,
        HitsColumn,
        ColumnCount,
    };

    enum Role { SortRole = Qt::UserRole }; ///< what a column is sorted by

    explicit ClientModel(QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace lanyard::ui
