// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"

#include <QWidget>

class QLabel;

namespace lanyard::ui {

class CopyLine;

/// What stands in the place of the request log until there is a request: what to do next.
class Welcome final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Welcome)

public:
    explicit Welcome(QWidget *parent = nullptr);

    /// The cache is reached there.
    void showAddress(const ClientAddress &address);
    /// The cache is not reached.
    void showStopped();

private:
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_steps;
    CopyLine *m_pull;
    CopyLine *m_mirror;
};

} // namespace lanyard::ui
