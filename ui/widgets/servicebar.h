// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"
#include "api/enginestate.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace lanyard::ui {

/// The top of the window: whether the cache serves, where, and the button to start or stop it.
class ServiceBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceBar)

public:
    explicit ServiceBar(QWidget *parent = nullptr);

    /// `listening` are all the addresses, for the tooltip.
    void setState(EngineState state, const ClientAddress &address, const QStringList &listening);

    QString stateText() const;

Q_SIGNALS:
    void startRequested();
    void stopRequested();

private:
    void setButton(EngineState state);

    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_address;
    QToolButton *m_copy;
    QPushButton *m_toggle;
    bool m_isToggleStart = true;
};

} // namespace lanyard::ui
