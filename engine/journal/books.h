// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/clients.h"
#include "journal/journal.h"
#include "journal/statistics.h"

namespace lanyard::journal {

/// Where requests are written down, for as long as the program lives: an engine that is started
/// again goes on in them. Thread-safe.
struct Books
{
    Journal journal;
    Statistics statistics;
    Clients clients;
};

} // namespace lanyard::journal
