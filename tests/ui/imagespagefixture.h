// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"
#include "pages/imageactions.h"
#include "pages/imagespage.h"
#include "registry/imagestore.h"
#include "support/scriptedregistry.h"
#include "widgets/imagetree.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace lanyard::test {

inline constexpr auto alpine = "docker.io/library/alpine";

/// The page over an engine of its own, with some images in its cache.
class Shown final
{
public:
    Shown()
    {
        cache.putImage("docker.io", "library/alpine", one);
        cache.setTag("docker.io", "library/alpine", "1", one.manifest);
        cache.putImage("docker.io", "library/alpine", two);
        cache.setTag("docker.io", "library/alpine", "2", two.manifest);
        cache.putImage("docker.io", "library/busybox", other);
        cache.setTag("docker.io", "library/busybox", "1", other.manifest);
        cache.close();
        page.resize(1000, 700);
        page.show();
    }

    Q_DISABLE_COPY_MOVE(Shown)

    ~Shown()
    {
        const QSignalSpy stopped(&engine, &Engine::stopped);
        engine.stop();
        if (engine.state() != EngineState::Stopped)
            (void)QTest::qWaitFor([&] { return !stopped.isEmpty(); }, patienceMs);
    }

    void start()
    {
        Config config = Engine::defaultConfig();
        config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
        config.accessLog = false;
        config.dataDirectory = cache.folder();
        config.upstreams = {{.registry = "docker.io", .url = hub.url()}};
        engine.start(config);
        QTRY_COMPARE(page.model().imageCount(), 3);
    }

    const ui::ImageNode *find(const QByteArray &name) const { return page.model().find(name); }

    QModelIndex indexOf(const QByteArray &name) const
    {
        const ui::ImageNode *node = find(name);
        return node ? page.model().indexOf(*node) : QModelIndex();
    }

    void select(const QByteArrayList &names)
    {
        page.tree().clearSelection();
        for (const QByteArray &name : names)
            page.tree().selectionModel()->select(indexOf(name), QItemSelectionModel::Select |
                                                                    QItemSelectionModel::Rows);
    }

    template <typename Dialog>
    Dialog *dialog() const
    {
        return page.findChild<Dialog *>();
    }

    const TestImage one = testImage("amd64", {"a base that two images have", "of the first"});
    const TestImage two = testImage("amd64", {"a base that two images have", "of the second"});
    const TestImage other = testImage("arm64", {"of another"});
    ScriptedRegistry hub;
    ImageStore cache;
    Engine engine;
    ui::ImagesPage page{engine};
};

inline QPushButton *buttonOf(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

inline bool hasText(const QWidget &widget, const QString &text)
{
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace lanyard::test
