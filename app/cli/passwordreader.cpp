// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordreader.h"

#include <QByteArray>
#include <QFile>
#include <QStringDecoder>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace lanyard::cli {

namespace {

/// What is typed is not shown, for as long as this is there.
class EchoOff
{
public:
    EchoOff()
        : m_isOff(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isOff)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }

    ~EchoOff()
    {
        if (!m_isOff)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }

    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    termios m_before = {};
    bool m_isOff;
};

QByteArray withoutLineEnd(QByteArray bytes)
{
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

std::optional<QByteArray> readStdin(qint64 bytesMax, bool isLine)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray bytes = isLine ? input.readLine(bytesMax + 2) : input.read(bytesMax + 2);
    if (bytes.isEmpty())
        return std::nullopt;
    bytes = withoutLineEnd(bytes);
    return bytes.size() > bytesMax ? std::nullopt : std::optional(bytes);
}

std::optional<QString> toText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

bool isInteractive()
{
    return isatty(STDIN_FILENO) != 0;
}

std::optional<QString> askFor(const QString &question)
{
    constexpr qint64 lineBytesMax = 1024;
    std::fputs(qPrintable(question), stderr);
    const auto line = readStdin(lineBytesMax, true);
    return line ? toText(*line) : std::nullopt;
}

std::optional<QString> readPassword(qint64 bytesMax, bool isAll)
{
    std::optional<QByteArray> bytes;
    if (isInteractive() && !isAll) {
        std::fputs("Password: ", stderr);
        const EchoOff silent;
        bytes = readStdin(bytesMax, true);
    } else {
        bytes = readStdin(bytesMax, false);
    }
    return bytes && !bytes->isEmpty() ? toText(*bytes) : std::nullopt;
}

} // namespace lanyard::cli
