// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lanyard::test {

// Test vectors of crypt_blowfish (Openwall), which many implementations share.

inline constexpr const char *hashA = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
inline constexpr const char *passwordA = "U*U";
inline constexpr const char *hashB = "$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a";
inline constexpr const char *passwordB = "U*U*U";
inline constexpr const char *hashC = "$2y$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e";
inline constexpr const char *passwordC = "\xff\xff\xa3";

} // namespace lanyard::test
