// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/upstreamchange.h"
#include "api/upstreamsettings.h"
#include "widgets/formfield.h"

#include <QTabWidget>

#include <map>
#include <optional>
#include <string>

class QFormLayout;

namespace lanyard::ui {

class TagRuleTable;

/// All that a user may say of an upstream, in three tabs. A tab whose fields have a problem has a
/// sign.
class UpstreamForm final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamForm)

public:
    /// With the fields of `edited`; else empty, for a new one.
    explicit UpstreamForm(const std::optional<UpstreamConfig> &edited, QWidget *parent = nullptr);

    /// Begins with another registry, of which nothing else is said.
    void setRegistry(const QString &registry);
    QString registry() const;
    /// Where it is when the user does not say it.
    void setUsualUrl(const QString &url);

    /// What is to be changed; fields that are as they were are left out.
    UpstreamChange change() const;
    /// Whether there is a change at all.
    bool isChanged() const;

    /// At their fields; those of fields that were not filled in yet are not shown.
    void showProblems(const QList<UpstreamProblem> &problems);
    /// What is shown at a field that is named as the configuration names it; empty: nothing.
    QString problemAt(const std::string &field) const;

    FormField *field(const std::string &name) const { return m_fields.at(name); }

Q_SIGNALS:
    void edited();

private:
    QFormLayout *addTab(const QString &name);
    void addField(QFormLayout *form, const std::string &name, FormField::Kind kind,
                  const QString &label, const QString &help, const QString &placeholder);
    void fillPlaces(QFormLayout *form);
    void fillNames(QFormLayout *form);
    void load(const UpstreamConfig &upstream);
    void markTabs();

    std::optional<std::string> changedText(const std::string &name,
                                           const std::string &before) const;
    std::optional<std::vector<std::string>>
    changedItems(const std::string &name, const std::vector<std::string> &before) const;

    const bool m_isNew;
    const UpstreamConfig m_before;
    std::map<std::string, FormField *> m_fields; ///< by the names of the configuration
    TagRuleTable *m_rules;
    QString m_ruleProblem;
};

} // namespace lanyard::ui
