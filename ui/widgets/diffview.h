// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/codeview.h"

namespace lanyard::ui {

/// A unified diff: what comes and what goes has its sign at the start of the line, and a colour.
class DiffView final : public CodeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    using CodeView::CodeView;

    /// The lines of a unified diff, without the head that names the files.
    void setDiff(const QByteArray &diff);

protected:
    void changeEvent(QEvent *event) override;

private:
    void highlight();
};

} // namespace lanyard::ui
