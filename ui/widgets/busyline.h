// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace lanyard::ui {

/// Says what is being waited for, with a bar that moves. Hidden when nothing is.
class BusyLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusyLine)

public:
    explicit BusyLine(QWidget *parent = nullptr);

    void begin(const QString &what);
    void end();

private:
    QProgressBar *m_bar;
    QLabel *m_what;
};

} // namespace lanyard::ui
