// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lanyard::desktop {

namespace {

void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *words = new QTranslator(QCoreApplication::instance());
    if (words->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(words);
}

} // namespace

void installTranslators(const QString &language)
{
    // The system's own way to write numbers and dates stays, where it is in that language.
    const QLocale chosen(language);
    if (!language.isEmpty() && chosen.language() != QLocale::system().language())
        QLocale::setDefault(chosen);
    // Not what the system prefers of it: that may be another script.
    const QLocale words = language.isEmpty() ? QLocale() : chosen;
    install(words, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(words, QStringLiteral("lanyard"), QStringLiteral(":/translations"));
}

} // namespace lanyard::desktop
