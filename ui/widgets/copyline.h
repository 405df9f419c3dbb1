// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace lanyard::ui {

/// A line to be typed elsewhere, in a fixed-width font, with a button that copies it.
class CopyLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopyLine)

public:
    explicit CopyLine(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
};

} // namespace lanyard::ui
