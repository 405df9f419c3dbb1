// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace lanyard::workstation {

/// The system of the computer where something is pasted.
enum class System : std::uint8_t { Linux, MacOs, Windows };

/// Of this computer.
System thisSystem();
/// linux, macos, windows.
std::optional<System> systemOf(QStringView word);

/// What to paste, in this order, so that a client pulls `registries` through the cache: files as
/// they are when there was none before, and commands. The texts of the files are made by the
/// recipes. No secret stands in them: PASSWORD is in its place. Empty: there is no such client for
/// this system, or the cache or a registry is not right (see checkRecipe()). Pure.
QList<Snippet> snippets(ClientKind kind, System system, const CacheEndpoint &cache,
                        const QStringList &registries);

} // namespace lanyard::workstation
