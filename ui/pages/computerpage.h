// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/rememberedcaches.h"
#include "setup/setupdesk.h"
#include "widgets/cardcolumn.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class AppliedPanel;
class CachePanel;
class ClientCard;
class MutedLabel;
class SetUpFooter;

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

    /// To where the address of a cache can be typed at once.
    void focusCache();
    /// Tests all that is set up, as soon as it is known what that is. The page is to be shown.
    void testAll();

Q_SIGNALS:
    void startRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    QLayout *makeClientsHead();
    void connectParts();
    void connectDesk();
    void onWish(const CacheEndpoint &cache, const QStringList &registries);
    void rebuildCards();
    ClientCard *makeCard(const ClientView &client);
    ClientCard *card(const QString &id) const;
    QStringList chosen() const;
    QStringList chosenNames() const;
    void review(bool isReviewing);
    void showFirstChange();
    void onChosen(ClientCard &card);
    void apply(const QStringList &ids);
    void test(const QString &id);
    void testAllIfWanted();
    void undo(const QString &id);
    void refresh();
    void refreshCards();
    void showSnippets();
    void showProbe();

    SetUpSource &m_source;
    SetUpDesk m_desk;
    CachePanel *m_cache;
    AppliedPanel *m_applied;
    QPushButton *m_look;
    QPushButton *m_snippets;
    QPushButton *m_probe;
    MutedLabel *m_nothing;
    QVBoxLayout *m_cardsLayout;
    const CardColumn m_column;
    SetUpFooter *m_footer;
    QList<ClientCard *> m_cards;
    std::optional<SetUpOutcome> m_outcome; ///< told until something else is done
    bool m_isReviewing = false;
    bool m_isTestWanted = false; ///< of all, when it is known what that is
};

} // namespace lanyard::ui
