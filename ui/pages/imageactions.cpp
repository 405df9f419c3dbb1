// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/imageactions.h"

#include "api/clientaddress.h"
#include "dialogs/imageexportdialog.h"
#include "dialogs/imageimportdialog.h"
#include "dialogs/prefetchdialog.h"
#include "dialogs/purgedialog.h"
#include "format.h"
#include "imagefeed.h"
#include "messagetext.h"
#include "pullcommand.h"
#include "symbols.h"
#include "uilimits.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QNetworkInterface>

#include <utility>

namespace lanyard::ui {

namespace {

QString imagesText(qsizetype count)
{
    return count == 1
               ? ImageActions::tr("1 image")
               : ImageActions::tr("%1 images").arg(formatCount(static_cast<std::uint64_t>(count)));
}

} // namespace

ImageActions::ImageActions(Engine &engine, ImageFeed &feed, ImageModel &model, QWidget *page)
    : QObject(page)
    , m_engine(engine)
    , m_feed(feed)
    , m_model(model)
    , m_page(page)
    , m_menu(new QMenu(page))
    , m_copy(new QMenu(tr("&Copy pull command"), m_menu))
{
    buildActions();
    buildMenu();
    connect(&engine, &Engine::stateChanged, this, &ImageActions::enable);
    connect(m_copy, &QMenu::aboutToShow, this, &ImageActions::fillCopyMenu);
    enable();
}

QAction *ImageActions::add(const QString &text)
{
    auto *action = new QAction(text, this);
    m_page->addAction(action);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void ImageActions::buildActions()
{
    m_fetch = add(tr("&Fetch ahead…"));
    m_fetch->setIcon(symbolIcon(Symbol::Fetch));
    m_fetch->setToolTip(tr("Fetch images before a client asks for them"));
    connect(m_fetch, &QAction::triggered, this, &ImageActions::openPrefetch);
    m_refresh = add(tr("Ask &upstream for newer ones"));
    m_refresh->setIcon(symbolIcon(Symbol::Refresh));
    m_refresh->setShortcut(QKeySequence::Refresh);
    connect(m_refresh, &QAction::triggered, this, &ImageActions::refreshSelected);
    m_pin = add(tr("&Pin"));
    m_pin->setIcon(symbolIcon(Symbol::Pin));
    m_pin->setToolTip(tr("Keep the selected images, whatever room there is"));
    connect(m_pin, &QAction::triggered, this, [this] { setPinned(true); });
    m_unpin = add(tr("U&npin"));
    connect(m_unpin, &QAction::triggered, this, [this] { setPinned(false); });
    m_purge = add(tr("&Remove…"));
    m_purge->setIcon(symbolIcon(Symbol::Remove));
    m_purge->setShortcut(QKeySequence::Delete);
    m_purge->setToolTip(tr("Show what removing the selected images frees, and remove them"));
    connect(m_purge, &QAction::triggered, this, &ImageActions::openPurge);
    m_export = add(tr("&Export…"));
    m_export->setIcon(symbolIcon(Symbol::Export));
    connect(m_export, &QAction::triggered, this, &ImageActions::openExport);
    m_import = add(tr("&Import…"));
    m_import->setIcon(symbolIcon(Symbol::Import));
    connect(m_import, &QAction::triggered, this, &ImageActions::openImport);
}

void ImageActions::buildMenu()
{
    m_menu->addMenu(m_copy);
    m_menu->addSeparator();
    m_menu->addActions({m_fetch, m_refresh, m_pin, m_unpin, m_export});
    m_menu->addSeparator();
    m_menu->addAction(m_purge);
}

void ImageActions::setSelection(const ImageSelection &selection)
{
    m_selection = selection;
    enable();
}

void ImageActions::enable()
{
    const bool isRunning = m_engine.state() == EngineState::Running;
    const bool hasImages = isRunning && !m_selection.isEmpty();
    m_fetch->setEnabled(isRunning);
    m_import->setEnabled(isRunning);
    // Without a selection, the list is read again.
    m_refresh->setEnabled(isRunning && !m_batch);
    m_pin->setEnabled(hasImages && !m_batch && m_selection.pinned < m_selection.allImages.size());
    m_unpin->setEnabled(hasImages && !m_batch && m_selection.pinned > 0);
    m_purge->setEnabled(hasImages);
    m_export->setEnabled(hasImages);
    m_copy->setEnabled(isRunning && m_selection.allImages.size() == 1);
}

void ImageActions::fillCopyMenu()
{
    m_copy->clear();
    if (m_selection.allImages.size() != 1)
        return;
    const ClientAddress address =
        clientAddress(m_engine.addresses(), QNetworkInterface::allAddresses());
    addCommands(tr("On this computer"), address.local);
    if (address.network != address.local)
        addCommands(tr("On other computers"), address.network);
    m_copy->addSeparator();
    addCopy(tr("Name only, for clients that use the cache as a mirror"),
            QString::fromUtf8(m_selection.allImages.constFirst()));
}

void ImageActions::addCommands(const QString &title, const QString &hostAndPort)
{
    if (hostAndPort.isEmpty())
        return;
    m_copy->addSection(title);
    const QString url = urlOf(hostAndPort, m_engine.addresses());
    for (const PullCommand &command : pullCommands(url, m_selection.allImages.constFirst()))
        addCopy(command.client, command.line);
}

void ImageActions::addCopy(const QString &text, const QString &copied)
{
    QAction *action = m_copy->addAction(text);
    action->setToolTip(printable(copied.toUtf8()).toHtmlEscaped());
    connect(action, &QAction::triggered, this, [this, copied] {
        QGuiApplication::clipboard()->setText(copied);
        Q_EMIT told(tr("Copied: %1").arg(printable(copied.toUtf8())));
    });
}

void ImageActions::openPrefetch()
{
    if (!m_prefetch) {
        m_prefetch = new PrefetchDialog(m_engine, m_page);
        connect(m_prefetch, &PrefetchDialog::fetched, &m_feed, &ImageFeed::askFor);
    }
    // More of them would be no line that one can read.
    if (m_selection.allImages.size() <= limits::batchFailures)
        m_prefetch->setNames(m_selection.allImages);
    m_prefetch->show();
    m_prefetch->raise();
    m_prefetch->activateWindow();
}

void ImageActions::openPurge()
{
    auto *dialog = new PurgeDialog(m_engine,
                                   {.images = m_selection.images,
                                    .repositories = m_selection.repositories,
                                    .registries = m_selection.registries},
                                   m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PurgeDialog::removed, this, [this](const RemovalResult &result) {
        QByteArrayList gone;
        for (const RemovedImage &image : result.images)
            gone.append(image.name);
        m_model.remove(gone);
        m_feed.refresh();
        Q_EMIT told(removalText(result));
    });
    dialog->open();
}

void ImageActions::openExport()
{
    auto *dialog = new ImageExportDialog(m_engine, m_selection.allImages, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ImageActions::openImport()
{
    auto *dialog = new ImageImportDialog(m_engine, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImageImportDialog::imported, &m_feed, &ImageFeed::refresh);
    dialog->open();
}

void ImageActions::setPinned(bool isPinned)
{
    const auto step = [this, isPinned](const QByteArray &name, QObject *context,
                                       const ImageBatch::StepDone &done) {
        m_engine.setPinned({.reference = name, .isPinned = isPinned}, context,
                           [done](const Result<PinResult> &result) {
                               done(result.map([](const PinResult &) { return true; }));
                           });
    };
    run(m_selection.allImages, step, isPinned ? tr("Pinning") : tr("Unpinning"),
        [isPinned](const ImageBatch &batch) {
            return (isPinned ? tr("Pinned: %1.") : tr("Not pinned any more: %1."))
                .arg(imagesText(batch.succeeded()));
        });
}

void ImageActions::refreshSelected()
{
    if (m_selection.isEmpty()) {
        m_feed.refresh();
        return;
    }
    if (m_selection.tagged.isEmpty()) {
        Q_EMIT told(tr("An image without a tag cannot be newer upstream."));
        return;
    }
    const auto step = [this](const QByteArray &name, QObject *context,
                             const ImageBatch::StepDone &done) {
        m_engine.refresh(QString::fromUtf8(name), context,
                         [done](const Result<RefreshResult> &result) {
                             done(result.map([](const RefreshResult &refreshed) {
                                 return refreshed.digest != refreshed.before;
                             }));
                         });
    };
    run(m_selection.tagged, step, tr("Asking upstream"), [](const ImageBatch &batch) {
        return tr("Asked upstream for %1; newer: %2.")
            .arg(imagesText(batch.succeeded()),
                 formatCount(static_cast<std::uint64_t>(batch.changed())));
    });
}

/// One at a time, so that it is clear what can be cancelled.
void ImageActions::run(QByteArrayList names, ImageBatch::Step step, const QString &doing,
                       std::function<QString(const ImageBatch &)> outcome)
{
    if (m_batch)
        return;
    m_batch = new ImageBatch(std::move(names), std::move(step), this);
    connect(m_batch, &ImageBatch::progressed, this, [this, doing](int done, int total) {
        Q_EMIT told(tr("%1: %2 of %3")
                        .arg(doing, formatCount(static_cast<std::uint64_t>(done)),
                             formatCount(static_cast<std::uint64_t>(total))));
    });
    connect(m_batch, &ImageBatch::finished, this,
            [this, outcome = std::move(outcome)] { finish(*m_batch, outcome(*m_batch)); });
    Q_EMIT busyChanged();
    enable();
    m_batch->start();
}

void ImageActions::finish(const ImageBatch &batch, const QString &outcome)
{
    Q_EMIT told(outcome);
    if (batch.failed() > 0) {
        const QString text =
            tr("Could not be done: %1. %2")
                .arg(imagesText(batch.failed()), batch.failures().join(QStringLiteral("; ")));
        Q_EMIT failed({Notice::Severity::Error, text});
    }
    // A few are asked for at once; many come by the list.
    if (batch.names().size() <= limits::batchFailures) {
        for (const QByteArray &name : batch.names())
            m_feed.askFor(name);
    } else {
        m_feed.refresh();
    }
    m_batch.clear();
    Q_EMIT busyChanged();
    enable();
}

void ImageActions::cancel()
{
    if (m_batch)
        m_batch->cancel();
}

} // namespace lanyard::ui
