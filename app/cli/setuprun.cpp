// SPDX-License-Identifier: GPL-3.0-or-later
#include "setuprun.h"

#include "command.h"
#include "core/printabletext.h"
#include "passwordreader.h"
#include "plaintext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace lanyard::cli {

namespace {

/// Whether a person's word means this client: docker is each Docker Engine, docker-rootless one.
bool isMeant(const QStringList &words, const QString &id, std::optional<ClientKind> kind)
{
    return words.isEmpty() || words.contains(id) || (kind && words.contains(wordOf(*kind)));
}

/// The kind of a client that was set up: its name begins with it.
std::optional<ClientKind> kindOfClient(const QString &id)
{
    return clientKindOf(id.section(u'-', 0, 0));
}

/// Whether Lanyard does something for it itself.
bool isForApplying(const ClientReport &report)
{
    return report.plan && canBeApplied(report.client, *report.plan);
}

/// Whether a pull proves what was done for it: not before the user has done what is left.
bool isForProving(const ClientReport &report)
{
    return report.result && report.plan->snippets.isEmpty() && canBeTested(report.client);
}

/// What is wrong with the words; empty: each means a client.
QString unknownAmong(const QStringList &words, const QStringList &ids,
                     const QList<ClientKind> &kinds)
{
    for (const QString &word : words) {
        const std::optional<ClientKind> kind = clientKindOf(word);
        if (!ids.contains(word) && !(kind && kinds.contains(*kind)))
            return word;
    }
    return {};
}

} // namespace

SetUpRun::SetUpRun(Workstation &workstation, Wish wish)
    : m_workstation(workstation)
    , m_wish(std::move(wish))
{
}

void SetUpRun::start(const CacheEndpoint &cache)
{
    m_cache = cache;
    m_workstation.cache(m_cache, this, [this](const Result<CacheFacts> &facts) {
        if (!facts)
            return fail(facts.error());
        if (facts->registries.isEmpty()) {
            return fail({.code = ErrorCode::NotFound,
                         .message = m_cache.url().toStdString() +
                                    " mirrors no registry: add an upstream there"});
        }
        for (const QString &registry : m_wish.registries) {
            if (!facts->registries.contains(registry)) {
                return fail(
                    {.code = ErrorCode::InvalidInput,
                     .message = m_cache.url().toStdString() + " does not mirror " +
                                registry.toStdString() + "; it has " +
                                facts->registries.join(QStringLiteral(", ")).toStdString()});
            }
        }
        m_registries = m_wish.registries.isEmpty() ? facts->registries : m_wish.registries;
        m_proved = m_wish.registries.isEmpty() ? m_registries.mid(0, 1) : m_registries;
        look();
    });
}

void SetUpRun::look()
{
    m_workstation.look(m_cache, this, [this](const Result<QList<ClientInstallation>> &found) {
        if (!found)
            return fail(found.error());
        choose(*found);
    });
}

void SetUpRun::choose(const QList<ClientInstallation> &found)
{
    QStringList ids;
    QList<ClientKind> kinds;
    QList<ClientInstallation> chosen;
    for (const ClientInstallation &client : found) {
        ids.append(client.id);
        kinds.append(client.kind);
        if (isMeant(m_wish.words, client.id, client.kind)) {
            chosen.append(client);
            m_reports.push_back({.client = client});
        }
    }
    if (const QString word = unknownAmong(m_wish.words, ids, kinds); !word.isEmpty()) {
        return fail(
            {.code = ErrorCode::NotFound,
             .message =
                 word.toStdString() + " was not found on this computer" +
                 (ids.isEmpty() ? std::string()
                                : "; there is " + ids.join(QStringLiteral(", ")).toStdString())});
    }
    switch (m_wish.aim) {
    case Aim::List:
        return list(chosen);
    case Aim::Test:
        return testNext();
    case Aim::Apply:
    case Aim::DryRun:
        return plan();
    }
}

void SetUpRun::list(const QList<ClientInstallation> &clients)
{
    m_workstation.applied(this, [this, clients](const Result<QList<AppliedSetUp>> &applied) {
        if (!applied)
            return fail(applied.error());
        m_applied = *applied;
        if (!m_wish.isJson) {
            printInstallations(clients);
            printApplied(m_applied);
        }
        endWithReports();
    });
}

void SetUpRun::plan()
{
    QStringList clients;
    for (const ClientReport &report : m_reports)
        clients.append(report.client.id);
    // An empty list means all, and there may be none.
    if (clients.isEmpty())
        return decide({});
    m_workstation.plan({.cache = m_cache, .registries = m_registries, .clients = clients}, this,
                       [this](const Result<QList<ClientPlan>> &plans) {
                           if (!plans)
                               return fail(plans.error());
                           decide(*plans);
                       });
}

void SetUpRun::decide(const QList<ClientPlan> &plans)
{
    bool isAnything = false;
    for (ClientReport &report : m_reports) {
        const auto plan =
            std::find_if(plans.cbegin(), plans.cend(), [&report](const ClientPlan &one) {
                return one.client == report.client.id;
            });
        if (plan == plans.cend())
            continue;
        report.plan = *plan;
        isAnything = isAnything || isForApplying(report);
        m_hasFailed = m_hasFailed || isByHand(report.client, *plan) ||
                      (!plan->isDone() && !isForApplying(report));
        if (!m_wish.isJson)
            printPlan(report.client, *plan);
    }
    if (m_reports.empty() && !m_wish.isJson)
        printInstallations({});
    std::fflush(stdout);
    if (m_wish.aim == Aim::DryRun)
        return endWithReports();
    if (isAnything && !isAgreed()) {
        std::fputs("nothing was changed\n", stderr);
        return end(Failed);
    }
    applyNext();
}

bool SetUpRun::isAgreed() const
{
    if (m_wish.isAgreed)
        return true;
    const auto answer = askFor(QStringLiteral("Do this? [y/N] "));
    return answer && answer->trimmed().compare(QLatin1String("y"), Qt::CaseInsensitive) == 0;
}

void SetUpRun::applyNext()
{
    while (m_next < m_reports.size() && !isForApplying(m_reports[m_next]))
        ++m_next;
    if (m_next == m_reports.size()) {
        m_next = 0;
        return m_wish.isProved ? testNext() : endWithReports();
    }
    m_workstation.apply(*m_reports[m_next].plan, this, progress(),
                        [this](const Result<SetUpResult> &result) { applied(result); });
}

void SetUpRun::applied(const Result<SetUpResult> &result)
{
    ClientReport &report = m_reports[m_next++];
    if (result) {
        report.result = *result;
        if (!m_wish.isJson)
            printResult(*result);
    } else {
        fail(report, result.error());
    }
    applyNext();
}

void SetUpRun::fail(ClientReport &report, const Error &error)
{
    report.trouble = english(error.message);
    m_hasFailed = true;
    std::fprintf(stderr, "lanyard setup: %s: %s\n", qPrintable(report.client.id),
                 qPrintable(printable(report.trouble)));
}

void SetUpRun::testNext()
{
    while (m_next < m_reports.size() && m_wish.aim == Aim::Apply &&
           !isForProving(m_reports[m_next]))
        ++m_next;
    if (m_next == m_reports.size())
        return endWithReports();
    m_workstation.test(m_reports[m_next].client.id, m_cache, m_proved.at(m_nextRegistry), this,
                       progress(), [this](const Result<ProofResult> &proof) { tested(proof); });
}

void SetUpRun::tested(const Result<ProofResult> &proof)
{
    ClientReport &report = m_reports[m_next];
    if (proof) {
        report.proofs.append(*proof);
        m_hasFailed = m_hasFailed || !proof->isProved;
        if (!m_wish.isJson)
            printProof(*proof);
    } else {
        fail(report, proof.error());
    }
    if (++m_nextRegistry == m_proved.size()) {
        m_nextRegistry = 0;
        ++m_next;
    }
    testNext();
}

void SetUpRun::undo()
{
    m_workstation.applied(this, [this](const Result<QList<AppliedSetUp>> &applied) {
        if (!applied)
            return fail(applied.error());
        QStringList ids;
        for (const AppliedSetUp &one : *applied) {
            ids.append(one.client);
            if (isMeant(m_wish.words, one.client, kindOfClient(one.client)))
                m_undone.append(one);
        }
        for (const QString &word : m_wish.words) {
            const bool isKnown =
                std::any_of(m_undone.cbegin(), m_undone.cend(), [&word](const AppliedSetUp &one) {
                    return isMeant({word}, one.client, kindOfClient(one.client));
                });
            if (!isKnown)
                return fail({.code = ErrorCode::NotFound,
                             .message = "nothing was done for " + word.toStdString()});
        }
        undoNext();
    });
}

void SetUpRun::undoNext()
{
    if (m_undone.isEmpty()) {
        if (m_wish.isJson) {
            QJsonArray list;
            for (const SetUpResult &result : std::as_const(m_results))
                list.append(toJson(result));
            printJson({{QStringLiteral("undone"), list}});
        } else if (m_results.isEmpty() && !m_hasFailed) {
            std::puts("there is nothing to undo");
        }
        return end(m_hasFailed ? Failed : Success);
    }
    const AppliedSetUp next = m_undone.takeFirst();
    m_workstation.undo(
        next.client, this, progress(), [this, next](const Result<SetUpResult> &result) {
            if (result) {
                m_results.append(*result);
                if (!m_wish.isJson)
                    printResult(*result);
            } else {
                m_hasFailed = true;
                std::fprintf(stderr, "lanyard setup: %s: %s\n", qPrintable(next.client),
                             qPrintable(printable(english(result.error().message))));
            }
            undoNext();
        });
}

void SetUpRun::pause()
{
    m_workstation.pause(this, progress(),
                        [this](const Result<QList<SetUpResult>> &results) { changedAll(results); });
}

void SetUpRun::resume()
{
    m_workstation.resume(this, progress(), [this](const Result<QList<SetUpResult>> &results) {
        changedAll(results);
    });
}

void SetUpRun::changedAll(const Result<QList<SetUpResult>> &results)
{
    if (!results)
        return fail(results.error());
    QJsonArray list;
    for (const SetUpResult &result : *results) {
        list.append(toJson(result));
        m_hasFailed = m_hasFailed || !result.trouble.isEmpty();
        if (!result.trouble.isEmpty()) {
            std::fprintf(stderr, "lanyard setup: %s: %s\n", qPrintable(printable(result.client)),
                         qPrintable(printable(english(result.trouble))));
        } else if (!m_wish.isJson) {
            printResult(result);
        }
    }
    if (m_wish.isJson)
        printJson({{QStringLiteral("changed"), list}});
    else if (results->isEmpty())
        std::puts("there is nothing to change");
    end(m_hasFailed ? Failed : Success);
}

void SetUpRun::endWithReports()
{
    if (m_wish.isJson) {
        QJsonArray list;
        for (const ClientReport &report : m_reports)
            list.append(toJson(report));
        QJsonObject all{{QStringLiteral("cache"), m_cache.url()},
                        {QStringLiteral("registries"), QJsonArray::fromStringList(m_registries)},
                        {QStringLiteral("clients"), list}};
        if (m_wish.aim == Aim::List) {
            QJsonArray applied;
            for (const AppliedSetUp &one : std::as_const(m_applied))
                applied.append(toJson(one));
            all.insert(QStringLiteral("applied"), applied);
        }
        printJson(all);
    }
    end(m_hasFailed ? Failed : Success);
}

void SetUpRun::fail(const Error &error)
{
    std::fprintf(stderr, "lanyard setup: %s\n", qPrintable(printable(english(error.message))));
    end(error.code == ErrorCode::InvalidInput ? WrongInput : Failed);
}

void SetUpRun::end(int status)
{
    std::fflush(stdout);
    // The event loop may not run yet.
    QTimer::singleShot(0, qApp, [status] { QCoreApplication::exit(status); });
}

Workstation::Progress SetUpRun::progress() const
{
    return [](const SetUpStep &step) {
        printStep(step);
    };
}

} // namespace lanyard::cli
