// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/cachepanel.h"
#include "setup/clientview.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QPushButton;

namespace lanyard::ui {

class FieldNote;

/// How far the set-up of this computer is, as its page knows it.
struct SetUpProgress
{
    bool isWorking = false;
    bool isLooking = false;
    bool isReviewing = false; ///< the changes are shown, and wait for a yes
    bool hasClients = false;  ///< that are known
    QStringList chosen;       ///< clients by name
    CachePanel::Lack lack = CachePanel::Lack::Nothing;
    QString trouble;                     ///< why the last look told nothing
    std::optional<SetUpOutcome> outcome; ///< of the last work, until something else is done
};

/// The foot of the page: what is going on or to be done next, and the buttons that show the changes
/// and then make them.
class SetUpFooter final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetUpFooter)

public:
    explicit SetUpFooter(QWidget *parent = nullptr);

    void showProgress(const SetUpProgress &progress);
    /// To where nothing happens unasked.
    void focusCancel();

Q_SIGNALS:
    void setUpRequested();
    void applyRequested();
    void cancelRequested();

private:
    void say(const SetUpProgress &progress);
    void sayNext(const SetUpProgress &progress);

    FieldNote *m_status;
    QPushButton *m_apply;
    QPushButton *m_cancel;
    QPushButton *m_setUp;
};

} // namespace lanyard::ui
