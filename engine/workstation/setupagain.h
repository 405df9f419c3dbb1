// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "setup/applier.h"
#include "setup/filechange.h"
#include "setup/servicetask.h"

#include <QList>

// A client that was set up before, and is again. Pure.
namespace lanyard::workstation {

/// Gives the files that log in at this cache, as this user, its password, which is not kept.
/// Whether all that want one have it then.
bool addPassword(setup::ClientChange &change, const CacheEndpoint &login);

/// Whether one of these files logs in elsewhere, or as somebody else: its password is lost.
bool hasOtherLogin(const QList<setup::FileRecord> &files, const CacheEndpoint &login);

/// Whether the plan reloads or restarts each of these, so that they need not be when what is there
/// is taken back first.
bool restartsAll(const ClientPlan &plan, const QList<setup::ServiceTask> &services);

} // namespace lanyard::workstation
