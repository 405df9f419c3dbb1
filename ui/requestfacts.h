// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "api/upstreamrecord.h"
#include "pullgrouping.h"

#include <QList>
#include <QString>

#include <utility>

/// What is known of a request, or of a pull, for the details and their copy: pure functions. All
/// texts are plain, and each of one line.
namespace lanyard::ui {

struct FactGroup
{
    QString title;
    QList<std::pair<QString, QString>> facts; ///< what it is, and the value
    QString note;                             ///< a sentence below them; empty: none
};

/// The translated name: "By ?ns=", empty for RequestForm::None.
QString formName(RequestForm form);

QList<FactGroup> requestFacts(const RequestRecord &record);
QList<FactGroup> pullFacts(const PullSummary &pull);

/// Whether upstream may have been asked for it.
bool mayHaveAskedUpstream(const RequestRecord &record);
/// What of upstream was asked for a request.
FactGroup upstreamFacts(const QList<UpstreamRecord> &records);

/// As lines.
QString factsText(const QList<FactGroup> &groups);

} // namespace lanyard::ui
