// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagearchive.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace lanyard::ui {

/// How far an export or an import is. Hidden while none runs.
class ArchiveProgressLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArchiveProgressLine)

public:
    explicit ArchiveProgressLine(QWidget *parent = nullptr);

    void begin();
    void tell(const ArchiveProgress &progress);
    void end();

private:
    QProgressBar *m_bar;
    QLabel *m_text;
};

} // namespace lanyard::ui
