// SPDX-License-Identifier: GPL-3.0-or-later
#include "applierfixture.h"

namespace lanyard::setup::test {

void ApplierFixture::initTestCase()
{
    ::umask(022);
}

void ApplierFixture::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    m_programs = std::make_unique<FakePrograms>(m_root->path());
    m_helper = std::make_unique<TestHelper>(m_root->path());
    m_applier = applierOf(/*isRoot*/ false);
    m_steps.clear();
    QVERIFY(put(systemFile(), text));
    QVERIFY(put(userFile(), text));
    QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), readsFiles() + "exit 0"));
}

void ApplierFixture::cleanup()
{
    m_applier.reset();
}

std::unique_ptr<Applier> ApplierFixture::applierOf(bool isRoot)
{
    return std::make_unique<Applier>(Applier::Places{.root = m_root->path(),
                                                     .stateFolder = stateFolder(),
                                                     .isRoot = isRoot,
                                                     .environment = {}},
                                     *m_helper, m_clock);
}

ClientChange ApplierFixture::change(const QStringList &files,
                                    const QList<ServiceTask> &services) const
{
    ClientChange change{.client = client,
                        .clientName = QStringLiteral("Docker Engine"),
                        .cacheUrl = cache().url(),
                        .registries = {QStringLiteral("docker.io")},
                        .files = {},
                        .services = services};
    for (const QString &file : files)
        change.files.append(changeOf(dockerRecipe(), file));
    return change;
}

Applier::StepProgress ApplierFixture::progress()
{
    return [this](const SetUpStep &step) {
        m_steps.append(step);
    };
}

bool ApplierFixture::apply(const ClientChange &change, const Applier::Check &check)
{
    m_answer = {};
    m_applier->apply(change, progress(), m_answer.take(), check);
    return QTest::qWaitFor([this] { return m_answer.count == 1; }, 20'000) &&
           m_answer.value->has_value();
}

bool ApplierFixture::isCutShort() const
{
    const auto record = m_applier->record(client);
    return record && *record && (*record)->summary().isCutShort;
}

bool ApplierFixture::undo(Applier::Aftermath aftermath)
{
    m_answer = {};
    m_applier->undo(client, 0, aftermath, progress(), m_answer.take());
    return QTest::qWaitFor([this] { return m_answer.count == 1; }, 20'000) &&
           m_answer.value->has_value();
}

/// All that is not the programs' or the journal's.
QMap<QString, QByteArray> ApplierFixture::files() const
{
    auto tree = treeOf(m_root->path());
    for (const QString &name : tree.keys()) {
        if (!name.startsWith(QLatin1String("/etc")) && !name.startsWith(QLatin1String("/home/.c")))
            tree.remove(name);
    }
    return tree;
}

std::string ApplierFixture::trouble() const
{
    return m_answer.value && !m_answer.value->has_value()
               ? m_answer.value->error().message.english()
               : "";
}

} // namespace lanyard::setup::test
