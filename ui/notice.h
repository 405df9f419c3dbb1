// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace lanyard::ui {

/// Something that the window tells a person, as plain text.
struct Notice
{
    enum class Severity { Warning, Error };

    /// What can be done about it, by a button.
    enum class Action { None, Restart };

    Severity severity = Severity::Warning;
    QString text;
    Action action = Action::None;
    bool operator==(const Notice &) const = default;
};

} // namespace lanyard::ui

Q_DECLARE_METATYPE(lanyard::ui::Notice)
