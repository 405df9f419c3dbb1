// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace lanyard::desktop {

namespace {

constexpr qint64 bytesMax = 64 * 1024;

constexpr const char *entryText = R"([Desktop Entry]
Type=Application
Version=1.5
Name=Lanyard
Icon=lanyard
Terminal=false
Exec=)";

/// The value of a key of the entry; none of a line that is a comment.
QByteArray valueOf(const QByteArray &text, const QByteArray &key)
{
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0 && line.left(equals).trimmed() == key)
            return line.mid(equals + 1).trimmed();
    }
    return {};
}

QByteArray withValue(const QByteArray &text, const QByteArray &key, const QByteArray &value)
{
    QList<QByteArray> lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.left(line.indexOf('=')).trimmed() == key)
            line = key + '=' + value;
    }
    return lines.join('\n');
}

tl::unexpected<Error> trouble(const QString &path, const QString &why)
{
    return failure(ErrorCode::Io, (path + QStringLiteral(": ") + why).toStdString());
}

} // namespace

QByteArray execValue(const QStringList &command)
{
    QByteArray value;
    for (const QString &word : command) {
        QByteArray quoted;
        for (const char c : QFile::encodeName(word)) {
            // Once for the quotes, and once for the text as a whole.
            if (c == '\\')
                quoted += R"(\\\\)";
            else if (c == '"' || c == '`' || c == '$')
                quoted += QByteArray(R"(\\)") + c;
            else if (c == '%')
                quoted += "%%";
            else
                quoted += c;
        }
        value += (value.isEmpty() ? "\"" : " \"") + quoted + '"';
    }
    return value;
}

QString programOf(const QByteArray &execValue)
{
    const QByteArray text = QByteArray(execValue).replace(R"(\\)", R"(\)");
    if (!text.startsWith('"'))
        return QFile::decodeName(text.left(text.indexOf(' ')));
    QByteArray program;
    for (qsizetype i = 1; i < text.size() && text.at(i) != '"'; ++i) {
        if (text.at(i) == '\\' && i + 1 < text.size())
            ++i;
        else if (text.at(i) == '%' && text.mid(i, 2) == "%%")
            ++i;
        program += text.at(i);
    }
    return QFile::decodeName(program);
}

Autostart::Autostart(QString folder, QStringList command)
    : m_folder(std::move(folder))
    , m_command(std::move(command))
{
}

QString Autostart::path() const
{
    return m_folder + QStringLiteral("/lanyard-desktop.desktop");
}

QByteArray Autostart::text() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.read(bytesMax) : QByteArray();
}

bool Autostart::isOn() const
{
    const QByteArray now = text();
    return !valueOf(now, "Exec").isEmpty() && valueOf(now, "Hidden") != "true" &&
           valueOf(now, "X-GNOME-Autostart-enabled") != "false";
}

Result<void> Autostart::set(bool isOn) const
{
    if (isOn == this->isOn())
        return {};
    if (isOn)
        return write(entryText + execValue(m_command) + '\n');
    QFile file(path());
    if (!file.remove())
        return trouble(path(), file.errorString());
    return {};
}

void Autostart::repair() const
{
    const QByteArray now = text();
    const QByteArray exec = valueOf(now, "Exec");
    if (isOn() && !QFileInfo(programOf(exec)).isExecutable())
        (void)write(withValue(now, "Exec", execValue(m_command)));
}

Result<void> Autostart::write(const QByteArray &text) const
{
    QDir().mkpath(m_folder);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return trouble(path(), file.errorString());
    return {};
}

} // namespace lanyard::desktop
