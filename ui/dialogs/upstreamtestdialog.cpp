// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/upstreamtestdialog.h"

#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "theme.h"
#include "upstreamtext.h"
#include "widgets/busyline.h"
#include "widgets/card.h"
#include "widgets/messageline.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

/// All that is known of a server, a line each.
QStringList linesOf(const ServerTest &server)
{
    QStringList lines;
    if (server.isReachable) {
        lines += UpstreamTestDialog::tr("Reachable in %1.")
                     .arg(formatDuration(std::chrono::microseconds(server.latency).count()));
        lines += accessText(server.access);
    } else {
        lines += UpstreamTestDialog::tr("Not reachable.");
    }
    if (!server.trouble.isEmpty())
        lines += told(server.trouble);
    if (server.certificate)
        lines += certificateText(*server.certificate);
    return lines;
}

} // namespace

UpstreamTestDialog::UpstreamTestDialog(Engine &engine, const QString &registry, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_registry(registry)
    , m_area(new QScrollArea(this))
    , m_busy(new BusyLine(this))
    , m_error(new MessageLine(this))
{
    setWindowTitle(tr("Test of %1").arg(printable(registry.toUtf8())));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setAccessibleName(tr("Servers"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_again = buttons->addButton(tr("Test &again"), QDialogButtonBox::ActionRole);
    connect(m_again, &QPushButton::clicked, this, &UpstreamTestDialog::begin);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_busy);
    layout->addWidget(buttons);
    resize(QSize(34, 20) * fontMetrics().height());
    begin();
}

void UpstreamTestDialog::begin()
{
    m_isRunning = true;
    m_again->setEnabled(false);
    m_error->clear();
    m_busy->begin(tr("Asking its servers"));
    m_engine.testUpstream(m_registry, this, [this](const auto &result) { answered(result); });
}

void UpstreamTestDialog::answered(const Result<UpstreamTest> &result)
{
    m_isRunning = false;
    m_again->setEnabled(true);
    m_busy->end();
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    if (!result)
        m_error->tell({.severity = Notice::Severity::Error, .text = told(result.error().message)});
    else
        for (const ServerTest &server : result->servers)
            layout->addWidget(makeServer(server));
    layout->addStretch(1);
    m_area->setWidget(content);
}

QWidget *UpstreamTestDialog::makeServer(const ServerTest &server)
{
    auto *card = new Card;
    auto *grid = new QGridLayout(card);
    grid->setColumnStretch(1, 1);
    const bool isRight = isGood(server);
    auto *icon = new QLabel;
    icon->setPixmap(
        symbolIcon(isRight ? Symbol::Check : Symbol::Error,
                   isRight ? resultColour(CacheResult::Hit, palette()) : errorColour(palette()))
            .pixmap(fontMetrics().height()));
    icon->setAccessibleName(isRight ? tr("Good") : tr("Error"));
    grid->addWidget(icon, 0, 0);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    QStringList lines = linesOf(server);
    lines.prepend(printable(server.url.toUtf8()));
    for (int row = 0; row < lines.size(); ++row) {
        auto *label = new QLabel(lines[row]);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setObjectName(QStringLiteral("line"));
        if (row == 0)
            label->setFont(bold);
        grid->addWidget(label, row, 1);
    }
    return card;
}

QStringList UpstreamTestDialog::lines() const
{
    QStringList lines;
    const QList<QLabel *> labels = findChildren<QLabel *>(QStringLiteral("line"));
    for (const QLabel *label : labels)
        lines += label->text();
    return lines;
}

} // namespace lanyard::ui
