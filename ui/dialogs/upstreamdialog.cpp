// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/upstreamdialog.h"

#include "dialogs/upstreamform.h"
#include "engine.h"
#include "format.h"
#include "messagetext.h"
#include "symbols.h"
#include "theme.h"
#include "uilimits.h"
#include "widgets/busyline.h"
#include "widgets/messageline.h"
#include "widgets/taborder.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr int registryRole = Qt::UserRole;

} // namespace

UpstreamDialog::UpstreamDialog(Engine &engine, const UpstreamSettings &settings,
                               const QString &registry, QWidget *parent)
    : UpstreamDialog(engine, settings, std::nullopt, parent)
{
    if (!registry.isEmpty())
        m_form->setRegistry(registry);
    check();
}

UpstreamDialog::UpstreamDialog(Engine &engine, const UpstreamSettings &settings,
                               const UpstreamConfig &edited, QWidget *parent)
    : UpstreamDialog(engine, settings, std::optional(edited), parent)
{
    check();
}

UpstreamDialog::UpstreamDialog(Engine &engine, const UpstreamSettings &settings,
                               const std::optional<UpstreamConfig> &edited, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_form(new UpstreamForm(edited, this))
    , m_busy(new BusyLine(this))
    , m_error(new MessageLine(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_send(m_buttons->addButton(edited ? tr("Save") : tr("Add"), QDialogButtonBox::AcceptRole))
{
    setWindowTitle(edited
                       ? tr("Edit %1").arg(printable(QByteArray::fromStdString(edited->registry)))
                       : tr("Add an upstream"));
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &UpstreamDialog::send);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_typing.setSingleShot(true);
    m_typing.setInterval(limits::typingPause);
    connect(&m_typing, &QTimer::timeout, this, &UpstreamDialog::check);
    connect(m_form, &UpstreamForm::edited, this, &UpstreamDialog::onEdited);

    auto *body = new QHBoxLayout;
    if (!edited)
        body->addWidget(makeKnown());
    body->addWidget(m_form, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(body, 1);
    layout->addWidget(m_error);
    layout->addWidget(m_busy);
    layout->addWidget(m_buttons);
    resize(QSize(edited ? 38 : 56, 30) * fontMetrics().height());
    tabAsItIsRead(*this);
    m_form->field(edited ? "url" : "registry")->setFocus();
}

/// Those that are upstreams already are marked, and cannot be chosen.
QWidget *UpstreamDialog::makeKnown()
{
    auto *side = new QWidget(this);
    m_known = new QListWidget(side);
    m_known->setIconSize(QSize(1, 1) * fontMetrics().height());
    m_known->setObjectName(QStringLiteral("known"));
    m_known->setAccessibleName(tr("Known registries"));
    auto *label = new QLabel(tr("&Known registries:"), side);
    label->setBuddy(m_known);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_known, 1);
    const QList<KnownRegistry> known = Engine::knownRegistries();
    for (const KnownRegistry &one : known) {
        const bool isUpstream =
            std::any_of(m_settings.upstreams.begin(), m_settings.upstreams.end(),
                        [&one](const UpstreamConfig &upstream) {
                            return upstream.registry == one.registry.toStdString();
                        });
        auto *item = new QListWidgetItem(symbolIcon(Symbol::Upstreams),
                                         one.title + u'\n' + one.registry, m_known);
        item->setData(registryRole, one.registry);
        if (!isUpstream)
            continue;
        item->setText(one.title + u'\n' + tr("%1, is an upstream").arg(one.registry));
        item->setIcon(symbolIcon(Symbol::Check));
        item->setFlags(Qt::NoItemFlags);
    }
    connect(m_known, &QListWidget::currentRowChanged, this, &UpstreamDialog::chooseKnown);
    m_known->setFixedWidth(m_known->sizeHintForColumn(0) + fontMetrics().height() * 3);
    return side;
}

void UpstreamDialog::chooseKnown(int row)
{
    if (row < 0)
        return;
    m_form->setRegistry(m_known->item(row)->data(registryRole).toString());
    check();
}

void UpstreamDialog::onEdited()
{
    // Until it is checked.
    m_send->setEnabled(false);
    m_typing.start();
}

void UpstreamDialog::check()
{
    m_typing.stop();
    m_error->clear();
    const QString registry = m_form->registry();
    if (m_known != nullptr) {
        const QList<KnownRegistry> known = Engine::knownRegistries();
        const auto found = std::find_if(known.begin(), known.end(), [&](const KnownRegistry &one) {
            return one.registry == registry;
        });
        m_form->setUsualUrl(found != known.end()
                                ? found->url
                                : QStringLiteral("https://") +
                                      (registry.isEmpty() ? tr("REGISTRY") : registry));
    }
    const QList<UpstreamProblem> problems =
        Engine::problemsOf(m_settings.upstreams, m_form->change());
    m_form->showProblems(problems);
    m_send->setEnabled(problems.isEmpty() && m_form->isChanged());
}

void UpstreamDialog::send()
{
    check();
    if (!m_send->isEnabled())
        return;
    showProgress(true);
    const UpstreamChange change = m_form->change();
    m_engine.changeUpstreams(change, this, [this, change](const Result<ChangeResult> &result) {
        showProgress(false);
        if (!result) {
            m_error->tell(
                {.severity = Notice::Severity::Error, .text = told(result.error().message)});
            return;
        }
        Q_EMIT changed(QString::fromStdString(change.registry), *result);
        accept();
    });
}

void UpstreamDialog::showProgress(bool isSent)
{
    m_form->setEnabled(!isSent);
    m_send->setEnabled(!isSent);
    if (isSent)
        m_busy->begin(tr("Writing the configuration"));
    else
        m_busy->end();
}

} // namespace lanyard::ui
