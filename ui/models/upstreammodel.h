// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/credentials.h"
#include "api/upstreamstatus.h"
#include "models/keyedtable.h"

namespace lanyard::ui {

/// What the list shows of an upstream.
struct UpstreamRow
{
    UpstreamStatus status;
    bool isOffline = false;            ///< no upstream is asked
    QList<CredentialInfo> credentials; ///< of it, and of paths below it

    QString key() const { return status.registry; }

    bool operator==(const UpstreamRow &) const = default;
};

/// The upstreams in the order of the configuration. Values only. Lives on the UI thread.
class UpstreamModel final : public KeyedTable<UpstreamRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamModel)

public:
    enum Column {
        RegistryColumn,
        StateColumn,
        ServersColumn,
        CredentialColumn,
        BudgetColumn,
        SavedColumn,
        RequestsColumn,
        ColumnCount,
    };

    enum Role { ShareRole = Qt::UserRole }; ///< of the budget, a double; invalid: nobody counts

    explicit UpstreamModel(QObject *parent = nullptr);

    void update(const UpstreamOverview &overview, const CredentialOverview &credentials);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace lanyard::ui
