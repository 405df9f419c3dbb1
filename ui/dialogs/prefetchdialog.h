// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>
#include <QTimer>

#include <cstdint>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lanyard::ui {

/// Fetches images before a client asks for them: several at a time, the rest in turn. What runs
/// goes on when the dialog is closed.
class PrefetchDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrefetchDialog)

public:
    /// The engine must outlive it.
    PrefetchDialog(Engine &engine, QWidget *parent);

    /// What stands in the line for names.
    void setNames(const QByteArrayList &names);

    /// That run or wait.
    int openCount() const;

Q_SIGNALS:
    /// One is done: its image is in the cache.
    void fetched(const QByteArray &name);

private:
    QWidget *makePlatforms();
    QWidget *makeList();
    QStringList names() const;
    QByteArrayList platforms() const;
    void checkNames();
    void showFault(const QString &name, const QString &fault);
    void add();
    void startMore();
    void start(QTreeWidgetItem &item);
    void showProgress(QTreeWidgetItem &item, const PrefetchProgress &progress);
    void finish(QTreeWidgetItem &item, const Result<PrefetchResult> &result);
    void cancelSelected();
    void clearEnded();
    void showState();

    Engine &m_engine;
    QTimer m_typing; ///< looks at the names when the typing rests
    QLineEdit *m_names;
    QLabel *m_verdict;
    QList<QCheckBox *> m_platforms; ///< named by their objectName()
    QLineEdit *m_otherPlatforms;
    QPushButton *m_fetch;
    QTreeWidget *m_list;
    QPushButton *m_cancel;
    QPushButton *m_clear;
    int m_checked = 0; ///< times the names were looked at; only the answers to the last one count
    bool m_isFaulty = false;
};

} // namespace lanyard::ui
