// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/rememberedcaches.h"
#include "setup/setupdesk.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class CachePanel;
class ClientCard;
class FieldNote;
class MutedLabel;

/// Sets up the clients of this computer: which cache, which clients, what would change, and the
/// proof. It looks when it is shown, and when somebody wants it; never by itself. UI thread.
class ComputerPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComputerPage)

public:
    /// Engine and source must outlive it.
    ComputerPage(Engine &engine, SetUpSource &source, CacheMemory memory,
                 QWidget *parent = nullptr);

    SetUpDesk &desk() { return m_desk; }

Q_SIGNALS:
    void startRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    QWidget *makeColumn();
    QWidget *makeApplied();
    QLayout *makeClientsHead();
    QLayout *makeFooter();
    void connectDesk();
    void rebuildCards();
    ClientCard *makeCard(const ClientView &client);
    ClientCard *card(const QString &id) const;
    QStringList chosen() const;
    void review(bool isReviewing);
    void apply(const QStringList &ids);
    void test(const QString &id);
    void refresh();
    void refreshApplied();
    void say();
    void showSnippets();
    void showProbe();

    SetUpSource &m_source;
    SetUpDesk m_desk;
    CachePanel *m_cache;
    QWidget *m_applied;
    QLabel *m_appliedText;
    QPushButton *m_pause;
    QPushButton *m_look;
    QPushButton *m_snippets;
    QPushButton *m_probe;
    MutedLabel *m_nothing;
    QVBoxLayout *m_cardsLayout;
    QScrollArea *m_area;
    FieldNote *m_status;
    QPushButton *m_setUp;
    QPushButton *m_apply;
    QPushButton *m_cancel;
    QList<ClientCard *> m_cards;
    std::optional<SetUpOutcome> m_outcome; ///< told until something else is done
    bool m_isReviewing = false;
};

} // namespace lanyard::ui
