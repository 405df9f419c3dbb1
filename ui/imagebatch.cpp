// SPDX-License-Identifier: GPL-3.0-or-later
#include "imagebatch.h"

#include "format.h"
#include "imagetext.h"
#include "messagetext.h"
#include "uilimits.h"

#include <utility>

namespace lanyard::ui {

ImageBatch::ImageBatch(QByteArrayList names, Step step, QObject *parent)
    : QObject(parent)
    , m_names(std::move(names))
    , m_step(std::move(step))
{
}

void ImageBatch::start()
{
    startMore();
}

void ImageBatch::cancel()
{
    m_next = m_names.size();
    startMore();
}

void ImageBatch::startMore()
{
    while (m_running < limits::batchAtOnce && m_next < m_names.size()) {
        const QByteArray name = m_names.at(m_next++);
        ++m_running;
        m_step(name, this, [this, name](const Result<bool> &done) { take(name, done); });
    }
    if (m_running > 0)
        return;
    Q_EMIT finished();
    deleteLater();
}

void ImageBatch::take(const QByteArray &name, const Result<bool> &done)
{
    --m_running;
    if (done) {
        ++m_succeeded;
        m_changed += *done ? 1 : 0;
    } else {
        ++m_failed;
        if (m_failures.size() < limits::batchFailures)
            m_failures.append(printable(name) + QStringLiteral(": ") + told(done.error().message));
    }
    Q_EMIT progressed(m_succeeded + m_failed, static_cast<int>(m_names.size()));
    startMore();
}

} // namespace lanyard::ui
