// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "localca/identity.h"

#include <QStringList>

namespace lanyard::localca {

/// Whether a server needs another certificate, and why.
enum class Renewal {
    NotNeeded,
    Replace, ///< there is none of this authority
    Due,     ///< two thirds of its life are over, or it does not hold yet: somebody set the clock
    Rename,  ///< it has not all names
};

// Pure.

/// `server` is nullptr where there is none. A certificate that ends with its authority is not due:
/// the next one could not last longer.
Renewal renewalOf(const Identity &authority, X509 *server, const QStringList &wanted, WallTime now);

/// The names of the next certificate, limits::certificateNamesMax at most: those that are wanted
/// and, when it is renamed, those of `server` behind them. So who comes back to an address that it
/// had a day ago needs no further certificate; the next one that is due forgets what has gone.
QStringList nextNames(Renewal renewal, const X509 *server, const QStringList &wanted);

} // namespace lanyard::localca
