// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/cachepanel.h"

#include "api/cacheaddress.h"
#include "engine.h"
#include "format.h"
#include "messagetext.h"
#include "setup/registrychoice.h"
#include "smallfile.h"
#include "uilimits.h"
#include "widgets/editablecombo.h"
#include "widgets/fieldnote.h"
#include "widgets/pathfield.h"
#include "widgets/taborder.h"
#include "widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>

#include <utility>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

// Rows of the choice; below, those that are known.
constexpr int ownRow = 0;
constexpr int firstKnownRow = 1;

} // namespace

CachePanel::CachePanel(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent)
    : FormCard(tr("Cache"), parent)
    , m_engine(engine)
    , m_source(source)
    , m_memory(std::move(memory))
    , m_known(m_memory.read())
    , m_which(makeEditableCombo(this))
    , m_hasLogin(new QCheckBox(tr("Clients have to log &in"), this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_authorityFile(
          new PathField(PathField::Kind::File, tr("Certificate of its authority"), this))
    , m_note(new FieldNote(m_which, this))
    , m_start(new QPushButton(tr("S&tart the cache"), this))
    , m_startRow(new QHBoxLayout)
    , m_registries(new RegistryChoice(this))
    , m_registryNote(new FieldNote(m_registries, this))
{
    m_which->setObjectName(QStringLiteral("which"));
    m_hasLogin->setObjectName(QStringLiteral("hasLogin"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_note->setObjectName(QStringLiteral("cacheNote"));
    m_registryNote->setObjectName(QStringLiteral("registryNote"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(limits::cachePause);
    buildFields();
    connectFields();
    m_own = ownEndpoint(engine.addresses(), QNetworkInterface::allAddresses());
    fillChoices();
    choose(m_known.isChosen ? firstKnownRow : ownRow);
}

void CachePanel::buildFields()
{
    m_which->setInsertPolicy(QComboBox::NoInsert);
    // What is typed is meant as it is: 192.168.0.8 is not the beginning of 192.168.0.80.
    m_which->setCompleter(nullptr);
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(24);
    m_which->lineEdit()->setPlaceholderText(QStringLiteral("192.168.0.80:5000"));
    m_which->lineEdit()->installEventFilter(this);
    m_which->setToolTip(tr("This computer, one that was used before, or the address of another"));
    guardWheel(m_which);
    m_password->setEchoMode(QLineEdit::Password);
    addField(tr("&Which cache:"), m_which);
    addBelow(m_hasLogin);
    addField(tr("Us&er:"), m_user);
    addField(tr("Passw&ord:"), m_password);
    addField(tr("CA &file:"), m_authorityFile);
    addBelow(m_note);
    m_startRow->addWidget(m_start);
    m_startRow->addStretch(1);
    form()->addRow(QString(), m_startRow);
    addField(tr("For images of:"), m_registries);
    addBelow(m_registryNote);
}

void CachePanel::connectFields()
{
    connect(&m_pause, &QTimer::timeout, this, &CachePanel::readAuthority);
    connect(&m_engine, &Engine::stateChanged, this, &CachePanel::onOwnChanged);
    connect(&m_engine, &Engine::addressesChanged, this, &CachePanel::onOwnChanged);
    connect(m_start, &QPushButton::clicked, this, &CachePanel::startRequested);
    connect(m_which, &QComboBox::activated, this, [this](int row) {
        m_isTouched = true;
        choose(row);
    });
    connect(m_which->lineEdit(), &QLineEdit::textEdited, this, &CachePanel::onTyped);
    connect(m_user, &QLineEdit::textEdited, this, &CachePanel::onEdited);
    connect(m_password, &QLineEdit::textEdited, this, &CachePanel::onEdited);
    connect(m_authorityFile, &PathField::edited, this, &CachePanel::onEdited);
    connect(m_hasLogin, &QCheckBox::clicked, this, &CachePanel::onEdited);
    connect(m_registries, &RegistryChoice::changed, this, &CachePanel::tellWish);
}

void CachePanel::focusChoice()
{
    // As by Tab: what is there is selected, so that what is typed takes its place.
    m_which->setFocus(Qt::TabFocusReason);
}

/// The own one is a name and no address: a click takes all of it, so that an address can be typed
/// in its place at once.
bool CachePanel::eventFilter(QObject *watched, QEvent *event)
{
    QLineEdit *const line = m_which->lineEdit();
    if (watched == line && event->type() == QEvent::MouseButtonRelease && m_isOwn &&
        !line->hasSelectedText())
        line->selectAll();
    return FormCard::eventFilter(watched, event);
}

QString CachePanel::ownName() const
{
    return m_own ? tr("This computer (%1)").arg(endpointText(*m_own)) : tr("This computer");
}

/// What is typed stays.
void CachePanel::fillChoices()
{
    const QString text = m_which->currentText();
    m_which->clear();
    m_which->addItem(ownName());
    for (const RememberedCache &cache : std::as_const(m_known.caches))
        m_which->addItem(printable(cache.address.toUtf8()));
    m_which->setEditText(m_isOwn ? ownName() : text);
}

void CachePanel::onOwnChanged()
{
    m_own = ownEndpoint(m_engine.addresses(), QNetworkInterface::allAddresses());
    const QString typed = m_which->currentText();
    m_which->setItemText(ownRow, ownName());
    if (m_isOwn)
        choose(ownRow);
    else
        m_which->setEditText(typed);
}

void CachePanel::choose(int row)
{
    m_which->setCurrentIndex(row);
    m_isOwn = row == ownRow;
    m_which->setEditText(m_which->itemText(row));
    const RememberedCache cache =
        m_isOwn ? RememberedCache() : m_known.caches.at(row - firstKnownRow);
    m_user->setText(cache.user);
    m_hasLogin->setChecked(!cache.user.isEmpty());
    m_authorityFile->setPath(cache.authorityFile);
    m_password->clear();
    showFields();
    Q_EMIT wishWithdrawn();
    // Who does not look at it asks when it is shown.
    if (isVisible())
        ask();
}

void CachePanel::onTyped()
{
    m_isOwn = m_which->currentText() == ownName();
    onEdited();
}

void CachePanel::onEdited()
{
    m_isTouched = true;
    showFields();
    ++m_question;
    m_isAsking = true;
    m_note->say(FieldNote::Kind::Hint, {});
    Q_EMIT wishWithdrawn();
    m_pause.start();
}

void CachePanel::ask()
{
    m_pause.stop();
    readAuthority();
}

/// Before the question, which is asked with it.
void CachePanel::readAuthority()
{
    m_authority.clear();
    m_isAsking = true;
    const int question = ++m_question;
    const auto endpoint = this->endpoint();
    if (!endpoint || !endpoint->isTls) {
        askNow();
        return;
    }
    if (m_isOwn) {
        m_engine.localCa(this, [this, question](const Result<LocalCaOverview> &ca) {
            if (question != m_question)
                return;
            m_authority = ca ? ca->certificate : QByteArray();
            askNow();
        });
        return;
    }
    if (m_authorityFile->path().isEmpty()) {
        askNow();
        return;
    }
    readSmallFile(m_authorityFile->path(), limits::authorityBytesMax, this,
                  [this, question](const Result<QByteArray> &file) {
                      if (question != m_question)
                          return;
                      if (file) {
                          m_authority = *file;
                          askNow();
                      } else {
                          onAnswered(tl::unexpected(file.error()));
                      }
                  });
}

std::optional<CacheEndpoint> CachePanel::endpoint() const
{
    std::optional<CacheEndpoint> endpoint = m_isOwn ? m_own : endpointOf(m_which->currentText());
    if (!endpoint)
        return std::nullopt;
    if (endpoint->isTls)
        endpoint->authority = m_authority;
    if (!m_isOwn && m_hasLogin->isChecked()) {
        endpoint->user = m_user->text().trimmed();
        endpoint->password = m_password->text();
    }
    return endpoint;
}

void CachePanel::askNow()
{
    const auto endpoint = this->endpoint();
    if (endpoint) {
        const int question = m_question;
        m_note->say(Kind::Hint, tr("Asking %1…").arg(endpoint->hostPort()));
        m_source.cache(*endpoint, this, [this, question](const Result<CacheFacts> &facts) {
            if (question == m_question)
                onAnswered(facts);
        });
        return;
    }
    m_isAsking = false;
    m_hasAnswered = false;
    showRegistries({});
    if (m_isOwn)
        m_note->say(Kind::Warning, m_engine.state() == EngineState::Running
                                       ? tr("It listens on no address: give it one in Settings.")
                                       : tr("The cache on this computer is stopped."));
    else if (m_which->currentText().trimmed().isEmpty())
        m_note->say(Kind::Hint, tr("Type where it is, such as 192.168.0.80:5000, or "
                                   "https://cache.example.com."));
    else
        m_note->say(Kind::Problem, tr("This is no address; 192.168.0.80:5000 and "
                                      "https://cache.example.com are."));
    tellWish();
}

void CachePanel::onAnswered(const Result<CacheFacts> &facts)
{
    m_isAsking = false;
    m_hasAnswered = facts.has_value();
    showRegistries(facts ? facts->registries : QStringList());
    if (facts)
        sayOf(*facts);
    else
        m_note->say(Kind::Problem, told(facts.error().message));
    tellWish();
}

void CachePanel::sayOf(const CacheFacts &facts)
{
    const auto endpoint = this->endpoint();
    if (facts.registries.isEmpty())
        m_note->say(Kind::Problem, tr("It answers, and mirrors no registry: add an upstream there, "
                                      "or enable one."));
    else if (endpoint && isLoopback(endpoint->host))
        m_note->say(Kind::Warning,
                    tr("It is reached from this computer only: builders in containers and other "
                       "machines do not come there. Serve your network, in Settings."));
    else
        m_note->say(Kind::Hint,
                    tr("It answers: Lanyard %1.").arg(printable(facts.version.toUtf8())));
}

void CachePanel::showFields()
{
    const bool hasLogin = !m_isOwn && m_hasLogin->isChecked();
    const auto typed = endpointOf(m_which->currentText());
    form()->setRowVisible(m_hasLogin, !m_isOwn);
    form()->setRowVisible(m_user, hasLogin);
    form()->setRowVisible(m_password, hasLogin);
    form()->setRowVisible(m_authorityFile, !m_isOwn && typed && typed->isTls);
    form()->setRowVisible(m_startRow, m_isOwn && m_engine.state() == EngineState::Stopped);
}

void CachePanel::showRegistries(const QStringList &registries)
{
    m_registries->offer(registries);
    form()->setRowVisible(m_registries, !registries.isEmpty());
    tabAsItIsRead(*this);
}

const QStringList &CachePanel::offered() const
{
    return m_registries->offered();
}

QStringList CachePanel::wanted() const
{
    return m_registries->wanted();
}

CachePanel::Lack CachePanel::lack() const
{
    if (!m_hasAnswered)
        return Lack::Answer;
    if (offered().isEmpty())
        return Lack::Upstream;
    return wanted().isEmpty() ? Lack::Registry : Lack::Nothing;
}

void CachePanel::tellWish()
{
    m_registryNote->say(Kind::Problem,
                        lack() == Lack::Registry ? tr("Choose one registry at least.") : QString());
    Q_EMIT wishChanged(endpoint().value_or(CacheEndpoint()), wanted());
}

void CachePanel::remember()
{
    RememberedCaches now = m_known;
    now.isChosen = false;
    if (const auto endpoint = this->endpoint(); endpoint && !m_isOwn)
        now = remembering(m_known, {.address = endpointText(*endpoint),
                                    .user = endpoint->user,
                                    .authorityFile = m_authorityFile->path()});
    if (now == m_known)
        return;
    m_known = now;
    m_memory.write(now);
    fillChoices();
    m_which->setCurrentIndex(m_known.isChosen ? firstKnownRow : ownRow);
}

void CachePanel::suggest(const QString &address)
{
    const auto endpoint = endpointOf(address);
    if (!endpoint || m_isTouched)
        return;
    // The own one has several addresses, and may have had others.
    const QHostAddress host(endpoint->host);
    if (isLoopback(endpoint->host) || QNetworkInterface::allAddresses().contains(host))
        return;
    if (!m_isOwn && endpointOf(m_which->currentText()) == endpoint)
        return;
    qsizetype known = indexOf(m_known, *endpoint);
    if (known < 0) {
        m_known.caches.prepend(
            {.address = endpointText(*endpoint), .user = {}, .authorityFile = {}});
        fillChoices();
        known = 0;
    }
    choose(firstKnownRow + static_cast<int>(known));
}

} // namespace lanyard::ui
