// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settingspage.h"

#include "engine.h"
#include "enginecontrol.h"
#include "messagetext.h"
#include "settings/accesssection.h"
#include "settings/logsection.h"
#include "settings/networksection.h"
#include "settings/programsection.h"
#include "settings/storagesection.h"
#include "uilimits.h"
#include "widgets/cardcolumn.h"
#include "widgets/fieldnote.h"
#include "widgets/formcard.h"
#include "widgets/mutedlabel.h"
#include "widgets/taborder.h"
#include "widgets/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

constexpr int columnWidthEms = 56;

} // namespace

SettingsPage::SettingsPage(Engine &engine, EngineControl &control, QString file, Program program,
                           QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_control(control)
    , m_program(std::move(program))
    , m_network(new NetworkSection(engine))
    , m_sections{m_network, new StorageSection(engine),
                 new AccessSection(engine, QFileInfo(file).path()), new LogSection}
    , m_programSection(new ProgramSection)
    , m_path(new MutedLabel({}, this))
    , m_fileNote(new FieldNote(m_path, this))
    , m_status(new FieldNote(this, this))
    , m_revert(new QPushButton(tr("Rever&t"), this))
    , m_apply(new QPushButton(tr("Appl&y"), this))
    , m_file{.path = std::move(file)}
{
    m_fileNote->setObjectName(QStringLiteral("fileNote"));
    m_revert->setObjectName(QStringLiteral("revert"));
    m_apply->setObjectName(QStringLiteral("apply"));
    buildLayout();
    m_poll.setInterval(limits::settingsPollInterval);
    connect(&m_poll, &QTimer::timeout, this, &SettingsPage::read);
    connect(m_revert, &QPushButton::clicked, this, &SettingsPage::revert);
    connect(m_apply, &QPushButton::clicked, this, &SettingsPage::apply);
    for (SettingsSection *section : std::as_const(m_sections))
        connect(section, &SettingsSection::edited, this, &SettingsPage::onEdited);
    connect(m_programSection, &ProgramSection::edited, this, &SettingsPage::onEdited);
    // A taken port is told where it is set.
    connect(&engine, &Engine::startFailed, m_network, &NetworkSection::checkAddresses);
    connect(&engine, &Engine::settingsRead, this, &SettingsPage::read);
    m_shownProgram = m_program.read();
    m_programSection->fill(m_shownProgram);
    refreshButtons();
    read();
}

void SettingsPage::buildLayout()
{
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_path->setWordWrap(true);
    const CardColumn column = makeCardColumn(columnWidthEms, this);
    for (SettingsSection *section : std::as_const(m_sections))
        column.rows->addWidget(section);
    column.rows->addWidget(m_programSection);
    column.rows->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_path);
    layout->addWidget(m_fileNote);
    layout->addWidget(column.area, 1);
    layout->addLayout(makeFooter());
}

QLayout *SettingsPage::makeFooter()
{
    auto *footer = new QHBoxLayout;
    footer->setSpacing(10);
    footer->addWidget(m_status, 1);
    footer->addStretch(0);
    footer->addWidget(m_revert);
    footer->addWidget(m_apply);
    return footer;
}

void SettingsPage::read()
{
    m_engine.settings(m_file.path, this, [this](const Result<SettingsFile> &file) {
        if (file && !m_isWriting)
            showFile(*file);
    });
}

void SettingsPage::showFile(const SettingsFile &file)
{
    const bool isNew = file != m_file || !m_shown;
    const bool isEditedNow = isEdited();
    m_file = file;
    if (!isNew)
        return;
    const QString path = QDir::toNativeSeparators(file.path);
    m_path->setText(file.isThere
                        ? tr("Kept in %1, which the server reads as well.").arg(path)
                        : tr("There is no configuration file yet. Apply makes %1.").arg(path));
    const bool isUsable = file.settings && file.readOnlyReason.isEmpty();
    if (!file.settings)
        m_fileNote->say(Kind::Problem, told(file.diagnostics));
    else if (!isUsable)
        m_fileNote->say(Kind::Warning,
                        tr("These settings can be looked at, and not changed here. %1")
                            .arg(told(file.readOnlyReason)));
    else if (isEditedNow && m_shown)
        m_fileNote->say(Kind::Warning,
                        tr("The file was changed meanwhile. Apply writes what you have changed "
                           "here, and keeps the rest; Revert shows what the file says."));
    else
        m_fileNote->say(FieldNote::Kind::Hint, {});
    enableSections();
    if (file.settings && !(isEditedNow && m_shown))
        fill();
    refreshButtons();
}

/// Nothing can be typed while what was is written: it would be lost.
void SettingsPage::enableSections()
{
    const bool isUsable = m_file.settings && m_file.readOnlyReason.isEmpty();
    for (SettingsSection *section : std::as_const(m_sections))
        section->setEnabled(isUsable && !m_isWriting);
}

void SettingsPage::fill()
{
    for (SettingsSection *section : std::as_const(m_sections))
        section->fill(*m_file.settings);
    m_shown = collected();
    adoptFields();
}

Settings SettingsPage::collected() const
{
    // What has no field stays.
    Settings settings = m_file.settings.value_or(Settings());
    for (const SettingsSection *section : m_sections)
        section->collect(settings);
    return settings;
}

bool SettingsPage::isEdited() const
{
    // What is not right may come to what it was.
    return (m_shown && (collected() != *m_shown || !isValid())) ||
           m_programSection->collect() != m_shownProgram;
}

bool SettingsPage::isValid() const
{
    return std::all_of(m_sections.begin(), m_sections.end(),
                       [](const SettingsSection *section) { return section->isValid(); });
}

void SettingsPage::onEdited()
{
    const Settings now = collected();
    for (SettingsSection *section : std::as_const(m_sections))
        section->follow(now);
    adoptFields();
    refreshButtons();
}

void SettingsPage::refreshButtons()
{
    const bool isEditedNow = isEdited();
    m_revert->setEnabled(isEditedNow && !m_isWriting);
    m_apply->setEnabled(isEditedNow && isValid() && !m_isWriting);
    if (!isEditedNow)
        return;
    if (isValid())
        m_status->say(Kind::Hint, tr("Not applied yet."));
    else
        m_status->say(Kind::Problem, tr("Something above is not right yet."));
}

void SettingsPage::apply()
{
    if (!isEdited() || !isValid() || m_isWriting)
        return;
    applyProgram();
    const Settings wanted = collected();
    if (!m_shown || wanted == *m_shown) {
        refreshButtons();
        return;
    }
    m_isWriting = true;
    enableSections();
    m_status->say(Kind::Hint, tr("Writing…"));
    m_engine.changeSettings({.path = m_file.path, .before = *m_shown, .wanted = wanted}, this,
                            [this](const Result<SettingsResult> &result) { onWritten(result); });
    refreshButtons();
}

void SettingsPage::applyProgram()
{
    const ProgramSettings wanted = m_programSection->collect();
    if (wanted == m_shownProgram)
        return;
    const Result<void> written = m_program.write(wanted);
    m_programSection->showTrouble(written ? QString() : told(written.error().message));
    m_shownProgram = m_program.read();
    m_status->say(Kind::Hint, written ? tr("Applied.") : QString());
    Q_EMIT programChanged(m_shownProgram);
}

void SettingsPage::onWritten(const Result<SettingsResult> &result)
{
    m_isWriting = false;
    enableSections();
    if (!result) {
        refreshButtons();
        m_status->say(Kind::Problem, told(result.error().message));
        return;
    }
    m_shown.reset();
    showFile(result->file);
    const EngineState state = m_engine.state();
    const bool isUsed = state == EngineState::Running || state == EngineState::Starting;
    if (isUsed && !result->waiting.isEmpty())
        restartFor(result->waiting);
    else
        m_status->say(Kind::Hint, isUsed ? tr("Applied; it counts in a moment.")
                                         : tr("Applied; it counts when the cache is started."));
}

/// Not while something runs that would have to be begun anew.
void SettingsPage::restartFor(const QStringList &waiting)
{
    m_engine.status(this, [this, waiting](const Result<EngineStatus> &status) {
        const QString names = waiting.join(QStringLiteral(", "));
        if (status && status->isBusy) {
            m_status->say(Kind::Hint, tr("Applied. An import, an export or a prefetch runs; %1 "
                                         "counts when the cache is restarted.")
                                          .arg(names));
            m_control.offerRestart(waiting);
            return;
        }
        m_status->say(Kind::Hint,
                      tr("Applied. The cache restarts for %1; running transfers end before that.")
                          .arg(names));
        m_control.restart();
    });
}

void SettingsPage::revert()
{
    m_programSection->fill(m_shownProgram);
    m_fileNote->say(FieldNote::Kind::Hint, {});
    if (m_file.settings)
        fill();
    m_status->say(FieldNote::Kind::Hint, {});
    refreshButtons();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
    m_poll.start();
}

void SettingsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_poll.stop();
}

/// Also the fields that have come since.
void SettingsPage::adoptFields()
{
    for (QComboBox *field : findChildren<QComboBox *>())
        guardWheel(field);
    for (QAbstractSpinBox *field : findChildren<QAbstractSpinBox *>())
        guardWheel(field);
    alignFields(*this);
    tabAsItIsRead(*this);
}

} // namespace lanyard::ui
