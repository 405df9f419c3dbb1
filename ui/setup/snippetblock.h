// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QWidget>

class QLabel;

namespace lanyard::ui {

class CodeView;
class FieldNote;

/// A text to paste, with what it is and where it goes, and buttons that copy and save it.
class SnippetBlock final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnippetBlock)

public:
    explicit SnippetBlock(const Snippet &snippet, QWidget *parent = nullptr);

    void copy() const;
    /// Writes it; what goes wrong is said below.
    void saveTo(const QString &path);

private:
    void askWhere();

    const Snippet m_snippet;
    FieldNote *m_note;
};

} // namespace lanyard::ui
