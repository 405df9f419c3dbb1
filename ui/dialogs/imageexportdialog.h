// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lanyard::ui {

class ArchiveProgressLine;
class MessageLine;

/// Writes images as an OCI image layout, a folder or a tar file.
class ImageExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageExportDialog)

public:
    /// The engine must outlive it.
    ImageExportDialog(Engine &engine, const QByteArrayList &images, QWidget *parent);

    /// Ends what runs, then the dialog.
    void reject() override;

private:
    bool isTar() const;
    void adaptPath();
    void choose();
    void start();
    void finish(const Result<ExportResult> &result);
    void setRunning(bool isRunning);

    Engine &m_engine;
    const QByteArrayList m_images;
    QComboBox *m_form;
    QLineEdit *m_path;
    QPushButton *m_choose;
    ArchiveProgressLine *m_progress;
    QLabel *m_outcome;
    MessageLine *m_message;
    QPushButton *m_start = nullptr;
    QPushButton *m_close = nullptr;
    bool m_isRunning = false;
};

} // namespace lanyard::ui
