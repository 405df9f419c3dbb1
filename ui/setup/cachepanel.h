// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/rememberedcaches.h"
#include "setup/setupsource.h"
#include "widgets/formcard.h"

#include <QSet>
#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class FieldNote;
class PathField;

/// Which cache this computer is to pull through, and for which registries. Asks the cache what it
/// is when it is chosen, and a moment after it is typed.
class CachePanel final : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CachePanel)

public:
    /// Engine and source must outlive it.
    CachePanel(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent = nullptr);

    /// Asks the cache again.
    void ask();
    /// Keeps the cache in mind that is chosen now: it is used.
    void remember();
    /// Offers a cache that was used before, and chooses it when a person has chosen none.
    void suggest(const QString &address);

    /// What is chosen; nullopt: it is no address.
    std::optional<CacheEndpoint> endpoint() const;

    /// All that the cache mirrors; empty: it has not answered.
    const QStringList &offered() const { return m_facts.registries; }

    /// Those of them that are chosen.
    QStringList wanted() const;

Q_SIGNALS:
    /// Without registries: the cache does not answer, or none is chosen.
    void wishChanged(const lanyard::CacheEndpoint &cache, const QStringList &registries);
    /// It is about to be another one, of which nothing is known yet.
    void wishWithdrawn();
    void startRequested();

private:
    void buildFields();
    void fillChoices();
    void onOwnChanged();
    void onChosen();
    void onEdited();
    void readAuthority();
    void askNow();
    void onAnswered(const Result<CacheFacts> &facts);
    void showFields();
    void showRegistries();
    void tellWish();
    bool isOwn() const;
    QString ownName() const;

    Engine &m_engine;
    SetUpSource &m_source;
    CacheMemory m_memory;
    RememberedCaches m_known;
    QComboBox *m_which;
    QLineEdit *m_address;
    QCheckBox *m_hasLogin;
    QLineEdit *m_user;
    QLineEdit *m_password;
    PathField *m_authorityFile;
    FieldNote *m_note;
    QPushButton *m_start;
    QHBoxLayout *m_startRow;
    QWidget *m_registries;
    QGridLayout *m_grid;
    FieldNote *m_registryNote;
    QTimer m_pause;
    std::optional<CacheEndpoint> m_own;
    QByteArray m_authority; ///< of the file that is chosen
    CacheFacts m_facts;     ///< of the cache that is chosen
    QSet<QString> m_unwanted;
    int m_question = 0;       ///< answers to an older one count no more
    bool m_isTouched = false; ///< a person has chosen
};

} // namespace lanyard::ui
