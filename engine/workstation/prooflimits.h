// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <cstdint>

/// The bounds of a proof.
namespace lanyard::workstation::prooflimits {

using namespace std::chrono_literals;

// A question to a cache.
inline constexpr std::chrono::milliseconds connectTimeout = 3s; ///< until it is sent
inline constexpr std::chrono::milliseconds answerTimeout = 10s; ///< until all of it is there
inline constexpr std::int64_t answerBytesMax = 256 * 1024;
inline constexpr qsizetype listMax = 1'000;    ///< registries, or sightings, that are taken
inline constexpr qsizetype textCharsMax = 256; ///< of what it says

// A pull of a probe.
inline constexpr std::chrono::milliseconds pullTimeout = 60s;
inline constexpr std::chrono::milliseconds buildTimeout =
    180s; ///< of those that may have to start a builder first
inline constexpr std::chrono::milliseconds cleanUpTimeout = 30s;
inline constexpr std::chrono::milliseconds pollInterval = 500ms;
inline constexpr int lastQuestionsMax = 3; ///< about it, when it has ended and the cache is silent
inline constexpr std::int64_t outputBytesMax = 64 * 1024; ///< kept, of what the client says last
inline constexpr qsizetype shownLinesMax = 20;            ///< of that
inline constexpr qsizetype shownLineCharsMax = 400;

// The look whether Docker Engine has taken a mirror up after a reload.
inline constexpr std::chrono::milliseconds mirrorInterval = 250ms;
inline constexpr std::chrono::milliseconds mirrorTimeout = 8s; ///< some milliseconds are usual

} // namespace lanyard::workstation::prooflimits
