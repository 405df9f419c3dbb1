// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestexport.h"

#include <QDir>
#include <QSaveFile>
#include <QThread>

#include <utility>

namespace lanyard::ui {

namespace {

constexpr int recordsPerLook = 1'000; ///< written before it looks whether it shall go on

QByteArray beginOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return csvHeader();
    case ExportFormat::Json:
        return "[";
    case ExportFormat::JsonLines:
        return {};
    }
    return {};
}

QByteArray rowOf(ExportFormat format, const RequestRecord &record, bool isFirst)
{
    switch (format) {
    case ExportFormat::Csv:
        return csvLine(record);
    case ExportFormat::Json:
        return (isFirst ? "\n" : ",\n") + jsonObject(record);
    case ExportFormat::JsonLines:
        return jsonObject(record) + '\n';
    }
    return {};
}

QByteArray endOf(ExportFormat format)
{
    return format == ExportFormat::Json ? "\n]\n" : "";
}

} // namespace

RequestExport::RequestExport(QObject *parent)
    : QObject(parent)
{
}

RequestExport::~RequestExport()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void RequestExport::start(QList<RequestRecord> records, const QString &path)
{
    Q_ASSERT(!isRunning());
    m_isCancelled = false;
    m_trouble.clear();
    const auto total = static_cast<int>(records.size());
    m_thread.reset(
        QThread::create([this, records = std::move(records), path] { write(records, path); }));
    connect(m_thread.get(), &QThread::finished, this, [this, path, total] { end(path, total); });
    m_thread->start();
}

void RequestExport::cancel()
{
    m_isCancelled = true;
}

/// On its thread.
void RequestExport::write(const QList<RequestRecord> &records, const QString &path)
{
    QSaveFile file(path);
    const ExportFormat format = exportFormatOf(path);
    bool isGood = file.open(QIODevice::WriteOnly) && file.write(beginOf(format)) >= 0;
    int written = 0;
    for (; isGood && written < records.size(); ++written) {
        if (written % recordsPerLook == 0) {
            if (m_isCancelled)
                return;
            Q_EMIT progressed(written, static_cast<int>(records.size()));
        }
        isGood = file.write(rowOf(format, records.at(written), written == 0)) >= 0;
    }
    isGood = isGood && file.write(endOf(format)) >= 0 && file.commit();
    if (!isGood)
        m_trouble =
            tr("%1 was not written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
}

void RequestExport::end(const QString &path, int written)
{
    // It may be told from a slot of its own signal.
    m_thread.release()->deleteLater();
    if (m_isCancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT finished(path, written, m_trouble);
}

} // namespace lanyard::ui
