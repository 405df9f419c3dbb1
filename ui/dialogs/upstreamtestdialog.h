// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QDialog>

class QPushButton;
class QScrollArea;

namespace lanyard::ui {

class BusyLine;
class MessageLine;

/// Asks the servers of an upstream whether they are there, and shows what they say. Closing it is
/// to want no answer any more.
class UpstreamTestDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamTestDialog)

public:
    /// Begins at once. The engine outlives it.
    UpstreamTestDialog(Engine &engine, const QString &registry, QWidget *parent = nullptr);

    bool isRunning() const { return m_isRunning; }

    /// What is shown, a line each.
    QStringList lines() const;

private:
    void begin();
    void answered(const Result<UpstreamTest> &result);
    QWidget *makeServer(const ServerTest &server);

    Engine &m_engine;
    const QString m_registry;
    QScrollArea *m_area;
    BusyLine *m_busy;
    MessageLine *m_error;
    QPushButton *m_again;
    bool m_isRunning = false;
};

} // namespace lanyard::ui
