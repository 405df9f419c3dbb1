// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imagefeed.h"
#include "models/imagemodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace lanyard::ui {

class ImageActions;
class ImagePane;
class ImageTree;
struct ImageSelection;
class MessageLine;

/// What is cached, and what can be done with it.
class ImagesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagesPage)

public:
    /// The engine must outlive the page.
    explicit ImagesPage(Engine &engine, QWidget *parent = nullptr);

    void focusSearch();
    /// Shows what has that in its name.
    void search(const QString &text);

    const ImageModel &model() const { return m_model; }

    ImageTree &tree() const { return *m_tree; }

    ImageActions &actions() const { return *m_actions; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeSearchLine();
    QWidget *makeBody();
    QWidget *makeStatusLine();
    void applySearch();
    void showState();
    void showCount();
    void showSelection();
    void showTotals(const ImageSelection &selection);
    void showDetails();

    Engine &m_engine;
    ImageModel m_model;
    ImageFeed m_feed;
    QTimer m_typing; ///< searches when the typing rests, not at every letter
    QLineEdit *m_search;
    QLabel *m_count;
    QStackedWidget *m_stack;
    QLabel *m_text;
    ImageTree *m_tree;
    ImagePane *m_pane;
    ImageActions *m_actions;
    MessageLine *m_message;
    QLabel *m_status; ///< what is done, or has become of it
    QLabel *m_totals; ///< of the selection
    QToolButton *m_cancel;
    QByteArray m_wanted; ///< whose details the pane is to show
};

} // namespace lanyard::ui
