// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/welcome.h"

#include "pullcommand.h"
#include "widgets/copyline.h"
#include "widgets/mutedlabel.h"

#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

constexpr int columnWidth = 620;

} // namespace

Welcome::Welcome(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new MutedLabel({}, this))
    , m_steps(new QWidget(this))
    , m_pull(new CopyLine(m_steps))
    , m_mirror(new CopyLine(m_steps))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);

    auto *stepsLayout = new QVBoxLayout(m_steps);
    stepsLayout->setContentsMargins(0, 8, 0, 0);
    stepsLayout->setSpacing(4);
    stepsLayout->addWidget(new QLabel(tr("Try it on this computer:"), m_steps));
    stepsLayout->addWidget(m_pull);
    stepsLayout->addSpacing(8);
    stepsLayout->addWidget(
        new QLabel(tr("Let Docker pull through it, in /etc/docker/daemon.json:"), m_steps));
    stepsLayout->addWidget(m_mirror);

    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setSpacing(6);
    columnLayout->addWidget(m_title);
    columnLayout->addWidget(m_text);
    columnLayout->addWidget(m_steps);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(column, 8);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addStretch(3);
    showStopped();
}

void Welcome::showAddress(const ClientAddress &address)
{
    m_title->setText(tr("Waiting for the first pull"));
    m_text->setText(
        tr("Every machine that pulls through %1 gets its images from here; each image is "
           "downloaded once. Requests appear in this place as they are answered.")
            .arg(address.preferred()));
    m_pull->setText(examplePull(address));
    m_mirror->setText(dockerMirror(address));
    m_steps->show();
}

void Welcome::showStopped()
{
    m_title->setText(tr("The cache is stopped"));
    m_text->setText(tr("Press Start: images are then served to this computer and to the machines "
                       "of your network."));
    m_steps->hide();
}

} // namespace lanyard::ui
