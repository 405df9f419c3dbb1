// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/requestrecord.h"

#include <memory>
#include <string>

namespace lanyard::journal {

/// One line, with its line end. Control characters, quotes and backslashes from the wire are
/// escaped as Apache httpd does (\xHH, \", \\), so that a line is always one line.
std::string formatCombined(const RequestRecord &record);
/// One JSON object, with its line end. Bytes that are not UTF-8 become U+FFFD.
std::string formatJson(const RequestRecord &record);

/// Writes a line for each finished request to a descriptor, from a thread of its own, so that a
/// slow reader of the log delays no request. Thread-safe. When limits::accessLogBufferBytes wait to
/// be written, further lines are dropped and their number is written instead.
class AccessLog
{
public:
    /// `descriptor` stays the caller's and must outlive this object.
    AccessLog(int descriptor, LogFormat format);
    /// Writes what is left.
    ~AccessLog();
    AccessLog(const AccessLog &) = delete;
    AccessLog &operator=(const AccessLog &) = delete;

    void append(const RequestRecord &record);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard::journal
