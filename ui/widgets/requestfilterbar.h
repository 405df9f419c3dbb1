// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/requestfilter.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace lanyard::ui {

class FilterCompleter;
class SeenCombo;

/// What of the request log is to be seen: words, and choices beside them.
class RequestFilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestFilterBar)

public:
    explicit RequestFilterBar(QWidget *parent = nullptr);

    RequestCriteria criteria() const;

    /// Offers the record's client, upstream and image.
    void note(const RequestRecord &record);

    void chooseClient(const QByteArray &client);
    void chooseUpstream(const QByteArray &upstream);
    void setText(const QString &text);
    /// Everything is to be seen.
    void reset();
    void focusText();

Q_SIGNALS:
    /// When the typing rests, and at each choice; the criteria may be the same as before.
    void criteriaChanged();

private:
    void fillCombos();
    void tell();

    QTimer m_typing;
    QLineEdit *m_text;
    FilterCompleter *m_completer;
    SeenCombo *m_client;
    SeenCombo *m_upstream;
    QComboBox *m_result;
    QComboBox *m_kind;
};

} // namespace lanyard::ui
