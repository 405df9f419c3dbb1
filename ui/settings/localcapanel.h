// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace lanyard::ui {

class CopyLine;
class FieldNote;

/// The certificate authority of this computer: its fingerprint, and its certificate as a file for
/// clients.
class LocalCaPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalCaPanel)

public:
    /// The engine has it, while it runs; it must outlive this.
    explicit LocalCaPanel(Engine &engine, QWidget *parent = nullptr);

    void create();
    /// Writes the certificate of the authority.
    void exportTo(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showOverview(const Result<LocalCaOverview> &overview);
    void askWhere();

    Engine &m_engine;
    QLabel *m_text;
    CopyLine *m_fingerprint;
    QPushButton *m_create;
    QPushButton *m_export;
    FieldNote *m_note;
    std::optional<LocalCaOverview> m_overview;
};

} // namespace lanyard::ui
