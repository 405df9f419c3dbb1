// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/imagespage.h"

#include "engine.h"
#include "format.h"
#include "pages/imageactions.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/actionbutton.h"
#include "widgets/card.h"
#include "widgets/imagepane.h"
#include "widgets/imagetree.h"
#include "widgets/keptlayout.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

QString countText(int count)
{
    return count == 1
               ? ImagesPage::tr("1 image")
               : ImagesPage::tr("%1 images").arg(formatCount(static_cast<std::uint64_t>(count)));
}

} // namespace

ImagesPage::ImagesPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_feed(engine, m_model)
    , m_search(new QLineEdit(this))
    , m_count(new MutedLabel({}, this))
    , m_stack(new QStackedWidget(this))
    , m_text(new MutedLabel({}, this))
    , m_tree(new ImageTree(m_model, this))
    , m_pane(new ImagePane(this))
    , m_actions(new ImageActions(engine, m_feed, m_model, this))
    , m_message(new MessageLine(this))
    , m_status(new MutedLabel({}, this))
    , m_totals(new MutedLabel({}, this))
    , m_cancel(new QToolButton(this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(limits::typingPause);
    connect(&m_typing, &QTimer::timeout, this, &ImagesPage::applySearch);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(makeSearchLine());
    layout->addWidget(m_message);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeStatusLine());

    tabAsItIsRead(*this);
    connect(&m_model, &ImageModel::countChanged, this, &ImagesPage::showState);
    connect(&m_feed, &ImageFeed::changed, this, &ImagesPage::showState);
    connect(&engine, &Engine::stateChanged, this, &ImagesPage::showState);
    connect(m_tree, &ImageTree::selectionMoved, this, &ImagesPage::showSelection);
    connect(m_tree, &ImageTree::menuWanted, this,
            [this](const QPoint &position) { m_actions->menu().popup(position); });
    connect(&m_feed, &ImageFeed::detailsArrived, this, [this](const ImageDetails &details) {
        if (details.summary.name() == m_wanted)
            m_pane->showImage(details);
    });
    connect(&m_feed, &ImageFeed::detailsFailed, this,
            [this](const QByteArray &name, const QString &why) {
                if (name == m_wanted)
                    m_pane->showText(why);
            });
    showState();
    showSelection();
}

QWidget *ImagesPage::makeSearchLine()
{
    m_search->setPlaceholderText(tr("Search by upstream, repository, tag or digest"));
    m_search->setAccessibleName(tr("Search in the images"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_search, &QLineEdit::returnPressed, this, &ImagesPage::applySearch);

    auto *more = new QMenu(this);
    more->addMenu(&m_actions->copying());
    more->addSeparator();
    more->addActions({&m_actions->refresh(), &m_actions->unpin()});
    more->addSeparator();
    more->addActions({&m_actions->exporting(), &m_actions->importing()});
    auto *moreButton = new QPushButton(tr("&More"), this);
    moreButton->setMenu(more);

    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 1);
    layout->addSpacing(8);
    layout->addWidget(m_count);
    layout->addSpacing(8);
    layout->addWidget(makeActionButton(m_actions->fetch(), this));
    layout->addWidget(makeActionButton(m_actions->pin(), this));
    layout->addWidget(makeActionButton(m_actions->purge(), this));
    layout->addWidget(moreButton);
    return line;
}

QWidget *ImagesPage::makeBody()
{
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);
    auto *list = new Card(this);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(4, 4, 4, 4);
    listLayout->addWidget(m_stack);
    auto *details = new Card(this);
    auto *detailsLayout = new QVBoxLayout(details);
    detailsLayout->setContentsMargins(4, 4, 4, 4);
    detailsLayout->addWidget(m_pane);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(6);
    splitter->addWidget(list);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    const int line = fontMetrics().height();
    splitter->setSizes({line * 24, line * 14});
    new KeptSplitter(*splitter, QStringLiteral("image details"));
    return splitter;
}

QWidget *ImagesPage::makeStatusLine()
{
    m_status->setWordWrap(true);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Leave the rest of the images as they are"));
    m_cancel->hide();
    connect(m_cancel, &QToolButton::clicked, m_actions, &ImageActions::cancel);
    connect(m_actions, &ImageActions::busyChanged, this, [this] {
        m_cancel->setVisible(m_actions->isBusy());
        if (m_actions->isBusy())
            m_message->clear();
    });
    connect(m_actions, &ImageActions::told, m_status, &QLabel::setText);
    connect(m_actions, &ImageActions::failed, m_message, &MessageLine::tell);
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_totals);
    return line;
}

void ImagesPage::search(const QString &text)
{
    m_search->setText(text);
    applySearch();
}

void ImagesPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ImagesPage::applySearch()
{
    m_typing.stop();
    m_model.setSearch(ImageSearch(m_search->text()));
}

void ImagesPage::showState()
{
    QString text;
    if (m_engine.state() != EngineState::Running)
        text = tr("The cache does not run. Start it to see its images.");
    else if (!m_feed.error().isEmpty() && m_model.imageCount() == 0)
        text = m_feed.error();
    else if (m_model.imageCount() == 0)
        text = m_feed.hasRead() ? tr("No image is cached yet. Pull one through the cache, fetch "
                                     "one ahead, or import an archive.")
                                : tr("Reading what is cached…");
    else if (m_model.matchCount() == 0)
        text = tr("No image fits the search.");
    m_text->setText(text);
    m_stack->setCurrentWidget(text.isEmpty() ? static_cast<QWidget *>(m_tree) : m_text);
    showCount();
}

void ImagesPage::showCount()
{
    QString count;
    if (!m_model.search().isEmpty())
        count = tr("%1 of %2")
                    .arg(formatCount(static_cast<std::uint64_t>(m_model.matchCount())),
                         countText(m_model.imageCount()));
    else if (m_model.imageCount() > 0)
        count = countText(m_model.imageCount());
    // Later readings find little that is new.
    if (m_feed.isReading() && !m_feed.hasRead() && m_model.imageCount() > 0)
        count = tr("%1 so far").arg(count);
    m_count->setText(count);
}

void ImagesPage::showSelection()
{
    const ImageSelection selection = m_tree->selection();
    m_actions->setSelection(selection);
    showTotals(selection);
    showDetails();
}

void ImagesPage::showTotals(const ImageSelection &selection)
{
    const auto count = static_cast<int>(selection.allImages.size());
    m_totals->setText(
        selection.isEmpty()
            ? QString()
            : tr("Selected: %1, %2").arg(countText(count), formatBytes(selection.storedBytes)));
    m_totals->setToolTip(count > 1 ? tr("Content that several of them have counts for each")
                                   : QString());
}

void ImagesPage::showDetails()
{
    const ImageNode *only = m_tree->onlySelected();
    const ImageNode *image = only ? only->above(ImageNode::Level::Image) : nullptr;
    if (!image) {
        m_wanted.clear();
        m_pane->showText(tr("Select an image to see everything about it."));
        return;
    }
    const QByteArray name = image->fullName();
    if (std::exchange(m_wanted, name) == name)
        return;
    if (image->details)
        m_pane->showImage(*image->details);
    m_feed.askFor(name);
}

void ImagesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setWatched(true);
}

void ImagesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setWatched(false);
}

} // namespace lanyard::ui
