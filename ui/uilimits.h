// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

/// What the window keeps and how often it looks: its work and its memory are bounded by these,
/// whatever the rate of requests.
namespace lanyard::ui::limits {

using namespace std::chrono_literals;

inline constexpr int logRecords = 100'000;     ///< kept in the request log; beyond: the oldest go
inline constexpr int recordsPerPoll = 10'000;  ///< taken from the engine at once; beyond: skipped
inline constexpr int seenValues = 200;         ///< offered to choose from, of clients, say
inline constexpr int hostNames = 2'000;        ///< of clients, looked up and kept
inline constexpr int notices = 20;             ///< kept in the notice bar
inline constexpr int noticeCharacters = 2'000; ///< of one notice
inline constexpr std::chrono::milliseconds pollInterval = 150ms;
inline constexpr std::chrono::milliseconds hiddenPollInterval = 1s; ///< nobody looks
inline constexpr std::chrono::milliseconds typingPause = 150ms;     ///< before the log is filtered
inline constexpr std::chrono::milliseconds detailsPause = 60ms;     ///< before a row is told of
inline constexpr std::chrono::milliseconds clientPollInterval = 1s; ///< of the page, while seen
inline constexpr std::chrono::milliseconds settingsPollInterval = 2s; ///< of a file on show
inline constexpr std::chrono::milliseconds upstreamPollInterval = 1s; ///< of the page, while seen
inline constexpr std::chrono::milliseconds historyPollInterval = 30s; ///< of what it shows by hour
inline constexpr std::chrono::milliseconds cachePause = 400ms;    ///< before a typed cache is asked
inline constexpr std::chrono::milliseconds sightingInterval = 1s; ///< of a probe that is waited for
inline constexpr int rememberedCaches = 8;                        ///< on other computers
inline constexpr qint64 authorityBytesMax = 1 << 20;              ///< of a file of certificates
inline constexpr int suggestionsShown = 3;                ///< registries that clients ask for
inline constexpr qint64 credentialFileBytesMax = 1 << 20; ///< of Docker's and Podman's files
inline constexpr std::chrono::milliseconds overviewInterval = 1s;   ///< between looks, when shown
inline constexpr std::chrono::milliseconds authorityInterval = 60s; ///< of certificates, when shown
inline constexpr std::chrono::milliseconds attentionInterval = 15s; ///< the same, when not shown
inline constexpr int recentImages = 8;                              ///< offered by the tray icon
inline constexpr int attentionItems = 12;                           ///< told at once
inline constexpr std::chrono::hours fallbackNotice{1};              ///< it is told of so long

inline constexpr int imagesFirst = 200;  ///< of the list of images: what fills the view at once
inline constexpr int imagesAtOnce = 500; ///< and the rest, between which other questions come
inline constexpr int imageMatchesOpen =
    200; ///< found by a search; beyond: repositories stay closed
inline constexpr std::chrono::milliseconds imageLook = 2s;  ///< whether there is something new
inline constexpr std::chrono::milliseconds imagePause = 5s; ///< between two readings of the list
inline constexpr std::chrono::milliseconds imageIdlePause = 60s; ///< while no client uses the cache
inline constexpr int imagePauses = 20;     ///< between them, in times of the last one
inline constexpr int tagsNamed = 20;       ///< of an image, in its details
inline constexpr int batchAtOnce = 4;      ///< images that are asked about at the same time
inline constexpr int batchFailures = 10;   ///< of them, told by name
inline constexpr int refusalsNamed = 5;    ///< of an import, in its outcome
inline constexpr int prefetchesAtOnce = 4; ///< beyond: they wait for their turn

} // namespace lanyard::ui::limits
