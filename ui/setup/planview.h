// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QWidget>

class QVBoxLayout;

namespace lanyard::ui {

/// All of what would be done for one client: files as diffs, commands, what is not edited and what
/// to paste there, and what does not go through the cache.
class PlanView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanView)

public:
    explicit PlanView(const ClientPlan &plan, QWidget *parent = nullptr);

private:
    void addEdit(const FileEdit &edit);
    void addCommand(const PlannedCommand &command);
    void addRefusal(const EditRefusal &refusal);
    void addNote(const Message &note);

    QVBoxLayout *m_layout;
};

} // namespace lanyard::ui
