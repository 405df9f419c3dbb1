// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipe.h"
#include "recipes/recipecheck.h"
#include "recipes/recipelimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lanyard::recipes {

namespace {

using Kind = Recipe::Kind;

namespace key {
constexpr QLatin1String kind("kind");
constexpr QLatin1String host("host");
constexpr QLatin1String port("port");
constexpr QLatin1String isTls("tls");
constexpr QLatin1String authority("authority");
constexpr QLatin1String user("user");
constexpr QLatin1String password("password");
constexpr QLatin1String registries("registries");
constexpr QLatin1String authorityFile("authorityFile");
constexpr QLatin1String isInsecureToo("insecureToo");
} // namespace key

struct KindName
{
    Kind kind;
    QLatin1String name;
};

constexpr std::array kindNames{
    KindName{Kind::DaemonJson, QLatin1String("daemon-json")},
    KindName{Kind::HostsToml, QLatin1String("hosts-toml")},
    KindName{Kind::BuildkitToml, QLatin1String("buildkit-toml")},
    KindName{Kind::EarthlyConfig, QLatin1String("earthly-config")},
    KindName{Kind::RegistriesConf, QLatin1String("registries-conf")},
    KindName{Kind::RegistriesYaml, QLatin1String("registries-yaml")},
    KindName{Kind::Authority, QLatin1String("authority")},
};

tl::unexpected<Error> wrong(const Message &what)
{
    //: A recipe is what is to be put into a file; that comes to root's helper program.
    return failure(ErrorCode::InvalidInput,
                   {QT_TRANSLATE_NOOP("engine", "this is no recipe: %1"), {what}});
}

/// Takes the values out of an object, each once, and remembers the first that is not as it must be.
class Fields
{
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    QString text(QLatin1String name)
    {
        const QJsonValue value = take(name);
        require(value.isString(), name, QT_TRANSLATE_NOOP("engine", "expected a text"));
        return value.toString();
    }

    bool truth(QLatin1String name)
    {
        const QJsonValue value = take(name);
        require(value.isBool(), name, QT_TRANSLATE_NOOP("engine", "expected true or false"));
        return value.toBool();
    }

    std::uint16_t port(QLatin1String name)
    {
        const double value = take(name).toDouble(0);
        const bool isPort = value >= 1 && value <= std::numeric_limits<std::uint16_t>::max() &&
                            std::floor(value) == value;
        require(isPort, name, QT_TRANSLATE_NOOP("engine", "expected a number from 1 to 65535"));
        return isPort ? static_cast<std::uint16_t>(value) : std::uint16_t(0);
    }

    QStringList texts(QLatin1String name)
    {
        const QJsonValue value = take(name);
        const QJsonArray items = value.toArray();
        require(value.isArray() &&
                    std::all_of(items.begin(), items.end(),
                                [](const QJsonValue &one) { return one.isString(); }),
                name, QT_TRANSLATE_NOOP("engine", "expected a list of texts"));
        QStringList result;
        for (const auto &item : items)
            result += item.toString();
        return result;
    }

    bool has(QLatin1String name) const { return m_object.contains(name); }

    /// Empty: all was there, and nothing else.
    Message problem() const
    {
        return m_problem.isEmpty() && !m_object.isEmpty()
                   ? QT_TRANSLATE_NOOP("engine", "there is a key that is not known")
                   : m_problem;
    }

private:
    QJsonValue take(QLatin1String name) { return m_object.take(name); }

    void require(bool isRight, QLatin1String name, const char *expected)
    {
        if (!isRight && m_problem.isEmpty())
            m_problem = Message::at(name.data(), expected);
    }

    QJsonObject m_object;
    Message m_problem;
};

} // namespace

QByteArray toJson(const Recipe &recipe, bool hasPassword)
{
    const CacheEndpoint &cache = recipe.cache;
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(),
                                   [&](const KindName &one) { return one.kind == recipe.kind; });
    QJsonObject object{
        {key::kind, QString(kind->name)},
        {key::host, cache.host},
        {key::port, cache.port},
        {key::isTls, cache.isTls},
        {key::authority, QString::fromLatin1(cache.authority)},
        {key::user, cache.user},
        {key::registries, QJsonArray::fromStringList(recipe.registries)},
        {key::authorityFile, recipe.authorityFile},
        {key::isInsecureToo, recipe.isInsecureToo},
    };
    if (hasPassword)
        object.insert(key::password, cache.password);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Recipe> recipeFromJson(const QByteArray &json)
{
    if (json.size() > limits::jsonBytesMax)
        return wrong({QT_TRANSLATE_NOOP("engine", "it is larger than %1 bytes"),
                      {std::to_string(limits::jsonBytesMax)}});
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return wrong(QT_TRANSLATE_NOOP("engine", "expected an object as JSON"));
    Fields fields(document.object());
    Recipe recipe;
    const QString kindName = fields.text(key::kind);
    const auto kind = std::find_if(kindNames.begin(), kindNames.end(),
                                   [&](const KindName &one) { return one.name == kindName; });
    if (kind == kindNames.end())
        return wrong(
            Message::at("kind", QT_TRANSLATE_NOOP("engine", "there is none of this name")));
    recipe.kind = kind->kind;
    recipe.cache.host = fields.text(key::host);
    recipe.cache.port = fields.port(key::port);
    recipe.cache.isTls = fields.truth(key::isTls);
    recipe.cache.authority = fields.text(key::authority).toUtf8();
    recipe.cache.user = fields.text(key::user);
    if (fields.has(key::password))
        recipe.cache.password = fields.text(key::password);
    recipe.registries = fields.texts(key::registries);
    recipe.authorityFile = fields.text(key::authorityFile);
    recipe.isInsecureToo = fields.truth(key::isInsecureToo);
    if (const Message problem = fields.problem(); !problem.isEmpty())
        return wrong(problem);
    if (const auto isRight = checkRecipe(recipe); !isRight)
        return wrong(isRight.error().message);
    if (!recipe.authorityFile.isEmpty() && !recipe.authorityFile.startsWith(QLatin1Char('/')))
        return wrong(Message::at("authorityFile",
                                 QT_TRANSLATE_NOOP("engine", "expected a path of this computer")));
    return recipe;
}

} // namespace lanyard::recipes
