// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingssection.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class FieldNote;
class PathField;

/// Where the cache is, how much of the disk it takes, and what is done about pinned images.
class StorageSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StorageSection)

public:
    /// The engine is asked about disks; it must outlive this.
    explicit StorageSection(Engine &engine, QWidget *parent = nullptr);

    void fill(const Settings &settings) override;
    void collect(Settings &settings) const override;
    bool isValid() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFields();
    void onEdited();
    void validate();
    void lookAtDisk();
    QString folder() const;

    Engine &m_engine;
    PathField *m_folder;
    FieldNote *m_folderNote;
    QCheckBox *m_isLimited;
    QLineEdit *m_capacity;
    FieldNote *m_capacityNote;
    QLineEdit *m_keepFree;
    FieldNote *m_keepFreeNote;
    QComboBox *m_pinCheck;
    QCheckBox *m_pinRefresh;
    QString m_lookedAt;
    bool m_isStale = false; ///< the disk is to be asked again
    std::optional<DiskSpace> m_disk;
};

} // namespace lanyard::ui
