// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"
#include "symbols.h"

#include <QColor>
#include <QPalette>
#include <QString>
#include <QStringList>

/// The set-up of clients in words: pure functions that the page and its dialogs share. What comes
/// from files and programs is made safe to show.
namespace lanyard::ui {

/// As its makers write it.
QString clientKindName(ClientKind kind);

/// Whether it pulls through the cache, in a sentence.
QString useText(const ClientView &client);
Symbol useSymbol(const ClientView &client);
QColor useColour(const ClientView &client, const QPalette &palette);

/// What would change, in a few short sentences; empty: it is not known.
QString planSummary(const ClientView &client);
/// "Runs systemctl reload docker, as administrator. Nothing is interrupted."
QString commandText(const PlannedCommand &command);
/// "/etc/docker/daemon.json (new file, as administrator)".
QString editTitle(const FileEdit &edit);

QString stepStateName(SetUpStep::State state);
/// What is being done; empty: nothing.
QString workText(ClientView::Work work);

/// "by ns=docker.io": how a request named its registry.
QString formText(const QString &form, const QString &registry);
/// "Docker 29.7 by ns=docker.io from 192.168.0.126"; empty: nothing was seen.
QString sightingsSummary(const QList<ProbeSighting> &sightings);
/// "12:03:04.120  Manifest for docker.io, by ns=docker.io, Docker 29.7, 192.168.0.126".
QString sightingText(const ProbeSighting &sighting);

/// What is in force, paused or cut short on this computer, a sentence for each; empty: nothing was
/// applied.
QString appliedText(const QList<AppliedSetUp> &applied);
/// What is to be said of one whose client is not here.
QString leftoverText(const AppliedSetUp &applied);

/// What came of it, for a message.
QString outcomeTitle(const SetUpOutcome &outcome);
QString outcomeText(const SetUpOutcome &outcome);

} // namespace lanyard::ui
