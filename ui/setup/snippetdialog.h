// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsource.h"

#include <QDialog>

class QComboBox;
class QScrollArea;

namespace lanyard::ui {

/// What to write on any computer so that a client there pulls through the cache: each file and
/// command to copy or to save.
class SnippetDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetDialog)

public:
    /// The source must outlive it.
    SnippetDialog(SetUpSource &source, CacheEndpoint cache, const QStringList &registries,
                  QWidget *parent = nullptr);

    void choose(ClientKind kind);

private:
    void fillChoices();
    void refresh();
    CacheEndpoint chosenCache() const;

    SetUpSource &m_source;
    const CacheEndpoint m_cache;
    const QStringList m_registries;
    QComboBox *m_client;
    QComboBox *m_system;
    QComboBox *m_way;
    QScrollArea *m_area;
};

} // namespace lanyard::ui
