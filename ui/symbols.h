// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>

/// The signs on buttons and in lists, all of one style: drawn from resources/symbols, sharp at any
/// size and scale. UI thread.
namespace lanyard::ui {

Q_NAMESPACE

/// Each has its drawing in a file of its name, in lower case.
enum class Symbol {
    Overview,
    Requests,
    Images,
    Upstreams,
    Clients,
    Settings,
    Start,
    Stop,
    Pause,
    Lock,
    Copy,
    Search,
    Refresh,
    Remove,
    Add,
    Edit,
    Pin,
    Fetch,
    Export,
    Import,
    Key,
    Test,
    Offline,
    Menu,
    Info,
    Warning,
    Error,
    Check,
    Group,
    Follow,
    User,
    Computer,
    Undo,
};
Q_ENUM_NS(Symbol)

/// In the colour of text at the moment of painting: it follows the palette of the program, and is
/// readable on a selection and when disabled.
QIcon symbolIcon(Symbol symbol);

/// In one colour, for a sign that means something by it as well.
QIcon symbolIcon(Symbol symbol, const QColor &colour);

} // namespace lanyard::ui
