// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace lanyard::ui {

/// Asks, when the window is closed, whether the cache goes on.
class CloseQuestion final : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseQuestion)

public:
    explicit CloseQuestion(QWidget *parent = nullptr);

Q_SIGNALS:
    void keepRequested();
    void quitRequested();
};

} // namespace lanyard::ui
