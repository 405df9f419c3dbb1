// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"

#include <QWidget>

class QLabel;

namespace lanyard::ui {

/// How far the work on one client is, and what came of it: its steps, what went wrong, and what the
/// cache saw of the test. Hidden when there is nothing of it.
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
    void rebuild(const ClientView &client);
    void addLine(QLabel *sign, const QString &text, const QString &detail);
    void addStep(const SetUpStep &step);
    void addProof(const ProofResult &proof);

    ClientView m_shown; ///< of it, what is shown
    QWidget *m_content = nullptr;
};

} // namespace lanyard::ui
