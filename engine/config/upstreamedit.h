// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/filereader.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

// Changes Lanyard's own configuration file in its text, without a change of the user's comments,
// order and spelling; see yamledit.h. Each function gives the text as it is afterwards, and has
// read it again: it comes to what is wanted, and to nothing else.
//
// InvalidInput says why nothing can be changed: the text is no right configuration, or that of
// distribution (version: 0.1); it cannot be edited safely (yamledit.h); or the result would not be
// right. No message holds a secret. `fileName` is for messages only, `readFile` reads the password
// files that the text names, as readConfig() does. Pure but for `readFile`.
namespace lanyard::config {

/// Makes `wanted` the upstreams. They are told apart by `registry`: those that are not in the text
/// are added at its end, those that are not wanted are removed with all they have, and of the
/// others the fields that differ are changed. A field with its default is not written. The order of
/// those that stay is that of the text. `credentials` of `wanted` count for nothing: the text keeps
/// those it has. When the registry goes that `defaultUpstream` names, so does that key.
Result<QByteArray> withUpstreams(const QByteArray &text, const QString &fileName,
                                 const std::vector<UpstreamConfig> &wanted,
                                 const FileReader &readFile);

/// Makes `isOffline` what the key `offline` says.
Result<QByteArray> withOffline(const QByteArray &text, const QString &fileName, bool isOffline,
                               const FileReader &readFile);

} // namespace lanyard::config
