// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressline.h"

#include "session.h"

#include <cstdio>
#include <unistd.h>

namespace lanyard::cli {

ProgressLine::ProgressLine()
    : m_isTerminal(isatty(STDERR_FILENO) == 1)
{
}

void ProgressLine::follow(const Session &session, QString (*format)(const QJsonObject &progress))
{
    QObject::connect(&session, &Session::progressed, &session,
                     [this, format](const QJsonObject &progress) { show(format(progress)); });
    QObject::connect(&session, &Session::progressEnded, &session, [this] { clear(); });
}

void ProgressLine::show(const QString &text)
{
    if (!m_isTerminal)
        return;
    std::fprintf(stderr, "\r\033[K%s", qPrintable(text));
    std::fflush(stderr);
    m_isShown = true;
}

void ProgressLine::clear()
{
    if (m_isShown)
        std::fputs("\r\033[K", stderr);
    m_isShown = false;
}

} // namespace lanyard::cli
