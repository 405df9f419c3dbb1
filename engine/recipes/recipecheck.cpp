// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipecheck.h"

#include "core/imageref.h"
#include "core/printabletext.h"
#include "core/servername.h"
#include "recipes/authority.h"
#include "recipes/recipelimits.h"

#include <QDir>
#include <QList>
#include <QSet>

#include <algorithm>
#include <string>

namespace lanyard::recipes {

namespace {

using Kind = Recipe::Kind;

constexpr const char *allRegistries = "_default";

tl::unexpected<Error> wrong(const char *field, const char *what)
{
    return failure(ErrorCode::InvalidInput, Message::at(field, what));
}

bool hasControls(const QString &text)
{
    return !text.isValidUtf16() || std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control;
    });
}

bool hasHidden(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return !text.isValidUtf16() || std::any_of(characters.begin(), characters.end(), isHidden);
}

bool isRegistry(const QString &registry)
{
    const std::string name = registry.toStdString();
    return isRegistryName(name) && canonicalRegistryName(name) == name;
}

bool isAbsolutePath(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    const bool isUnix = path.startsWith(QLatin1Char('/')) && !path.startsWith(QLatin1String("//"));
    // C:\..., of another computer.
    const bool isWindows = path.size() > 3 && path[0].isLetter() && path[0].unicode() < 0x80 &&
                           path.mid(1, 2) == QLatin1String(":\\") &&
                           !path.contains(QLatin1String(".."));
    return path.size() <= limits::pathLengthMax && !hasHidden(path) &&
           ((isUnix && path == clean && path.size() > 1) || isWindows);
}

Result<void> checkCache(const CacheEndpoint &cache)
{
    if (!parseServerName(cache.host.toStdString()) || cache.host.endsWith(QLatin1Char('.')))
        return wrong("host",
                     QT_TRANSLATE_NOOP("engine", "expected the name or the address of a computer"));
    if (cache.port == 0)
        return wrong("port", QT_TRANSLATE_NOOP("engine", "expected a number from 1 to 65535"));
    if (!cache.authority.isEmpty() && !cache.isTls)
        return wrong("authority", QT_TRANSLATE_NOOP("engine", "there is one, and no TLS"));
    if (!cache.authority.isEmpty() && !isCertificates(cache.authority))
        return wrong("authority",
                     QT_TRANSLATE_NOOP("engine", "expected certificates as PEM, and nothing else"));
    if (cache.user.size() > limits::userLengthMax || hasHidden(cache.user) ||
        cache.user.contains(QLatin1Char(':')))
        return wrong(
            "user",
            QT_TRANSLATE_NOOP("engine", "expected a name without colons and control characters"));
    if (cache.password.size() > limits::passwordLengthMax || hasControls(cache.password))
        return wrong("password",
                     QT_TRANSLATE_NOOP("engine", "expected a text without control characters"));
    if (cache.user.isEmpty() && !cache.password.isEmpty())
        return wrong("password", QT_TRANSLATE_NOOP("engine", "there is one, and no user"));
    return {};
}

Result<void> checkRegistries(const Recipe &recipe)
{
    const QStringList &registries = recipe.registries;
    const bool knowsAll = recipe.kind == Kind::HostsToml || recipe.kind == Kind::RegistriesYaml;
    if (!knowsAll && registries.contains(QLatin1String(allRegistries)))
        return wrong("registries",
                     QT_TRANSLATE_NOOP("engine", "this file has no place for all of them"));
    if (!std::all_of(registries.begin(), registries.end(), isRegistry))
        return wrong("registries",
                     QT_TRANSLATE_NOOP("engine", "expected names of registries, such as quay.io"));
    if (registries.size() > limits::registriesMax ||
        QSet<QString>(registries.begin(), registries.end()).size() != registries.size())
        return wrong("registries",
                     QT_TRANSLATE_NOOP("engine", "there are too many, or one is there twice"));
    if (recipe.kind == Kind::HostsToml && registries.size() != 1)
        return wrong("registries", QT_TRANSLATE_NOOP("engine", "a hosts.toml is of one"));
    if (registries.isEmpty() && recipe.kind != Kind::Authority)
        return wrong("registries", QT_TRANSLATE_NOOP("engine", "expected at least one"));
    return {};
}

} // namespace

Result<void> checkRecipe(const Recipe &recipe)
{
    if (auto isRight = checkCache(recipe.cache); !isRight)
        return isRight;
    if (auto isRight = checkRegistries(recipe); !isRight)
        return isRight;
    if (!recipe.authorityFile.isEmpty() && !recipe.cache.isTls)
        return wrong("authorityFile", QT_TRANSLATE_NOOP("engine", "there is one, and no TLS"));
    if (!recipe.authorityFile.isEmpty() && !isAbsolutePath(recipe.authorityFile))
        return wrong("authorityFile", QT_TRANSLATE_NOOP("engine", "expected an absolute path"));
    if (recipe.isInsecureToo && (recipe.kind != Kind::DaemonJson || recipe.cache.isTls))
        return wrong("insecureToo",
                     QT_TRANSLATE_NOOP("engine", "this is for a daemon.json and plain HTTP"));
    if (recipe.kind == Kind::Authority && recipe.cache.authority.isEmpty())
        return wrong("authority", QT_TRANSLATE_NOOP("engine", "expected certificates as PEM"));
    return {};
}

} // namespace lanyard::recipes
