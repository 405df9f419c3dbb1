// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "widgets/formcard.h"

namespace lanyard::ui {

/// A part of the settings as fields. It says what is wrong with a field beside it, while it is
/// typed.
class SettingsSection : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsSection)

public:
    using FormCard::FormCard;

    /// Shows its part of them, and is not edited by that.
    virtual void fill(const Settings &settings) = 0;
    /// Writes its part, as it is typed; of what is wrong, anything.
    virtual void collect(Settings &settings) const = 0;
    virtual bool isValid() const = 0;

    /// What others show counts here: all settings as they are typed.
    virtual void follow(const Settings & /*settings*/) {}

Q_SIGNALS:
    void edited();
};

} // namespace lanyard::ui
