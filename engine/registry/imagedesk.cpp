// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagedesk.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::registry {

ImageDesk::ImageDesk(store::Store &store, const upstream::Routes &routes)
    : m_images(store, routes)
{
}

ImageDesk::~ImageDesk()
{
    m_isClosing = true;
}

template <typename Answer>
void ImageDesk::ask(std::function<Answer()> question, std::function<void(const Answer &)> done)
{
    if (m_open >= limits::questionsMax) {
        done(Answer(failure(ErrorCode::Cancelled,
                            QT_TRANSLATE_NOOP("engine", "too many questions wait for an answer"))));
        return;
    }
    ++m_open;
    // `done` travels along and is never copied: what it holds belongs to the engine thread.
    m_thread.start([this, question = std::move(question), done = std::move(done)]() mutable {
        Answer answer = m_isClosing
                            ? Answer(failure(ErrorCode::Cancelled,
                                             QT_TRANSLATE_NOOP("engine", "the engine stops")))
                            : question();
        m_answers.post([this, done = std::move(done), answer = std::move(answer)] {
            --m_open;
            done(answer);
        });
    });
}

void ImageDesk::list(const ImageQuery &query, std::function<void(const Result<ImagePage> &)> done)
{
    ask<Result<ImagePage>>([this, query]() -> Result<ImagePage> { return m_images.list(query); },
                           std::move(done));
}

void ImageDesk::inspect(const std::string &reference,
                        std::function<void(const Result<ImageDetails> &)> done)
{
    ask<Result<ImageDetails>>([this, reference] { return m_images.inspect(reference); },
                              std::move(done));
}

void ImageDesk::sizes(std::function<void(const Result<RepositorySizes> &)> done)
{
    ask<Result<RepositorySizes>>([this]() -> Result<RepositorySizes> { return m_images.sizes(); },
                                 std::move(done));
}

} // namespace lanyard::registry
