// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lanyard::desktop {

namespace {

void install(const QString &name, const QString &folder)
{
    auto *words = new QTranslator(QCoreApplication::instance());
    if (words->load(QLocale(), name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(words);
}

} // namespace

void installTranslators(const QString &language)
{
    // The system's own way to write numbers and dates stays, where it is in that language.
    const QLocale wanted(language);
    if (!language.isEmpty() && wanted.language() != QLocale::system().language())
        QLocale::setDefault(wanted);
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("lanyard"), QStringLiteral(":/translations"));
}

} // namespace lanyard::desktop
