// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/imageimportdialog.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "uilimits.h"
#include "widgets/archiveprogressline.h"
#include "widgets/messageline.h"
#include "widgets/taborder.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard::ui {

ImageImportDialog::ImageImportDialog(Engine &engine, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_fields(new QWidget(this))
    , m_path(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_registry(new QLineEdit(this))
    , m_replace(new QCheckBox(tr("&Replace tags that name another image in the cache"), this))
    , m_progress(new ArchiveProgressLine(this))
    , m_outcome(new QLabel(this))
    , m_message(new MessageLine(this))
{
    setWindowTitle(tr("Import images"));
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->setText(tr("An OCI image layout as a folder or tar file, what docker save has "
                          "written since Docker 25, or the storage of a registry. Every byte is "
                          "verified, and no registry is asked."));
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    addFields(*form);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_start = buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole);
    m_start->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImageImportDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &ImageImportDialog::start);
    connect(m_path, &QLineEdit::textChanged, this, [this] { setRunning(m_isRunning); });

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_fields);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(buttons);
    layout->addStrut(fontMetrics().height() * 36);
    tabAsItIsRead(*this);
    setRunning(false);
}

void ImageImportDialog::addFields(QFormLayout &form)
{
    auto *file = new QPushButton(tr("&File…"), m_fields);
    auto *folder = new QPushButton(tr("F&older…"), m_fields);
    connect(file, &QPushButton::clicked, this, [this] { choose(false); });
    connect(folder, &QPushButton::clicked, this, [this] { choose(true); });
    auto *place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(file);
    place->addWidget(folder);
    form.addRow(tr("&Archive:"), place);
    static_cast<QLabel *>(form.labelForField(place))->setBuddy(m_path);
    m_name->setPlaceholderText(tr("As the archive says"));
    m_name->setToolTip(tr("For an archive of one image that does not say its name"));
    form.addRow(tr("&Name of the image:"), m_name);
    m_registry->setPlaceholderText(tr("The default upstream"));
    m_registry->setToolTip(tr("Whose images the storage of a registry has"));
    form.addRow(tr("&Upstream:"), m_registry);
    form.addRow(QString(), m_replace);
}

void ImageImportDialog::choose(bool isFolder)
{
    auto *files = new QFileDialog(this, tr("Import images"), m_path->text());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!isFolder)
        files->setNameFilters({tr("Tar files (*.tar)"), tr("All files (*)")});
    connect(files, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    files->open();
}

void ImageImportDialog::start()
{
    m_message->clear();
    m_outcome->clear();
    m_progress->begin();
    setRunning(true);
    m_engine.importImages(
        {.path = QFile::encodeName(QDir::cleanPath(m_path->text())),
         .name = m_name->text().trimmed().toUtf8(),
         .registry = m_registry->text().trimmed().toUtf8(),
         .isReplacing = m_replace->isChecked()},
        this, [this](const ArchiveProgress &progress) { m_progress->tell(progress); },
        [this](const Result<ImportResult> &result) { finish(result); });
}

void ImageImportDialog::finish(const Result<ImportResult> &result)
{
    m_progress->end();
    setRunning(false);
    // What was taken before it went wrong stays.
    Q_EMIT imported();
    if (!result) {
        m_message->tell({Notice::Severity::Error, told(result.error().message)});
        return;
    }
    m_outcome->setText(importText(*result));
}

void ImageImportDialog::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_fields->setEnabled(!isRunning);
    m_start->setEnabled(!isRunning && !m_path->text().isEmpty());
    m_close->setText(isRunning ? tr("&Cancel") : tr("&Close"));
}

void ImageImportDialog::reject()
{
    if (m_isRunning)
        m_engine.stopArchiving();
    else
        QDialog::reject();
}

QString importText(const ImportResult &result)
{
    const auto count = [](std::int64_t number) {
        return formatCount(static_cast<std::uint64_t>(number));
    };
    QStringList lines{ImageImportDialog::tr("Images imported: %1. New content: %2.")
                          .arg(count(result.images), formatBytes(result.importedBytes))};
    if (result.missing > 0)
        lines.append(
            ImageImportDialog::tr("Pieces that are missing, and are fetched when a client asks "
                                  "for them: %1.")
                .arg(count(result.missing)));
    if (result.keptTags > 0)
        lines.append(
            ImageImportDialog::tr("Tags left as they were, because they name another image: "
                                  "%1, such as %2.")
                .arg(count(result.keptTags), printable(result.kept.value(0))));
    const QList<RefusedItem> first = result.refused.mid(0, limits::refusalsNamed);
    for (const RefusedItem &item : first)
        lines.append(ImageImportDialog::tr("Not taken: %1: %2")
                         .arg(printable(item.name), told(item.reason)));
    if (const auto more = result.refusedItems - first.size(); more > 0)
        lines.append(ImageImportDialog::tr("Others not taken: %1.").arg(count(more)));
    return lines.join(u'\n');
}

} // namespace lanyard::ui
