// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <optional>

namespace lanyard::ui {

/// One client of this computer, and what is being done with it: what its card shows.
struct ClientView
{
    enum class Work { None, Waiting, Applying, Testing, Undoing };

    ClientInstallation installation;
    std::optional<ClientPlan> plan;      ///< none: not known
    std::optional<AppliedSetUp> applied; ///< what can be undone
    Work work = Work::None;
    QList<SetUpStep> steps; ///< of the last work
    QList<Message> notes;   ///< that it left
    Message trouble;        ///< why it failed; empty: it did not
    std::optional<ProofResult> proof;
    bool operator==(const ClientView &) const = default;

    const QString &id() const { return installation.id; }

    bool canBeApplied() const { return plan && lanyard::canBeApplied(installation, *plan); }

    bool isPaused() const { return applied && applied->isPaused; }

    bool isCutShort() const { return applied && applied->isCutShort; }

    /// Whether it pulls through the cache, at least in part, and there is a pull that shows it.
    bool canBeTested() const
    {
        const bool isUsed = installation.use == ClientInstallation::Use::Cache ||
                            installation.use == ClientInstallation::Use::Partly;
        return isUsed && !isPaused() && lanyard::canBeTested(installation);
    }
};

/// What came of work that a person asked for.
struct SetUpOutcome
{
    enum class Kind { SetUp, Test, Undo, Pause, Resume };

    Kind kind = Kind::SetUp;
    QStringList done;     ///< clients by name
    QStringList unproved; ///< by name: set up, and their pull has not been seen
    QStringList failed;   ///< by name
    Message trouble;      ///< of the first failure, or else of the first that is not proved
    QList<Message> notes; ///< of clients that are not here any more
    bool operator==(const SetUpOutcome &) const = default;

    /// Nothing failed, whether it is proved or not.
    bool isDone() const { return failed.isEmpty() && (trouble.isEmpty() || !unproved.isEmpty()); }
};

} // namespace lanyard::ui
