// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/clientsnippets.h"

namespace lanyard::workstation {

using recipes::Recipe;

namespace {

const QString configName = QStringLiteral("50-lanyard.conf");
const QString configFile = QStringLiteral("/etc/containers/registries.conf.d/50-lanyard.conf");
constexpr const char *mirrorsTitle =
    QT_TRANSLATE_NOOP("engine", "The mirrors of Podman, Buildah, Skopeo and CRI-O");

/// The line that writes a local file into the virtual machine.
QString copyLine(const SnippetDraft &draft, const QString &name, const QString &folder,
                 const QString &target)
{
    const QString command =
        QStringLiteral("podman machine ssh \"sudo mkdir -p '%1' && sudo tee '%1/%2'\"")
            .arg(folder, target);
    return draft.isWindows() ? QStringLiteral("Get-Content %1 | %2").arg(name, command)
                             : QStringLiteral("%2 < %1").arg(name, command);
}

void addMachine(SnippetDraft &draft)
{
    const QString authorityName = QStringLiteral("lanyard-ca.pem");
    draft.addAuthority(authorityName);
    draft.addRecipe(mirrorsTitle, configName, draft.recipe(Recipe::Kind::RegistriesConf, {}));
    QStringList lines;
    if (draft.hasAuthority())
        lines += copyLine(draft, authorityName,
                          QStringLiteral("/etc/containers/certs.d/") + draft.cache().hostPort(),
                          QStringLiteral("ca.crt"));
    lines += copyLine(draft, configName, QStringLiteral("/etc/containers/registries.conf.d"),
                      configName);
    draft.addCommands(QT_TRANSLATE_NOOP("engine", "Copy them into the machine of Podman"), lines);
}

} // namespace

void addPodmanSnippets(SnippetDraft &draft)
{
    if (draft.system() == System::Linux) {
        draft.addAuthority(QStringLiteral("/etc/containers/certs.d/") + draft.cache().hostPort() +
                           QStringLiteral("/ca.crt"));
        draft.addRecipe(mirrorsTitle, configFile, draft.recipe(Recipe::Kind::RegistriesConf, {}));
        draft.addCommands(
            QT_TRANSLATE_NOOP("engine", "Only CRI-O: reload it; nothing is interrupted"),
            {QStringLiteral("sudo systemctl reload crio")});
    } else {
        addMachine(draft);
    }
    draft.addPodmanLogin();
}

} // namespace lanyard::workstation
