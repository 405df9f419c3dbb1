// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/credentials.h"
#include "models/keyedtable.h"

#include <utility>

namespace lanyard::ui {

struct CredentialRow
{
    CredentialInfo info;

    /// The configuration may have one for the same scope as the user.
    std::pair<QString, CredentialPlace> key() const { return {info.scope, info.place}; }

    bool operator==(const CredentialRow &) const = default;
};

/// Credentials with which upstreams are asked: for what, who, and where they are kept. Values only,
/// no secrets. Lives on the UI thread.
class CredentialModel final : public KeyedTable<CredentialRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialModel)

public:
    enum Column { ScopeColumn, UserColumn, PlaceColumn, ColumnCount };

    explicit CredentialModel(QObject *parent = nullptr);

    void update(const QList<CredentialInfo> &credentials);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace lanyard::ui
