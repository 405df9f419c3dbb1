// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/rememberedcaches.h"
#include "setup/setupsource.h"
#include "widgets/formcard.h"

#include <QTimer>

#include <optional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

class FieldNote;
class PathField;
class RegistryChoice;

/// Which cache this computer is to pull through, and for which registries: that of this computer,
/// one that was used before, or an address that is typed. Asks the cache what it is when it is
/// chosen, and a moment after it is typed.
class CachePanel final : public FormCard
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CachePanel)

public:
    /// Engine and source must outlive it.
    CachePanel(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent = nullptr);

    /// To where an address can be typed at once.
    void focusChoice();
    /// Asks the cache again.
    void ask();
    /// Keeps the cache in mind that is chosen now: it is used.
    void remember();
    /// Offers a cache that was used before, and chooses it when a person has chosen none.
    void suggest(const QString &address);

    /// Whether an answer is awaited.
    bool isAsking() const { return m_isAsking; }

    /// What is chosen; nullopt: it is no address.
    std::optional<CacheEndpoint> endpoint() const;

    /// All that the cache mirrors; empty: it has not answered, or mirrors nothing.
    const QStringList &offered() const;
    /// Those of them that are chosen.
    QStringList wanted() const;

    /// What is missing before anything can be planned.
    enum class Lack { Nothing, Answer, Upstream, Registry };
    Lack lack() const;

Q_SIGNALS:
    /// Without registries: the cache does not answer, or none is chosen.
    void wishChanged(const lanyard::CacheEndpoint &cache, const QStringList &registries);
    /// It is about to be another one, of which nothing is known yet.
    void wishWithdrawn();
    void startRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFields();
    void connectFields();
    void fillChoices();
    void onOwnChanged();
    void choose(int row);
    void onTyped();
    void onEdited();
    void readAuthority();
    void askNow();
    void onAnswered(const Result<CacheFacts> &facts);
    void sayOf(const CacheFacts &facts);
    void showFields();
    void showRegistries(const QStringList &registries);
    void tellWish();
    QString ownName() const;

    Engine &m_engine;
    SetUpSource &m_source;
    CacheMemory m_memory;
    RememberedCaches m_known;
    QComboBox *m_which; ///< the own one first, then those that are known
    QCheckBox *m_hasLogin;
    QLineEdit *m_user;
    QLineEdit *m_password;
    PathField *m_authorityFile;
    FieldNote *m_note;
    QPushButton *m_start;
    QHBoxLayout *m_startRow;
    RegistryChoice *m_registries;
    FieldNote *m_registryNote;
    QTimer m_pause;
    std::optional<CacheEndpoint> m_own;
    QByteArray m_authority; ///< of the file that is chosen
    int m_question = 0;     ///< answers to an older one count no more
    bool m_isOwn = true;    ///< the cache of this computer is chosen
    bool m_isAsking = false;
    bool m_hasAnswered = false;
    bool m_isTouched = false; ///< a person has chosen
};

} // namespace lanyard::ui
