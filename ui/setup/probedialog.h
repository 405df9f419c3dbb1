// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsource.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;

namespace lanyard::ui {

class BusyLine;
class CopyLine;
class FieldNote;
class MutedLabel;

/// A test of a client on any computer: a command to run there, and what the cache sees of it, which
/// is asked each second while the dialog is open and the pull has not wholly arrived.
class ProbeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeDialog)

public:
    /// The source must outlive it.
    ProbeDialog(SetUpSource &source, CacheEndpoint cache, const QStringList &registries,
                QWidget *parent = nullptr);

    bool isWaiting() const { return m_poll.isActive(); }

    QString commandLine() const { return m_command.line; }

    /// What is said of it so far.
    QString result() const;

Q_SIGNALS:
    void snippetsWanted(lanyard::ClientKind kind);

private:
    void buildLayout();
    void begin();
    void poll();
    void onSeen(const Result<QList<ProbeSighting>> &seen);
    ClientKind kind() const;

    SetUpSource &m_source;
    const CacheEndpoint m_cache;
    QComboBox *m_client;
    QComboBox *m_registry;
    CopyLine *m_line;
    BusyLine *m_busy;
    QLabel *m_resultSign;
    QLabel *m_result;
    MutedLabel *m_sightings;
    FieldNote *m_note;
    QTimer m_poll;
    ProbeCommand m_command;
};

} // namespace lanyard::ui
