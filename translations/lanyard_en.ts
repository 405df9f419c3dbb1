<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>attention</name>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>Wrong content was sent for %1 at %2 (once since the start). It was refused, not stored.</numerusform>
            <numerusform>Wrong content was sent for %1 at %2 (%n times since the start). It was refused, not stored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>client</name>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Served; fell back once</numerusform>
            <numerusform>Served; fell back %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Fell back (once)</numerusform>
            <numerusform>Fell back (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>image</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n repository</numerusform>
            <numerusform>%n repositories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n client since the program began</numerusform>
            <numerusform>%n clients since the program began</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>and %n earlier</numerusform>
            <numerusform>and %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>and %n other registry</numerusform>
            <numerusform>and %n other registries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n fetched</numerusform>
            <numerusform>, %n fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n from the cache</numerusform>
            <numerusform>%n from the cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n from upstream</numerusform>
            <numerusform>%n from upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n failed or cut off</numerusform>
            <numerusform>%n failed or cut off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>%n file changes.</numerusform>
            <numerusform>%n files change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>%n file cannot be edited by Lanyard.</numerusform>
            <numerusform>%n files cannot be edited by Lanyard.</numerusform>
        </translation>
    </message>
</context>
</TS>
