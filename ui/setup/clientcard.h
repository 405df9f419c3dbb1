// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"
#include "widgets/card.h"

#include <optional>

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

    const Message &name() const { return m_client.installation.name; }

    /// While other work runs, nothing can be begun here.
    void setClient(const ClientView &client, bool isWorking);

    /// Whether it is to be set up with the others that are chosen. Never without a plan that can be
    /// applied.
    bool isChosen() const;

    void setChangesShown(bool areShown);
    bool areChangesShown() const;
    /// To the first text of the changes that are shown; false: there is none.
    bool focusChanges();

Q_SIGNALS:
    /// By a person, or because another plan is there.
    void chosenChanged();
    /// A person has chosen, or chosen not to.
    void choiceMade();
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
    std::optional<bool> m_wish; ///< what a person has chosen, whether it can be or not
};

} // namespace lanyard::ui
