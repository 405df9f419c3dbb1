// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imagebatch.h"
#include "models/imageselection.h"
#include "notice.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMenu;
class QWidget;

namespace lanyard::ui {

class ImageFeed;
class PrefetchDialog;

/// What can be done with the images that are selected, with its dialogs. Lives on the UI thread.
class ImageActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageActions)

public:
    /// `page` is above the dialogs, and within it the shortcuts count. All of them outlive it.
    ImageActions(Engine &engine, ImageFeed &feed, ImageModel &model, QWidget *page);

    void setSelection(const ImageSelection &selection);

    /// Of the selection, as at a right click.
    QMenu &menu() const { return *m_menu; }

    /// The commands that pull the one that is selected; a part of menu().
    QMenu &copying() const { return *m_copy; }

    QAction &fetch() const { return *m_fetch; }

    QAction &refresh() const { return *m_refresh; }

    QAction &purge() const { return *m_purge; }

    QAction &pin() const { return *m_pin; }

    QAction &unpin() const { return *m_unpin; }

    QAction &exporting() const { return *m_export; }

    QAction &importing() const { return *m_import; }

    /// Something runs with many images.
    bool isBusy() const { return m_batch; }

    void cancel();

Q_SIGNALS:
    /// What has happened, or goes on, as a sentence.
    void told(const QString &text);
    void failed(const lanyard::ui::Notice &notice);
    void busyChanged();

private:
    QAction *add(const QString &text);
    void buildActions();
    void buildMenu();
    void enable();
    void fillCopyMenu();
    void addCommands(const QString &title, const QString &hostAndPort);
    void addCopy(const QString &text, const QString &copied);
    void openPrefetch();
    void openPurge();
    void openExport();
    void openImport();
    void setPinned(bool isPinned);
    void refreshSelected();
    void run(QByteArrayList names, ImageBatch::Step step, const QString &doing,
             std::function<QString(const ImageBatch &)> outcome);
    void finish(const ImageBatch &batch, const QString &outcome);

    Engine &m_engine;
    ImageFeed &m_feed;
    ImageModel &m_model;
    QWidget *m_page;
    ImageSelection m_selection;
    QPointer<ImageBatch> m_batch;
    PrefetchDialog *m_prefetch = nullptr;
    QMenu *m_menu;
    QMenu *m_copy;
    QAction *m_fetch = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_purge = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_unpin = nullptr;
    QAction *m_export = nullptr;
    QAction *m_import = nullptr;
};

} // namespace lanyard::ui
