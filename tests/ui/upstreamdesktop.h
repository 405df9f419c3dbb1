// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "pages/upstreamspage.h"
#include "support/scriptedregistry.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace lanyard::test {

/// The page over a real engine with two scripted registries, docker.io and quay.io, and a
/// configuration file of its own.
class UpstreamDesktop final
{
public:
    UpstreamDesktop()
        : page(engine)
    {
        QFile file(configFile());
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no configuration file");
        file.write("version: 1 # mine\n"
                   "listen: [{address: \"127.0.0.1:0\"}]\n"
                   "storage: {directory: " +
                   folder.path().toUtf8() +
                   "/data}\n"
                   "upstreams:\n"
                   "  - registry: docker.io # the hub\n"
                   "    url: " +
                   QByteArray::fromStdString(hub.url()) +
                   "\n"
                   "  - registry: quay.io\n"
                   "    url: " +
                   QByteArray::fromStdString(quay.url()) + "\n");
        file.close();
        page.resize(1100, 700);
    }

    Q_DISABLE_COPY_MOVE(UpstreamDesktop)

    void start()
    {
        const LoadedConfig loaded = Engine::loadConfig(configFile());
        QVERIFY2(loaded.config, qPrintable(loaded.diagnostics.value(0).toString()));
        Config config = *loaded.config;
        config.accessLog = false;
        engine.start(config);
        QTRY_COMPARE(engine.state(), EngineState::Running);
        page.show();
    }

    QString configFile() const { return folder.filePath(QStringLiteral("lanyard.yml")); }

    QByteArray configText() const
    {
        QFile file(configFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The dialog of this kind that is open now; nullptr: none is.
    template <typename Dialog>
    Dialog *dialog() const
    {
        const QList<Dialog *> all = page.findChildren<Dialog *>();
        for (Dialog *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }

    QTemporaryDir folder;
    ScriptedRegistry hub;
    ScriptedRegistry quay;
    Engine engine;
    ui::UpstreamsPage page;
};

} // namespace lanyard::test
