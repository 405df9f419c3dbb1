// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"
#include "api/enginestate.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace lanyard::ui {

class CopyLine;
class MutedLabel;

/// The way to the first pull: start, set up this computer, test.
class FirstSteps final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstSteps)

public:
    explicit FirstSteps(QWidget *parent = nullptr);

    /// `address` counts while the engine runs.
    void setState(EngineState state, const ClientAddress &address);
    /// Whether there is a page that sets this computer up: then its button is shown.
    void setSetUpOffered(bool isOffered);

Q_SIGNALS:
    void startRequested();
    void setUpRequested();

private:
    QWidget *makeStep(QLabel *number, const QString &title, const QList<QWidget *> &content);

    QLabel *m_startNumber;
    QPushButton *m_start;
    MutedLabel *m_started;
    MutedLabel *m_mirrorText;
    CopyLine *m_mirror;
    QPushButton *m_setUp;
    MutedLabel *m_pullText;
    CopyLine *m_pull;
};

} // namespace lanyard::ui
