// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/clientboard.h"

#include "messagetext.h"

#include <algorithm>
#include <utility>

namespace lanyard::ui {

const ClientView *ClientBoard::client(const QString &id) const
{
    const auto found = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                    [&id](const ClientView &one) { return one.id() == id; });
    return found == m_clients.cend() ? nullptr : &*found;
}

const AppliedSetUp *ClientBoard::appliedFor(const QString &id) const
{
    const auto found = std::find_if(m_applied.cbegin(), m_applied.cend(),
                                    [&id](const AppliedSetUp &set) { return set.client == id; });
    return found == m_applied.cend() ? nullptr : &*found;
}

QList<AppliedSetUp> ClientBoard::appliedElsewhere() const
{
    QList<AppliedSetUp> elsewhere;
    std::copy_if(m_applied.cbegin(), m_applied.cend(), std::back_inserter(elsewhere),
                 [this](const AppliedSetUp &set) { return !client(set.client); });
    return elsewhere;
}

QString ClientBoard::nameOf(const QString &id) const
{
    if (const ClientView *const one = client(id))
        return told(one->installation.name);
    const AppliedSetUp *const set = appliedFor(id);
    return set ? told(set->clientName) : id;
}

void ClientBoard::setInstallations(const QList<ClientInstallation> &found)
{
    QList<ClientView> clients;
    for (const ClientInstallation &one : found) {
        const ClientView *const known = client(one.id);
        clients += known ? *known : ClientView();
        clients.last().installation = one;
    }
    const bool areOthers =
        !std::equal(clients.cbegin(), clients.cend(), m_clients.cbegin(), m_clients.cend(),
                    [](const auto &a, const auto &b) { return a.id() == b.id(); });
    m_clients = clients;
    attachApplied();
    if (areOthers) {
        Q_EMIT clientsChanged();
        return;
    }
    for (const ClientView &one : std::as_const(clients))
        Q_EMIT clientChanged(one.id());
}

void ClientBoard::setApplied(const QList<AppliedSetUp> &applied)
{
    m_applied = applied;
    attachApplied();
    const QList<ClientView> clients = m_clients;
    for (const ClientView &one : clients)
        Q_EMIT clientChanged(one.id());
    Q_EMIT appliedChanged();
}

void ClientBoard::attachApplied()
{
    for (ClientView &one : m_clients) {
        const AppliedSetUp *const set = appliedFor(one.id());
        one.applied = set ? std::optional(*set) : std::nullopt;
    }
}

void ClientBoard::forgetPlans()
{
    const QList<ClientView> clients = m_clients;
    for (const ClientView &one : clients) {
        if (one.plan)
            change(one.id(), [](ClientView &client) { client.plan.reset(); });
    }
}

void ClientBoard::change(const QString &id, const std::function<void(ClientView &)> &edit)
{
    const auto found = std::find_if(m_clients.begin(), m_clients.end(),
                                    [&id](const ClientView &one) { return one.id() == id; });
    if (found == m_clients.end())
        return;
    edit(*found);
    Q_EMIT clientChanged(id);
}

} // namespace lanyard::ui
