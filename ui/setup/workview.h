// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"

#include <QWidget>

class QVBoxLayout;

namespace lanyard::ui {

class CodeView;
class WorkLine;

/// How far the work on one client is, and what came of it: its steps, what went wrong, and what the
/// cache saw of the test. Hidden when there is nothing of it. What stays as it is, is left as it
/// is: somebody may be reading or copying it.
class WorkView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkView)

public:
    explicit WorkView(QWidget *parent = nullptr);

    void setClient(const ClientView &client);

    /// All that is said, a line each.
    QStringList lines() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    ClientView m_shown; ///< of it, what is shown
    QVBoxLayout *m_rows;
    QList<WorkLine *> m_lines; ///< those that are not needed now are hidden
    CodeView *m_output;
};

} // namespace lanyard::ui
