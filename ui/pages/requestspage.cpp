// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requestspage.h"

#include "format.h"
#include "requesttext.h"
#include "uilimits.h"
#include "widgets/card.h"
#include "widgets/mutedlabel.h"
#include "widgets/requesttable.h"
#include "widgets/welcome.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

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

RequestsPage::RequestsPage(RequestModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(model)
    , m_text(new QLineEdit(this))
    , m_result(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_follow(new QToolButton(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_count(new MutedLabel({}, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new RequestTable(m_filter, this))
    , m_welcome(new Welcome(this))
    , m_noMatch(new MutedLabel(tr("No request fits the filter."), this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(limits::typingPause);
    connect(&m_typing, &QTimer::timeout, this, &RequestsPage::applyCriteria);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeFilterLine());
    layout->addWidget(makeLog(), 1);

    // The filter passes on every change of the model that is to be seen; the rest changes the
    // count.
    for (QAbstractItemModel *shown : {static_cast<QAbstractItemModel *>(&m_filter),
                                      static_cast<QAbstractItemModel *>(&m_model)}) {
        connect(shown, &QAbstractItemModel::rowsInserted, this, &RequestsPage::refresh);
        connect(shown, &QAbstractItemModel::rowsRemoved, this, &RequestsPage::refresh);
    }
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &RequestsPage::refresh);
    refresh();
}

QWidget *RequestsPage::makeFilterLine()
{
    m_text->setPlaceholderText(tr("Filter by client, image, tag or digest"));
    m_text->setAccessibleName(tr("Filter of the request log"));
    m_text->setClearButtonEnabled(true);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_text, &QLineEdit::returnPressed, this, &RequestsPage::applyCriteria);
    fillCombos();

    m_follow->setText(tr("Newest"));
    m_follow->setToolTip(tr("Go to the newest request and stay there"));
    connect(m_follow, &QToolButton::clicked, m_table, &RequestTable::follow);
    const auto showFollow = [this](bool isFollowing) {
        m_follow->setEnabled(!isFollowing);
    };
    connect(m_table, &RequestTable::followingChanged, this, showFollow);
    showFollow(m_table->isFollowing());
    m_pause->setText(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Keep the log as it is"));
    connect(m_pause, &QToolButton::toggled, this, &RequestsPage::setPaused);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Empty the log of this window"));
    connect(m_clear, &QToolButton::clicked, this, &RequestsPage::clear);

    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_result);
    layout->addWidget(m_kind);
    layout->addSpacing(8);
    layout->addWidget(m_count);
    layout->addSpacing(8);
    layout->addWidget(m_follow);
    layout->addWidget(m_pause);
    layout->addWidget(m_clear);
    return line;
}

void RequestsPage::fillCombos()
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
    connect(m_result, &QComboBox::currentIndexChanged, this, &RequestsPage::applyCriteria);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RequestsPage::applyCriteria);
}

QWidget *RequestsPage::makeLog()
{
    m_noMatch->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_noMatch);
    auto *card = new Card(this);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_stack);
    return card;
}

void RequestsPage::applyCriteria()
{
    m_typing.stop();
    m_filter.setCriteria({.text = m_text->text().simplified(),
                          .result = chosen<CacheResult>(*m_result),
                          .kind = chosen<RequestKind>(*m_kind)});
}

void RequestsPage::refresh()
{
    const int kept = m_model.rowCount();
    const int shown = m_filter.rowCount();
    QWidget *page = m_table;
    if (kept == 0)
        page = m_welcome;
    else if (shown == 0)
        page = m_noMatch;
    m_stack->setCurrentWidget(page);
    m_clear->setEnabled(kept > 0);
    QString count;
    if (kept > 0)
        count = tr("%1 of %2 shown")
                    .arg(formatCount(static_cast<std::uint64_t>(shown)),
                         formatCount(static_cast<std::uint64_t>(kept)));
    if (m_skipped > 0)
        count += tr(", %1 skipped").arg(formatCount(m_skipped));
    m_count->setText(count);
}

void RequestsPage::showServing(const ClientAddress &address)
{
    m_welcome->showAddress(address);
}

void RequestsPage::showStopped()
{
    m_welcome->showStopped();
}

void RequestsPage::addSkipped(quint64 skipped)
{
    m_skipped += skipped;
    refresh();
}

void RequestsPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void RequestsPage::setPaused(bool isPaused)
{
    const QSignalBlocker once(m_pause);
    m_pause->setChecked(isPaused);
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    Q_EMIT pauseChanged(isPaused);
}

void RequestsPage::clear()
{
    m_skipped = 0;
    m_model.clear();
    refresh();
}

} // namespace lanyard::ui
