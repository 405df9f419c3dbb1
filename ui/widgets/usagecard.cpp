// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/usagecard.h"

#include "attention.h"
#include "format.h"
#include "upstreamtext.h"
#include "widgets/card.h"
#include "widgets/gaugeline.h"
#include "widgets/mutedlabel.h"
#include "widgets/titlelabel.h"

#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

/// How much the content may become: what is set, and never more than the disk gives.
std::int64_t roomOf(const DiskUse &disk)
{
    const std::int64_t onDisk = disk.contentBytes + disk.unfinishedBytes +
                                std::max<std::int64_t>(0, disk.diskFreeBytes - disk.keepFreeBytes);
    return disk.capacityBytes ? std::min(*disk.capacityBytes, onDisk) : onDisk;
}

double shareOf(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString windowText(std::chrono::seconds window)
{
    constexpr std::int64_t hourSeconds = 3600;
    const std::int64_t seconds = window.count();
    if (seconds >= hourSeconds && seconds % hourSeconds == 0)
        return UsageCard::tr("in %n hour(s)", nullptr, static_cast<int>(seconds / hourSeconds));
    return UsageCard::tr("in %n minute(s)", nullptr, static_cast<int>(seconds / 60));
}

QString detailOf(const PullBudget &budget, std::int64_t nowMs)
{
    QStringList parts;
    if (budget.window.count() > 0)
        parts += windowText(budget.window);
    if (!budget.account.isEmpty())
        parts += UsageCard::tr("counted for %1").arg(printable(budget.account.toUtf8()));
    if (const auto fullAtMs = budget.fullAtMs(); fullAtMs && *fullAtMs > nowMs)
        parts += UsageCard::tr("all again by %1").arg(formatMoment(*fullAtMs, nowMs));
    return parts.join(UsageCard::tr(", ", "between the parts of a description"));
}

} // namespace

UsageCard::UsageCard(QWidget *parent)
    : QWidget(parent)
    , m_disk(new GaugeLine(tr("Cache"), GaugeLine::Meaning::Used, this))
    , m_budgetLayout(new QVBoxLayout)
    , m_noBudget(new MutedLabel(tr("No registry has said yet how many pulls it grants."), this))
{
    auto *card = new Card(this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(card);
    m_noBudget->setWordWrap(true);
    m_budgetLayout->setSpacing(10);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(6);
    layout->addWidget(new TitleLabel(tr("Disk"), card));
    layout->addWidget(m_disk);
    layout->addSpacing(6);
    layout->addWidget(new TitleLabel(tr("Pulls left at the registries"), card));
    layout->addWidget(m_noBudget);
    layout->addLayout(m_budgetLayout);
    layout->addStretch(1);
    setDisk({});
}

void UsageCard::setDisk(const DiskUse &disk)
{
    const std::int64_t room = roomOf(disk);
    if (disk.diskBytes == 0) {
        m_disk->setValue(0, tr("not known"), {});
        return;
    }
    QString detail = tr("%1 free on the disk of %2, of which %3 are left to others")
                         .arg(formatBytes(disk.diskFreeBytes), formatBytes(disk.diskBytes),
                              formatBytes(disk.keepFreeBytes));
    if (disk.unfinishedBytes > 0)
        detail += u'\n' + tr("%1 of unfinished downloads wait to be resumed")
                              .arg(formatBytes(disk.unfinishedBytes));
    m_disk->setValue(shareOf(disk.contentBytes, room),
                     tr("%1 of %2", "bytes used and bytes there are")
                         .arg(formatBytes(disk.contentBytes), formatBytes(room)),
                     detail);
}

void UsageCard::setUpstreams(const UpstreamOverview &overview, std::int64_t nowMs)
{
    QStringList shown;
    for (const UpstreamStatus &upstream : overview.upstreams) {
        const auto budget = currentBudget(upstream, nowMs);
        if (!budget)
            continue;
        shown += upstream.registry;
        showBudget(upstream, *budget, nowMs);
    }
    const QStringList known = m_budgets.keys();
    for (const QString &registry : known) {
        if (!shown.contains(registry))
            delete m_budgets.take(registry);
    }
    m_noBudget->setVisible(m_budgets.isEmpty());
}

void UsageCard::showBudget(const UpstreamStatus &upstream, const PullBudget &budget,
                           std::int64_t nowMs)
{
    GaugeLine *&gauge = m_budgets[upstream.registry];
    if (gauge == nullptr) {
        gauge =
            new GaugeLine(printable(upstream.registry.toUtf8()), GaugeLine::Meaning::Left, this);
        m_budgetLayout->addWidget(gauge);
    }
    gauge->setValue(budgetShare(budget), tr("%1 left", "pulls").arg(budgetText(budget)),
                    detailOf(budget, nowMs));
}

} // namespace lanyard::ui
