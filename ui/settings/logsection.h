// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lanyard::ui {

class ClientsField;
class FieldNote;

/// What is told of what happens: the access log, and the address of metrics.
class LogSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSection)

public:
    explicit LogSection(QWidget *parent = nullptr);

    void fill(const Settings &settings) override;
    void collect(Settings &settings) const override;
    bool isValid() const override;

private:
    void onEdited();
    void validate();

    QCheckBox *m_isLogging;
    QComboBox *m_format;
    QCheckBox *m_hasDebug;
    QLineEdit *m_debug;
    FieldNote *m_debugNote;
    ClientsField *m_debugClients;
};

} // namespace lanyard::ui
