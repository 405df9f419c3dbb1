// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace lanyard {

/// Ends an object that may be in the middle of a signal to `owner`, whose thread it has: it tells
/// `owner` nothing more, and goes when the event loop has control again, but before `owner` does.
template <typename Object>
void retire(std::unique_ptr<Object> object, QObject *owner)
{
    object->disconnect(owner);
    object->setParent(owner);
    object.release()->deleteLater();
}

} // namespace lanyard
