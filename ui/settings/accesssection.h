// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingssection.h"

class QCheckBox;
class QComboBox;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class ClientsField;
class FieldNote;
class PathField;
class UsersPanel;

/// Who is served, who gets private repositories, and who has to log in.
class AccessSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessSection)

public:
    /// The engine keeps the users; it must outlive this. A new file of users is put into `folder`.
    AccessSection(Engine &engine, const QString &folder, QWidget *parent = nullptr);

    void fill(const Settings &settings) override;
    void collect(Settings &settings) const override;
    bool isValid() const override;
    void follow(const Settings &settings) override;

private:
    void buildFields();
    void onEdited();
    void validate();

    const QString m_usualUsers;
    ClientsField *m_clients;
    FieldNote *m_clientsNote;
    QComboBox *m_private;
    ClientsField *m_trusted;
    QCheckBox *m_hasLogin;
    PathField *m_users;
    FieldNote *m_usersNote;
    UsersPanel *m_panel;
    std::string m_realm;
};

} // namespace lanyard::ui
