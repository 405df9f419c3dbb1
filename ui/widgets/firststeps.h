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
    /// How this computer is set up. By hand: there is no page that does it. Tested: a pull of what
    /// is set up was seen.
    enum class SetUp { ByHand, Offered, Done, Tested };
    void setSetUp(SetUp setUp);

Q_SIGNALS:
    void startRequested();
    void setUpRequested();
    void testRequested();

private:
    QWidget *makeStep(QLabel *number, const QString &title, const QList<QWidget *> &content);
    void refresh();
    void showNumber(QLabel &label, int number, bool isDone);

    EngineState m_state = EngineState::Stopped;
    ClientAddress m_address;
    SetUp m_how = SetUp::ByHand;
    QLabel *m_startNumber;
    QLabel *m_setUpNumber;
    QLabel *m_testNumber;
    QPushButton *m_start;
    MutedLabel *m_started;
    MutedLabel *m_mirrorText;
    CopyLine *m_mirror;
    QPushButton *m_setUp;
    MutedLabel *m_testText;
    CopyLine *m_pull;
    QPushButton *m_test;
};

} // namespace lanyard::ui
