// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"
#include "table.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>
#include <utility>

namespace lanyard::cli {

namespace {

void printTable(const QJsonArray &images)
{
    Table table({{QStringLiteral("REPOSITORY")},
                 {QStringLiteral("TAG")},
                 {QStringLiteral("DIGEST")},
                 {QStringLiteral("SIZE"), Table::Align::Right},
                 {QStringLiteral("STORED"), Table::Align::Right},
                 {QStringLiteral("COMPLETE")},
                 {QStringLiteral("PRIVATE")},
                 {QStringLiteral("USED")}});
    for (const auto &entry : images) {
        const QJsonObject image = entry.toObject();
        const QString tag = image.value(QLatin1String("tag")).toString(QStringLiteral("<none>"));
        table.add({image.value(QLatin1String("registry")).toString() + u'/' +
                       image.value(QLatin1String("repository")).toString(),
                   tag, shortDigest(image.value(QLatin1String("digest"))),
                   sizeText(image.value(QLatin1String("totalBytes")).toInteger()),
                   sizeText(image.value(QLatin1String("storedBytes")).toInteger()),
                   yesNo(image.value(QLatin1String("complete"))),
                   yesNo(image.value(QLatin1String("private"))),
                   agoText(image.value(QLatin1String("lastUsedAt")))});
    }
    std::fputs(qPrintable(table.text()), stdout);
    for (const auto &entry : images) {
        const QJsonObject image = entry.toObject();
        if (!image.value(QLatin1String("newerUpstream")).isNull())
            std::printf("%s is newer upstream.\n",
                        qPrintable(image.value(QLatin1String("name")).toString()));
    }
}

/// Collects the pages of the list, then prints them all.
class ImageList
{
public:
    ImageList(Session &session, QString pattern, bool isJson)
        : m_session(session)
        , m_pattern(std::move(pattern))
        , m_isJson(isJson)
    {
    }

    void askFrom(const QString &after)
    {
        m_session.ask(QStringLiteral("images"),
                      {{QStringLiteral("after"), after}, {QStringLiteral("contains"), m_pattern}},
                      [this](const QJsonObject &page) { take(page); });
    }

private:
    void take(const QJsonObject &page)
    {
        const QJsonArray images = page.value(QLatin1String("images")).toArray();
        for (const auto &image : images)
            m_images.append(image);
        if (const QString next = page.value(QLatin1String("next")).toString(); !next.isEmpty()) {
            askFrom(next);
            return;
        }
        if (m_isJson)
            printJson({{QStringLiteral("images"), m_images}});
        else
            printTable(m_images);
        m_session.end(Success);
    }

    Session &m_session;
    const QString m_pattern;
    const bool m_isJson;
    QJsonArray m_images;
};

} // namespace

int runImages(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("images");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Lists the images in the cache: of the server or desktop that runs, else of the folder. "
        "SIZE is what is known of an image, STORED how much of it is here; an image that is "
        "COMPLETE can be pulled without its registry; PRIVATE is for trusted clients; USED is how "
        "long ago it was pulled. Below stands which pinned ones are newer upstream; 'lanyard "
        "refresh' gets them."));
    parser.addPositionalArgument(QStringLiteral("PATTERN"),
                                 QStringLiteral("Only images with this in their name."),
                                 QStringLiteral("[PATTERN]"));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    if (parser.positionalArguments().size() > 1)
        return reportUsageError(name, QStringLiteral("expected at most one PATTERN"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    ImageList list(session, parser.positionalArguments().value(0), cacheOptions.isJson(parser));
    list.askFrom({});
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
