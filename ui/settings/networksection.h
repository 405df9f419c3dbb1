// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingssection.h"

#include <QList>

class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class ListenerEditor;
class LocalCaPanel;

/// Where clients are served.
class NetworkSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkSection)

public:
    /// The engine must outlive this.
    explicit NetworkSection(Engine &engine, QWidget *parent = nullptr);

    void fill(const Settings &settings) override;
    void collect(Settings &settings) const override;
    bool isValid() const override;

    /// Asks again whether the addresses are free: a start has failed.
    void checkAddresses();

private:
    ListenerEditor *addEditor();
    void add();
    void remove(ListenerEditor *editor);
    void onEdited();
    void validate();

    Engine &m_engine;
    QList<ListenerEditor *> m_editors; ///< never empty once it is filled
    QVBoxLayout *m_list;
    QPushButton *m_add;
    QSpinBox *m_threads;
    LocalCaPanel *m_localCa;
};

} // namespace lanyard::ui
