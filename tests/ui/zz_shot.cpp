#include "imagespagefixture.h"
#include "dialogs/imageexportdialog.h"
#include "dialogs/imageimportdialog.h"
#include "dialogs/prefetchdialog.h"
#include "dialogs/purgedialog.h"
#include <QApplication>
#include <QStyleFactory>
#include <QLineEdit>
using namespace lanyard; using namespace lanyard::test; using namespace lanyard::ui;
int main(int argc,char**argv){ QApplication app(argc,argv);
 const bool dark=argc>1&&QByteArray(argv[1])=="dark";
 app.setStyle(QStyleFactory::create("Fusion"));
 if(dark){QPalette p; p.setColor(QPalette::Window,QColor(45,45,48));p.setColor(QPalette::WindowText,Qt::white);p.setColor(QPalette::Base,QColor(30,30,32));p.setColor(QPalette::AlternateBase,QColor(38,38,40));p.setColor(QPalette::Text,Qt::white);p.setColor(QPalette::Button,QColor(53,53,56));p.setColor(QPalette::ButtonText,Qt::white);p.setColor(QPalette::Highlight,QColor(42,130,218));p.setColor(QPalette::HighlightedText,Qt::white);p.setColor(QPalette::PlaceholderText,Qt::gray);
 p.setColor(QPalette::Disabled,QPalette::Text,Qt::gray);p.setColor(QPalette::Disabled,QPalette::ButtonText,Qt::gray);p.setColor(QPalette::Disabled,QPalette::WindowText,Qt::gray);app.setPalette(p);}
 const QString n = dark?"dark":"light";
 const int shot = argc>2?atoi(argv[2]):0; if(shot){QFont f=app.font(); f.setPointSizeF(f.pointSizeF()*2); app.setFont(f);}
 Shown s; if(shot) s.page.resize(1600,1100);
 s.page.grab().save("/tmp/imgshot/"+n+"-stopped.png");
 s.start(); s.page.tree().expand(s.indexOf("docker.io/library/alpine"));
 s.select({"docker.io/library/alpine:1"}); s.page.actions().pin().trigger();
 QTest::qWait(300);
 s.page.tree().expand(s.indexOf("docker.io/library/alpine:1")); QTest::qWait(300);
 s.page.grab().save("/tmp/imgshot/"+n+"-page.png");
 s.select({"docker.io/library/alpine:1","docker.io/library/alpine:2"}); s.page.actions().purge().trigger(); QTest::qWait(300);
 s.dialog<PurgeDialog>()->grab().save("/tmp/imgshot/"+n+"-purge.png"); s.dialog<PurgeDialog>()->close();
 s.page.actions().fetch().trigger(); QTest::qWait(300); auto*d=s.dialog<PrefetchDialog>(); buttonOf(*d,"Fetch")->click(); QTest::qWait(500); d->findChild<QLineEdit*>()->setText("busybox:1 Not//ok"); QTest::qWait(400);
 d->grab().save("/tmp/imgshot/"+n+"-fetch.png"); d->close();
 s.page.actions().exporting().trigger(); QTest::qWait(100); auto*e=s.dialog<ImageExportDialog>(); e->findChild<QLineEdit*>()->setText("not/absolute.tar"); buttonOf(*e,"Export")->click(); QTest::qWait(300); e->grab().save("/tmp/imgshot/"+n+"-export.png"); e->close();
 s.page.actions().importing().trigger(); QTest::qWait(100); s.dialog<ImageImportDialog>()->grab().save("/tmp/imgshot/"+n+"-import.png"); s.dialog<ImageImportDialog>()->close();
 s.page.actions().refresh().trigger(); QTest::qWait(1000); s.page.grab().save("/tmp/imgshot/"+n+"-failed.png");
 return 0; }
