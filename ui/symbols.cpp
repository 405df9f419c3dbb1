// SPDX-License-Identifier: GPL-3.0-or-later
#include "symbols.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace lanyard::ui {

namespace {

QString fileName(Symbol symbol)
{
    const char *name = QMetaEnum::fromType<Symbol>().valueToKey(static_cast<int>(symbol));
    return QStringLiteral(":/lanyard/symbols/%1.svg").arg(QString::fromLatin1(name).toLower());
}

QColor textColour(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Selected)
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                         QPalette::WindowText);
}

/// Paints the drawing of a symbol with its lines in a colour.
class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(Symbol symbol, std::optional<QColor> colour)
        : m_file(fileName(symbol))
        , m_colour(colour)
    {
    }

    QIconEngine *clone() const override { return new SymbolEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap(rect.size() * scale, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const bool isMeant = m_colour && mode != QIcon::Selected && mode != QIcon::Disabled;
        const QColor colour = isMeant ? *m_colour : textColour(mode);
        const QString key = QStringLiteral("%1 %2x%3 %4")
                                .arg(m_file)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.rgba());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = draw(size, colour);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

private:
    SymbolEngine(const SymbolEngine &) = default;

    QPixmap draw(const QSize &size, const QColor &colour) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(m_file);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(QPointF(), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
        return pixmap;
    }

    QString m_file;
    std::optional<QColor> m_colour;
};

} // namespace

QIcon symbolIcon(Symbol symbol)
{
    return QIcon(new SymbolEngine(symbol, std::nullopt));
}

QIcon symbolIcon(Symbol symbol, const QColor &colour)
{
    return QIcon(new SymbolEngine(symbol, colour));
}

} // namespace lanyard::ui
