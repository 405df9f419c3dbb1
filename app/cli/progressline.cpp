// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressline.h"

#include "plaintext.h"
#include "session.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace lanyard::cli {

QString progressBar(qint64 done, qint64 total)
{
    constexpr int width = 30;
    const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1.0;
    const int filled = std::min(width, static_cast<int>(share * width));
    return u'[' + QString(filled, u'#') + QString(width - filled, u'.') +
           QStringLiteral("] %1 of %2").arg(sizeText(done), sizeText(total));
}

QString archiveProgressText(const QJsonObject &progress)
{
    return progressBar(progress.value(QLatin1String("doneBytes")).toInteger(),
                       progress.value(QLatin1String("totalBytes")).toInteger());
}

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
