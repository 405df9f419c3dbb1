// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestfacts.h"

#include "format.h"
#include "messagetext.h"
#include "pulltext.h"
#include "requesttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("facts", text);
}

/// Adds a fact, unless there is nothing to say.
void add(FactGroup &group, const char *what, const QString &value)
{
    if (!value.isEmpty())
        group.facts.append({translated(what), value});
}

QString moment(std::int64_t epochMs)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(epochMs);
    return QLocale().toString(when.date(), QLocale::ShortFormat) + u' ' + formatTimeOfDay(epochMs);
}

QString transferRate(const RequestRecord &record)
{
    constexpr std::int64_t shortestUs = 1000; // below, it says nothing
    const std::int64_t transferUs = record.durationUs - record.firstByteUs;
    if (record.bodyBytes == 0 || transferUs < shortestUs)
        return formatDuration(transferUs);
    const double rate =
        static_cast<double>(record.bodyBytes) * 1e6 / static_cast<double>(transferUs);
    return translated(QT_TRANSLATE_NOOP("facts", "%1, at %2"))
        .arg(formatDuration(transferUs), formatRate(rate));
}

FactGroup askedFacts(const RequestRecord &record)
{
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Request"))};
    add(group, QT_TRANSLATE_NOOP("facts", "Time"), moment(record.startedAtMs));
    add(group, QT_TRANSLATE_NOOP("facts", "Client"), clientText(record));
    add(group, QT_TRANSLATE_NOOP("facts", "Program"), printable(record.userAgent));
    add(group, QT_TRANSLATE_NOOP("facts", "Request line"),
        printable(record.method) + u' ' + printable(record.target) +
            QStringLiteral(" HTTP/1.%1").arg(record.minorVersion));
    add(group, QT_TRANSLATE_NOOP("facts", "Upstream named"), formName(record.labels.form));
    return group;
}

FactGroup answerFacts(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Answer"))};
    add(group, QT_TRANSLATE_NOOP("facts", "Status"), statusText(record));
    const QString name = resultName(labels.result);
    const QString explained = resultExplanation(labels.result);
    add(group, QT_TRANSLATE_NOOP("facts", "Result"),
        name.isEmpty() ? explained : name + QStringLiteral(": ") + explained);
    add(group, QT_TRANSLATE_NOOP("facts", "Image"), imageName(labels));
    add(group, QT_TRANSLATE_NOOP("facts", "Reference"), printable(labels.reference));
    add(group, QT_TRANSLATE_NOOP("facts", "The tag named"), printable(labels.digest));
    if (labels.rule)
        add(group, QT_TRANSLATE_NOOP("facts", "Tag rule"), told(*labels.rule));
    if (labels.isPrivate)
        add(group, QT_TRANSLATE_NOOP("facts", "Private"),
            translated(
                QT_TRANSLATE_NOOP("facts", "Not everybody may read this repository upstream.")));
    add(group, QT_TRANSLATE_NOOP("facts", "Sent"), formatBytes(record.bodyBytes));
    return group;
}

FactGroup timeFacts(const RequestRecord &record)
{
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Time taken"))};
    if (record.firstByteUs > 0) {
        add(group, QT_TRANSLATE_NOOP("facts", "Until the answer began"),
            formatDuration(record.firstByteUs));
        add(group, QT_TRANSLATE_NOOP("facts", "Transfer"), transferRate(record));
    }
    add(group, QT_TRANSLATE_NOOP("facts", "Altogether"), formatDuration(record.durationUs));
    return group;
}

FactGroup headerFacts(const RequestRecord &record)
{
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Header of the request"))};
    const QList<QByteArray> lines = record.headers.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0)
            group.facts.append({printable(line.first(colon)), printable(line.sliced(colon + 2))});
        else if (!line.isEmpty())
            group.facts.append({printable(line), QString()});
    }
    return group;
}

QString outcome(const UpstreamRecord &record)
{
    QStringList parts;
    if (record.status > 0)
        parts += QString::number(record.status);
    parts += formatDuration(record.durationUs);
    if (record.bodyBytes > 0)
        parts += formatBytes(record.bodyBytes);
    if (!record.trouble.isEmpty())
        parts += printable(record.trouble);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString formName(RequestForm form)
{
    switch (form) {
    case RequestForm::None:
        return {};
    case RequestForm::Path:
        return translated(QT_TRANSLATE_NOOP("facts", "Before /v2/ in the path"));
    case RequestForm::Namespace:
        return translated(QT_TRANSLATE_NOOP("facts", "By ?ns=, as containerd does"));
    case RequestForm::Host:
        return translated(QT_TRANSLATE_NOOP("facts", "By the host name"));
    case RequestForm::Name:
        return translated(QT_TRANSLATE_NOOP("facts", "In the image's name"));
    case RequestForm::Default:
        return translated(QT_TRANSLATE_NOOP("facts", "Not at all: the default one"));
    }
    return {};
}

QList<FactGroup> requestFacts(const RequestRecord &record)
{
    QList<FactGroup> groups{askedFacts(record), answerFacts(record), timeFacts(record)};
    if (FactGroup headers = headerFacts(record); !headers.facts.isEmpty())
        groups.append(std::move(headers));
    return groups;
}

QList<FactGroup> pullFacts(const PullSummary &pull)
{
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Pull"))};
    add(group, QT_TRANSLATE_NOOP("facts", "Image"), pullImage(pull));
    add(group, QT_TRANSLATE_NOOP("facts", "Reference"), printable(pull.reference));
    add(group, QT_TRANSLATE_NOOP("facts", "Client"), printable(pull.client));
    add(group, QT_TRANSLATE_NOOP("facts", "User"), printable(pull.user));
    add(group, QT_TRANSLATE_NOOP("facts", "Program"), printable(pull.userAgent));
    add(group, QT_TRANSLATE_NOOP("facts", "Time"), moment(pull.startedAtMs));
    add(group, QT_TRANSLATE_NOOP("facts", "Altogether"),
        formatDuration((pull.endedAtMs - pull.startedAtMs) * 1000));
    add(group, QT_TRANSLATE_NOOP("facts", "Requests"),
        formatCount(static_cast<std::uint64_t>(pull.requests)));
    add(group, QT_TRANSLATE_NOOP("facts", "Content"), pullSources(pull));
    add(group, QT_TRANSLATE_NOOP("facts", "Sent"), formatBytes(pull.bodyBytes));
    group.note = translated(
        QT_TRANSLATE_NOOP("facts", "Requests count as one pull that the same program of the same "
                                   "client made for the same repository without a long pause."));
    return {group};
}

bool mayHaveAskedUpstream(const RequestRecord &record)
{
    const CacheResult result = record.labels.result;
    return result != CacheResult::None && result != CacheResult::Hit;
}

FactGroup upstreamFacts(const QList<UpstreamRecord> &records)
{
    FactGroup group{.title = translated(QT_TRANSLATE_NOOP("facts", "Asked of upstream"))};
    for (const UpstreamRecord &record : records) {
        const QString what = record.isForToken
                                 ? translated(QT_TRANSLATE_NOOP("facts", "Token from %1"))
                                       .arg(printable(record.host))
                                 : printable(record.method) + u' ' + printable(record.host);
        group.facts.append(
            {what, printable(record.path) + QStringLiteral("  →  ") + outcome(record)});
    }
    group.note =
        records.isEmpty()
            ? translated(QT_TRANSLATE_NOOP("facts", "Nothing that is still known. The newest "
                                                    "requests to upstreams are kept while the "
                                                    "cache runs."))
            : translated(QT_TRANSLATE_NOOP("facts", "While this request ran, for what it names; "
                                                    "others that wanted the same share it."));
    return group;
}

QString factsText(const QList<FactGroup> &groups)
{
    QString text;
    for (const FactGroup &group : groups) {
        if (!text.isEmpty())
            text += u'\n';
        text += group.title + u'\n';
        for (const auto &[what, value] : group.facts)
            text += QStringLiteral("  ") + what + QStringLiteral(": ") + value + u'\n';
        if (!group.note.isEmpty())
            text += QStringLiteral("  ") + group.note + u'\n';
    }
    return text;
}

} // namespace lanyard::ui
