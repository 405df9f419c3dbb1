// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/localcapanel.h"

#include "messagetext.h"
#include "widgets/copyline.h"
#include "widgets/fieldnote.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

QString day(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::ShortFormat);
}

} // namespace

LocalCaPanel::LocalCaPanel(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_text(new QLabel(this))
    , m_fingerprint(new CopyLine(this))
    , m_create(new QPushButton(tr("Create the authority"), this))
    , m_export(new QPushButton(tr("E&xport its certificate…"), this))
    , m_note(new FieldNote(m_export, this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_create);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_fingerprint);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    connect(m_create, &QPushButton::clicked, this, &LocalCaPanel::create);
    connect(m_export, &QPushButton::clicked, this, &LocalCaPanel::askWhere);
    connect(&engine, &Engine::stateChanged, this, &LocalCaPanel::refresh);
    refresh();
}

void LocalCaPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void LocalCaPanel::refresh()
{
    if (m_engine.state() != EngineState::Running) {
        showOverview(failure(ErrorCode::Cancelled, {}));
        return;
    }
    m_engine.localCa(this,
                     [this](const Result<LocalCaOverview> &overview) { showOverview(overview); });
}

void LocalCaPanel::showOverview(const Result<LocalCaOverview> &overview)
{
    m_overview = overview ? std::optional(*overview) : std::nullopt;
    const bool isMissing = !overview && overview.error().code == ErrorCode::NotFound;
    m_create->setVisible(isMissing);
    m_export->setEnabled(overview.has_value());
    m_fingerprint->setVisible(overview.has_value());
    if (overview) {
        m_text->setText(tr("The authority of this computer holds until %1. Clients have to trust "
                           "its certificate; by the fingerprint one compares both ends.")
                            .arg(day(overview->authority.validUntilMs)));
        m_fingerprint->setText(overview->authority.fingerprint);
    } else if (isMissing) {
        m_text->setText(tr("This computer has no authority yet. The first address that uses it "
                           "makes one."));
    } else if (overview.error().code == ErrorCode::Cancelled) {
        m_text->setText(tr("The authority is shown while the cache runs."));
    } else {
        m_text->setText(told(overview.error().message));
    }
}

void LocalCaPanel::create()
{
    m_engine.createLocalCa(false, this, [this](const Result<LocalCaResult> &created) {
        if (created)
            showOverview(created->overview);
        else
            m_note->say(Kind::Problem, told(created.error().message));
    });
}

void LocalCaPanel::askWhere()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export the certificate of the authority"), folder,
                                   tr("Certificates (*.crt *.pem)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("lanyard-ca.crt"));
    connect(dialog, &QFileDialog::fileSelected, this, &LocalCaPanel::exportTo);
    dialog->open();
}

void LocalCaPanel::exportTo(const QString &path)
{
    if (!m_overview)
        return;
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(m_overview->certificate) >= 0 && file.commit();
    if (isWritten)
        m_note->say(Kind::Hint, tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
    else
        m_note->say(
            Kind::Problem,
            tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace lanyard::ui
