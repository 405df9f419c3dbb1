// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "symbols.h"

#include <QColor>
#include <QString>
#include <QWidget>

class QLabel;

namespace lanyard::ui {

class MutedLabel;

/// Something that was done or went wrong, with its sign, and more about it below.
class WorkLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkLine)

public:
    struct Content
    {
        Symbol symbol = Symbol::Info;
        QColor colour;
        QString sign; ///< what it means, in a word
        QString text; ///< safe to show, as is `detail`
        QString detail = {};
    };

    explicit WorkLine(QWidget *parent = nullptr);

    void setContent(const Content &content);

    /// What is said, and what more there is.
    QStringList texts() const;

private:
    QLabel *m_sign;
    QLabel *m_text;
    MutedLabel *m_detail;
};

} // namespace lanyard::ui
