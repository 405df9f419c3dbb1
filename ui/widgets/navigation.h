// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "symbols.h"

#include <QListWidget>

namespace lanyard::ui {

/// The pages of the window, one below the other at its side; the current row is the page that is
/// shown.
class Navigation final : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigation)

public:
    explicit Navigation(QWidget *parent = nullptr);

    /// At the end. `name` without a mnemonic: arrows and first letters choose.
    void addPage(Symbol symbol, const QString &name);
    /// How many things there want to be looked at; 0: none.
    void setAttention(int page, int count);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void adaptToFont();
};

} // namespace lanyard::ui
