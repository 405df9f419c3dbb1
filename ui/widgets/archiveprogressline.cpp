// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/archiveprogressline.h"

#include "format.h"
#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>

namespace lanyard::ui {

ArchiveProgressLine::ArchiveProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new MutedLabel({}, this))
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_text);
    hide();
}

void ArchiveProgressLine::begin()
{
    m_bar->setRange(0, 0);
    m_text->clear();
    setVisible(true);
}

void ArchiveProgressLine::tell(const ArchiveProgress &progress)
{
    // In parts of a thousand: an int has no room for bytes.
    constexpr int whole = 1000;
    if (progress.totalBytes > 0) {
        const double share =
            static_cast<double>(progress.doneBytes) / static_cast<double>(progress.totalBytes);
        m_bar->setRange(0, whole);
        m_bar->setValue(static_cast<int>(share * whole));
    }
    m_text->setText(
        tr("%1 of %2").arg(formatBytes(progress.doneBytes), formatBytes(progress.totalBytes)));
}

void ArchiveProgressLine::end()
{
    hide();
}

} // namespace lanyard::ui
