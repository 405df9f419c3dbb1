// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/storagesection.h"

#include "engine.h"
#include "format.h"
#include "widgets/fieldnote.h"
#include "widgets/pathfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <chrono>

namespace lanyard::ui {

namespace {

using Kind = FieldNote::Kind;

constexpr std::int64_t usualCapacity = std::int64_t{50} * 1024 * 1024 * 1024;

/// The text stays while it says the same: nobody's spelling changes under their hands.
void showSize(QLineEdit &field, std::int64_t bytes)
{
    if (parseSize(field.text()) != std::optional(bytes))
        field.setText(sizeText(bytes));
}

} // namespace

StorageSection::StorageSection(Engine &engine, QWidget *parent)
    : SettingsSection(tr("Storage"), parent)
    , m_engine(engine)
    , m_folder(new PathField(PathField::Kind::Folder, tr("Folder of the cache"), this))
    , m_folderNote(new FieldNote(m_folder, this))
    , m_isLimited(new QCheckBox(tr("Limit the size of the cache to"), this))
    , m_capacity(new QLineEdit(this))
    , m_capacityNote(new FieldNote(m_capacity, this))
    , m_keepFree(new QLineEdit(this))
    , m_keepFreeNote(new FieldNote(m_keepFree, this))
    , m_pinCheck(new QComboBox(this))
    , m_pinRefresh(new QCheckBox(tr("Fetch what is newer"), this))
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_isLimited->setObjectName(QStringLiteral("isLimited"));
    m_capacity->setObjectName(QStringLiteral("capacity"));
    m_keepFree->setObjectName(QStringLiteral("keepFree"));
    m_capacity->setAccessibleName(tr("Largest size of the cache"));
    m_folder->setUsual(Engine::dataDirectory(Config()));
    m_keepFree->setPlaceholderText(tr("5GiB, or a twentieth of a small disk"));
    buildFields();
    connect(m_folder, &PathField::edited, this, &StorageSection::onEdited);
    connect(m_isLimited, &QCheckBox::toggled, this, [this](bool isLimited) {
        if (isLimited && m_capacity->text().isEmpty())
            m_capacity->setText(sizeText(usualCapacity));
        m_capacity->setEnabled(isLimited);
    });
    connect(m_isLimited, &QCheckBox::clicked, this, &StorageSection::onEdited);
    connect(m_capacity, &QLineEdit::textEdited, this, &StorageSection::onEdited);
    connect(m_keepFree, &QLineEdit::textEdited, this, &StorageSection::onEdited);
    connect(m_pinCheck, &QComboBox::activated, this, &StorageSection::onEdited);
    connect(m_pinRefresh, &QCheckBox::clicked, this, &StorageSection::onEdited);
}

void StorageSection::buildFields()
{
    addField(tr("&Folder:"), m_folder);
    addBelow(m_folderNote);
    auto *size = new QHBoxLayout;
    size->addWidget(m_isLimited);
    size->addWidget(m_capacity, 1);
    addField(tr("Si&ze:"), size, m_isLimited);
    addBelow(m_capacityNote);
    addField(tr("&Keep free:"), m_keepFree);
    addBelow(m_keepFreeNote);
    using namespace std::chrono_literals;
    m_pinCheck->addItem(tr("Do not look for them"), 0);
    m_pinCheck->addItem(tr("Look every hour"), 1);
    m_pinCheck->addItem(tr("Look every day"), 24);
    addField(tr("Newer &pinned images:"), m_pinCheck);
    addBelow(m_pinRefresh);
}

void StorageSection::fill(const Settings &settings)
{
    m_folder->setPath(settings.dataDirectory);
    m_isLimited->setChecked(settings.capacity.has_value());
    m_capacity->setEnabled(settings.capacity.has_value());
    if (settings.capacity)
        showSize(*m_capacity, *settings.capacity);
    if (settings.keepFree)
        showSize(*m_keepFree, *settings.keepFree);
    else
        m_keepFree->clear();
    m_pinCheck->setCurrentIndex(
        m_pinCheck->findData(static_cast<int>(settings.pinned.checkEvery.count())));
    m_pinRefresh->setChecked(settings.pinned.refreshes);
    m_isStale = true;
    validate();
}

void StorageSection::collect(Settings &settings) const
{
    settings.dataDirectory = m_folder->path();
    settings.capacity = m_isLimited->isChecked() ? parseSize(m_capacity->text()) : std::nullopt;
    settings.keepFree =
        m_keepFree->text().trimmed().isEmpty() ? std::nullopt : parseSize(m_keepFree->text());
    settings.pinned.checkEvery = std::chrono::hours(m_pinCheck->currentData().toInt());
    settings.pinned.refreshes =
        m_pinRefresh->isChecked() && settings.pinned.checkEvery.count() != 0;
}

bool StorageSection::isValid() const
{
    return !m_folderNote->isProblem() && !m_capacityNote->isProblem() &&
           !m_keepFreeNote->isProblem();
}

void StorageSection::onEdited()
{
    validate();
    Q_EMIT edited();
}

void StorageSection::validate()
{
    lookAtDisk();
    if (!m_folder->isValid())
        m_folderNote->say(Kind::Problem, tr("Give the whole path, from / or ~/ on."));
    else
        m_folderNote->say(Kind::Hint, tr("What is cached in another folder stays there."));

    const auto capacity = parseSize(m_capacity->text());
    if (!m_isLimited->isChecked())
        m_capacityNote->say(Kind::Hint, tr("The cache may take what is not to be kept free."));
    else if (!capacity)
        m_capacityNote->say(Kind::Problem, tr("Give a size such as 50GiB."));
    else if (m_disk && *capacity > m_disk->bytes)
        m_capacityNote->say(Kind::Warning, tr("That is more than the whole disk has."));
    else
        m_capacityNote->say(Kind::Hint,
                            tr("Images that were used longest ago make room; pinned ones stay."));

    const QString keepFree = m_keepFree->text().trimmed();
    if (!keepFree.isEmpty() && !parseSize(keepFree))
        m_keepFreeNote->say(Kind::Problem, tr("Give a size such as 5GiB."));
    else if (m_disk && !keepFree.isEmpty() && *parseSize(keepFree) > m_disk->bytes)
        m_keepFreeNote->say(Kind::Warning,
                            tr("That is more than the whole disk has: nothing would be stored."));
    else if (m_disk)
        m_keepFreeNote->say(
            Kind::Hint, tr("So much of the disk is left to others, whatever the size of the cache "
                           "may be. It has %1, of which %2 are free now.")
                            .arg(formatBytes(m_disk->bytes), formatBytes(m_disk->freeBytes)));
    else
        m_keepFreeNote->say(Kind::Hint, tr("So much of the disk is left to others."));
    m_pinRefresh->setEnabled(m_pinCheck->currentData().toInt() != 0);
}

QString StorageSection::folder() const
{
    Config config;
    config.dataDirectory = m_folder->path();
    return Engine::dataDirectory(config);
}

/// What others have written since is no longer free.
void StorageSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    m_isStale = true;
    lookAtDisk();
}

/// Once for each folder that is typed; what is known of a disk counts until it is known anew.
void StorageSection::lookAtDisk()
{
    const bool isAnother = folder() != m_lookedAt;
    if (!m_folder->isValid() || (!isAnother && !m_isStale))
        return;
    if (isAnother)
        m_disk.reset();
    m_isStale = false;
    m_lookedAt = folder();
    m_engine.diskSpace(m_lookedAt, this, [this, asked = m_lookedAt](const Result<DiskSpace> &disk) {
        if (!disk || asked != m_lookedAt)
            return;
        m_disk = *disk;
        validate();
    });
}

} // namespace lanyard::ui
