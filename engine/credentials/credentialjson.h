// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credential.h"

#include <QJsonObject>

namespace lanyard::credentials {

/// The form in which credentials are kept: {"username", "password"}, {"username", "identityToken"}
/// (the user name may be missing), or {"helper"}. Pure.
QJsonObject toJson(const KeptCredential &kept);

/// Reads exactly such an object; InvalidInput says what is wrong with it, and repeats none of it.
/// Pure.
Result<KeptCredential> credentialOfJson(const QJsonObject &object);

} // namespace lanyard::credentials
