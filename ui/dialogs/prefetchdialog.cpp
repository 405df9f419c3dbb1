// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/prefetchdialog.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "models/downloadmodel.h"
#include "uilimits.h"
#include "widgets/columnwidth.h"
#include "widgets/mutedlabel.h"
#include "widgets/progressdelegate.h"
#include "widgets/taborder.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace lanyard::ui {

namespace {

enum Column { NameColumn, ProgressColumn, StateColumn, ColumnCount };

enum Role { NumberRole = DownloadModel::ProgressRole + 1, StageRole, PlatformsRole };

enum Stage { Waiting, Running, Ended };

constexpr std::array commonPlatforms{"linux/amd64", "linux/arm64", "linux/arm/v7"};

Stage stageOf(const QTreeWidgetItem &item)
{
    return static_cast<Stage>(item.data(NameColumn, StageRole).toInt());
}

void setStage(QTreeWidgetItem &item, Stage stage, const QString &text)
{
    item.setData(NameColumn, StageRole, static_cast<int>(stage));
    item.setText(StateColumn, text);
    item.setToolTip(StateColumn, text.toHtmlEscaped());
}

QStringList wordsOf(const QLineEdit &line)
{
    static const QRegularExpression space(QStringLiteral("[\\s,]+"));
    return line.text().split(space, Qt::SkipEmptyParts);
}

QString outcomeText(const PrefetchResult &result)
{
    return PrefetchDialog::tr("Stored: %1, of it fetched: %2")
        .arg(formatBytes(result.totalBytes), formatBytes(result.fetchedBytes));
}

} // namespace

PrefetchDialog::PrefetchDialog(Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_names(new QLineEdit(this))
    , m_verdict(new MutedLabel({}, this))
    , m_otherPlatforms(new QLineEdit(this))
    , m_fetch(new QPushButton(tr("&Fetch"), this))
    , m_list(new QTreeWidget(this))
    , m_cancel(new QPushButton(tr("&Cancel selected"), this))
    , m_clear(new QPushButton(tr("C&lear what has ended"), this))
{
    setWindowTitle(tr("Fetch images ahead"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(limits::typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PrefetchDialog::checkNames);
    connect(m_names, &QLineEdit::textChanged, this, [this] {
        m_fetch->setEnabled(false);
        m_typing.start();
    });
    m_names->setPlaceholderText(tr("alpine:3, quay.io/org/name:1"));
    m_names->setClearButtonEnabled(true);
    m_verdict->setWordWrap(true);
    m_fetch->setDefault(true);
    connect(m_fetch, &QPushButton::clicked, this, &PrefetchDialog::add);

    auto *line = new QHBoxLayout;
    line->addWidget(m_names, 1);
    line->addWidget(m_fetch);
    auto *form = new QFormLayout;
    form->addRow(tr("&Images:"), line);
    static_cast<QLabel *>(form->labelForField(line))->setBuddy(m_names);
    form->addRow(QString(), m_verdict);
    form->addRow(tr("Platforms:"), makePlatforms());
    m_otherPlatforms->setPlaceholderText(tr("windows/amd64, linux/s390x"));
    form->addRow(tr("&Other platforms:"), m_otherPlatforms);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_cancel, QDialogButtonBox::ActionRole);
    buttons->addButton(m_clear, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_cancel, &QPushButton::clicked, this, &PrefetchDialog::cancelSelected);
    connect(m_clear, &QPushButton::clicked, this, &PrefetchDialog::clearEnded);

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(makeList(), 1);
    layout->addWidget(buttons);
    resize(QSize(46, 26) * fontMetrics().height());
    tabAsItIsRead(*this);
    checkNames();
    showState();
}

QWidget *PrefetchDialog::makePlatforms()
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &text, const QString &platform) {
        auto *check = new QCheckBox(text, box);
        check->setObjectName(platform);
        layout->addWidget(check);
        m_platforms.append(check);
        return check;
    };
    for (const char *platform : commonPlatforms)
        add(QString::fromLatin1(platform), QString::fromLatin1(platform));
    add(tr("&All"), QStringLiteral("all"));
    layout->addWidget(new MutedLabel(tr("None: that of this computer"), box));
    layout->addStretch(1);
    return box;
}

QWidget *PrefetchDialog::makeList()
{
    m_list->setAccessibleName(tr("Images that are fetched"));
    m_list->setHeaderLabels({tr("Image"), tr("Progress"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setItemDelegateForColumn(ProgressColumn, new ProgressDelegate(m_list));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    fitColumn(*m_list->header(), ProgressColumn, fontMetrics().height() * 6);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &PrefetchDialog::showState);
    return m_list;
}

void PrefetchDialog::setNames(const QByteArrayList &names)
{
    m_names->setText(QString::fromUtf8(names.join(' ')));
    m_names->setFocus();
    checkNames();
}

QStringList PrefetchDialog::names() const
{
    return wordsOf(*m_names);
}

QByteArrayList PrefetchDialog::platforms() const
{
    QByteArrayList chosen;
    for (const QCheckBox *check : m_platforms) {
        if (check->isChecked())
            chosen.append(check->objectName().toLatin1());
    }
    for (const QString &platform : wordsOf(*m_otherPlatforms))
        chosen.append(platform.toUtf8());
    return chosen;
}

/// Whether each can be a name; the cache knows that without asking a registry.
void PrefetchDialog::checkNames()
{
    m_typing.stop();
    ++m_checked;
    m_isFaulty = false;
    const QStringList given = names();
    m_fetch->setEnabled(!given.isEmpty());
    m_verdict->setText(given.isEmpty() ? tr("One or several, as people write them.")
                                       : tr("Only what is not stored yet is fetched."));
    for (const QString &name : given) {
        m_engine.image(
            name, this, [this, name, checked = m_checked](const Result<ImageDetails> &r) {
                if (checked == m_checked && !r && r.error().code == ErrorCode::InvalidInput)
                    showFault(name, told(r.error().message));
            });
    }
}

void PrefetchDialog::showFault(const QString &name, const QString &fault)
{
    if (std::exchange(m_isFaulty, true))
        return;
    m_verdict->setText(QStringLiteral("%1: %2").arg(printable(name.toUtf8()), fault));
    m_fetch->setEnabled(false);
}

void PrefetchDialog::add()
{
    for (const QString &name : names()) {
        auto *item = new QTreeWidgetItem({printable(name.toUtf8())});
        item->setToolTip(NameColumn, item->text(NameColumn).toHtmlEscaped());
        item->setData(NameColumn, Qt::UserRole, name);
        item->setData(NameColumn, PlatformsRole, QVariant::fromValue(platforms()));
        item->setData(ProgressColumn, DownloadModel::ProgressRole, -1.0);
        setStage(*item, Waiting, tr("Waits for its turn"));
        m_list->addTopLevelItem(item);
    }
    m_names->clear();
    startMore();
}

int PrefetchDialog::openCount() const
{
    int count = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        count += stageOf(*m_list->topLevelItem(row)) == Ended ? 0 : 1;
    return count;
}

void PrefetchDialog::startMore()
{
    int running = 0;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        running += stageOf(*m_list->topLevelItem(row)) == Running ? 1 : 0;
    for (int row = 0; row < m_list->topLevelItemCount() && running < limits::prefetchesAtOnce;
         ++row) {
        if (stageOf(*m_list->topLevelItem(row)) != Waiting)
            continue;
        start(*m_list->topLevelItem(row));
        ++running;
    }
    showState();
}

void PrefetchDialog::start(QTreeWidgetItem &item)
{
    setStage(item, Running, tr("Begins"));
    // An item goes only when it has ended.
    const std::uint64_t number = m_engine.prefetch(
        {.reference = item.data(NameColumn, Qt::UserRole).toString().toUtf8(),
         .platforms = item.data(NameColumn, PlatformsRole).value<QByteArrayList>()},
        this, [this, &item](const PrefetchProgress &progress) { showProgress(item, progress); },
        [this, &item](const Result<PrefetchResult> &result) { finish(item, result); });
    item.setData(NameColumn, NumberRole, QVariant::fromValue<quint64>(number));
}

void PrefetchDialog::showProgress(QTreeWidgetItem &item, const PrefetchProgress &progress)
{
    if (progress.totalBytes > 0) {
        const double share =
            static_cast<double>(progress.doneBytes) / static_cast<double>(progress.totalBytes);
        item.setData(ProgressColumn, DownloadModel::ProgressRole, share);
        item.setText(ProgressColumn, tr("%1 %").arg(static_cast<int>(share * 100)));
    }
    setStage(item, Running,
             tr("%1 of %2").arg(formatBytes(progress.doneBytes), formatBytes(progress.totalBytes)));
}

void PrefetchDialog::finish(QTreeWidgetItem &item, const Result<PrefetchResult> &result)
{
    if (result) {
        item.setData(ProgressColumn, DownloadModel::ProgressRole, 1.0);
        item.setText(ProgressColumn, tr("%1 %").arg(100));
        setStage(item, Ended, outcomeText(*result));
        Q_EMIT fetched(result->name);
    } else {
        setStage(item, Ended, told(result.error().message));
    }
    startMore();
}

void PrefetchDialog::cancelSelected()
{
    for (QTreeWidgetItem *item : m_list->selectedItems()) {
        if (stageOf(*item) == Running)
            m_engine.cancelPrefetch(item->data(NameColumn, NumberRole).toULongLong());
        else if (stageOf(*item) == Waiting)
            setStage(*item, Ended, tr("Given up"));
    }
    showState();
}

void PrefetchDialog::clearEnded()
{
    for (int row = m_list->topLevelItemCount() - 1; row >= 0; --row) {
        if (stageOf(*m_list->topLevelItem(row)) == Ended)
            delete m_list->takeTopLevelItem(row);
    }
    showState();
}

void PrefetchDialog::showState()
{
    bool canCancel = false;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        canCancel |= stageOf(*item) != Ended;
    m_cancel->setEnabled(canCancel);
    m_clear->setEnabled(openCount() < m_list->topLevelItemCount());
}

} // namespace lanyard::ui
