// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "programsettings.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class EngineControl;
class FieldNote;
class MutedLabel;
class NetworkSection;
class ProgramSection;
class SettingsSection;

/// What a person sets: the configuration file, which hand edits change as well, and how the program
/// behaves. What is typed stays when the page is left, until it is applied or reverted. UI thread.
class SettingsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    /// `file` is the configuration file, absolute, there or not. Engine and control must outlive
    /// this.
    SettingsPage(Engine &engine, EngineControl &control, QString file, Program program,
                 QWidget *parent = nullptr);

    /// Whether something is typed that is not applied.
    bool isEdited() const;
    /// Whether all of it can be applied.
    bool isValid() const;
    /// Writes what was edited; restarts the engine where that is needed for it to count.
    void apply();
    /// Shows what is kept.
    void revert();

Q_SIGNALS:
    /// The program's own settings are others now.
    void programChanged(const lanyard::ui::ProgramSettings &settings);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    QLayout *makeFooter();
    void read();
    void showFile(const SettingsFile &file);
    void enableSections();
    void fill();
    Settings collected() const;
    void onEdited();
    void onWritten(const Result<SettingsResult> &result);
    void restartFor(const QStringList &waiting);
    void applyProgram();
    void refreshButtons();
    void adoptFields();

    Engine &m_engine;
    EngineControl &m_control;
    const Program m_program;
    NetworkSection *m_network;
    QList<SettingsSection *> m_sections; ///< the parts of the file
    ProgramSection *m_programSection;
    MutedLabel *m_path;
    FieldNote *m_fileNote;
    FieldNote *m_status;
    QPushButton *m_revert;
    QPushButton *m_apply;
    QTimer m_poll;
    SettingsFile m_file;             ///< as it was read last
    std::optional<Settings> m_shown; ///< what the fields said when they were filled
    ProgramSettings m_shownProgram;
    bool m_isWriting = false;
};

} // namespace lanyard::ui
