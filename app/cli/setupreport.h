// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QJsonObject>
#include <QList>

#include <optional>

// What `lanyard setup` tells: for a person on stdout, or as the document of --json. Pure but for
// the printing.
namespace lanyard::cli {

/// What is known of one client, as far as the command got.
struct ClientReport
{
    ClientInstallation client;
    std::optional<ClientPlan> plan;
    std::optional<SetUpResult> result;
    QList<ProofResult> proofs;
    QString trouble; ///< why it failed; empty: it did not
};

void printInstallations(const QList<ClientInstallation> &clients);
void printApplied(const QList<AppliedSetUp> &applied);
void printPlan(const ClientInstallation &client, const ClientPlan &plan);
void printStep(const SetUpStep &step);
void printResult(const SetUpResult &result);
void printProof(const ProofResult &proof);

QJsonObject toJson(const ClientReport &report);
QJsonObject toJson(const AppliedSetUp &applied);
QJsonObject toJson(const SetUpResult &result);

} // namespace lanyard::cli
