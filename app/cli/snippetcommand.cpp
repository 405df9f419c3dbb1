// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "command.h"
#include "plaintext.h"
#include "setupoptions.h"

#include "core/printabletext.h"
#include "workstation.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

const QStringList systems{QStringLiteral("linux"), QStringLiteral("macos"),
                          QStringLiteral("windows")};

void print(const QList<Snippet> &snippets)
{
    bool isFirst = true;
    for (const Snippet &snippet : snippets) {
        if (!isFirst)
            std::puts("");
        isFirst = false;
        // Of a text with several parts, each says where it goes; a comment in most of them.
        std::printf("# %s%s\n", qPrintable(printable(english(snippet.title))),
                    snippet.file.isEmpty()
                        ? ""
                        : qPrintable(QStringLiteral(": ") + printable(snippet.file)));
        std::fputs(snippet.text.toUtf8().constData(), stdout);
        if (!snippet.text.endsWith(u'\n'))
            std::puts("");
    }
}

void printAsJson(const QList<Snippet> &snippets)
{
    QJsonArray list;
    for (const Snippet &snippet : snippets) {
        list.append(QJsonObject{{QStringLiteral("title"), english(snippet.title)},
                                {QStringLiteral("file"), snippet.file},
                                {QStringLiteral("text"), snippet.text}});
    }
    printJson({{QStringLiteral("snippets"), list}});
}

} // namespace

int runSnippet(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("snippet");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Prints what to paste on any computer so that a client there pulls through a cache. It "
        "holds no password: PASSWORD stands in its place. Exit status 2: wrong usage."));
    parser.addPositionalArgument(
        QStringLiteral("CLIENT"),
        QStringLiteral("docker, buildx, buildkit, earthly, earthbuild, containerd, nerdctl, "
                       "podman, k3s, rke2, kind, minikube or colima."));
    const QCommandLineOption system(QStringLiteral("system"),
                                    QStringLiteral("linux (as without it), macos or windows."),
                                    QStringLiteral("SYSTEM"), systems.first());
    const QCommandLineOption cache({QStringLiteral("C"), QStringLiteral("cache")},
                                   QStringLiteral("The cache: HOST:PORT, http://HOST:PORT or "
                                                  "https://HOST:PORT."),
                                   QStringLiteral("ADDRESS"));
    const QCommandLineOption ca(QStringLiteral("ca"),
                                QStringLiteral("The clients have to trust this authority (PEM)."),
                                QStringLiteral("FILE"));
    const QCommandLineOption user({QStringLiteral("u"), QStringLiteral("username")},
                                  QStringLiteral("The cache wants a login: this user."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption registry({QStringLiteral("r"), QStringLiteral("registry")},
                                      QStringLiteral("A registry to pull from through the cache. "
                                                     "May be repeated; without it: docker.io."),
                                      QStringLiteral("NAME"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Print JSON."));
    parser.addOptions({system, cache, ca, user, registry, json});
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const std::optional<ClientKind> kind =
        words.size() == 1 ? clientKindOf(words.first()) : std::nullopt;
    if (!kind)
        return reportUsageError(name, QStringLiteral("expected one CLIENT, such as docker"));
    if (!systems.contains(parser.value(system)))
        return reportUsageError(name, QStringLiteral("--system is linux, macos or windows"));
    if (!parser.isSet(cache))
        return reportUsageError(name, QStringLiteral("expected --cache ADDRESS"));
    const auto endpoint = endpointWith(parser.value(cache), parser.value(ca), name);
    if (!endpoint)
        return endpoint.error();
    CacheEndpoint chosen = *endpoint;
    chosen.user = parser.value(user);
    const QStringList registries =
        parser.isSet(registry) ? parser.values(registry) : QStringList{QStringLiteral("docker.io")};
    const QList<Snippet> snippets =
        Workstation::snippets(*kind, parser.value(system), chosen, registries);
    if (parser.isSet(json))
        printAsJson(snippets);
    else
        print(snippets);
    return Success;
}

} // namespace lanyard::cli
