// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diskpool.h"
#include "core/taskqueue.h"
#include "registry/images.h"

#include <atomic>
#include <functional>
#include <string>

namespace lanyard::registry {

/// Answers questions about images without holding up who asks: looks them up on a thread of its
/// own, one after the other, since each reads many small files.
///
/// Lives on the engine thread, where the answers arrive, later; those to questions that are open
/// when it is destroyed never do. Beyond limits::questionsMax that wait, more are refused at once
/// (Cancelled).
class ImageDesk final
{
public:
    /// Both outlive it.
    ImageDesk(store::Store &store, const upstream::Routes &routes);
    /// Blocks until the question that is being looked up has its answer.
    ~ImageDesk();
    ImageDesk(const ImageDesk &) = delete;
    ImageDesk &operator=(const ImageDesk &) = delete;

    void list(const ImageQuery &query, std::function<void(const Result<ImagePage> &)> done);
    void inspect(const std::string &reference,
                 std::function<void(const Result<ImageDetails> &)> done);
    void sizes(std::function<void(const Result<RepositorySizes> &)> done);

private:
    template <typename Answer>
    void ask(std::function<Answer()> question, std::function<void(const Answer &)> done);

    const Images m_images;
    std::size_t m_open = 0; ///< questions
    TaskQueue m_answers;
    std::atomic<bool> m_isClosing{false};
    DiskPool m_thread{1};
};

} // namespace lanyard::registry
