// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "workstation/programrun.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace lanyard::workstation {

/// What is known when the pull of a probe has ended.
struct ProofEvidence
{
    ClientInstallation client;
    CacheEndpoint cache;
    QString registry;
    QString line;                   ///< that a person would type for such a pull
    QList<ProbeSighting> sightings; ///< of the cache
    ProgramEnd program;             ///< of the client
};

/// Which step did not arrive, and the likely reason, for a person; empty: it is proved. Pure.
Message proofTrouble(const ProofEvidence &evidence);

/// What was said, with nothing in it that is hidden. Pure.
Message printableMessage(const Message &message);

/// The last lines that a client said, as they may be shown: printable, bounded, without the secrets
/// of `cache`. Pure.
QString shownOutput(const QByteArray &output, const CacheEndpoint &cache);

} // namespace lanyard::workstation
