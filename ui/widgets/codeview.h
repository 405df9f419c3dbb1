// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace lanyard::ui {

/// Lines of a file or a program, to be read: in a fixed-width font, as high as they need, beyond
/// that it scrolls. Lines are not wrapped. Always from left to right, as such text is.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeView)

public:
    /// `name` is for those who cannot see what stands above it.
    explicit CodeView(const QString &name, QWidget *parent = nullptr);

    /// Already safe to show.
    void setCode(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int wantedHeight() const;

    bool m_isWide = false; ///< it scrolls sideways
};

} // namespace lanyard::ui
