// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/upstreamform.h"

#include "messagetext.h"
#include "symbols.h"
#include "theme.h"
#include "widgets/messageline.h"
#include "widgets/tagruletable.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

QStringList listOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list += QString::fromStdString(text);
    return list;
}

/// With the line that it is about, where it is about one.
QString textOf(const UpstreamProblem &problem)
{
    return problem.item < 0 ? told(problem.message)
                            : UpstreamForm::tr("Line %1: %2")
                                  .arg(QString::number(problem.item + 1), told(problem.message));
}

} // namespace

UpstreamForm::UpstreamForm(const std::optional<UpstreamConfig> &edited, QWidget *parent)
    : QTabWidget(parent)
    , m_isNew(!edited)
    , m_before(edited.value_or(UpstreamConfig()))
    , m_rules(new TagRuleTable(this))
{
    fillPlaces(addTab(tr("&Where it is")));
    fillNames(addTab(tr("&Names and trust")));
    QTabWidget::addTab(m_rules, tr("&Tag rules"));
    load(m_before);
    m_fields.at("registry")->setReadOnly(!m_isNew);
    for (const auto &[name, field] : m_fields)
        connect(field, &FormField::edited, this, &UpstreamForm::edited);
    connect(m_rules, &TagRuleTable::edited, this, &UpstreamForm::edited);
}

QFormLayout *UpstreamForm::addTab(const QString &name)
{
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QTabWidget::addTab(page, name);
    return form;
}

void UpstreamForm::addField(QFormLayout *form, const std::string &name, FormField::Kind kind,
                            const QString &label, const QString &help, const QString &placeholder)
{
    auto *field = new FormField(kind, this);
    field->setObjectName(QString::fromStdString(name));
    field->setLabel(label);
    field->setHelp(help);
    field->setPlaceholder(placeholder);
    auto *labelWidget = new QLabel(label, this);
    labelWidget->setBuddy(field->editor());
    form->addRow(labelWidget, field);
    m_fields[name] = field;
}

void UpstreamForm::fillPlaces(QFormLayout *form)
{
    using Kind = FormField::Kind;
    addField(form, "registry", Kind::Line, tr("&Registry:"),
             tr("Its name as it stands in the names of images."), QStringLiteral("quay.io"));
    addField(form, "url", Kind::Line, tr("&URL:"),
             tr("Where the registry is. Without encryption (http) only when it is given here."),
             QStringLiteral("https://registry.example.com"));
    addField(form, "fallbackUrls", Kind::List, tr("&Fallbacks:"),
             tr("Servers with the same content, one a line, that are asked in this order while the "
                "URL fails."),
             QStringLiteral("https://mirror.example.com"));
    addField(form, "caFile", Kind::File, tr("&CA file:"),
             tr("Certificates (PEM) that are trusted for it beside those of the system."), {});
    addField(form, "proxy", Kind::Line, tr("&Proxy:"),
             tr("By which it is reached: http://HOST:PORT or socks5://HOST:PORT."),
             QStringLiteral("http://proxy.example.com:3128"));
}

void UpstreamForm::fillNames(QFormLayout *form)
{
    using Kind = FormField::Kind;
    addField(form, "aliases", Kind::List, tr("&Aliases:"),
             tr("Other names for it in the names of images, one a line."), {});
    addField(form, "hosts", Kind::List, tr("&Host names:"),
             tr("Names of this computer under which it is this registry, one a line."), {});
    addField(form, "tokenRealms", Kind::List, tr("T&oken services:"),
             tr("Hosts beyond its own domain, one a line, that may be given its password."),
             QStringLiteral("auth.example.com"));
    addField(form, "redirectHosts", Kind::List, tr("Re&directs:"),
             tr("Hosts in the private network, one a line, to which it may redirect."),
             QStringLiteral("cdn.corp.example"));
}

void UpstreamForm::load(const UpstreamConfig &upstream)
{
    m_fields.at("registry")->setText(QString::fromStdString(upstream.registry));
    m_fields.at("url")->setText(QString::fromStdString(upstream.url));
    m_fields.at("fallbackUrls")->setItems(listOf(upstream.fallbackUrls));
    m_fields.at("caFile")->setText(QString::fromStdString(upstream.caFile));
    m_fields.at("proxy")->setText(QString::fromStdString(upstream.proxy));
    m_fields.at("aliases")->setItems(listOf(upstream.aliases));
    m_fields.at("hosts")->setItems(listOf(upstream.hosts));
    m_fields.at("tokenRealms")->setItems(listOf(upstream.tokenRealms));
    m_fields.at("redirectHosts")->setItems(listOf(upstream.redirectHosts));
    m_rules->setRules(upstream.tagRules);
}

void UpstreamForm::setRegistry(const QString &registry)
{
    UpstreamConfig fresh;
    fresh.registry = registry.toStdString();
    load(fresh);
}

QString UpstreamForm::registry() const
{
    return m_fields.at("registry")->text();
}

void UpstreamForm::setUsualUrl(const QString &url)
{
    m_fields.at("url")->setPlaceholder(url);
}

std::optional<std::string> UpstreamForm::changedText(const std::string &name,
                                                     const std::string &before) const
{
    std::string text = m_fields.at(name)->text().toStdString();
    return text == before ? std::nullopt : std::optional(std::move(text));
}

std::optional<std::vector<std::string>>
UpstreamForm::changedItems(const std::string &name, const std::vector<std::string> &before) const
{
    std::vector<std::string> items;
    const QStringList lines = m_fields.at(name)->items();
    for (const QString &line : lines)
        items.push_back(line.toStdString());
    return items == before ? std::nullopt : std::optional(std::move(items));
}

UpstreamChange UpstreamForm::change() const
{
    std::vector<TagRule> rules = m_rules->rules();
    const bool hasOtherRules = rules != m_before.tagRules;
    return {
        .action = m_isNew ? UpstreamChange::Action::Add : UpstreamChange::Action::Edit,
        .registry = registry().toStdString(),
        .url = changedText("url", m_before.url),
        .fallbackUrls = changedItems("fallbackUrls", m_before.fallbackUrls),
        .aliases = changedItems("aliases", m_before.aliases),
        .hosts = changedItems("hosts", m_before.hosts),
        .tokenRealms = changedItems("tokenRealms", m_before.tokenRealms),
        .caFile = changedText("caFile", m_before.caFile),
        .proxy = changedText("proxy", m_before.proxy),
        .redirectHosts = changedItems("redirectHosts", m_before.redirectHosts),
        .tagRules = hasOtherRules ? std::optional(std::move(rules)) : std::nullopt,
    };
}

bool UpstreamForm::isChanged() const
{
    const UpstreamChange all = change();
    return m_isNew || all.url || all.fallbackUrls || all.aliases || all.hosts || all.tokenRealms ||
           all.caFile || all.proxy || all.redirectHosts || all.tagRules;
}

void UpstreamForm::showProblems(const QList<UpstreamProblem> &problems)
{
    const auto of = [&problems](const std::string &name) {
        const auto found =
            std::find_if(problems.begin(), problems.end(),
                         [&name](const UpstreamProblem &one) { return one.field == name; });
        return found == problems.end() ? QString() : textOf(*found);
    };
    for (const auto &[name, field] : m_fields) {
        // Who has not begun is told nothing.
        const bool isToCome = name == "registry" && field->text().isEmpty();
        field->setProblem(isToCome ? QString() : of(name));
    }
    m_ruleProblem = of("tagRules");
    m_rules->setProblem(m_ruleProblem);
    markTabs();
}

void UpstreamForm::markTabs()
{
    for (int tab = 0; tab < count(); ++tab) {
        const bool hasProblem = std::any_of(m_fields.begin(), m_fields.end(), [&](const auto &one) {
            return widget(tab)->isAncestorOf(one.second) && !one.second->problem().isEmpty();
        });
        const bool isMarked = hasProblem || (widget(tab) == m_rules && !m_ruleProblem.isEmpty());
        setTabIcon(tab, isMarked ? symbolIcon(Symbol::Error, errorColour(palette())) : QIcon());
    }
}

QString UpstreamForm::problemAt(const std::string &field) const
{
    return field == "tagRules" ? m_ruleProblem : m_fields.at(field)->problem();
}

} // namespace lanyard::ui
