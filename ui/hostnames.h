// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

namespace lanyard::ui {

/// The names of machines by their addresses, as the name service of this computer knows them. Each
/// is asked for once. Lives on the UI thread, and does not block it.
class HostNames final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HostNames)

public:
    explicit HostNames(QObject *parent = nullptr);

    /// Empty while it is not known, or when there is none; found() follows when it is.
    QString nameOf(const QByteArray &address);

Q_SIGNALS:
    void found();

private:
    QHash<QByteArray, QString> m_names; ///< empty: asked for, or there is none
};

} // namespace lanyard::ui
