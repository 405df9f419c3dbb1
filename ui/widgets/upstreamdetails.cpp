// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/upstreamdetails.h"

#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "theme.h"
#include "upstreamtext.h"
#include "widgets/gauge.h"
#include "widgets/historychart.h"
#include "widgets/mutedlabel.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace lanyard::ui {

namespace {

void empty(QVBoxLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// What the pane shows of it; the counts are in the list only, and change all the time.
bool looksTheSame(const UpstreamRow &a, const UpstreamRow &b)
{
    return a.status.registry == b.status.registry && a.status.isEnabled == b.status.isEnabled &&
           a.status.servers == b.status.servers && a.status.budgets == b.status.budgets &&
           a.status.refusal == b.status.refusal && a.credentials == b.credentials &&
           a.isOffline == b.isOffline;
}

void makeBold(QLabel &label, double scale)
{
    QFont bold = label.font();
    bold.setPointSizeF(bold.pointSizeF() * scale);
    bold.setWeight(QFont::DemiBold);
    label.setFont(bold);
}

} // namespace

UpstreamDetails::UpstreamDetails(QWidget *parent)
    : QScrollArea(parent)
    , m_name(new QLabel(this))
    , m_span(new QComboBox(this))
    , m_legend(new QLabel(this))
    , m_chart(new HistoryChart(this))
    , m_summary(new MutedLabel({}, this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details of the upstream"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    makeBold(*m_name, 1.2);

    auto *content = new QWidget(this);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(4);
    m_servers = addSection(left, tr("Servers"));
    m_credentials = addSection(left, tr("Credentials"));
    m_rules = addSection(left, tr("Tags: when the registry is asked"));
    left->addStretch(1);
    m_budgets = addSection(right, tr("Pull budget"));
    right->addWidget(makeHistory());
    right->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(fontMetrics().height() * 2);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto *page = new QVBoxLayout(content);
    page->setContentsMargins(12, 8, 12, 8);
    page->setSpacing(0);
    page->addWidget(m_name);
    page->addLayout(columns, 1);
    setWidget(content);
    // The colour of the card that it is in. Not before: what is put into the area fills its ground.
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    clear();
}

QVBoxLayout *UpstreamDetails::addSection(QVBoxLayout *page, const QString &title)
{
    auto *label = new QLabel(title, this);
    makeBold(*label, 1.0);
    page->addSpacing(6);
    page->addWidget(label);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(3);
    page->addLayout(lines);
    return lines;
}

QWidget *UpstreamDetails::makeHistory()
{
    auto *history = new QWidget(this);
    m_span->addItem(tr("24 hours"));
    m_span->addItem(tr("31 days"));
    m_span->setAccessibleName(tr("How far back"));
    m_span->setObjectName(QStringLiteral("span"));
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("line"));
    m_legend->setTextFormat(Qt::RichText);
    m_legend->setWordWrap(true);
    showLegend();
    connect(m_span, &QComboBox::currentIndexChanged, this, &UpstreamDetails::spanChanged);
    connect(m_chart, &HistoryChart::barChosen, m_summary, &QLabel::setText);
    auto *top = new QHBoxLayout;
    top->addWidget(m_legend, 1);
    top->addWidget(m_span);
    auto *layout = new QVBoxLayout(history);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_chart);
    layout->addWidget(m_summary);
    return history;
}

void UpstreamDetails::showLegend()
{
    const auto mark = [](const QColor &colour, const QString &sign, const QString &text) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>&nbsp;%3")
            .arg(colour.name(), sign, text.toHtmlEscaped());
    };
    m_legend->setText(QStringList{
        mark(resultColour(CacheResult::Miss, palette()), QStringLiteral("■"), tr("requests")),
        mark(resultColour(CacheResult::Hit, palette()), QStringLiteral("■"), tr("pulls saved")),
        mark(warningColour(palette()), QStringLiteral("●"), tr("fewest pulls left"))}
                          .join(QStringLiteral(" &nbsp;")));
}

void UpstreamDetails::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    showLegend();
    // Later: who tells of a palette goes through all widgets, and these would go meanwhile.
    QMetaObject::invokeMethod(this, &UpstreamDetails::repaintSigns, Qt::QueuedConnection);
}

/// They are in colours that mean something.
void UpstreamDetails::repaintSigns()
{
    if (!m_row)
        return;
    fillServers();
    fillCredentials();
}

HistorySpan UpstreamDetails::span() const
{
    return m_span->currentIndex() == 0 ? HistorySpan::Day : HistorySpan::Month;
}

void UpstreamDetails::clear()
{
    m_row.reset();
    widget()->hide();
}

void UpstreamDetails::showUpstream(const UpstreamRow &row,
                                   const std::optional<UpstreamConfig> &settings)
{
    if (m_row && looksTheSame(*m_row, row) && m_settings == settings)
        return;
    const bool isAnother = row.status.registry != registry();
    m_row = row;
    m_settings = settings;
    m_name->setText(printable(row.status.registry.toUtf8()));
    fillServers();
    fillBudgets();
    fillCredentials();
    fillRules();
    widget()->show();
    if (isAnother)
        setHistory({});
}

void UpstreamDetails::setHistory(const UpstreamHistory &history)
{
    m_history = history;
    const QList<HistoryBar> bars =
        historyBars(history, span(), QDateTime::currentMSecsSinceEpoch());
    m_chart->setBars(bars, span());
    m_summary->setText(historySummary(bars, span()));
}

void UpstreamDetails::fillServers()
{
    empty(*m_servers);
    const UpstreamHealth health = healthOf(m_row->status, m_row->isOffline);
    if (health == UpstreamHealth::Disabled)
        addLine(m_servers, tr("It is disabled: clients that ask for it are refused."), true);
    else if (health == UpstreamHealth::SwitchedOff)
        addLine(m_servers, tr("No upstream is asked while you work offline."), true);
    for (const UpstreamServerStatus &server : m_row->status.servers) {
        const UpstreamStatus alone{.registry = {}, .servers = {server}};
        addSignedLine(m_servers,
                      symbolIcon(serverStateSymbol(server.state),
                                 healthColour(healthOf(alone, false), palette())),
                      printable(server.url.toUtf8()) + u'\n' + serverStateText(server));
        if (!server.trouble.isEmpty())
            addLine(m_servers, told(server.trouble), true);
    }
}

void UpstreamDetails::fillBudgets()
{
    empty(*m_budgets);
    if (m_row->status.budgets.isEmpty())
        addLine(m_budgets, tr("It has not said that it counts pulls."), true);
    for (const PullBudget &budget : m_row->status.budgets) {
        addLine(m_budgets, tr("%1 pulls left").arg(budgetText(budget)));
        m_budgets->addWidget(new Gauge(budgetShare(budget), this));
        if (const QString refill = refillText(budget); !refill.isEmpty())
            addLine(m_budgets, refill, true);
        if (!budget.account.isEmpty())
            addLine(m_budgets, tr("Counted for %1").arg(printable(budget.account.toUtf8())), true);
    }
}

void UpstreamDetails::fillCredentials()
{
    empty(*m_credentials);
    if (!m_row->status.refusal.isEmpty())
        addSignedLine(m_credentials, symbolIcon(Symbol::Warning, warningColour(palette())),
                      told(m_row->status.refusal));
    if (m_row->credentials.isEmpty())
        addLine(m_credentials, tr("None: what is public is pulled."), true);
    for (const CredentialInfo &credential : m_row->credentials)
        addSignedLine(m_credentials, symbolIcon(Symbol::Key),
                      tr("%1: %2\n%3")
                          .arg(printable(credential.scope.toUtf8()), credentialUserText(credential),
                               credentialPlaceText(credential)));
}

void UpstreamDetails::fillRules()
{
    empty(*m_rules);
    if (!m_settings)
        return;
    for (const TagRule &rule : m_settings->tagRules)
        addLine(m_rules, tagRuleText(rule));
}

void UpstreamDetails::addLine(QVBoxLayout *section, const QString &text, bool isMuted)
{
    QLabel *label = isMuted ? new MutedLabel(text, this) : new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setObjectName(QStringLiteral("line"));
    section->addWidget(label);
}

void UpstreamDetails::addSignedLine(QVBoxLayout *section, const QIcon &icon, const QString &text)
{
    auto *line = new QWidget(this);
    auto *sign = new QLabel(line);
    sign->setObjectName(QStringLiteral("sign"));
    sign->setPixmap(icon.pixmap(fontMetrics().height()));
    auto *label = new QLabel(text, line);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setObjectName(QStringLiteral("line"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    section->addWidget(line);
}

QStringList UpstreamDetails::lines() const
{
    QStringList lines;
    const QList<QLabel *> labels = findChildren<QLabel *>(QStringLiteral("line"));
    for (const QLabel *label : labels)
        lines += label->text();
    return lines;
}

} // namespace lanyard::ui
