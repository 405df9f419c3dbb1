// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "models/credentialmodel.h"

#include <QByteArray>
#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace lanyard::ui {

class BusyLine;
class MessageLine;

/// Takes over what a file of Docker or Podman has for upstreams: shows what that would be, and does
/// it when the user says so.
class CredentialImportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialImportDialog)

public:
    /// The engine outlives it.
    explicit CredentialImportDialog(Engine &engine, QWidget *parent = nullptr);
    ~CredentialImportDialog() override;

    /// Another file; it is read, and what it has is shown.
    void setFile(const QString &path);

    const CredentialModel &taken() const { return m_taken; }

    /// What is not taken, and why, a line each.
    QString restText() const;

Q_SIGNALS:
    /// So many are kept now.
    void imported(int count);

private:
    QWidget *makeFileLine();
    void pickFile();
    void read();
    void ask(bool isDryRun);
    void answered(const Result<CredentialImportResult> &result, bool isDryRun);
    void showResult(const CredentialImportResult &result, bool isDryRun);
    void showError(const QString &text);
    void setBusy(const QString &what);

    Engine &m_engine;
    CredentialModel m_taken;
    QString m_path;    ///< of the file that was looked at last
    QByteArray m_text; ///< of the file that was looked at; has secrets
    QComboBox *m_file;
    QLabel *m_title;
    QTableView *m_table;
    QLabel *m_restTitle;
    QPlainTextEdit *m_rest;
    BusyLine *m_busy;
    MessageLine *m_error;
    QPushButton *m_import;
    QPushButton *m_close;
};

} // namespace lanyard::ui
