// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsummary.h"
#include "api/enginestatus.h"
#include "api/localca.h"
#include "api/upstreamstatus.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

/// What a person should look at: pure functions of what is known of the engine.
namespace lanyard::ui {

/// Something that is not as it should be.
struct AttentionItem
{
    enum class Kind {
        Stopped,
        StorageTrouble, ///< clients get 503
        DiskFull,
        CapacityFull,
        WrongDigest,
        Offline, ///< switched by the user
        UpstreamUnreachable,
        UpstreamLimited, ///< 429
        CredentialRefused,
        BudgetLow,
        AuthorityEnding,
        CertificateEnding,
        ClientFellBack,
        UnknownRegistry, ///< that clients ask for
    };
    enum class Severity { Error, Warning, Info };
    /// What mends it, or shows more of it.
    enum class Action {
        Start,
        WorkOnline,
        RenewAuthority,
        Dismiss, ///< puts it away until it happens again
        LogIn,   ///< to the registry
        AddUpstream,
        ShowSettings,
        ShowUpstreams,
        ShowImages,
        ShowClients,
        ShowComputer, ///< the set-up of this one
    };

    Kind kind = Kind::Stopped;
    Severity severity = Severity::Warning;
    QString text; ///< plain
    Action action = Action::Start;
    QString subject = {}; ///< the registry or the client that it is about; may be empty
    bool operator==(const AttentionItem &) const = default;
};

struct AttentionValues
{
    EngineStatus status;
    UpstreamOverview upstreams;
    std::optional<LocalCaOverview> localCa;
    QList<ClientSummary> clients;   ///< in any order
    QList<QByteArray> ownAddresses; ///< of this computer, as ClientSummary::address has them
    WrongDigests dismissed;         ///< as they were when a person put them away
    std::int64_t nowMs = 0;         ///< since 1970-01-01 UTC
};

/// The gravest first; at most limits::attentionItems. When the engine is stopped, that alone.
QList<AttentionItem> attention(const AttentionValues &values);

/// What stands on the button.
QString actionText(AttentionItem::Action action);

/// The budget that counts now, the last to have been heard of; nullopt: none is known, or its
/// window is over.
std::optional<PullBudget> currentBudget(const UpstreamStatus &upstream, std::int64_t nowMs);

} // namespace lanyard::ui
