// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace lanyard::ui {

class MessageLine;

/// Shows what would go when images are removed, what that frees and what stays, and removes them
/// when that is wanted.
class PurgeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PurgeDialog)

public:
    /// `request` without what the dialog asks itself. The engine must outlive it.
    PurgeDialog(Engine &engine, RemovalRequest request, QWidget *parent);

Q_SIGNALS:
    /// They have gone.
    void removed(const lanyard::RemovalResult &result);

private:
    void preview();
    void showPreview(const Result<RemovalResult> &result);
    void remove();
    RemovalRequest request(bool isDryRun) const;

    Engine &m_engine;
    const RemovalRequest m_wanted;
    QLabel *m_headline;
    QTreeWidget *m_list;
    QCheckBox *m_pinned;
    MessageLine *m_message;
    QPushButton *m_remove = nullptr;
    int m_asked = 0; ///< previews; only the answer to the last one counts
};

/// What has gone, in a sentence.
QString removalText(const RemovalResult &result);

} // namespace lanyard::ui
