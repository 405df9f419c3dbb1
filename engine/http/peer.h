// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/addresscounts.h"

#include <QByteArray>

namespace lanyard::http {

/// Who is at the other end of a connection, as its listener judged it.
struct Peer
{
    QByteArray address;     ///< as text
    bool isTrusted = false; ///< it is one of ListenerRules::trusted
    bool asksLogin = true;  ///< its listener serves only who has logged in
    AddressCounts::Place place = {};
};

} // namespace lanyard::http
