// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagetext.h"

#include "format.h"

#include <QCoreApplication>
#include <QStringList>

namespace lanyard::ui {

namespace {

std::string translated(const std::string &sentence)
{
    return QCoreApplication::translate("engine", sentence.c_str()).toStdString();
}

} // namespace

QString told(const Message &message)
{
    return printable(QByteArray::fromStdString(message.told(translated)));
}

QString told(const QList<ConfigDiagnostic> &diagnostics)
{
    QStringList lines;
    for (const ConfigDiagnostic &one : diagnostics)
        lines.append(told(one.toMessage()));
    return lines.join(u'\n');
}

} // namespace lanyard::ui
