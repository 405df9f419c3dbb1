// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"
#include "workstation/shellword.h"
#include "workstation/snippets.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace lanyard::workstation {

/// Collects the snippets for one client. A value.
class SnippetDraft
{
public:
    SnippetDraft(System system, CacheEndpoint cache, QStringList registries);

    System system() const { return m_system; }

    bool isWindows() const { return m_system == System::Windows; }

    /// With PASSWORD for the password.
    const CacheEndpoint &cache() const { return m_cache; }

    const QStringList &registries() const { return m_registries; }

    bool hasDockerHub() const;

    /// Clients have to be told what to trust.
    bool hasAuthority() const { return !m_cache.authority.isEmpty(); }

    bool hasLogin() const { return !m_cache.user.isEmpty(); }

    /// Around the titles that follow: "%1 (in the virtual machine)", marked for translation.
    void setTitleFrame(const char *frame) { m_titleFrame = frame; }

    /// A recipe for all registries, without the login; `authorityFile` counts where there is an
    /// authority.
    recipes::Recipe recipe(recipes::Recipe::Kind kind, const QString &authorityFile) const;
    /// What the recipe comes to where there is no file.
    QByteArray textOf(const recipes::Recipe &recipe);

    void addFile(const Message &title, const QString &file, const QByteArray &text);
    void addRecipe(const Message &title, const QString &file, const recipes::Recipe &recipe);
    void addCommands(const Message &title, const QStringList &lines);

    /// FOLDER/REGISTRY/hosts.toml of each registry, with the login where `hasLogin`.
    void addHostsFiles(const QString &folder, const QString &authorityFile, bool hasLogin);
    /// The certificate of the authority, where there is one.
    void addAuthority(const QString &file);
    /// The login of a client that keeps it itself, such as `podman`; `httpOption` is what it needs
    /// for a cache without TLS.
    void addLogin(const QString &program, const QString &httpOption);
    /// That of Podman and its family.
    void addPodmanLogin();
    /// The login of Docker's command line, which BuildKit asks for the one of a mirror.
    void addDockerLogin();

    /// A word for the shell of the system: PowerShell on Windows.
    QString word(const QString &text) const { return shellWord(text, shell()); }

    /// All of them; none where a recipe has failed.
    QList<Snippet> snippets() const;

private:
    /// What stands for the Base64 of USER:PASSWORD.
    static constexpr const char *base64Word = "BASE64";

    Shell shell() const { return isWindows() ? Shell::PowerShell : Shell::Posix; }

    QString base64Command() const;

    const System m_system;
    CacheEndpoint m_cache;
    const QStringList m_registries;
    const char *m_titleFrame = "%1";
    QList<Snippet> m_snippets;
    bool m_needsBase64 = false;
    bool m_hasFailed = false;
};

} // namespace lanyard::workstation
