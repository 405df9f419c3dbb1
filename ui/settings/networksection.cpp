// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/networksection.h"

#include "settings/listenereditor.h"
#include "settings/localcapanel.h"

#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard::ui {

namespace {

constexpr int threadsMax = 64; // what the engine takes at most

} // namespace

NetworkSection::NetworkSection(Engine &engine, QWidget *parent)
    : SettingsSection(tr("Network"), parent)
    , m_engine(engine)
    , m_list(new QVBoxLayout)
    , m_add(new QPushButton(tr("A&dd an address"), this))
    , m_threads(new QSpinBox(this))
    , m_localCa(new LocalCaPanel(engine, this))
{
    m_add->setObjectName(QStringLiteral("addAddress"));
    m_threads->setRange(1, threadsMax);
    m_threads->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *addresses = new QWidget(this);
    addresses->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(16);
    addWide(addresses);
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_add);
    adding->addStretch(1);
    auto *row = new QWidget(this);
    adding->setContentsMargins(0, 0, 0, 0);
    row->setLayout(adding);
    addWide(row);
    addWide(m_localCa);
    addField(tr("Network threads:"), m_threads);
    connect(m_add, &QPushButton::clicked, this, &NetworkSection::add);
    connect(m_threads, &QSpinBox::valueChanged, this, &NetworkSection::edited);
}

ListenerEditor *NetworkSection::addEditor()
{
    auto *editor = new ListenerEditor(m_engine, this);
    m_editors.append(editor);
    m_list->addWidget(editor);
    connect(editor, &ListenerEditor::edited, this, &NetworkSection::onEdited);
    connect(editor, &ListenerEditor::removalWanted, this, [this, editor] { remove(editor); });
    return editor;
}

void NetworkSection::add()
{
    ListenConfig next;
    next.address = m_editors.constLast()->listener().address;
    ++next.address.port;
    ListenerEditor *const editor = addEditor();
    editor->setListener(next);
    onEdited();
    editor->findChild<QWidget *>(QStringLiteral("host"))->setFocus();
}

void NetworkSection::remove(ListenerEditor *editor)
{
    m_editors.removeOne(editor);
    editor->hide();
    editor->deleteLater();
    onEdited();
}

void NetworkSection::fill(const Settings &settings)
{
    const QSignalBlocker quiet(this);
    while (m_editors.size() > static_cast<qsizetype>(settings.listen.size()))
        remove(m_editors.constLast());
    while (m_editors.size() < static_cast<qsizetype>(settings.listen.size()))
        addEditor();
    for (qsizetype i = 0; i < m_editors.size(); ++i)
        m_editors.at(i)->setListener(settings.listen.at(static_cast<std::size_t>(i)));
    m_threads->setValue(settings.networkThreads);
    validate();
}

void NetworkSection::collect(Settings &settings) const
{
    settings.listen.clear();
    for (const ListenerEditor *editor : m_editors)
        settings.listen.push_back(editor->listener());
    settings.networkThreads = m_threads->value();
}

bool NetworkSection::isValid() const
{
    return std::all_of(m_editors.begin(), m_editors.end(),
                       [](const ListenerEditor *editor) { return editor->isValid(); });
}

void NetworkSection::checkAddresses()
{
    for (ListenerEditor *editor : std::as_const(m_editors))
        editor->check();
}

void NetworkSection::onEdited()
{
    validate();
    Q_EMIT edited();
}

void NetworkSection::validate()
{
    bool usesLocalCa = false;
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        ListenerEditor *const editor = m_editors.at(i);
        const ListenAddress address = editor->listener().address;
        const bool isRepeated =
            address.port != 0 &&
            std::any_of(m_editors.begin(), m_editors.begin() + i, [&](const ListenerEditor *one) {
                return one->listener().address == address;
            });
        editor->setRepeated(isRepeated);
        editor->setRemovable(m_editors.size() > 1);
        usesLocalCa = usesLocalCa || editor->usesLocalCa();
    }
    m_localCa->setVisible(usesLocalCa);
}

} // namespace lanyard::ui
