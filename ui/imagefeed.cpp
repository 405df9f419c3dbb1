// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagefeed.h"

#include "engine.h"
#include "imagetext.h"
#include "messagetext.h"
#include "models/imagemodel.h"
#include "uilimits.h"

#include <algorithm>

namespace lanyard::ui {

ImageFeed::ImageFeed(Engine &engine, ImageModel &model, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
{
    m_timer.setInterval(limits::imageLook);
    connect(&m_timer, &QTimer::timeout, this, &ImageFeed::look);
    connect(&engine, &Engine::stateChanged, this, &ImageFeed::onStateChanged);
    connect(&model, &ImageModel::detailsWanted, this, &ImageFeed::askFor);
}

void ImageFeed::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    look();
}

void ImageFeed::onStateChanged()
{
    if (m_engine.state() == EngineState::Stopped) {
        m_model.clear();
        m_isReading = false;
        m_isWantedAgain = false;
        m_hasRead = false;
        m_error.clear();
        m_ended.invalidate();
        Q_EMIT changed();
    } else if (m_isWatched) {
        look();
    }
}

std::uint64_t ImageFeed::uses() const
{
    const StatsSnapshot statistics = m_engine.statistics();
    return statistics.hits() + statistics.misses();
}

/// Reads the list when it is time for that.
void ImageFeed::look()
{
    if (m_isReading || m_engine.state() != EngineState::Running)
        return;
    if (m_ended.isValid()) {
        // What others do, such as the command line, is no use of the cache.
        const std::chrono::milliseconds pause =
            uses() == m_usesRead ? limits::imageIdlePause : limits::imagePause;
        if (m_ended.elapsed() < std::max<qint64>(pause.count(), m_readingMs * limits::imagePauses))
            return;
    }
    begin();
}

void ImageFeed::refresh()
{
    if (m_isReading)
        m_isWantedAgain = true;
    else if (m_engine.state() == EngineState::Running)
        begin();
}

void ImageFeed::begin()
{
    m_isReading = true;
    m_isWantedAgain = false;
    m_usesRead = uses();
    m_began.start();
    m_model.beginSweep();
    // What fills the view comes first.
    askPage({}, limits::imagesFirst);
    Q_EMIT changed();
}

void ImageFeed::askPage(const QByteArray &after, int max)
{
    m_engine.images({.after = after, .contains = {}, .max = max}, this,
                    [this](const Result<ImagePage> &page) { takePage(page); });
}

void ImageFeed::takePage(const Result<ImagePage> &page)
{
    if (!m_isReading)
        return;
    if (!page) {
        m_error = told(page.error().message);
        end();
        return;
    }
    m_model.merge(page->images);
    if (page->hasMore) {
        askPage(page->images.last().name(), limits::imagesAtOnce);
        return;
    }
    m_model.endSweep();
    m_error.clear();
    m_hasRead = true;
    m_engine.repositorySizes(this, [this](const Result<RepositorySizes> &sizes) {
        if (sizes)
            m_model.setSizes(*sizes);
    });
    end();
}

void ImageFeed::end()
{
    m_isReading = false;
    m_readingMs = m_began.elapsed();
    m_ended.start();
    Q_EMIT changed();
    if (m_isWantedAgain)
        refresh();
}

void ImageFeed::askFor(const QByteArray &name)
{
    m_engine.image(QString::fromUtf8(name), this, [this, name](const Result<ImageDetails> &found) {
        if (!found) {
            Q_EMIT detailsFailed(name, told(found.error().message));
            if (found.error().code == ErrorCode::NotFound)
                m_model.remove({name});
            return;
        }
        m_model.merge({found->summary});
        m_model.setDetails(*found);
        Q_EMIT detailsArrived(*found);
    });
}

} // namespace lanyard::ui
