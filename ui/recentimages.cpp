// SPDX-License-Identifier: GPL-3.0-or-later
#include "recentimages.h"

#include "uilimits.h"

namespace lanyard::ui {

namespace {

/// Clients ask for the manifest of a tag first; those of digests belong to it.
bool isPullOfTag(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    return labels.kind == RequestKind::Manifest && record.status == 200 &&
           !labels.upstream.isEmpty() && !labels.reference.contains(':');
}

} // namespace

bool RecentImages::add(const QList<RequestRecord> &records)
{
    const QByteArrayList before = m_names;
    for (const RequestRecord &record : records) {
        if (!isPullOfTag(record))
            continue;
        const QByteArray name =
            record.labels.upstream + '/' + record.labels.repository + ':' + record.labels.reference;
        if (!m_names.isEmpty() && m_names.constFirst() == name)
            continue;
        m_names.removeOne(name);
        m_names.prepend(name);
        if (m_names.size() > limits::recentImages)
            m_names.removeLast();
    }
    return m_names != before;
}

} // namespace lanyard::ui
