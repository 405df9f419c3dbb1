// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notice.h"

#include <QWidget>

class QLabel;

namespace lanyard::ui {

/// One thing that is wrong, in the place where it arose: a sign and plain text. Hidden when empty.
class MessageLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageLine)

public:
    explicit MessageLine(QWidget *parent = nullptr);

    void tell(const Notice &notice);
    void clear();
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace lanyard::ui
