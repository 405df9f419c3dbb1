// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace lanyard::ui {

/// What stands above the content of a card.
class TitleLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TitleLabel)

public:
    explicit TitleLabel(const QString &text = {}, QWidget *parent = nullptr);
};

} // namespace lanyard::ui
