// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"

#include <QObject>

#include <functional>

namespace lanyard::ui {

/// The clients of this computer and what is applied for them, as the window knows it: values, which
/// the desk fills and the work on clients changes. UI thread.
class ClientBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientBoard)

public:
    using QObject::QObject;

    const QList<ClientView> &clients() const { return m_clients; }

    /// nullptr: there is none of that name.
    const ClientView *client(const QString &id) const;

    const QList<AppliedSetUp> &applied() const { return m_applied; }

    /// nullptr: nothing is applied for it, whether it is here or not.
    const AppliedSetUp *appliedFor(const QString &id) const;
    /// What can be undone, and is of no client that is here.
    QList<AppliedSetUp> appliedElsewhere() const;

    /// For people; the id where nothing else is known.
    QString nameOf(const QString &id) const;

    /// Takes the place of all clients; what is known of one that stays is kept.
    void setInstallations(const QList<ClientInstallation> &found);
    void setApplied(const QList<AppliedSetUp> &applied);
    void forgetPlans();
    /// Nothing where there is no such client.
    void change(const QString &id, const std::function<void(ClientView &)> &edit);

Q_SIGNALS:
    /// There are others than before.
    void clientsChanged();
    void clientChanged(const QString &id);
    void appliedChanged();

private:
    void attachApplied();

    QList<ClientView> m_clients;
    QList<AppliedSetUp> m_applied;
};

} // namespace lanyard::ui
