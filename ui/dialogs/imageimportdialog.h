// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lanyard::ui {

class ArchiveProgressLine;
class MessageLine;

/// Takes images in from a disk.
class ImageImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageImportDialog)

public:
    /// The engine must outlive it.
    ImageImportDialog(Engine &engine, QWidget *parent);

    /// Ends what runs, then the dialog.
    void reject() override;

Q_SIGNALS:
    void imported();

private:
    void addFields(QFormLayout &form);
    void choose(bool isFolder);
    void start();
    void finish(const Result<ImportResult> &result);
    void setRunning(bool isRunning);

    Engine &m_engine;
    QWidget *m_fields;
    QLineEdit *m_path;
    QLineEdit *m_name;
    QLineEdit *m_registry;
    QCheckBox *m_replace;
    ArchiveProgressLine *m_progress;
    QLabel *m_outcome;
    MessageLine *m_message;
    QPushButton *m_start = nullptr;
    QPushButton *m_close = nullptr;
    bool m_isRunning = false;
};

/// What has become of an archive, line by line.
QString importText(const ImportResult &result);

} // namespace lanyard::ui
