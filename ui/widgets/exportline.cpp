// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exportline.h"

#include "format.h"
#include "symbols.h"
#include "theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

#include <utility>

namespace lanyard::ui {

ExportLine::ExportLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_button(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_button);
    hide();

    connect(m_button, &QToolButton::clicked, this, [this] {
        if (isBusy())
            m_export.cancel();
        else
            hide();
    });
    connect(&m_export, &RequestExport::progressed, this, &ExportLine::showProgress);
    connect(&m_export, &RequestExport::finished, this, &ExportLine::showEnd);
    connect(&m_export, &RequestExport::cancelled, this, &ExportLine::leave);
}

void ExportLine::start(QList<RequestRecord> records, const QString &path)
{
    m_icon->setPixmap(symbolIcon(Symbol::Export).pixmap(fontMetrics().height()));
    m_icon->setAccessibleName(tr("Export"));
    m_button->setText(tr("C&ancel"));
    m_progress->show();
    showProgress(0, static_cast<int>(records.size()));
    show();
    m_export.start(std::move(records), path);
    Q_EMIT busyChanged(true);
}

QString ExportLine::text() const
{
    return m_text->text();
}

void ExportLine::showProgress(int written, int total)
{
    m_progress->setMaximum(total);
    m_progress->setValue(written);
    m_text->setText(tr("Writing %1 requests").arg(formatCount(static_cast<quint64>(total))));
}

void ExportLine::showEnd(const QString &path, int written, const QString &trouble)
{
    m_progress->hide();
    m_button->setText(tr("Cl&ose"));
    const bool isGood = trouble.isEmpty();
    const QIcon icon =
        isGood ? symbolIcon(Symbol::Check) : symbolIcon(Symbol::Error, errorColour(palette()));
    m_icon->setPixmap(icon.pixmap(fontMetrics().height()));
    m_icon->setAccessibleName(isGood ? tr("Done") : tr("Error"));
    m_text->setText(isGood ? tr("%1 requests are in %2")
                                 .arg(formatCount(static_cast<quint64>(written)),
                                      QDir::toNativeSeparators(path))
                           : trouble);
    Q_EMIT busyChanged(false);
}

void ExportLine::leave()
{
    hide();
    Q_EMIT busyChanged(false);
}

} // namespace lanyard::ui
