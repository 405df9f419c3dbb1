// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"
#include "widgets/card.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lanyard::ui {

class MutedLabel;
class TitleLabel;
class WorkView;

/// One client of this computer: how it is, what would change, what is being done, and the buttons
/// for it.
class ClientCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientCard)

public:
    explicit ClientCard(const ClientView &client, QWidget *parent = nullptr);

    const QString &id() const { return m_client.id(); }

    QString name() const { return m_client.installation.name; }

    /// While other work runs, nothing can be begun here.
    void setClient(const ClientView &client, bool isWorking);

    /// Whether it is to be set up with the others that are chosen. Never without a plan that can be
    /// applied.
    bool isChosen() const;

    void setChangesShown(bool areShown);
    bool areChangesShown() const;

Q_SIGNALS:
    void chosenChanged();
    void applyRequested();
    void testRequested();
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeHead();
    QLayout *makeButtons();
    void refresh();
    void showState();
    void showObstacles();
    void showPlan();
    void showButtons();
    void choose();

    ClientView m_client;
    QCheckBox *m_choice;
    TitleLabel *m_name; ///< in its place where there is nothing to choose
    MutedLabel *m_version;
    QLabel *m_useSign;
    QLabel *m_use;
    QWidget *m_obstacles;
    MutedLabel *m_summary;
    QPushButton *m_showChanges;
    QPushButton *m_test;
    QPushButton *m_undo;
    QWidget *m_changes;
    QPushButton *m_apply;
    WorkView *m_work;
    bool m_isWorking = false;
    bool m_isTouched = false; ///< a person has chosen
};

} // namespace lanyard::ui
