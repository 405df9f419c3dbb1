// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientboard.h"
#include "setup/setupsource.h"

#include <QObject>

#include <deque>
#include <functional>

namespace lanyard::ui {

/// What is done with clients: one thing after the other, each told on the board. While it runs,
/// nothing else can be begun. UI thread.
class SetUpWork final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetUpWork)

public:
    /// Source and board must outlive it.
    SetUpWork(SetUpSource &source, ClientBoard &board, QObject *parent = nullptr);

    bool isRunning() const { return m_isRunning; }

    /// Whether files are being changed: that must not be cut short.
    bool isChanging() const { return m_isChanging; }

    /// Applies the plans of these clients, and tests those that can be. One that fails does not
    /// stop the others.
    void setUp(const QStringList &ids);
    void test(const QStringList &ids, const CacheEndpoint &cache, const QString &registry);
    /// Also of a client that is not here any more.
    void undo(const QString &id);
    void pause();
    void resume();
    /// Begins nothing more, as the program is to end: a change goes on to its end, and no test
    /// follows it.
    void wrapUp();

Q_SIGNALS:
    void begun();
    void changingChanged(bool isChanging);
    /// All that was asked for is done.
    void ended(const lanyard::ui::SetUpOutcome &outcome);

private:
    using Work = ClientView::Work;

    void begin(SetUpOutcome::Kind kind, const QStringList &ids);
    void runNext();
    void apply(const ClientPlan &plan);
    void onApplied(const ClientPlan &plan, const Result<SetUpResult> &result);
    void tryOut(const QString &id, const CacheEndpoint &cache, const QString &registry);
    void onTried(const QString &id, const Result<ProofResult> &result);
    void takeBack(const QString &id);
    void onTakenBack(const QString &id, const Result<SetUpResult> &result);
    void pauseOrResume(bool isPausing);
    void onPausedOrResumed(const Result<QList<SetUpResult>> &results);
    void setChanging(bool isChanging);
    void note(const SetUpStep &step);
    void fail(const QString &id, const Error &error);
    void fail(const QString &id, const Message &trouble);
    void doubt(const QString &id, const Message &trouble);
    void succeed(const QString &id);

    SetUpSource &m_source;
    ClientBoard &m_board;
    std::deque<std::function<void()>> m_jobs;
    SetUpOutcome m_outcome;
    bool m_isRunning = false;
    bool m_isChanging = false;
    bool m_isWrappingUp = false;
};

} // namespace lanyard::ui
