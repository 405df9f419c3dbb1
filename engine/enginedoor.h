// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <memory>
#include <string>

namespace lanyard {

class EngineCore;

namespace control {
class ControlServer;
}

/// What other processes of the user can ask an engine: a verb of its control socket for each thing
/// that it does. Lives on the engine thread, and not longer than the core.
class EngineDoor
{
public:
    explicit EngineDoor(EngineCore &core);
    ~EngineDoor();
    EngineDoor(const EngineDoor &) = delete;
    EngineDoor &operator=(const EngineDoor &) = delete;

    /// In the data folder. Errors as of control::ControlServer::listen().
    Result<void> open(const std::string &folder);

private:
    std::unique_ptr<control::ControlServer> m_server;
};

} // namespace lanyard
