// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/cachepanel.h"

#include "api/cacheaddress.h"
#include "engine.h"
#include "format.h"
#include "smallfile.h"
#include "uilimits.h"
#include "widgets/fieldnote.h"
#include "widgets/pathfield.h"
#include "widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

constexpr int registryColumns = 2;

// What an entry of the choice stands for; from 0 on, one of the remembered ones.
constexpr int ownCache = -1;
constexpr int otherCache = -2;

} // namespace

CachePanel::CachePanel(Engine &engine, SetUpSource &source, CacheMemory memory, QWidget *parent)
    : FormCard(tr("Cache"), parent)
    , m_engine(engine)
    , m_source(source)
    , m_memory(std::move(memory))
    , m_known(m_memory.read())
    , m_which(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_hasLogin(new QCheckBox(tr("Clients have to log &in"), this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_authorityFile(
          new PathField(PathField::Kind::File, tr("Certificate of its authority"), this))
    , m_note(new FieldNote(m_which, this))
    , m_start(new QPushButton(tr("S&tart the cache"), this))
    , m_startRow(new QHBoxLayout)
    , m_registries(new QWidget(this))
    , m_grid(new QGridLayout(m_registries))
    , m_registryNote(new FieldNote(m_registries, this))
{
    m_which->setObjectName(QStringLiteral("which"));
    m_address->setObjectName(QStringLiteral("address"));
    m_hasLogin->setObjectName(QStringLiteral("hasLogin"));
    m_user->setObjectName(QStringLiteral("user"));
    m_password->setObjectName(QStringLiteral("password"));
    m_note->setObjectName(QStringLiteral("cacheNote"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(limits::cachePause);
    buildFields();
    connect(&m_pause, &QTimer::timeout, this, &CachePanel::readAuthority);
    connect(&engine, &Engine::stateChanged, this, &CachePanel::onOwnChanged);
    connect(&engine, &Engine::addressesChanged, this, &CachePanel::onOwnChanged);
    connect(m_start, &QPushButton::clicked, this, &CachePanel::startRequested);
    connect(m_which, &QComboBox::activated, this, [this] {
        m_isTouched = true;
        onChosen();
    });
    connect(m_address, &QLineEdit::textEdited, this, &CachePanel::onEdited);
    connect(m_user, &QLineEdit::textEdited, this, &CachePanel::onEdited);
    connect(m_password, &QLineEdit::textEdited, this, &CachePanel::onEdited);
    connect(m_authorityFile, &PathField::edited, this, &CachePanel::onEdited);
    connect(m_hasLogin, &QCheckBox::clicked, this, [this] {
        showFields();
        onEdited();
    });
    m_own = ownEndpoint(engine.addresses(), QNetworkInterface::allAddresses());
    fillChoices();
    m_which->setCurrentIndex(m_known.isChosen ? 1 : 0);
    onChosen();
}

void CachePanel::buildFields()
{
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(24);
    guardWheel(m_which);
    m_address->setPlaceholderText(QStringLiteral("192.168.0.80:5000"));
    m_password->setEchoMode(QLineEdit::Password);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setColumnStretch(registryColumns, 1);
    addField(tr("&Which cache:"), m_which);
    addField(tr("A&ddress:"), m_address);
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

QString CachePanel::ownName() const
{
    return m_own ? tr("This computer (%1)").arg(endpointText(*m_own)) : tr("This computer");
}

void CachePanel::fillChoices()
{
    const QVariant chosen = m_which->currentData();
    m_which->clear();
    m_which->addItem(ownName(), ownCache);
    for (int i = 0; i < m_known.caches.size(); ++i)
        m_which->addItem(printable(m_known.caches[i].address.toUtf8()), i);
    m_which->addItem(tr("Another cache"), otherCache);
    m_which->setCurrentIndex(chosen.isValid() ? qMax(0, m_which->findData(chosen)) : 0);
}

bool CachePanel::isOwn() const
{
    return m_which->currentData().toInt() == ownCache;
}

void CachePanel::onOwnChanged()
{
    m_own = ownEndpoint(m_engine.addresses(), QNetworkInterface::allAddresses());
    m_which->setItemText(0, ownName());
    if (isOwn())
        onChosen();
}

void CachePanel::onChosen()
{
    const int chosen = m_which->currentData().toInt();
    if (chosen >= 0) {
        const RememberedCache &cache = m_known.caches.at(chosen);
        m_address->setText(cache.address);
        m_user->setText(cache.user);
        m_hasLogin->setChecked(!cache.user.isEmpty());
        m_authorityFile->setPath(cache.authorityFile);
    } else if (chosen == otherCache) {
        m_address->clear();
        m_user->clear();
        m_hasLogin->setChecked(false);
        m_authorityFile->setPath({});
    }
    m_password->clear();
    showFields();
    Q_EMIT wishWithdrawn();
    // Who does not look at it asks when it is shown.
    if (isVisible())
        ask();
}

void CachePanel::onEdited()
{
    m_isTouched = true;
    showFields();
    ++m_question;
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
    const int question = ++m_question;
    const auto endpoint = this->endpoint();
    if (!endpoint || !endpoint->isTls) {
        askNow();
        return;
    }
    if (isOwn()) {
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
    std::optional<CacheEndpoint> endpoint = isOwn() ? m_own : endpointOf(m_address->text());
    if (!endpoint)
        return std::nullopt;
    if (endpoint->isTls)
        endpoint->authority = m_authority;
    if (!isOwn() && m_hasLogin->isChecked()) {
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
    m_facts = {};
    showRegistries();
    if (isOwn())
        m_note->say(Kind::Warning, m_engine.state() == EngineState::Running
                                       ? tr("It listens on no address: give it one in Settings.")
                                       : tr("The cache on this computer is stopped."));
    else if (m_address->text().trimmed().isEmpty())
        m_note->say(Kind::Hint, tr("Type where it is, such as 192.168.0.80:5000, or "
                                   "https://cache.example.com."));
    else
        m_note->say(Kind::Problem, tr("This is no address; 192.168.0.80:5000 and "
                                      "https://cache.example.com are."));
    tellWish();
}

void CachePanel::onAnswered(const Result<CacheFacts> &facts)
{
    m_facts = facts ? *facts : CacheFacts();
    showRegistries();
    const auto endpoint = this->endpoint();
    if (!facts)
        m_note->say(Kind::Problem, printable(QByteArray::fromStdString(facts.error().message)));
    else if (endpoint && QHostAddress(endpoint->host).isLoopback())
        m_note->say(Kind::Warning,
                    tr("It is reached from this computer only: builders in containers and other "
                       "machines do not come there. Serve your network, in Settings."));
    else
        m_note->say(Kind::Hint,
                    tr("It answers: Lanyard %1.").arg(printable(m_facts.version.toUtf8())));
    tellWish();
}

void CachePanel::showFields()
{
    const bool isOther = !isOwn();
    const bool hasLogin = isOther && m_hasLogin->isChecked();
    const auto typed = endpointOf(m_address->text());
    form()->setRowVisible(m_address, isOther);
    form()->setRowVisible(m_hasLogin, isOther);
    form()->setRowVisible(m_user, hasLogin);
    form()->setRowVisible(m_password, hasLogin);
    form()->setRowVisible(m_authorityFile, isOther && typed && typed->isTls);
    form()->setRowVisible(m_startRow, isOwn() && m_engine.state() == EngineState::Stopped);
}

void CachePanel::showRegistries()
{
    QStringList shown;
    const QList<QCheckBox *> boxes = m_registries->findChildren<QCheckBox *>();
    for (const QCheckBox *box : boxes)
        shown += box->objectName();
    form()->setRowVisible(m_registries, !m_facts.registries.isEmpty());
    if (shown == m_facts.registries)
        return;
    qDeleteAll(boxes);
    for (int i = 0; i < m_facts.registries.size(); ++i) {
        const QString &registry = m_facts.registries[i];
        auto *box = new QCheckBox(printable(registry.toUtf8()).replace(u'&', QStringLiteral("&&")),
                                  m_registries);
        box->setObjectName(registry);
        box->setChecked(!m_unwanted.contains(registry));
        connect(box, &QCheckBox::toggled, this, [this, registry](bool isWanted) {
            if (isWanted)
                m_unwanted.remove(registry);
            else
                m_unwanted.insert(registry);
            tellWish();
        });
        m_grid->addWidget(box, i / registryColumns, i % registryColumns);
    }
}

QStringList CachePanel::wanted() const
{
    QStringList wanted;
    for (const QString &registry : m_facts.registries) {
        if (!m_unwanted.contains(registry))
            wanted += registry;
    }
    return wanted;
}

void CachePanel::tellWish()
{
    const bool lacksOne = wanted().isEmpty() && !m_facts.registries.isEmpty();
    m_registryNote->say(Kind::Problem, lacksOne ? tr("Choose one registry at least.") : QString());
    Q_EMIT wishChanged(endpoint().value_or(CacheEndpoint()), wanted());
}

void CachePanel::remember()
{
    RememberedCaches now = m_known;
    now.isChosen = false;
    if (!isOwn())
        now = remembering(m_known,
                          {.address = m_address->text().trimmed(),
                           .user = m_hasLogin->isChecked() ? m_user->text().trimmed() : QString(),
                           .authorityFile = m_authorityFile->path()});
    if (now == m_known)
        return;
    m_known = now;
    m_memory.write(now);
    const QString password = m_password->text();
    fillChoices();
    if (m_known.isChosen)
        m_which->setCurrentIndex(1);
    m_password->setText(password);
    showFields();
}

void CachePanel::suggest(const QString &address)
{
    const auto endpoint = endpointOf(address);
    if (!endpoint || m_isTouched)
        return;
    // The own one has several addresses, and may have had others.
    const QHostAddress host(endpoint->host);
    if (host.isLoopback() || QNetworkInterface::allAddresses().contains(host))
        return;
    const QString text = endpointText(*endpoint);
    int index = m_which->findText(text);
    if (index < 0) {
        m_known.caches.prepend({.address = text, .user = {}, .authorityFile = {}});
        fillChoices();
        index = 1;
    }
    if (index == m_which->currentIndex())
        return;
    m_which->setCurrentIndex(index);
    onChosen();
}

} // namespace lanyard::ui
