// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controlwalk.h"
#include "pages/clientspage.h"
#include "pages/imagespage.h"
#include "pages/overviewpage.h"
#include "pages/requestspage.h"
#include "pages/upstreamspage.h"
#include "usedcache.h"
#include "widgets/attentioncard.h"
#include "widgets/credentialsview.h"
#include "widgets/downloadscard.h"
#include "widgets/figurescard.h"
#include "widgets/imagepane.h"
#include "widgets/imagetree.h"
#include "widgets/messageline.h"
#include "widgets/pulltree.h"
#include "widgets/registriesview.h"
#include "widgets/requestdetails.h"
#include "widgets/requestlog.h"
#include "widgets/suggestionlist.h"

#include <QTableView>
#include <QTest>

#include <functional>

/// Waits until a page shows what a used cache has for it, and chooses something there, so that all
/// is seen that there is to see.
namespace lanyard::test {

inline void fill(const ui::OverviewPage &page)
{
    const auto *const attention = page.findChild<ui::AttentionCard *>();
    const auto *const downloads = page.findChild<ui::DownloadsCard *>()->findChild<QTableView *>();
    // Few pulls left, out of reach, no upstream, and who fell back for that.
    QTRY_VERIFY(attention->items().size() >= 4);
    QTRY_VERIFY(downloads->isVisible());
    QTRY_VERIFY(page.findChild<ui::FiguresCard *>()->counts());
}

inline void fill(ui::RequestsPage &page)
{
    QTRY_VERIFY(page.log().shownCount() >= UsedCache::requests);
    const QAbstractItemView &view = page.log().view();
    page.log().view().setCurrentIndex(view.model()->index(0, 0));
    page.setDetailsShown(true);
    QTRY_VERIFY(page.details().text().contains(QStringLiteral("library/app")));
}

inline void fill(const ui::ImagesPage &page)
{
    const auto *const pane = page.findChild<ui::ImagePane *>();
    QTRY_VERIFY(page.model().find(UsedCache::imageName));
    page.tree().goTo(*page.model().find(UsedCache::imageName));
    page.tree().expand(page.tree().currentIndex());
    QTRY_COMPARE(pane->name(), QByteArray(UsedCache::imageName));
}

inline void fill(ui::UpstreamsPage &page)
{
    const auto *const suggestions = page.findChild<ui::SuggestionList *>();
    QTRY_VERIFY(!suggestions->isHidden());
    QTRY_COMPARE(page.registries().chosen(), QStringLiteral("docker.io"));
    QTRY_COMPARE(page.credentials().model().rowCount(), 1);
    auto *const table = page.credentials().findChild<QTableView *>();
    table->setCurrentIndex(table->model()->index(0, 0));
}

inline void fill(ui::ClientsPage &page)
{
    page.choose(QStringLiteral("127.0.0.2"));
    QTRY_COMPARE(page.clients().rowCount(), 2);
    const auto *const explanation = page.findChild<ui::MessageLine *>();
    QTRY_VERIFY(explanation->isVisible());
}

/// Nothing for a page that shows what has not to be used before.
inline void fill(QWidget &page)
{
    if (const auto *const overview = qobject_cast<ui::OverviewPage *>(&page))
        fill(*overview);
    else if (auto *const requests = qobject_cast<ui::RequestsPage *>(&page))
        fill(*requests);
    else if (const auto *const images = qobject_cast<ui::ImagesPage *>(&page))
        fill(*images);
    else if (auto *const upstreams = qobject_cast<ui::UpstreamsPage *>(&page))
        fill(*upstreams);
    else if (auto *const clients = qobject_cast<ui::ClientsPage *>(&page))
        fill(*clients);
}

/// The page in each of its forms: its tabs, or its rows and the pulls that they are of.
inline void forEachForm(QWidget &page, const std::function<void()> &check)
{
    forEachTab(page, check);
    auto *const requests = qobject_cast<ui::RequestsPage *>(&page);
    if (!requests)
        return;
    requests->setGrouped(true);
    requests->findChild<ui::PullTree *>()->expandAll();
    QCoreApplication::sendPostedEvents();
    check();
    requests->setGrouped(false);
}

} // namespace lanyard::test
