// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestfilterbar.h"

#include "requesttext.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/filtercompleter.h"
#include "widgets/seencombo.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace lanyard::ui {

namespace {

template <typename Choice>
std::optional<Choice> chosen(const QComboBox &combo)
{
    if (!combo.currentData().isValid())
        return std::nullopt;
    return static_cast<Choice>(combo.currentData().toInt());
}

} // namespace

RequestFilterBar::RequestFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_completer(new FilterCompleter(this))
    , m_client(new SeenCombo(tr("All clients"), this))
    , m_upstream(new SeenCombo(tr("All upstreams"), this))
    , m_result(new QComboBox(this))
    , m_kind(new QComboBox(this))
{
    m_text->setPlaceholderText(tr("Filter by image, tag, digest, client or path"));
    m_text->setAccessibleName(tr("Filter of the request log"));
    m_text->setToolTip(tr("Requests that have all of these words; client:, image: and upstream: "
                          "before a word look for it there only"));
    m_text->setClearButtonEnabled(true);
    m_text->setCompleter(m_completer);
    m_text->addAction(symbolIcon(Symbol::Search), QLineEdit::LeadingPosition);
    m_client->setAccessibleName(tr("Client"));
    m_upstream->setAccessibleName(tr("Upstream"));
    fillCombos();

    m_typing.setSingleShot(true);
    m_typing.setInterval(limits::typingPause);
    connect(&m_typing, &QTimer::timeout, this, &RequestFilterBar::tell);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, &RequestFilterBar::tell);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    for (QComboBox *combo : {static_cast<QComboBox *>(m_client),
                             static_cast<QComboBox *>(m_upstream), m_result, m_kind}) {
        layout->addWidget(combo);
        connect(combo, &QComboBox::currentIndexChanged, this, &RequestFilterBar::tell);
    }
}

void RequestFilterBar::fillCombos()
{
    m_result->setAccessibleName(tr("Result"));
    m_result->addItem(tr("All results"));
    for (const CacheResult result :
         {CacheResult::Hit, CacheResult::Revalidated, CacheResult::Miss, CacheResult::Collapsed,
          CacheResult::Stale, CacheResult::Failed})
        m_result->addItem(resultName(result), static_cast<int>(result));
    m_kind->setAccessibleName(tr("Kind of request"));
    m_kind->addItem(tr("All requests"));
    for (const RequestKind kind :
         {RequestKind::Manifest, RequestKind::Blob, RequestKind::Tags, RequestKind::Referrers,
          RequestKind::Catalog, RequestKind::Ping, RequestKind::Other})
        m_kind->addItem(kindName(kind), static_cast<int>(kind));
}

RequestCriteria RequestFilterBar::criteria() const
{
    return {.text = m_text->text().simplified(),
            .result = chosen<CacheResult>(*m_result),
            .kind = chosen<RequestKind>(*m_kind),
            .client = m_client->chosen(),
            .upstream = m_upstream->chosen()};
}

void RequestFilterBar::note(const RequestRecord &record)
{
    m_client->note(record.client);
    m_upstream->note(record.labels.upstream);
    m_completer->note(record.labels);
}

void RequestFilterBar::chooseClient(const QByteArray &client)
{
    m_client->choose(client);
}

void RequestFilterBar::chooseUpstream(const QByteArray &upstream)
{
    m_upstream->choose(upstream);
}

void RequestFilterBar::setText(const QString &text)
{
    m_text->setText(text);
    tell();
}

void RequestFilterBar::reset()
{
    {
        const QSignalBlocker once(this);
        m_text->clear();
        for (QComboBox *combo : {static_cast<QComboBox *>(m_client),
                                 static_cast<QComboBox *>(m_upstream), m_result, m_kind})
            combo->setCurrentIndex(0);
    }
    tell();
}

void RequestFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RequestFilterBar::tell()
{
    m_typing.stop();
    Q_EMIT criteriaChanged();
}

} // namespace lanyard::ui
