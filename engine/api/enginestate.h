// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace lanyard {

enum class EngineState {
    Stopped,
    Starting,
    Running,
    Stopping, ///< no new requests; running transfers end
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::EngineState)
