// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client writes on the control socket: what is taken for a request is one, and survives
// being written and read again; all else is refused with a reason.
#include "control/controlrequest.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace lanyard;
    const QByteArray line(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto request = control::parseControlRequest(line);
    if (!request) {
        require(request.error().code == ErrorCode::InvalidInput);
        require(!request.error().message.isEmpty());
        return 0;
    }
    require(!request->verb.empty());
    const QByteArray written = control::controlRequestLine(*request);
    require(written.endsWith('\n') && written.count('\n') == 1);
    const auto again = control::parseControlRequest(written);
    require(again && again->verb == request->verb);
    require(again->arguments == request->arguments);
    return 0;
}
