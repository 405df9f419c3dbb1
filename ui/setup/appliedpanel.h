// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lanyard::ui {

class SetUpDesk;

/// What is applied on this computer, with the buttons that pause and resume it, and a line to undo
/// each of it that has no card. Hidden when there is nothing.
class AppliedPanel final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppliedPanel)

public:
    explicit AppliedPanel(QWidget *parent = nullptr);

    void showDesk(const SetUpDesk &desk);

Q_SIGNALS:
    void pauseRequested();
    void resumeRequested();
    void undoRequested(const QString &client);

private:
    QLayout *makeHead();
    void showLeftovers(const QList<AppliedSetUp> &leftovers);
    QWidget *makeLeftover(const AppliedSetUp &leftover);

    QLabel *m_text;
    QPushButton *m_pause;
    QPushButton *m_resume;
    QVBoxLayout *m_lines;
    QList<AppliedSetUp> m_leftovers; ///< that have a line
};

} // namespace lanyard::ui
