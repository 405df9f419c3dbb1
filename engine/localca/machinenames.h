// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lanyard::localca {

/// The name of this computer without its domain.
QString machineName();

/// How clients may call this computer now, without asking any other: its host name, the same in its
/// domain and by mDNS (.local), localhost, and the addresses of all interfaces that are up, also of
/// bridges to containers and virtual machines. Not those of one link only, which need a zone that
/// certificates cannot have. No name is there twice; what is likely to be used goes first.
QStringList machineNames();

} // namespace lanyard::localca
