// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notice.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace lanyard::ui {

/// What went wrong, across the window, until it is dismissed. The newest is shown, the others are
/// counted and told in its tooltip; not more than limits::notices are kept. Hidden when empty.
class NoticeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void add(const Notice &notice);
    void clear();

    const QList<Notice> &notices() const { return m_notices; }

Q_SIGNALS:
    void restartWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_others;
    QPushButton *m_restart;
    QList<Notice> m_notices;
};

} // namespace lanyard::ui
