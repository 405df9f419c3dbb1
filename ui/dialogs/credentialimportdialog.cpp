// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/credentialimportdialog.h"

#include "format.h"
#include "messagetext.h"
#include "smallfile.h"
#include "uilimits.h"
#include "widgets/busyline.h"
#include "widgets/editablecombo.h"
#include "widgets/messageline.h"
#include "widgets/plaintable.h"
#include "widgets/taborder.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

/// Where Docker and Podman have them.
QStringList usualFiles()
{
    QStringList files;
    const QString docker = qEnvironmentVariable("DOCKER_CONFIG");
    files += (docker.isEmpty() ? QDir::homePath() + QStringLiteral("/.docker") : docker) +
             QStringLiteral("/config.json");
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty())
        files += runtime + QStringLiteral("/containers/auth.json");
    files += QDir::homePath() + QStringLiteral("/.config/containers/auth.json");
    return files;
}

} // namespace

CredentialImportDialog::CredentialImportDialog(Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_file(makeEditableCombo(this))
    , m_title(new QLabel(this))
    , m_table(new QTableView(this))
    , m_restTitle(new QLabel(tr("&Not taken over:"), this))
    , m_rest(new QPlainTextEdit(this))
    , m_busy(new BusyLine(this))
    , m_error(new MessageLine(this))
{
    setWindowTitle(tr("Import credentials"));
    m_table->setModel(&m_taken);
    setUpPlainTable(*m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Credentials of the file"));
    m_title->setBuddy(m_table);
    m_restTitle->setBuddy(m_rest);
    m_rest->setReadOnly(true);
    m_rest->setTabChangesFocus(true);
    m_rest->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    auto *buttons = new QDialogButtonBox(this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { ask(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeFileLine());
    layout->addWidget(m_title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_restTitle);
    layout->addWidget(m_rest);
    layout->addWidget(m_error);
    layout->addWidget(m_busy);
    layout->addWidget(buttons);
    resize(QSize(38, 26) * fontMetrics().height());
    tabAsItIsRead(*this);
    read();
}

CredentialImportDialog::~CredentialImportDialog()
{
    // A window that goes takes the focus from the field, which then tells that it was edited.
    m_file->lineEdit()->disconnect(this);
}

QWidget *CredentialImportDialog::makeFileLine()
{
    m_file->addItems(usualFiles());
    m_file->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_file->setMinimumContentsLength(20);
    auto *label = new QLabel(tr("&File of Docker or Podman:"), this);
    label->setBuddy(m_file);
    auto *pick = new QPushButton(tr("&Choose…"), this);
    pick->setAutoDefault(false);
    connect(pick, &QPushButton::clicked, this, &CredentialImportDialog::pickFile);
    connect(m_file, &QComboBox::activated, this, &CredentialImportDialog::read);
    // Also when the focus goes, as to the button that imports: then nothing is new.
    connect(m_file->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_file->currentText() != m_path)
            read();
    });
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_file, 1);
    layout->addWidget(pick);
    return line;
}

void CredentialImportDialog::pickFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file of Docker or Podman"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The usual places are hidden folders.
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    dialog->selectFile(m_file->currentText());
    connect(dialog, &QFileDialog::fileSelected, this, &CredentialImportDialog::setFile);
    dialog->open();
}

void CredentialImportDialog::setFile(const QString &path)
{
    m_file->setEditText(path);
    read();
}

void CredentialImportDialog::read()
{
    const QString path = m_file->currentText();
    m_path = path;
    m_text.clear();
    m_import->setEnabled(false);
    setBusy(tr("Reading the file"));
    readSmallFile(path, limits::credentialFileBytesMax, this, [this, path](const auto &content) {
        if (path != m_file->currentText())
            return;
        if (!content) {
            showResult({}, true);
            showError(told(content.error().message));
            return;
        }
        m_text = *content;
        ask(true);
    });
}

void CredentialImportDialog::ask(bool isDryRun)
{
    m_import->setEnabled(false);
    setBusy(isDryRun ? tr("Looking what it has") : tr("Taking over"));
    const QString path = m_file->currentText();
    m_engine.importCredentials({.text = m_text, .isDryRun = isDryRun}, this,
                               [this, isDryRun, path](const auto &result) {
                                   if (path == m_file->currentText())
                                       answered(result, isDryRun);
                               });
}

void CredentialImportDialog::answered(const Result<CredentialImportResult> &result, bool isDryRun)
{
    m_busy->end();
    showResult(result.value_or(CredentialImportResult()), isDryRun);
    if (!result) {
        showError(told(result.error().message));
        return;
    }
    if (isDryRun) {
        m_import->setEnabled(!result->taken.isEmpty());
        return;
    }
    m_text.clear();
    m_file->setEnabled(false);
    m_import->hide();
    m_close->setText(tr("Close"));
    Q_EMIT imported(static_cast<int>(result->taken.size()));
}

void CredentialImportDialog::showResult(const CredentialImportResult &result, bool isDryRun)
{
    m_taken.update(result.taken);
    m_title->setText(isDryRun ? tr("&To be taken over:") : tr("&Taken over:"));
    QStringList rest;
    for (const CredentialImportResult::Refusal &refusal : result.refused)
        rest += printable(refusal.scope.toUtf8()) + QStringLiteral(": ") + told(refusal.reason);
    for (const Message &skipped : result.skipped)
        rest += told(skipped);
    m_rest->setPlainText(rest.join(u'\n'));
    m_rest->setVisible(!rest.isEmpty());
    m_restTitle->setVisible(!rest.isEmpty());
}

QString CredentialImportDialog::restText() const
{
    return m_rest->toPlainText();
}

void CredentialImportDialog::showError(const QString &text)
{
    m_busy->end();
    m_error->tell({.severity = Notice::Severity::Error, .text = text});
}

void CredentialImportDialog::setBusy(const QString &what)
{
    m_error->clear();
    m_busy->begin(what);
}

} // namespace lanyard::ui
