// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "command.h"
#include "plaintext.h"

#include "core/printabletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace lanyard::cli {

namespace {

/// The configuration of an engine that only looks at the folder.
Config withoutListeners(Config config)
{
    config.listen.clear();
    config.debug.reset();
    config.accessLog = false;
    config.networkThreads = 1;
    return config;
}

} // namespace

Session::Session(Config config, QString command, Absent absent)
    : m_config(withoutListeners(std::move(config)))
    , m_command(std::move(command))
    , m_absent(absent)
{
    connect(&m_client, &EngineClient::answered, this, [this](const QJsonObject &result) {
        Q_EMIT progressEnded();
        const Answered answered = std::exchange(m_answered, nullptr);
        answered(result);
    });
    connect(&m_client, &EngineClient::progressed, this, &Session::progressed);
    connect(&m_client, &EngineClient::failed, this, &Session::fail);
}

bool Session::isServed()
{
    if (!m_isOpen)
        m_isOpen = m_client.open(Engine::dataDirectory(m_config)) == EngineClient::Opened::Yes;
    return m_isOpen;
}

void Session::ask(const QString &verb, const QJsonObject &arguments, Answered answered)
{
    m_verb = verb;
    m_arguments = arguments;
    m_answered = std::move(answered);
    if (m_isOpen || isServed())
        m_client.ask(m_verb, m_arguments);
    else
        openFolder();
}

void Session::askAndPrint(const QString &verb, const QJsonObject &arguments, bool isJson,
                          Answered print)
{
    ask(verb, arguments, [this, isJson, print = std::move(print)](const QJsonObject &result) {
        if (isJson)
            printJson(result);
        else
            print(printableTexts(result));
        end(Success);
    });
}

void Session::openFolder()
{
    const QString folder = Engine::dataDirectory(m_config);
    if (m_absent == Absent::Refuse && !QDir(folder).exists(QStringLiteral("oci-layout"))) {
        // Looking at a cache makes none.
        fail(QStringLiteral("not-found"), folder + QStringLiteral(": there is no cache"));
        return;
    }
    m_engine = std::make_unique<Engine>();
    connect(m_engine.get(), &Engine::started, this, &Session::send);
    connect(m_engine.get(), &Engine::startFailed, this, [this](const Error &error) {
        m_engine.release()->deleteLater();
        fail(error.code == ErrorCode::InvalidInput ? QStringLiteral("invalid-input")
                                                   : QStringLiteral("io"),
             english(error.message));
    });
    connect(m_engine.get(), &Engine::warningRaised, this, [](const Message &message) {
        std::fprintf(stderr, "lanyard: warning: %s\n", qPrintable(printable(english(message))));
    });
    m_engine->start(m_config);
}

void Session::send()
{
    if (isServed())
        m_client.ask(m_verb, m_arguments);
    else
        fail(QStringLiteral("io"), QStringLiteral("the control socket cannot be reached"));
}

void Session::fail(const QString &code, const QString &message)
{
    Q_EMIT progressEnded();
    std::fprintf(stderr, "lanyard %s: %s\n", qPrintable(m_command), qPrintable(printable(message)));
    end(code == QLatin1String("invalid-input") ? WrongInput : Failed);
}

void Session::end(int status)
{
    std::fflush(stdout);
    if (!m_engine) {
        // The event loop may not run yet.
        QTimer::singleShot(0, qApp, [status] { QCoreApplication::exit(status); });
        return;
    }
    connect(m_engine.get(), &Engine::stopped, qApp, [status] { QCoreApplication::exit(status); });
    m_engine->stop();
}

} // namespace lanyard::cli
