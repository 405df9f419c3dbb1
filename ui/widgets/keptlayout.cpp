// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keptlayout.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QSignalBlocker>
#include <QSplitter>

namespace lanyard::ui {

namespace {

/// To be raised when a list gets other columns, or a splitter other parts.
constexpr quint32 layoutVersion = 1;

const QString widthsKey = QStringLiteral("widths");
const QString orderKey = QStringLiteral("order");
const QString sortColumnKey = QStringLiteral("sortColumn");
const QString sortOrderKey = QStringLiteral("sortOrder");

/// Widths are stored by the height of letters, so that they fit those of the next run.
constexpr double steps = 100;

int stepsOf(int pixels, const QHeaderView &header)
{
    return qRound(pixels * steps / header.fontMetrics().height());
}

int pixelsOf(int stored, const QHeaderView &header)
{
    return qRound(stored * header.fontMetrics().height() / steps);
}

} // namespace

KeptLayout::KeptLayout(QObject &part, const QString &name)
    : QObject(&part)
{
    setObjectName(name);
}

KeptColumns::KeptColumns(QHeaderView &header, const QString &name)
    : KeptLayout(header, name)
    , m_header(header)
    , m_sortColumn(header.sortIndicatorSection())
    , m_sortOrder(header.sortIndicatorOrder())
{
    for (int column = 0; column < header.count(); ++column)
        m_widths += header.sectionSize(column);
    connect(&header, &QHeaderView::sectionResized, this, &KeptLayout::changed);
    connect(&header, &QHeaderView::sectionMoved, this, &KeptLayout::changed);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, &KeptLayout::changed);
}

/// Others have what is left.
bool KeptColumns::isResizable(int column) const
{
    return m_header.sectionResizeMode(column) == QHeaderView::Interactive;
}

QVariant KeptColumns::changes() const
{
    const int sortOrder = m_header.sortIndicatorOrder();
    bool hasChanges = m_header.sortIndicatorSection() != m_sortColumn || sortOrder != m_sortOrder;
    QVariantList widths;
    QVariantList order;
    for (int column = 0; column < m_widths.size(); ++column) {
        const int more = isResizable(column) ? m_header.sectionSize(column) - m_widths[column] : 0;
        widths += stepsOf(more, m_header);
        order += m_header.logicalIndex(column);
        hasChanges = hasChanges || more != 0 || m_header.visualIndex(column) != column;
    }
    if (!hasChanges)
        return {};
    return QVariantMap{{widthsKey, widths},
                       {orderKey, order},
                       {sortColumnKey, m_header.sortIndicatorSection()},
                       {sortOrderKey, sortOrder}};
}

void KeptColumns::apply(const QVariant &changes)
{
    QVariantMap stored = changes.toMap();
    if (stored.value(widthsKey).toList().size() != m_widths.size())
        stored.clear();
    const QVariantList widths = stored.value(widthsKey).toList();
    const QVariantList order = stored.value(orderKey).toList();
    const auto count = static_cast<int>(m_widths.size());
    for (int column = 0; column < count; ++column) {
        const int more = pixelsOf(widths.value(column).toInt(), m_header);
        if (isResizable(column))
            m_header.resizeSection(column,
                                   qMax(m_widths[column] + more, m_header.minimumSectionSize()));
    }
    for (int place = 0; place < count; ++place) {
        const int column = order.value(place, place).toInt();
        if (column >= 0 && column < count)
            m_header.moveSection(m_header.visualIndex(column), place);
    }
    const int sortColumn = stored.value(sortColumnKey, m_sortColumn).toInt();
    if (m_header.isSortIndicatorShown() && sortColumn < count)
        m_header.setSortIndicator(sortColumn, static_cast<Qt::SortOrder>(
                                                  stored.value(sortOrderKey, m_sortOrder).toInt()));
}

void KeptColumns::shareWith(KeptColumns &other)
{
    const auto pass = [](const KeptColumns &from, KeptColumns &to) {
        // It is told of at the first of several changes.
        const QSignalBlocker once(to);
        to.apply(from.changes());
    };
    connect(this, &KeptLayout::changed, &other, [this, &other, pass] { pass(*this, other); });
    connect(&other, &KeptLayout::changed, this, [this, &other, pass] { pass(other, *this); });
    pass(*this, other);
}

KeptSplitter::KeptSplitter(QSplitter &splitter, const QString &name)
    : KeptLayout(splitter, name)
    , m_splitter(splitter)
{
    connect(&splitter, &QSplitter::splitterMoved, this, [this] {
        m_isMoved = true;
        Q_EMIT changed();
    });
}

QVariant KeptSplitter::changes() const
{
    return m_isMoved ? m_splitter.saveState() : QVariant();
}

void KeptSplitter::apply(const QVariant &changes)
{
    m_isMoved = m_splitter.restoreState(changes.toByteArray());
}

QByteArray saveLayout(const QObject &window)
{
    QVariantMap layout;
    const QList<KeptLayout *> parts = window.findChildren<KeptLayout *>();
    for (const KeptLayout *part : parts) {
        const QVariant changes = part->changes();
        if (changes.isValid() && !part->objectName().isEmpty())
            layout.insert(part->objectName(), changes);
    }
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << layoutVersion << layout;
    return state;
}

void restoreLayout(const QObject &window, const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    QVariantMap stored;
    stream >> version;
    if (version != layoutVersion)
        return;
    stream >> stored;
    if (stream.status() != QDataStream::Ok)
        return;
    const QList<KeptLayout *> parts = window.findChildren<KeptLayout *>();
    for (KeptLayout *part : parts) {
        if (stored.contains(part->objectName()))
            part->apply(stored.value(part->objectName()));
    }
}

} // namespace lanyard::ui
