// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>

namespace lanyard::ui {

class ImageModel;

/// Keeps the tree of images as the cache is: reads all of the list page by page, and again when
/// clients have used the cache, as seldom as it takes long. Lives on the UI thread.
class ImageFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageFeed)

public:
    /// Both must outlive it.
    ImageFeed(Engine &engine, ImageModel &model, QObject *parent = nullptr);

    /// Whether somebody looks at the tree: it is not kept otherwise.
    void setWatched(bool isWatched);
    /// Reads the list now, or once more when it is being read.
    void refresh();
    /// Asks for everything about one image, for the tree and detailsArrived().
    void askFor(const QByteArray &name);

    bool isReading() const { return m_isReading; }

    /// All of the list has been read since the engine runs.
    bool hasRead() const { return m_hasRead; }

    /// Why the list could not be read; empty: it could.
    const QString &error() const { return m_error; }

Q_SIGNALS:
    /// isReading(), hasRead() or error() is another.
    void changed();
    void detailsArrived(const lanyard::ImageDetails &details);
    /// There are none; `message` is for the user.
    void detailsFailed(const QByteArray &name, const QString &message);

private:
    void onStateChanged();
    void look();
    void begin();
    void askPage(const QByteArray &after, int max);
    void takePage(const Result<ImagePage> &page);
    void end();
    std::uint64_t uses() const;

    Engine &m_engine;
    ImageModel &m_model;
    QTimer m_timer;
    QElapsedTimer m_began;        ///< the reading
    QElapsedTimer m_ended;        ///< the last reading; invalid: there was none
    qint64 m_readingMs = 0;       ///< how long the last reading took
    std::uint64_t m_usesRead = 0; ///< of the cache by clients, when the last reading began
    QString m_error;
    bool m_isWatched = false;
    bool m_isReading = false;
    bool m_isWantedAgain = false;
    bool m_hasRead = false;
};

} // namespace lanyard::ui
