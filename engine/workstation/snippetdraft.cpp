// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/snippetdraft.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace lanyard::workstation {

using recipes::Recipe;

namespace {

const QString passwordWord = QStringLiteral("PASSWORD");

} // namespace

SnippetDraft::SnippetDraft(System system, CacheEndpoint cache, QStringList registries)
    : m_system(system)
    , m_cache(std::move(cache))
    , m_registries(std::move(registries))
{
    m_cache.password = m_cache.user.isEmpty() ? QString() : passwordWord;
}

bool SnippetDraft::hasDockerHub() const
{
    return m_registries.contains(QLatin1String("docker.io"));
}

Recipe SnippetDraft::recipe(Recipe::Kind kind, const QString &authorityFile) const
{
    return {.kind = kind,
            .cache = m_cache.withoutLogin(),
            .registries = m_registries,
            .authorityFile = hasAuthority() ? authorityFile : QString()};
}

QByteArray SnippetDraft::textOf(const Recipe &recipe)
{
    const auto text = withRecipe(recipe, std::nullopt);
    m_hasFailed = m_hasFailed || !text;
    return text.value_or(QByteArray());
}

void SnippetDraft::addFile(const Message &title, const QString &file, const QByteArray &text)
{
    m_snippets.append(
        {.title = {m_titleFrame, {title}}, .file = file, .text = QString::fromUtf8(text)});
}

void SnippetDraft::addRecipe(const Message &title, const QString &file, const Recipe &recipe)
{
    QByteArray text = textOf(recipe);
    const QByteArray base64 = (m_cache.user + QLatin1Char(':') + passwordWord).toUtf8().toBase64();
    if (hasLogin() && text.contains(base64)) {
        text.replace(base64, base64Word);
        m_needsBase64 = true;
    }
    addFile(title, file, text);
}

void SnippetDraft::addCommands(const Message &title, const QStringList &lines)
{
    m_snippets.append({.title = {m_titleFrame, {title}},
                       .file = {},
                       .text = lines.join(QLatin1Char('\n')) + QLatin1Char('\n')});
}

void SnippetDraft::addHostsFiles(const QString &folder, const QString &authorityFile, bool hasLogin)
{
    // A name with a colon has another form there (containerd core/remotes/docker/config).
    const bool isWindowsFolder = folder.contains(QLatin1Char('\\'));
    for (const QString &registry : m_registries) {
        Recipe one = recipe(Recipe::Kind::HostsToml, authorityFile);
        one.registries = {registry};
        if (hasLogin)
            one.cache = m_cache;
        QString name = registry;
        if (isWindowsFolder && name.contains(QLatin1Char(':')))
            name = name.replace(QLatin1Char(':'), QLatin1Char('_')) + QLatin1Char('_');
        addRecipe({QT_TRANSLATE_NOOP("engine", "The mirror of %1"), {registry}},
                  isWindowsFolder
                      ? folder + QLatin1Char('\\') + name + QStringLiteral("\\hosts.toml")
                      : folder + QLatin1Char('/') + name + QStringLiteral("/hosts.toml"),
                  one);
    }
}

void SnippetDraft::addAuthority(const QString &file)
{
    if (hasAuthority())
        addRecipe(QT_TRANSLATE_NOOP("engine", "The certificate that the cache is trusted by"), file,
                  recipe(Recipe::Kind::Authority, {}));
}

void SnippetDraft::addLogin(const QString &program, const QString &httpOption)
{
    if (!hasLogin())
        return;
    const QString option =
        m_cache.isTls || httpOption.isEmpty() ? QString() : httpOption + QLatin1Char(' ');
    addCommands(QT_TRANSLATE_NOOP("engine", "Log in at the cache"),
                {QStringLiteral("%1 login %2--username %3 %4")
                     .arg(program, option, word(m_cache.user), word(m_cache.hostPort()))});
}

void SnippetDraft::addPodmanLogin()
{
    addLogin(QStringLiteral("podman"), QStringLiteral("--tls-verify=false"));
}

void SnippetDraft::addDockerLogin()
{
    if (m_cache.isTls || !hasLogin()) {
        addLogin(QStringLiteral("docker"), {});
        return;
    }
    // `docker login` would ask for TLS.
    const QJsonObject login{
        {QStringLiteral("auths"),
         QJsonObject{{m_cache.hostPort(),
                      QJsonObject{{QStringLiteral("auth"), QLatin1String(base64Word)}}}}}};
    addFile(QT_TRANSLATE_NOOP("engine", "The login at the cache, beside others that are there"),
            isWindows() ? QStringLiteral("%USERPROFILE%\\.docker\\config.json")
                        : QStringLiteral("~/.docker/config.json"),
            QJsonDocument(login).toJson());
    m_needsBase64 = true;
}

QString SnippetDraft::base64Command() const
{
    const QString login = shellQuoted(m_cache.user + QLatin1Char(':') + passwordWord, shell());
    return (isWindows()
                ? QStringLiteral("[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(%1))\n")
                : QStringLiteral("printf %s %1 | base64 | tr -d '\\n'\n"))
        .arg(login);
}

QList<Snippet> SnippetDraft::snippets() const
{
    if (m_hasFailed)
        return {};
    QList<Snippet> all = m_snippets;
    if (m_needsBase64)
        all.append({.title = //: BASE64 stands so in the texts before
                    QT_TRANSLATE_NOOP("engine", "What to write for BASE64"),
                    .file = {},
                    .text = base64Command()});
    return all;
}

} // namespace lanyard::workstation
