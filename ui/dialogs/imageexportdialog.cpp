// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/imageexportdialog.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "widgets/archiveprogressline.h"
#include "widgets/messageline.h"
#include "widgets/taborder.h"

#include <QComboBox>
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

namespace {

const QString tarSuffix = QStringLiteral(".tar");

/// A name of a file that tells which image it is.
QString fileNameOf(const QByteArrayList &images)
{
    if (images.size() != 1)
        return QStringLiteral("images");
    QString name = QString::fromUtf8(images.constFirst());
    name = name.mid(name.lastIndexOf(u'/') + 1);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'.' && c != u'-' && c != u'_')
            c = u'-';
    }
    return name;
}

} // namespace

ImageExportDialog::ImageExportDialog(Engine &engine, const QByteArrayList &images, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_images(images)
    , m_form(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(tr("C&hoose…"), this))
    , m_progress(new ArchiveProgressLine(this))
    , m_outcome(new QLabel(this))
    , m_message(new MessageLine(this))
{
    setWindowTitle(tr("Export images"));
    auto *what = new QLabel(
        images.size() == 1
            ? printable(images.constFirst())
            : tr("%1 images").arg(formatCount(static_cast<std::uint64_t>(images.size()))),
        this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_outcome->setText(tr("Podman, Docker and skopeo read it. It has all platforms that are "
                          "complete in the cache."));
    m_form->addItem(tr("Tar file"));
    m_form->addItem(tr("Folder"));
    m_path->setText(QDir::home().filePath(fileNameOf(images) + tarSuffix));
    auto *place = new QHBoxLayout;
    place->addWidget(m_path, 1);
    place->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->addRow(tr("Images:"), what);
    form->addRow(tr("&Form:"), m_form);
    form->addRow(tr("&Place:"), place);
    static_cast<QLabel *>(form->labelForField(place))->setBuddy(m_path);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_start = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_start->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImageExportDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &ImageExportDialog::start);
    connect(m_choose, &QPushButton::clicked, this, &ImageExportDialog::choose);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ImageExportDialog::adaptPath);
    connect(m_path, &QLineEdit::textChanged, this, [this] { setRunning(m_isRunning); });

    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_progress);
    layout->addWidget(m_outcome);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addWidget(buttons);
    tabAsItIsRead(*this);
    layout->addStrut(fontMetrics().height() * 34);
}

bool ImageExportDialog::isTar() const
{
    return m_form->currentIndex() == 0;
}

void ImageExportDialog::adaptPath()
{
    QString path = m_path->text();
    if (path.endsWith(tarSuffix))
        path.chop(tarSuffix.size());
    m_path->setText(isTar() ? path + tarSuffix : path);
}

void ImageExportDialog::choose()
{
    auto *files = new QFileDialog(this, tr("Export images"), m_path->text());
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->selectFile(m_path->text());
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(path);
        adaptPath();
    });
    files->open();
}

void ImageExportDialog::start()
{
    m_message->clear();
    m_outcome->clear();
    m_progress->begin();
    setRunning(true);
    m_engine.exportImages(
        {.references = m_images, .path = QFile::encodeName(QDir::cleanPath(m_path->text()))}, this,
        [this](const ArchiveProgress &progress) { m_progress->tell(progress); },
        [this](const Result<ExportResult> &result) { finish(result); });
}

void ImageExportDialog::finish(const Result<ExportResult> &result)
{
    m_progress->end();
    setRunning(false);
    if (!result) {
        m_message->tell({Notice::Severity::Error, told(result.error().message)});
        return;
    }
    QStringList lines{
        tr("%1 written to %2.").arg(formatBytes(result->bytes), printable(result->path))};
    for (const ExportedImage &image : result->images) {
        if (!image.leftOut.isEmpty())
            lines.append(tr("%1 without %2: not complete in the cache.")
                             .arg(printable(image.name), printable(image.leftOut.join(", "))));
    }
    m_outcome->setText(lines.join(u'\n'));
}

void ImageExportDialog::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_form->setEnabled(!isRunning);
    m_path->setEnabled(!isRunning);
    m_choose->setEnabled(!isRunning);
    m_start->setEnabled(!isRunning && !m_path->text().isEmpty());
    m_close->setText(isRunning ? tr("&Cancel") : tr("&Close"));
}

void ImageExportDialog::reject()
{
    if (m_isRunning)
        m_engine.stopArchiving();
    else
        QDialog::reject();
}

} // namespace lanyard::ui
