// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/repositorysizes.h"
#include "store/catalogue.h"

namespace lanyard::registry {

/// Adds up what is stored of each repository and registry, and what of it they share, from the
/// catalogue alone: no file is read. Takes some 20 bytes for each piece of content while it counts,
/// and the lock of the catalogue in short steps. Any thread.
RepositorySizes tallyRepositories(const store::Catalogue &catalogue);

} // namespace lanyard::registry
