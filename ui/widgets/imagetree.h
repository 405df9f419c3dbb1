// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imageselection.h"

#include <QSet>
#include <QTreeView>

namespace lanyard::ui {

/// The tree of images. What is open, current and selected survives a new search, and a search opens
/// what it finds. Copies the names of the selected rows.
class ImageTree final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageTree)

public:
    /// The model must outlive the tree.
    explicit ImageTree(ImageModel &model, QWidget *parent = nullptr);

    ImageSelection selection() const;
    /// The only one that is selected; nullptr: none, or several.
    const ImageNode *onlySelected() const;
    void copySelection() const;
    /// Opens what is above it, and makes it the current one.
    void goTo(const ImageNode &node);

Q_SIGNALS:
    void selectionMoved();
    /// By the mouse, or the key for it.
    void menuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void setUpColumns();
    void openUpstreams(int first, int last);
    void remember();
    void restore();
    void collectOpen(const QModelIndex &parent);
    void openBelow(const QModelIndex &parent);

    ImageModel &m_model;
    QSet<QByteArray> m_open; ///< names of what was open before the search
    QByteArrayList m_selected;
    QByteArray m_current;
};

} // namespace lanyard::ui
