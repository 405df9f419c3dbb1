// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestmenu.h"

#include "requesttext.h"
#include "symbols.h"
#include "widgets/requestfilterbar.h"
#include "widgets/requestlog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lanyard::ui {

RequestMenu::RequestMenu(RequestLog &log, RequestFilterBar &bar, QWidget *parent)
    : QMenu(parent)
    , m_log(log)
    , m_bar(bar)
    , m_copyRows(addAction(symbolIcon(Symbol::Copy), tr("&Copy rows")))
    , m_copyDetails(addAction(tr("Copy d&etails")))
    , m_onlyClient(addAction(tr("Only this cl&ient")))
    , m_onlyImage(addAction(tr("Only this i&mage")))
    , m_onlyUpstream(addAction(tr("Only this &upstream")))
    , m_exportShown(addAction(symbolIcon(Symbol::Export), tr("E&xport shown requests…")))
    , m_exportSelected(addAction(tr("Export &selected requests…")))
{
    m_copyRows->setShortcut(QKeySequence::Copy);
    // Elsewhere on the page, the keys copy the text that is selected there.
    m_copyRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    log.addAction(m_copyRows);
    QAction *clear = addAction(symbolIcon(Symbol::Remove), tr("C&lear"));
    insertSeparator(m_onlyClient);
    insertSeparator(m_exportShown);
    insertSeparator(clear);

    connect(m_copyRows, &QAction::triggered, this, &RequestMenu::copyRows);
    connect(m_copyDetails, &QAction::triggered, this, &RequestMenu::detailsCopyRequested);
    for (QAction *only : {m_onlyClient, m_onlyImage, m_onlyUpstream})
        connect(only, &QAction::triggered, this, [this, only] { narrow(only); });
    connect(m_exportShown, &QAction::triggered, this, [this] { Q_EMIT exportRequested(false); });
    connect(m_exportSelected, &QAction::triggered, this, [this] { Q_EMIT exportRequested(true); });
    connect(clear, &QAction::triggered, this, &RequestMenu::clearRequested);
}

void RequestMenu::refresh(bool isExporting)
{
    const bool hasSelection = m_log.hasSelection();
    m_copyRows->setEnabled(hasSelection);
    m_exportSelected->setEnabled(hasSelection && !isExporting);
    m_exportShown->setEnabled(m_log.shownCount() > 0 && !isExporting);
    const bool hasCurrent = !std::holds_alternative<std::monostate>(m_log.current());
    for (QAction *action : {m_copyDetails, m_onlyClient, m_onlyImage, m_onlyUpstream})
        action->setEnabled(hasCurrent);
}

void RequestMenu::copyRows()
{
    QString text;
    const QList<RequestRecord> records = m_log.selectedRecords();
    for (const RequestRecord &record : records)
        text += requestLine(record) + u'\n';
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RequestMenu::narrow(const QAction *action)
{
    const RequestLog::Subject subject = m_log.current();
    RequestLabels labels;
    QByteArray client;
    if (const auto *pull = std::get_if<PullSummary>(&subject)) {
        client = pull->client;
        labels.upstream = pull->upstream;
        labels.repository = pull->repository;
    } else if (const auto *record = std::get_if<RequestRecord>(&subject)) {
        client = record->client;
        labels = record->labels;
    }
    if (action == m_onlyClient)
        m_bar.chooseClient(client);
    else if (action == m_onlyUpstream)
        m_bar.chooseUpstream(labels.upstream);
    else if (!labels.repository.isEmpty())
        m_bar.setText(imagePrefix + imageName(labels));
}

} // namespace lanyard::ui
