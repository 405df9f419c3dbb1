// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace lanyard::ui {

class GaugeBar;
class MutedLabel;

/// How much of something is used or left: its name, the words for it, and a bar.
class GaugeLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GaugeLine)

public:
    enum class Meaning {
        Used,
        Left, ///< the bar warns when there is little
    };

    GaugeLine(const QString &title, Meaning meaning, QWidget *parent = nullptr);

    /// `share` is from 0 to 1; `detail` may be empty. Plain texts.
    void setValue(double share, const QString &value, const QString &detail);

private:
    QLabel *m_value;
    GaugeBar *m_bar;
    MutedLabel *m_detail;
};

} // namespace lanyard::ui
