// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "requestexport.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace lanyard::ui {

/// How far an export is, what has become of it, and a way to end it. Hidden until there is one,
/// and when what it says was read.
class ExportLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportLine)

public:
    explicit ExportLine(QWidget *parent = nullptr);

    bool isBusy() const { return m_export.isRunning(); }

    /// Allowed when it is not busy.
    void start(QList<RequestRecord> records, const QString &path);

    QString text() const;

Q_SIGNALS:
    void busyChanged(bool isBusy);

private:
    void showProgress(int written, int total);
    void showEnd(const QString &path, int written, const QString &trouble);
    void leave();

    RequestExport m_export;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QToolButton *m_button; ///< ends it, or takes the line away
};

} // namespace lanyard::ui
