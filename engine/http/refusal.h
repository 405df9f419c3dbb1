// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <string_view>

namespace lanyard::http {

/// The answer to a request that never reaches a handler: an error in the format of the OCI
/// distribution-spec ("Error Codes"), after which the connection is closed. `message` is a literal
/// without characters that JSON escapes in another way than \".
Response refusalResponse(int status, std::string_view message);

} // namespace lanyard::http
