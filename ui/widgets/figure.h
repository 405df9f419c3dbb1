// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace lanyard::ui {

/// A number to be read from afar: what it is, how much, and what stands behind it.
class Figure final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Figure)

public:
    explicit Figure(const QString &title, QWidget *parent = nullptr);

    void setValue(const QString &value, const QString &detail);

private:
    QLabel *m_value;
    QLabel *m_detail;
};

} // namespace lanyard::ui
