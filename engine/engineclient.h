// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>

#include <memory>

class QLocalSocket;

namespace lanyard {

/// A line to an engine that runs, in this process or another of the same user, by the control
/// socket of its data folder. For programs without a window; a window has an Engine of its own.
///
/// One thread, with an event loop; one request at a time.
class EngineClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineClient)

public:
    explicit EngineClient(QObject *parent = nullptr);
    ~EngineClient() override;

    enum class Opened {
        Yes,
        NobodyThere, ///< no engine uses the folder, or it is none
        Refused,     ///< there is one, but not for this user, or it is overloaded
    };

    /// Connects; does not wait. The folder is an absolute path.
    Opened open(const QString &dataDirectory);

    /// Asks for `verb` (control/controlrequest.h has the protocol). Ends in answered() or failed().
    void ask(const QString &verb, const QJsonObject &arguments);

Q_SIGNALS:
    void progressed(const QJsonObject &event);
    void answered(const QJsonObject &result);
    /// `code` is a word such as not-found or invalid-input; `message` a sentence for the user.
    void failed(const QString &code, const QString &message);

private:
    void readReplies();
    void readReply(const QByteArray &line);
    void lost();
    void fail(const QString &code, const QString &message);

    std::unique_ptr<QLocalSocket> m_socket;
    QByteArray m_received; ///< the start of a line
    bool m_isAsking = false;
};

} // namespace lanyard
