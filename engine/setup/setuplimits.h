// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

// The bounds of the room.
namespace lanyard::setup::limits {

/// A configuration file of a client.
inline constexpr std::int64_t fileBytesMax = 1024 * 1024;
/// Of links, one to the other, to a file.
inline constexpr int linksMax = 8;
/// What is known of all that was set up.
inline constexpr std::int64_t journalBytesMax = 16 * 1024 * 1024;
/// Of a request to the helper, and of its answer.
inline constexpr std::int64_t privilegedBytesMax = 4 * 1024 * 1024;
inline constexpr int servicesMax = 8;
inline constexpr int clientsMax = 256;
inline constexpr int registriesMax = 256;
/// Of one client: Docker Engine has one for each registry, its own, and that of the authority.
inline constexpr int filesMax = registriesMax + 2;
inline constexpr int pathLengthMax = 1024; ///< bytes
inline constexpr int wordLengthMax = 64;
/// What a program says that reloads a service, or looks at a file: its last lines are shown.
inline constexpr std::int64_t programOutputBytesMax = 64 * 1024;
inline constexpr int shownOutputMax = 400; ///< characters
/// A restart ends when the service is there again.
inline constexpr std::chrono::milliseconds serviceTimeout{120'000};
inline constexpr std::chrono::milliseconds validationTimeout{15'000};
/// Until Docker Engine has read its file again; a few milliseconds are usual.
inline constexpr std::chrono::milliseconds rereadTimeout{5'000};
/// Of one that the helper tells: the longest names a path and what a program said.
inline constexpr int messageLengthMax = 4 * pathLengthMax; ///< characters
inline constexpr int messageValuesMax = 9;
inline constexpr int messageDepthMax = 8;
inline constexpr qsizetype messageToldMax = 64 * 1024; ///< characters of all that it comes to
/// The user looks for a password meanwhile.
inline constexpr std::chrono::milliseconds helperTimeout{10 * 60 * 1000};

} // namespace lanyard::setup::limits
