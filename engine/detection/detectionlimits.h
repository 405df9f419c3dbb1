// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

/// The bounds of a look at what is installed.
namespace lanyard::limits {

using namespace std::chrono_literals;

inline constexpr std::int64_t clientFileBytesMax = 1024 * 1024; ///< a larger one is not read
inline constexpr int folderNamesMax = 1'000;                    ///< of a folder; more are not seen
inline constexpr int searchFoldersMax = 100;                    ///< of PATH
inline constexpr int processesMax = 32'768;                     ///< that are looked at
inline constexpr std::int64_t processTextBytesMax = 128 * 1024; ///< what /proc tells of one
inline constexpr std::int64_t programAnswerBytesMax = 4 * 1024 * 1024; ///< beyond: ended
inline constexpr std::chrono::milliseconds programTimeout = 8s;        ///< to its end
inline constexpr int programsMax = 8;           ///< at once; further ones wait
inline constexpr int programQuestionsMax = 200; ///< in one look; further ones are not asked
inline constexpr int instancesMax = 32;         ///< builders, clusters or machines of one client
inline constexpr int reachSeconds = 4;          ///< that a container tries to reach the cache
inline constexpr std::chrono::milliseconds lookTimeout = 20s; ///< then it is told what is known

} // namespace lanyard::limits
