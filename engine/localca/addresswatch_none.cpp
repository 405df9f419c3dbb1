// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/addresswatch.h"

namespace lanyard::localca {

AddressWatch::AddressWatch() = default;
AddressWatch::~AddressWatch() = default;

} // namespace lanyard::localca
