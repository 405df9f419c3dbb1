<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>Le disque est inutilisable&#xa0;: %1. Les clients sont invités à revenir plus tard.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>Le disque est plein&#xa0;: %1 libres, dont %2 à garder ainsi. Ce qui est récupéré maintenant est transmis sans être stocké.</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 est injoignable depuis %2&#xa0;: %3. Ce que le cache en contient est servi.</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%1, un serveur de %2, est injoignable depuis %3&#xa0;: %4. Un autre est interrogé.</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 n’accepte aucune requête jusqu’à %2 (429). S’y connecter augmente ce qu’il accorde.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 refuse les identifiants&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 accorde encore %2 pulls sur %3. Les tags restent valables plus longtemps d’ici là&#xa0;; s’y connecter en accorde davantage.</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>Vous travaillez hors ligne&#xa0;: aucun registre n’est interrogé, et seul le contenu du cache est servi.</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>L’autorité de certification locale expire le %1. D’ici là, les clients doivent faire confiance à une nouvelle.</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>Le certificat de ce cache expire le %1 et n’a pas été renouvelé automatiquement.</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) n’a pas obtenu ce qu’il demandait et l’a sans doute récupéré directement du registre&#xa0;: %3, état %4.</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>Des clients demandent des images de %1, qui n’est pas un registre amont&#xa0;: leurs pulls contournent le cache.</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>Le cache est arrêté&#xa0;: ses clients s’adressent directement aux registres.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Travailler en ligne</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>Un contenu erroné a été envoyé pour %1 à %2 (%n fois depuis le démarrage). Il a été refusé et n’est pas enregistré.</numerusform>
            <numerusform>Un contenu erroné a été envoyé pour %1 à %2 (%n fois depuis le démarrage). Il a été refusé et n’est pas enregistré.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>Le disque n’accepte plus rien, par exemple parce qu’un quota est épuisé. Ce qui est récupéré maintenant est transmis sans être stocké.</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>Le cache est plein&#xa0;: %1 utilisés sur %2, et %3 récupérés n’y ont pas tenu. Désépinglez ou supprimez des images, ou accordez-lui plus de place.</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>Le certificat de ce cache a expiré le %1 et n’a pas été renouvelé automatiquement&#xa0;: les clients le refusent.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>Le certificat dans %1 a expiré le %2&#xa0;: les clients le refusent. Mettez-en un nouveau au même endroit&#xa0;; il est pris en compte aussitôt.</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>Le certificat dans %1 expire le %2. Mettez-en un nouveau au même endroit&#xa0;; il est pris en compte aussitôt.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>%1 was not given what it asked for, and has probably pulled it from the registry itself: %2, status %3.</source>
        <translation>%1 n’a pas obtenu ce qu’il demandait et l’a sans doute récupéré directement du registre : %2, état %3.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>il a désigné un registre qui n’est pas un registre amont</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>il n’a pas le droit d’être servi</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>il a demandé trop souvent</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>le cache ne l’avait pas et n’a pas pu l’obtenir</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>Doit se connecter</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1&#xa0;: il n’a pas obtenu %2 (état %3)&#xa0;: %4. Les clients s’adressent alors directement au registre, sans le signaler.</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Servi ; %n repli</numerusform>
            <numerusform>Servi ; %n replis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Repli (%n fois)</numerusform>
            <numerusform>Repli (%n fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>this folder, where certificates by ACME are kept, cannot be made, or belongs to another user</source>
        <translation>ce dossier, où sont conservés les certificats obtenus par ACME, ne peut pas être créé ou appartient à un autre utilisateur</translation>
    </message>
    <message>
        <source>%1, or by another listener: acme for the same host has to say the same everywhere, or another directory</source>
        <extracomment>%1: another Lanyard has the folder</extracomment>
        <translation>%1, ou par une autre adresse d’écoute&#xa0;: acme pour un même hôte doit indiquer partout la même chose, ou un autre directory</translation>
    </message>
    <message>
        <source>the program lego, by which it is asked for, is not installed: apt-get install lego</source>
        <translation>le programme lego, qui sert à le demander, n’est pas installé&#xa0;: apt-get install lego</translation>
    </message>
    <message>
        <source>orders have to be written down, but %1</source>
        <translation>les commandes de certificats doivent être consignées, mais %1</translation>
    </message>
    <message>
        <source>The certificate for %1 has been issued, and holds until %2.</source>
        <translation>Le certificat pour %1 a été émis&#xa0;; il est valable jusqu’au %2.</translation>
    </message>
    <message>
        <source>the certificate that came is not for all of them</source>
        <translation>le certificat reçu ne vaut pas pour tous</translation>
    </message>
    <message>
        <source>%1. It is asked for again at %2</source>
        <translation>%1. Prochaine demande&#xa0;: %2</translation>
    </message>
    <message>
        <source>The certificate of before is not for %1</source>
        <translation>Le certificat précédent n’est pas pour %1</translation>
    </message>
    <message>
        <source>There is no certificate for %1 yet</source>
        <translation>Il n’y a pas encore de certificat pour %1</translation>
    </message>
    <message>
        <source>%1: it is asked for now. %2</source>
        <translation>%1&#xa0;: il est demandé maintenant. %2</translation>
    </message>
    <message>
        <source>%1: it is asked for at %2, as orders have to be apart. %3</source>
        <translation>%1&#xa0;: il sera demandé le %2, car les commandes doivent être espacées. %3</translation>
    </message>
    <message>
        <source>The certificate for %1 cannot be had: %2. %3</source>
        <translation>Le certificat pour %1 ne peut pas être obtenu&#xa0;: %2. %3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1: a host, %2: how many other ones</extracomment>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>The one that is there stays in use; it ends at %1.</source>
        <translation>Celui qui existe reste utilisé&#xa0;; il expire le %1.</translation>
    </message>
    <message>
        <source>Until then its port speaks plain HTTP.</source>
        <translation>D’ici là, son port parle HTTP non chiffré.</translation>
    </message>
    <message>
        <source>Until then its port closes every connection (acme.plainMeanwhile: true has it speak plain HTTP).</source>
        <translation>D’ici là, son port ferme toute connexion (avec acme.plainMeanwhile: true, il parle HTTP non chiffré).</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 l’occupe</translation>
    </message>
    <message>
        <source>the challenge is answered at %1, which cannot be listened on: %2</source>
        <translation>la réponse au challenge se fait sur %1, où il est impossible d’écouter&#xa0;: %2</translation>
    </message>
    <message>
        <source>the challenge for %1 would be answered at %2, which is in the way of %3 of listen: let challengeAddress name another port, to which the one of the world leads, or choose another challenge (dns-01 needs none)</source>
        <translation>la réponse au challenge pour %1 se ferait sur %2, en conflit avec %3 de listen&#xa0;: indiquez dans challengeAddress un autre port, vers lequel est redirigé celui visible du monde extérieur, ou choisissez un autre challenge (dns-01 n’en a pas besoin)</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>le certificat et la clé ne vont pas ensemble</translation>
    </message>
    <message>
        <source>lego says nothing</source>
        <translation>lego ne dit rien</translation>
    </message>
    <message>
        <source>lego says: %1</source>
        <translation>lego dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>another program has that port: let challengeAddress name another one, to which the port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads</source>
        <translation>un autre programme utilise ce port&#xa0;: indiquez dans challengeAddress un autre port, vers lequel est redirigé le port 80 (http-01) ou 443 (tls-alpn-01) des hôtes</translation>
    </message>
    <message>
        <source>ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a systemd unit), or a challengeAddress with another port, to which they lead</source>
        <translation>les ports inférieurs à 1024 exigent un droit (AmbientCapabilities=CAP_NET_BIND_SERVICE dans une unité systemd), ou un challengeAddress avec un autre port, vers lequel ils sont redirigés</translation>
    </message>
    <message>
        <source>the authority has been asked too often: nothing helps but waiting</source>
        <translation>l’autorité a été sollicitée trop souvent&#xa0;: il n’y a qu’à attendre</translation>
    </message>
    <message>
        <source>the hosts have to be known in the DNS, and lead here</source>
        <translation>les hôtes doivent être connus du DNS et mener ici</translation>
    </message>
    <message>
        <source>the authority asks port 80 (http-01) or 443 (tls-alpn-01) of the hosts: these have to lead here, through whatever firewall is between</source>
        <translation>l’autorité interroge le port 80 (http-01) ou 443 (tls-alpn-01) des hôtes&#xa0;: il doit mener ici, à travers tout pare-feu intermédiaire</translation>
    </message>
    <message>
        <source>the port 443 of the hosts has to lead here, and not to another server</source>
        <translation>le port 443 des hôtes doit mener ici, et non à un autre serveur</translation>
    </message>
    <message>
        <source>the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and not to another server; with dns-01, the zone has to be the one that the world sees</source>
        <translation>le port 80 (http-01) ou 443 (tls-alpn-01) des hôtes doit mener ici, et non à un autre serveur&#xa0;; avec dns-01, la zone doit être celle que voit le monde extérieur</translation>
    </message>
    <message>
        <source>the authority issues nothing for these hosts</source>
        <translation>l’autorité n’émet rien pour ces hôtes</translation>
    </message>
    <message>
        <source>a CAA record of the hosts in the DNS names another authority</source>
        <translation>un enregistrement CAA des hôtes dans le DNS désigne une autre autorité</translation>
    </message>
    <message>
        <source>email has to be an address that can be reached</source>
        <translation>email doit être une adresse joignable</translation>
    </message>
    <message>
        <source>this lego was built without that dnsProvider, as some are in Debian&apos;s package: put one from https://github.com/go-acme/lego/releases into PATH</source>
        <translation>ce lego a été compilé sans ce dnsProvider (il en manque certains dans le paquet de Debian)&#xa0;: mettez-en un de https://github.com/go-acme/lego/releases dans PATH</translation>
    </message>
    <message>
        <source>dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is</source>
        <translation>dnsSettings doit les indiquer&#xa0;; `lego dnshelp -c PROVIDER` liste ce qui existe</translation>
    </message>
    <message>
        <source>directoryCa has to name the certificate of the authority&apos;s own authority</source>
        <translation>directoryCa doit désigner le certificat de l’autorité dont dépend celle-ci</translation>
    </message>
    <message>
        <source>directoryUrl cannot be reached from here</source>
        <translation>directoryUrl n’est pas joignable d’ici</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>sans version</translation>
    </message>
    <message>
        <source>the lego that is installed (%1) cannot be used: expected 4.5 or a later 4, as in Debian 12: apt-get install lego</source>
        <translation>le lego installé (%1) n’est pas utilisable&#xa0;: il faut la version 4.5 ou une 4 ultérieure, comme dans Debian 12&#xa0;: apt-get install lego</translation>
    </message>
    <message>
        <source>a variable has no NUL in it</source>
        <translation>une variable ne contient pas de NUL</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>lecture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot look into it: %1</source>
        <translation>contenu inaccessible&#xa0;: %1</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>contient plus de %1 octets</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>opération abandonnée</translation>
    </message>
    <message>
        <source>cannot write it: %1</source>
        <translation>écriture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>neither a folder nor a file</source>
        <translation>ni un dossier ni un fichier</translation>
    </message>
    <message>
        <source>neither an OCI image layout (it has no index.json) nor the storage of a registry (it has no docker/registry/v2)</source>
        <translation>ni une disposition d’image OCI (il n’y a pas d’index.json), ni le stockage d’un registre (il n’y a pas de docker/registry/v2)</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>existe déjà</translation>
    </message>
    <message>
        <source>not the %1 bytes that it should have</source>
        <translation>ne fait pas les %1 octets attendus</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>ouverture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>lecture impossible</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json. `docker save` before Docker 25 does not keep the manifests that a registry serves</source>
        <translation>ce n’est pas une disposition d’image OCI&#xa0;: il n’y a pas d’index.json. Avant Docker 25, `docker save` ne conserve pas les manifestes que sert un registre</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json</source>
        <translation>ce n’est pas une disposition d’image OCI&#xa0;: il n’y a pas d’index.json</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>aucune raison n’a été donnée</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>le mot de passe est vide</translation>
    </message>
    <message>
        <source>the password is longer than %1 bytes, and bcrypt looks at no more</source>
        <translation>le mot de passe dépasse %1 octets, et bcrypt n’en examine pas plus</translation>
    </message>
    <message>
        <source>the password has a NUL</source>
        <translation>le mot de passe contient un NUL</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>le système ne fournit pas d’octets aléatoires</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) knows no bcrypt</source>
        <translation>le crypt(3) du système ne connaît pas bcrypt</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) makes no bcrypt hash</source>
        <translation>le crypt(3) du système ne produit pas de hash bcrypt</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>un utilisateur</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>ligne %1</translation>
    </message>
    <message>
        <source>set it again with `lanyard user add %1` or `htpasswd -B`</source>
        <translation>définissez-le à nouveau avec `lanyard user add %1` ou `htpasswd -B`</translation>
    </message>
    <message>
        <source>the password of %1 is not kept with bcrypt</source>
        <translation>le mot de passe pour %1 n’est pas conservé avec bcrypt</translation>
    </message>
    <message>
        <source>the password of %1 is kept with a cost of %2, not %3 to %4</source>
        <translation>le mot de passe pour %1 est conservé avec un coût de %2, et non de %3 à %4</translation>
    </message>
    <message>
        <source>the name of the user is empty</source>
        <translation>le nom de l’utilisateur est vide</translation>
    </message>
    <message>
        <source>the name of the user is longer than %1 bytes</source>
        <translation>le nom de l’utilisateur dépasse %1 octets</translation>
    </message>
    <message>
        <source>the name of the user has a colon</source>
        <translation>le nom de l’utilisateur contient un deux-points</translation>
    </message>
    <message>
        <source>the name of the user has control characters</source>
        <translation>le nom de l’utilisateur contient des caractères de contrôle</translation>
    </message>
    <message>
        <source>the name of the user begins or ends with a blank</source>
        <translation>le nom de l’utilisateur commence ou se termine par un espace</translation>
    </message>
    <message>
        <source>the name of the user begins with &apos;#&apos;</source>
        <translation>le nom de l’utilisateur commence par &apos;#&apos;</translation>
    </message>
    <message>
        <source>longer than %1 bytes; remove users who are not needed</source>
        <translation>dépasse %1 octets&#xa0;; supprimez les utilisateurs inutiles</translation>
    </message>
    <message>
        <source>not NAME:HASH; remove it, or put a &apos;#&apos; before it</source>
        <translation>n’est pas de la forme NOM:HASH&#xa0;; supprimez la ligne, ou mettez un &apos;#&apos; devant</translation>
    </message>
    <message>
        <source>change or remove it</source>
        <translation>modifiez-le ou supprimez-le</translation>
    </message>
    <message>
        <source>more than %1 users; remove those who are not needed</source>
        <translation>plus de %1 utilisateurs&#xa0;; supprimez ceux qui sont inutiles</translation>
    </message>
    <message>
        <source>lines %1 and %2</source>
        <translation>lignes %1 et %2</translation>
    </message>
    <message>
        <source>%1 is there twice; remove one of them</source>
        <translation>%1 y figure deux fois&#xa0;; supprimez l’un des deux</translation>
    </message>
    <message>
        <source>it is not there; `lanyard user add NAME` makes it</source>
        <translation>il n’existe pas&#xa0;; `lanyard user add NAME` le crée</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>lecture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>others may write it, and so log in as they like; run: %1</source>
        <translation>d’autres peuvent y écrire, et donc se connecter à leur guise&#xa0;; exécutez&#xa0;: %1</translation>
    </message>
    <message>
        <source>everybody on this computer may read the hashes in it; run: %1</source>
        <translation>tout le monde sur cet ordinateur peut lire les hashs qu’il contient&#xa0;; exécutez&#xa0;: %1</translation>
    </message>
    <message>
        <source>this is not a file; put it aside</source>
        <translation>ce n’est pas un fichier&#xa0;; mettez-le de côté</translation>
    </message>
    <message>
        <source>until then nobody can log in</source>
        <translation>d’ici là, personne ne peut se connecter</translation>
    </message>
    <message>
        <source>until then the users of before count</source>
        <translation>d’ici là, les utilisateurs précédents restent valables</translation>
    </message>
    <message>
        <source>it has no users, so nobody can log in; `lanyard user add NAME` adds one</source>
        <translation>il ne contient aucun utilisateur, donc personne ne peut se connecter&#xa0;; `lanyard user add NAME` en ajoute un</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>création impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>nobody has to log in here; name a file of users in the configuration first: access.htpasswd.path (in one of registry:2: auth.htpasswd.path)</source>
        <translation>personne n’a à se connecter ici&#xa0;; indiquez d’abord un fichier des utilisateurs dans la configuration&#xa0;: access.htpasswd.path (dans une configuration de registry:2&#xa0;: auth.htpasswd.path)</translation>
    </message>
    <message>
        <source>%1 has no user &apos;%2&apos;</source>
        <translation>%1 ne contient pas d’utilisateur &apos;%2&apos;</translation>
    </message>
    <message>
        <source>the change is written, and counts when that is mended</source>
        <translation>la modification est écrite, et prendra effet une fois cela réparé</translation>
    </message>
    <message>
        <source>an address such as me@example.org</source>
        <translation>une adresse telle que me@example.org</translation>
    </message>
    <message>
        <source>a URL that begins with https://</source>
        <translation>une URL qui commence par https://</translation>
    </message>
    <message>
        <source>http-01, tls-alpn-01 or dns-01</source>
        <translation>http-01, tls-alpn-01 ou dns-01</translation>
    </message>
    <message>
        <source>expected hosts, the names that the certificate is for: it is not asked for whatever name a client says</source>
        <translation>il faut hosts, les noms auxquels s’applique le certificat&#xa0;: il n’est pas demandé pour n’importe quel nom qu’indique un client</translation>
    </message>
    <message>
        <source>expected at least one name</source>
        <translation>il faut au moins un nom</translation>
    </message>
    <message>
        <source>a certificate is for %1 names at most</source>
        <translation>un certificat vaut pour %1 noms au plus</translation>
    </message>
    <message>
        <source>the name of a host such as cache.example.org</source>
        <translation>le nom d’un hôte tel que cache.example.org</translation>
    </message>
    <message>
        <source>a name with * is proven by challenge: dns-01 only</source>
        <translation>un nom avec * ne se prouve que par challenge: dns-01</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 y figure déjà</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as &quot;:8080&quot;</source>
        <translation>[ADRESSE]:PORT, par exemple &quot;:8080&quot;</translation>
    </message>
    <message>
        <source>nobody asks there with challenge: dns-01</source>
        <translation>personne n’y interroge rien avec challenge: dns-01</translation>
    </message>
    <message>
        <source>expected challenge: dns-01 beside it</source>
        <translation>il faut aussi challenge: dns-01</translation>
    </message>
    <message>
        <source>expected dnsProvider, one of those that `lego dnshelp` lists</source>
        <translation>il faut dnsProvider, l’un de ceux que liste `lego dnshelp`</translation>
    </message>
    <message>
        <source>one of those that `lego dnshelp` lists</source>
        <translation>l’un de ceux que liste `lego dnshelp`</translation>
    </message>
    <message>
        <source>manual waits for a person, and nobody is here to ask</source>
        <translation>manual attend une personne, et il n’y a personne ici à qui demander</translation>
    </message>
    <message>
        <source>%1 is not the name of a variable: expected A to Z, 0 to 9 and _</source>
        <translation>%1 n’est pas un nom de variable&#xa0;: il faut A à Z, 0 à 9 et _</translation>
    </message>
    <message>
        <source>expected %1 at most</source>
        <translation>il en faut au plus %1</translation>
    </message>
    <message>
        <source>expected a text, {file: PATH} or {env: NAME}</source>
        <translation>il faut un texte, {file: CHEMIN} ou {env: NOM}</translation>
    </message>
    <message>
        <source>expected the name of a variable</source>
        <translation>il faut le nom d’une variable</translation>
    </message>
    <message>
        <source>HOST:PORT such as 127.0.0.1:53</source>
        <translation>HÔTE:PORT, par exemple 127.0.0.1:53</translation>
    </message>
    <message>
        <source>expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)</source>
        <translation>il faut version: 1 (Lanyard) ou version: 0.1 (un registre utilisé comme proxy)</translation>
    </message>
    <message>
        <source>this is no configuration</source>
        <translation>ce n’est pas une configuration</translation>
    </message>
    <message>
        <source>error: %1</source>
        <extracomment>What is wrong with a file, behind where: &quot;config.yml:3:5: error: ...&quot;</extracomment>
        <translation>erreur&#xa0;: %1</translation>
    </message>
    <message>
        <source>expected a registry such as quay.io or localhost:5001</source>
        <translation>il faut un registre tel que quay.io ou localhost:5001</translation>
    </message>
    <message>
        <source>%1 is an upstream already</source>
        <translation>%1 est déjà un registre amont</translation>
    </message>
    <message>
        <source>%1 is no upstream</source>
        <translation>%1 n’est pas un registre amont</translation>
    </message>
    <message>
        <source>there is no configuration file</source>
        <translation>il n’y a pas de fichier de configuration</translation>
    </message>
    <message>
        <source>expected version: 1</source>
        <translation>il faut version: 1</translation>
    </message>
    <message>
        <source>expected at least one address</source>
        <translation>il faut au moins une adresse</translation>
    </message>
    <message>
        <source>this address is in the list already</source>
        <translation>cette adresse est déjà dans la liste</translation>
    </message>
    <message>
        <source>only this computer is answered there; %1 can name others, such as [private]</source>
        <translation>seul cet ordinateur y obtient une réponse&#xa0;; %1 peut en désigner d’autres, par exemple [private]</translation>
    </message>
    <message>
        <source>expected address, such as &quot;0.0.0.0:5000&quot;</source>
        <translation>il faut address, par exemple &quot;0.0.0.0:5000&quot;</translation>
    </message>
    <message>
        <source>ADDRESS:PORT such as &quot;0.0.0.0:5000&quot; or &quot;[::]:5000&quot;</source>
        <translation>ADRESSE:PORT, par exemple &quot;0.0.0.0:5000&quot; ou &quot;[::]:5000&quot;</translation>
    </message>
    <message>
        <source>a size such as 50GiB</source>
        <translation>une taille telle que 50GiB</translation>
    </message>
    <message>
        <source>off, hourly or daily</source>
        <translation>off, hourly ou daily</translation>
    </message>
    <message>
        <source>nothing is refreshed with check: off</source>
        <translation>rien n’est actualisé avec check: off</translation>
    </message>
    <message>
        <source>the registry of one of the upstreams</source>
        <translation>l’un des registres amont</translation>
    </message>
    <message>
        <source>trusted, any or off</source>
        <translation>trusted, any ou off</translation>
    </message>
    <message>
        <source>expected path, the file of the users</source>
        <translation>il faut path, le fichier des utilisateurs</translation>
    </message>
    <message>
        <source>expected at least one entry</source>
        <translation>il faut au moins une entrée</translation>
    </message>
    <message>
        <source>private, any, an address or a CIDR such as 10.0.0.0/8</source>
        <translation>private, any, une adresse ou un CIDR tel que 10.0.0.0/8</translation>
    </message>
    <message>
        <source>there are no users: expected access.htpasswd</source>
        <translation>il n’y a pas d’utilisateurs&#xa0;: il faut access.htpasswd</translation>
    </message>
    <message>
        <source>combined or json</source>
        <translation>combined ou json</translation>
    </message>
    <message>
        <source>what was there before stays in use</source>
        <translation>ce qui était en place reste utilisé</translation>
    </message>
    <message>
        <source>what was changed of %1 does not count, as the program was started with something else</source>
        <translation>ce qui a été modifié de %1 reste sans effet, car le programme a été lancé avec une autre valeur</translation>
    </message>
    <message>
        <source>too many problems; the rest is not listed</source>
        <translation>trop de problèmes&#xa0;; le reste n’est pas listé</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>version 0.1 is a configuration of a registry as a proxy; it is read as it is, and not changed</source>
        <translation>version 0.1 est une configuration de registre utilisé comme proxy&#xa0;; elle est lue telle quelle, sans être modifiée</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>son dossier ne peut pas être créé</translation>
    </message>
    <message>
        <source>expected the name of a header field</source>
        <translation>il faut le nom d’un champ d’en-tête</translation>
    </message>
    <message>
        <source>this header field is set by the server for each answer</source>
        <translation>ce champ d’en-tête est défini par le serveur à chaque réponse</translation>
    </message>
    <message>
        <source>expected one line without control characters</source>
        <translation>il faut une seule ligne sans caractères de contrôle</translation>
    </message>
    <message>
        <source>a time such as 10s, 5m or 1h</source>
        <translation>une durée telle que 10s, 5m ou 1h</translation>
    </message>
    <message>
        <source>a time of at least 100ms</source>
        <translation>une durée d’au moins 100ms</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>une valeur simple</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>un tableau associatif</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>une valeur vide</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>un tableau associatif (clé: valeur)</translation>
    </message>
    <message>
        <source>unknown key %1; expected one of %2</source>
        <translation>clé inconnue %1&#xa0;; il faut l’une des suivantes&#xa0;: %2</translation>
    </message>
    <message>
        <source>unknown key %1 in %2; expected one of %3</source>
        <translation>clé inconnue %1 dans %2&#xa0;; il faut l’une des suivantes&#xa0;: %3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>expected %1, not %2</source>
        <extracomment>%1 and %2 are told apart: &quot;a list&quot;, &quot;true or false&quot;, &apos;x&apos;</extracomment>
        <translation>il faut %1, et non %2</translation>
    </message>
    <message>
        <source>expected a text without control characters</source>
        <translation>il faut un texte sans caractères de contrôle</translation>
    </message>
    <message>
        <source>expected version: 0.1</source>
        <translation>il faut version: 0.1</translation>
    </message>
    <message>
        <source>error, warn, info or debug</source>
        <translation>error, warn, info ou debug</translation>
    </message>
    <message>
        <source>text, json or logstash</source>
        <translation>text, json ou logstash</translation>
    </message>
    <message>
        <source>expected storage.filesystem.rootdirectory, the folder to store in</source>
        <translation>il faut storage.filesystem.rootdirectory, le dossier de stockage</translation>
    </message>
    <message>
        <source>data is kept in %1; what a registry stored beside it is neither read nor changed</source>
        <translation>les données sont conservées dans %1&#xa0;; ce qu’un registre a stocké à côté n’est ni lu ni modifié</translation>
    </message>
    <message>
        <source>expected one kind of it</source>
        <translation>il en faut un seul type</translation>
    </message>
    <message>
        <source>expected realm and path</source>
        <translation>il faut realm et path</translation>
    </message>
    <message>
        <source>this version answers at /v2/ only</source>
        <translation>cette version ne répond que sous /v2/</translation>
    </message>
    <message>
        <source>expected certificate and key, or letsencrypt</source>
        <translation>il faut certificate et key, ou letsencrypt</translation>
    </message>
    <message>
        <source>expected certificate and key</source>
        <translation>il faut certificate et key</translation>
    </message>
    <message>
        <source>tls1.2 is the least here</source>
        <translation>tls1.2 est le minimum ici</translation>
    </message>
    <message>
        <source>tls1.2 or tls1.3</source>
        <translation>tls1.2 ou tls1.3</translation>
    </message>
    <message>
        <source>only clients with private addresses are served; access.allow of Lanyard&apos;s own configuration (version: 1) can name others</source>
        <translation>seuls les clients à adresse privée sont servis&#xa0;; access.allow de la configuration propre à Lanyard (version: 1) peut en désigner d’autres</translation>
    </message>
    <message>
        <source>%1 is ignored: the figures are at /metrics</source>
        <translation>%1 est ignoré&#xa0;: les métriques sont sous /metrics</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000</source>
        <translation>[ADRESSE]:PORT, par exemple&#xa0;:5000 ou 127.0.0.1:5000</translation>
    </message>
    <message>
        <source>expected proxy.remoteurl: Lanyard is a cache in front of a registry, not a registry to push to</source>
        <translation>il faut proxy.remoteurl&#xa0;: Lanyard est un cache placé devant un registre, et non un registre vers lequel faire un push</translation>
    </message>
    <message>
        <source>a time that is not negative</source>
        <translation>une durée non négative</translation>
    </message>
    <message>
        <source>content does not expire by its age here; tags are checked upstream at every pull</source>
        <translation>le contenu n’expire pas avec l’âge ici&#xa0;; les tags sont vérifiés en amont à chaque pull</translation>
    </message>
    <message>
        <source>no key of the configuration has this name; ignored</source>
        <translation>aucune clé de la configuration ne porte ce nom&#xa0;; ignorée</translation>
    </message>
    <message>
        <source>the value is not YAML; put it in quotes</source>
        <translation>la valeur n’est pas du YAML&#xa0;; mettez-la entre guillemets</translation>
    </message>
    <message>
        <source>the list has no item of this number</source>
        <translation>la liste n’a pas d’élément portant ce numéro</translation>
    </message>
    <message>
        <source>has no effect on a cache</source>
        <translation>sans effet sur un cache</translation>
    </message>
    <message>
        <source>this version sends no mail</source>
        <translation>cette version n’envoie pas d’e-mails</translation>
    </message>
    <message>
        <source>this version reports to no service</source>
        <translation>cette version ne rend compte à aucun service</translation>
    </message>
    <message>
        <source>no answer of a cache holds its own address</source>
        <translation>aucune réponse d’un cache ne contient sa propre adresse</translation>
    </message>
    <message>
        <source>running transfers get 30s</source>
        <translation>les transferts en cours disposent de 30s</translation>
    </message>
    <message>
        <source>with http.tls.clientcas every client has to show a certificate</source>
        <translation>avec http.tls.clientcas, chaque client doit présenter un certificat</translation>
    </message>
    <message>
        <source>OpenSSL chooses them</source>
        <translation>c’est OpenSSL qui les choisit</translation>
    </message>
    <message>
        <source>this version speaks HTTP/1.1</source>
        <translation>cette version parle HTTP/1.1</translation>
    </message>
    <message>
        <source>this version notifies nobody</source>
        <translation>cette version ne notifie personne</translation>
    </message>
    <message>
        <source>this version keeps its index by itself</source>
        <translation>cette version gère elle-même son index</translation>
    </message>
    <message>
        <source>this version checks nothing but itself</source>
        <translation>cette version ne vérifie rien d’autre qu’elle-même</translation>
    </message>
    <message>
        <source>this version runs no credential helper; give proxy.username and proxy.password</source>
        <translation>cette version ne lance pas d’assistant d’identification&#xa0;; indiquez proxy.username et proxy.password</translation>
    </message>
    <message>
        <source>a page holds up to 1000</source>
        <translation>une page contient jusqu’à 1000 éléments</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m or 168h</source>
        <translation>une durée telle que 30s, 5m ou 168h</translation>
    </message>
    <message>
        <source>this version stores in a folder only; expected storage.filesystem.rootdirectory</source>
        <translation>cette version ne stocke que dans un dossier&#xa0;; il faut storage.filesystem.rootdirectory</translation>
    </message>
    <message>
        <source>this version asks for logins by htpasswd only</source>
        <translation>cette version ne gère les connexions que par htpasswd</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>clé inconnue %1</translation>
    </message>
    <message>
        <source>unknown key %1 is ignored</source>
        <translation>la clé inconnue %1 est ignorée</translation>
    </message>
    <message>
        <source>%1 is ignored: %2</source>
        <translation>%1 est ignoré&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is written by hand, in the file</source>
        <translation>%1 s’écrit à la main, dans le fichier</translation>
    </message>
    <message>
        <source>after this change the file would be wrong: %1</source>
        <translation>après cette modification, le fichier serait incorrect&#xa0;: %1</translation>
    </message>
    <message>
        <source>this change cannot be written so that the file comes to it exactly</source>
        <translation>cette modification ne peut pas être écrite de façon que le fichier y corresponde exactement</translation>
    </message>
    <message>
        <source>its folder cannot be written by you</source>
        <translation>vous n’avez pas le droit d’écrire dans son dossier</translation>
    </message>
    <message>
        <source>this regular expression is wrong at its character %1: %2</source>
        <translation>cette expression rationnelle est incorrecte au caractère %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>expected a tag with * and ? as wildcards, or re: and a regular expression</source>
        <translation>il faut un tag avec les jokers * et&#xa0;?, ou re: suivi d’une expression rationnelle</translation>
    </message>
    <message>
        <source>expected %1, a file</source>
        <translation>il faut %1, un fichier</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>un nom d’hôte ou une adresse</translation>
    </message>
    <message>
        <source>give either acme or localCa</source>
        <translation>indiquez soit acme, soit localCa</translation>
    </message>
    <message>
        <source>%1 has files of its own; give either %1, or certificate and key</source>
        <translation>%1 a ses propres fichiers&#xa0;; indiquez soit %1, soit certificate et key</translation>
    </message>
    <message>
        <source>expected at least one file</source>
        <translation>il faut au moins un fichier</translation>
    </message>
    <message>
        <source>1.2 or 1.3</source>
        <translation>1.2 ou 1.3</translation>
    </message>
    <message>
        <source>expected at least one registry</source>
        <translation>il faut au moins un registre</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 y figure deux fois</translation>
    </message>
    <message>
        <source>expected registry, a name such as docker.io</source>
        <translation>il faut registry, un nom tel que docker.io</translation>
    </message>
    <message>
        <source>expected url, such as https://registry-1.docker.io</source>
        <translation>il faut url, par exemple https://registry-1.docker.io</translation>
    </message>
    <message>
        <source>expected one of password, passwordFile and passwordEnv</source>
        <translation>il faut un seul élément parmi password, passwordFile et passwordEnv</translation>
    </message>
    <message>
        <source>expected a username beside it</source>
        <translation>il faut aussi un username</translation>
    </message>
    <message>
        <source>expected a password, a passwordFile or a passwordEnv beside it</source>
        <translation>il faut aussi un password, un passwordFile ou un passwordEnv</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 est vide</translation>
    </message>
    <message>
        <source>expected a path</source>
        <translation>il faut un chemin</translation>
    </message>
    <message>
        <source>the beginning of a repository&apos;s name, such as team</source>
        <translation>le début d’un nom de dépôt, tel que team</translation>
    </message>
    <message>
        <source>expected a username</source>
        <translation>il faut un username</translation>
    </message>
    <message>
        <source>HOST or HOST:PORT in lower case</source>
        <translation>HÔTE ou HÔTE:PORT en minuscules</translation>
    </message>
    <message>
        <source>%1 is the name of another already</source>
        <translation>%1 est déjà le nom d’un autre</translation>
    </message>
    <message>
        <source>expected match, a pattern of tags</source>
        <translation>il faut match, un motif de tags</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m, 1h, 7d or 0</source>
        <translation>une durée telle que 30s, 5m, 1h, 7d ou 0</translation>
    </message>
    <message>
        <source>an immutable tag has no ttl</source>
        <translation>un tag immuable n’a pas de ttl</translation>
    </message>
    <message>
        <source>expected ttl, immutable: true or revalidate: always</source>
        <translation>il faut ttl, immutable: true ou revalidate: always</translation>
    </message>
    <message>
        <source>an immutable tag is never revalidated</source>
        <translation>un tag immuable n’est jamais revalidé</translation>
    </message>
    <message>
        <source>expected either ttl or revalidate</source>
        <translation>il faut soit ttl, soit revalidate</translation>
    </message>
    <message>
        <source>a user or password must not stand in the URL; use username and password</source>
        <translation>l’URL ne doit contenir ni utilisateur ni mot de passe&#xa0;; utilisez username et password</translation>
    </message>
    <message>
        <source>expected a URL such as https://registry.example.com</source>
        <translation>il faut une URL telle que https://registry.example.com</translation>
    </message>
    <message>
        <source>expected a URL without a path: registries are reached at /v2/</source>
        <translation>il faut une URL sans chemin&#xa0;: les registres sont joints sous /v2/</translation>
    </message>
    <message>
        <source>expected a host name, or an address, and a port from 1 to 65535</source>
        <translation>il faut un nom d’hôte ou une adresse, et un port de 1 à 65535</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT or socks5://HOST:PORT, without a user</source>
        <translation>il faut http://HÔTE:PORT ou socks5://HÔTE:PORT, sans utilisateur</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>un chemin absolu, ou un chemin qui commence par ~/</translation>
    </message>
    <message>
        <source>no control socket: %1</source>
        <translation>pas de socket de contrôle&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>ne peut pas être lancé&#xa0;: %1</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>ne répond pas à temps</translation>
    </message>
    <message>
        <source>says more than it may</source>
        <translation>envoie plus de données que permis</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>a planté</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>c’est un dossier, pas un fichier</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>dépasse %1 octets</translation>
    </message>
    <message>
        <source>this is not a file, but a pipe or a device</source>
        <translation>ce n’est pas un fichier, mais un tube ou un périphérique</translation>
    </message>
    <message>
        <source>cannot open: %1</source>
        <translation>ouverture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot lock: %1</source>
        <translation>verrouillage impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard</source>
        <translation>le dossier est utilisé par un autre Lanyard</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard (process %1)</source>
        <translation>le dossier est utilisé par un autre Lanyard (processus %1)</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>écriture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>its attribute %1 cannot be read: %2</source>
        <translation>son attribut %1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>cannot be written: no new file in its folder: %1</source>
        <translation>écriture impossible&#xa0;: aucun nouveau fichier ne peut être créé dans son dossier&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot be written: its attribute %1 cannot be kept: %2</source>
        <translation>écriture impossible&#xa0;: son attribut %1 ne peut pas être conservé&#xa0;: %2</translation>
    </message>
    <message>
        <source>cannot be written: its owner cannot be kept: %1</source>
        <translation>écriture impossible&#xa0;: son propriétaire ne peut pas être conservé&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot be written: its permissions cannot be kept: %1</source>
        <translation>écriture impossible&#xa0;: ses droits d’accès ne peuvent pas être conservés&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>remplacement impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>la variable d’environnement %1 n’est pas définie</translation>
    </message>
    <message>
        <source>it belongs to another user; run: %1</source>
        <translation>appartient à un autre utilisateur&#xa0;; exécutez&#xa0;: %1</translation>
    </message>
    <message>
        <source>it has secrets, and others may read or write it; run: %1</source>
        <translation>contient des secrets que d’autres peuvent lire ou modifier&#xa0;; exécutez&#xa0;: %1</translation>
    </message>
    <message>
        <source>this is a symbolic link, not a file; put the file in its place</source>
        <translation>c’est un lien symbolique, pas un fichier&#xa0;; mettez le fichier à sa place</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>ouverture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>plus long que %1 octets</translation>
    </message>
    <message>
        <source>cannot be made durable: %1</source>
        <translation>enregistrement durable impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>has been changed by somebody else since it was read</source>
        <translation>a été modifié par quelqu’un d’autre depuis sa lecture</translation>
    </message>
    <message>
        <source>this is no file that can be replaced</source>
        <translation>ce n’est pas un fichier que l’on peut remplacer</translation>
    </message>
    <message>
        <source>is replaced, but may be the old one again after a power cut: %1</source>
        <translation>a été remplacé, mais l’ancien pourrait revenir après une coupure de courant&#xa0;: %1</translation>
    </message>
    <message>
        <source>too many requests wait for one credential</source>
        <translation>trop de requêtes attendent les mêmes identifiants</translation>
    </message>
    <message>
        <source>it is too long for a password</source>
        <translation>trop long pour un mot de passe</translation>
    </message>
    <message>
        <source>the user name is empty</source>
        <translation>le nom d’utilisateur est vide</translation>
    </message>
    <message>
        <source>the user name has a colon or a control character</source>
        <translation>le nom d’utilisateur contient un deux-points ou un caractère de contrôle</translation>
    </message>
    <message>
        <source>the user name or the password is too long</source>
        <translation>le nom d’utilisateur ou le mot de passe est trop long</translation>
    </message>
    <message>
        <source>the user name or the password is not text</source>
        <translation>le nom d’utilisateur ou le mot de passe n’est pas du texte</translation>
    </message>
    <message>
        <source>the name of a credential helper has only letters, digits, - _ and .</source>
        <translation>le nom d’un assistant d’identification ne contient que des lettres, des chiffres, - _ et .</translation>
    </message>
    <message>
        <source>nothing is written to it until this is mended, or the file put aside</source>
        <translation>rien n’y est écrit tant que cela n’est pas réparé ou le fichier mis de côté</translation>
    </message>
    <message>
        <source>has as many credentials as it may</source>
        <translation>contient déjà le maximum d’identifiants</translation>
    </message>
    <message>
        <source>would be longer than it may be</source>
        <translation>deviendrait plus long que permis</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>il faut %1</translation>
    </message>
    <message>
        <source>expected an object &quot;credentials&quot; beside the version, and no more</source>
        <translation>il faut un objet &quot;credentials&quot; à côté de la version, et rien de plus</translation>
    </message>
    <message>
        <source>has more credentials than it may</source>
        <translation>contient plus d’identifiants que permis</translation>
    </message>
    <message>
        <source>credential %1</source>
        <translation>identifiants nº %1</translation>
    </message>
    <message>
        <source>is there twice, in two spellings</source>
        <translation>figure deux fois, sous deux graphies</translation>
    </message>
    <message>
        <source>%1 is not in PATH; install it</source>
        <translation>%1 n’est pas dans PATH&#xa0;; installez-le</translation>
    </message>
    <message>
        <source>too many questions wait for credential helpers</source>
        <translation>trop de questions attendent les assistants d’identification</translation>
    </message>
    <message>
        <source>the file has no credential for %1</source>
        <translation>le fichier ne contient pas d’identifiants pour %1</translation>
    </message>
    <message>
        <source>expected username and password, identityToken, or helper</source>
        <translation>il faut username et password, identityToken ou helper</translation>
    </message>
    <message>
        <source>expected the name of a registry, such as quay.io or quay.io/org</source>
        <translation>il faut le nom d’un registre, tel que quay.io ou quay.io/org</translation>
    </message>
    <message>
        <source>expected a path of repositories behind the registry, such as quay.io/org</source>
        <translation>il faut un chemin de dépôts après le registre, par exemple quay.io/org</translation>
    </message>
    <message>
        <source>%1 has a credential in the configuration, which goes before others; change it there</source>
        <translation>%1 a des identifiants dans la configuration, qui priment sur les autres&#xa0;; modifiez-les là</translation>
    </message>
    <message>
        <source>the configuration is written by hand only</source>
        <translation>la configuration ne s’écrit qu’à la main</translation>
    </message>
    <message>
        <source>the name of a helper is kept in the file only</source>
        <translation>le nom d’un assistant n’est conservé que dans le fichier</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>il n’y a pas de trousseau ici</translation>
    </message>
    <message>
        <source>%1 has its credential in the configuration; remove it there</source>
        <translation>%1 a ses identifiants dans la configuration&#xa0;; supprimez-les là</translation>
    </message>
    <message>
        <source>no credential is kept for %1</source>
        <translation>aucun identifiant n’est conservé pour %1</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>il faut du texte</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>il faut un objet</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>contient trop d’entrées</translation>
    </message>
    <message>
        <source>entry %1 is for no registry</source>
        <translation>l’entrée %1 ne désigne aucun registre</translation>
    </message>
    <message>
        <source>auth is not base64</source>
        <translation>auth n’est pas du base64</translation>
    </message>
    <message>
        <source>auth is not the base64 of user:password</source>
        <translation>auth n’est pas user:password en base64</translation>
    </message>
    <message>
        <source>does not answer with a credential</source>
        <extracomment>after the name of a program</extracomment>
        <translation>ne répond pas par des identifiants</translation>
    </message>
    <message>
        <source>gives a credential that cannot be used: %1</source>
        <translation>donne des identifiants inutilisables&#xa0;: %1</translation>
    </message>
    <message>
        <source>does not answer with a list</source>
        <translation>ne répond pas par une liste</translation>
    </message>
    <message>
        <source>has no credential for it</source>
        <translation>n’a pas d’identifiants pour cela</translation>
    </message>
    <message>
        <source>has no whole credential for it</source>
        <translation>n’a pas d’identifiants complets pour cela</translation>
    </message>
    <message>
        <source>failed; run it by hand to see why</source>
        <translation>a échoué&#xa0;; lancez-le à la main pour voir pourquoi</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>il faut un objet JSON</translation>
    </message>
    <message>
        <source>the keychain has something else than a credential there; set it again</source>
        <translation>le trousseau y contient autre chose que des identifiants&#xa0;; définissez-les à nouveau</translation>
    </message>
    <message>
        <source>the keychain does not give the credential of %1: it is locked, or has it no more</source>
        <translation>le trousseau ne donne pas les identifiants de %1&#xa0;: il est verrouillé, ou ne les a plus</translation>
    </message>
    <message>
        <source>too many questions wait for the keychain</source>
        <translation>trop de questions attendent le trousseau</translation>
    </message>
    <message>
        <source>the keychain does not answer; it may wait to be unlocked</source>
        <translation>le trousseau ne répond pas&#xa0;; il attend peut-être d’être déverrouillé</translation>
    </message>
    <message>
        <source>put the file aside, and set the credentials of the keychain again</source>
        <translation>mettez le fichier de côté, et définissez à nouveau les identifiants du trousseau</translation>
    </message>
    <message>
        <source>the keychain has as many credentials of Lanyard as it may</source>
        <translation>le trousseau contient déjà le maximum d’identifiants de Lanyard</translation>
    </message>
    <message>
        <source>expected &quot;version&quot;: 1 and an object &quot;users&quot;</source>
        <translation>il faut &quot;version&quot;: 1 et un objet &quot;users&quot;</translation>
    </message>
    <message>
        <source>has more entries than it may</source>
        <translation>contient plus d’entrées que permis</translation>
    </message>
    <message>
        <source>entry %1 is no registry with a user name</source>
        <translation>l’entrée %1 n’est pas un registre avec un nom d’utilisateur</translation>
    </message>
    <message>
        <source>the keychain has no such entry</source>
        <translation>le trousseau ne contient pas cette entrée</translation>
    </message>
    <message>
        <source>the keychain stays closed: its user said no</source>
        <translation>le trousseau reste fermé&#xa0;: son utilisateur a refusé</translation>
    </message>
    <message>
        <source>the keychain is locked, or denies access</source>
        <translation>le trousseau est verrouillé, ou refuse l’accès</translation>
    </message>
    <message>
        <source>there is no keychain service here</source>
        <translation>il n’y a pas de service de trousseau ici</translation>
    </message>
    <message>
        <source>the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)</source>
        <translation>le trousseau n’est pas utilisable&#xa0;: %1 (il lui faut une session D-Bus avec un service de trousseau)</translation>
    </message>
    <message>
        <source>buildkitd does not run; start its service</source>
        <translation>buildkitd ne fonctionne pas&#xa0;; démarrez son service</translation>
    </message>
    <message>
        <source>the builder does not run; it starts with its next build</source>
        <translation>le builder ne fonctionne pas&#xa0;; il démarre au prochain build</translation>
    </message>
    <message>
        <source>it does not run; start it: %1</source>
        <translation>il ne fonctionne pas&#xa0;; démarrez-le&#xa0;: %1</translation>
    </message>
    <message>
        <source>its CRI plugin is off in %1 (disabled_plugins): only nerdctl, and ctr with --hosts-dir, read %2</source>
        <translation>son plugin CRI est désactivé dans %1 (disabled_plugins)&#xa0;: seuls nerdctl, et ctr avec --hosts-dir, lisent %2</translation>
    </message>
    <message>
        <source>%1 has mirrors of its own, beside which config_path is an error; move them to %2</source>
        <translation>%1 contient ses propres miroirs, avec lesquels config_path est une erreur&#xa0;; déplacez-les vers %2</translation>
    </message>
    <message>
        <source>for Kubernetes, containerd %1 reads %2 only when config_path in %3 says so; set it and restart containerd</source>
        <translation>pour Kubernetes, containerd %1 ne lit %2 que si config_path dans %3 l’indique&#xa0;; définissez-le et redémarrez containerd</translation>
    </message>
    <message>
        <source>%1 does not run; start it: %2</source>
        <translation>%1 ne fonctionne pas&#xa0;; démarrez-le&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 is not reached from inside the container %2; see whether the cache serves that address, and what a firewall says of containers</source>
        <translation>%1 n’est pas joignable depuis l’intérieur du conteneur %2&#xa0;; vérifiez si le cache sert cette adresse, et ce qu’un pare-feu impose aux conteneurs</translation>
    </message>
    <message>
        <source>is no JSON object: %1</source>
        <translation>n’est pas un objet JSON&#xa0;: %1</translation>
    </message>
    <message>
        <source>this user may not ask Docker; add it to the group docker (which is as good as root), or use sudo</source>
        <translation>cet utilisateur n’a pas le droit d’interroger Docker&#xa0;; ajoutez-le au groupe docker (ce qui équivaut à être root), ou utilisez sudo</translation>
    </message>
    <message>
        <source>docker info does not answer in time; see whether its service hangs</source>
        <translation>docker info ne répond pas à temps&#xa0;; vérifiez si son service est bloqué</translation>
    </message>
    <message>
        <source>%1 does not run; start Docker Desktop</source>
        <translation>%1 ne fonctionne pas&#xa0;; démarrez Docker Desktop</translation>
    </message>
    <message>
        <source>dockerd was started with %1, and does not start when %2 says it, too; take the option off its command line (systemctl edit docker)</source>
        <translation>dockerd a été lancé avec %1, et ne démarre pas si %2 l’indique aussi&#xa0;; retirez cette option de sa ligne de commande (systemctl edit docker)</translation>
    </message>
    <message>
        <source>add %1 to no-proxy, in the proxies of %2 or in its service&apos;s NO_PROXY, and restart it</source>
        <translation>ajoutez %1 à no-proxy, dans les proxies de %2 ou dans NO_PROXY de son service, puis redémarrez-le</translation>
    </message>
    <message>
        <source>Docker Engine %1 mirrors only docker.io; for other registries it has to be 28 or later</source>
        <translation>Docker Engine %1 n’utilise de miroir que pour docker.io&#xa0;; pour les autres registres, il faut la version 28 ou ultérieure</translation>
    </message>
    <message>
        <source>its image store (%1) mirrors only docker.io for docker pull; for other registries it needs containerd&apos;s store</source>
        <translation>avec son stockage d’images (%1), docker pull n’utilise de miroir que pour docker.io&#xa0;; pour les autres registres, il lui faut le stockage de containerd</translation>
    </message>
    <message>
        <source>global.buildkit_host in %1 names a builder elsewhere, which what is set here does not reach; set up that builder, or take the key out</source>
        <translation>global.buildkit_host dans %1 désigne un builder situé ailleurs, que la configuration faite ici n’atteint pas&#xa0;; configurez ce builder, ou retirez la clé</translation>
    </message>
    <message>
        <source>%1 does not run; start its service</source>
        <translation>%1 ne fonctionne pas&#xa0;; démarrez son service</translation>
    </message>
    <message>
        <source>the cluster&apos;s nodes do not run</source>
        <translation>les nœuds du cluster ne fonctionnent pas</translation>
    </message>
    <message>
        <source>it runs in a network of its own, where %1 is not this computer</source>
        <translation>il s’exécute dans son propre réseau, où %1 n’est pas cet ordinateur</translation>
    </message>
    <message>
        <source>it runs in a container, where %1 is not this computer</source>
        <translation>il s’exécute dans un conteneur, où %1 n’est pas cet ordinateur</translation>
    </message>
    <message>
        <source>it runs in containers, where %1 is not this computer</source>
        <translation>il s’exécute dans des conteneurs, où %1 n’est pas cet ordinateur</translation>
    </message>
    <message>
        <source>it runs in a virtual machine, where %1 is not this computer</source>
        <translation>il s’exécute dans une machine virtuelle, où %1 n’est pas cet ordinateur</translation>
    </message>
    <message>
        <source>it runs in a machine of its own, where %1 is not this computer</source>
        <translation>il s’exécute dans sa propre machine, où %1 n’est pas cet ordinateur</translation>
    </message>
    <message>
        <source>give the cache by the address that this computer has on its network</source>
        <translation>indiquez le cache par l’adresse que cet ordinateur a sur son réseau</translation>
    </message>
    <message>
        <source>%1 would ask the proxy %2 for %3</source>
        <extracomment>%1: a program; %2, %3: addresses</extracomment>
        <translation>%1 passerait par le proxy %2 pour joindre %3</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of its service</source>
        <translation>ajoutez %1 à NO_PROXY de son service</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of your environment</source>
        <translation>ajoutez %1 à NO_PROXY de votre environnement</translation>
    </message>
    <message>
        <source>this user may not read %1; as root it is known what is in it</source>
        <translation>cet utilisateur n’a pas le droit de lire %1&#xa0;; seul root voit ce qu’il contient</translation>
    </message>
    <message>
        <source>%1 has a table for %2, and is read after the file of Lanyard, which then says it for nothing</source>
        <translation>%1 contient une table pour %2 et est lu après le fichier de Lanyard, dont les indications restent alors sans effet</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), and is read after the file of Lanyard, which then says it for nothing</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 contient une table pour %2 (%3) et est lu après le fichier de Lanyard, dont les indications restent alors sans effet</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), whose place a table of Lanyard&apos;s takes</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 contient une table pour %2 (%3), qu’une table de Lanyard remplace</translation>
    </message>
    <message>
        <source>change it there, or leave %1 out of the set-up</source>
        <translation>modifiez-le à cet endroit, ou laissez %1 en dehors de la configuration</translation>
    </message>
    <message>
        <source>%1 says something else of %2, and is read later; take it out there</source>
        <translation>%1 indique autre chose pour %2 et est lu ensuite&#xa0;; retirez-le de ce fichier</translation>
    </message>
    <message>
        <source>%1 is there, so that nothing in %2 is read; take it away, or put what is in it there</source>
        <translation>%1 existe, si bien que rien n’est lu dans %2&#xa0;; supprimez-le, ou déplacez son contenu dans ce dossier</translation>
    </message>
    <message>
        <source>No file descriptors are left: new connections wait. Raise the limit (ulimit -n).</source>
        <translation>Il ne reste plus de descripteurs de fichiers&#xa0;: les nouvelles connexions attendent. Relevez la limite (ulimit -n).</translation>
    </message>
    <message>
        <source>its disk cannot be asked</source>
        <translation>son disque ne peut pas être interrogé</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not &quot;private&quot;, &quot;any&quot;, an address or an address range</source>
        <translation>&apos;%1&apos; n’est ni &quot;private&quot;, ni &quot;any&quot;, ni une adresse, ni une plage d’adresses</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>impossible d’écouter sur %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>the port is used by another program</source>
        <translation>le port est utilisé par un autre programme</translation>
    </message>
    <message>
        <source>the port is used by %1</source>
        <translation>le port est utilisé par %1</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>cet ordinateur n’a pas cette adresse</translation>
    </message>
    <message>
        <source>this user may not use the port: take one above 1023, or grant CAP_NET_BIND_SERVICE</source>
        <translation>cet utilisateur n’a pas le droit d’utiliser ce port&#xa0;: prenez-en un au-dessus de 1023, ou accordez CAP_NET_BIND_SERVICE</translation>
    </message>
    <message>
        <source>the process has no file descriptor left</source>
        <translation>le processus n’a plus de descripteur de fichier disponible</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an IP address</source>
        <translation>&apos;%1&apos; n’est pas une adresse IP</translation>
    </message>
    <message>
        <source>what happened before is not known, and what happens now is forgotten at the end</source>
        <translation>ce qui s’est passé auparavant est inconnu, et ce qui se passe maintenant sera oublié à la fin</translation>
    </message>
    <message>
        <source>what happens is kept in memory only</source>
        <translation>ce qui se passe n’est gardé qu’en mémoire</translation>
    </message>
    <message>
        <source>it was put aside as %1</source>
        <translation>le fichier a été mis de côté sous %1</translation>
    </message>
    <message>
        <source>its rows contradict each other</source>
        <translation>ses lignes se contredisent</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>ce n’est pas une base de données</translation>
    </message>
    <message>
        <source>put back what was there, or make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>remettez ce qui s’y trouvait, ou créez une autre autorité avec `lanyard ca create --force`, à laquelle tous les clients devront de nouveau faire confiance</translation>
    </message>
    <message>
        <source>this is not the key of the certificate in %1</source>
        <translation>ce n’est pas la clé du certificat dans %1</translation>
    </message>
    <message>
        <source>it has to belong to the user who runs Lanyard</source>
        <translation>doit appartenir à l’utilisateur qui exécute Lanyard</translation>
    </message>
    <message>
        <source>this is no certificate of an authority</source>
        <translation>ce n’est pas un certificat d’autorité</translation>
    </message>
    <message>
        <source>other users of this computer may use the key, and pose as any server to those that trust the local CA: %1</source>
        <translation>d’autres utilisateurs de cet ordinateur peuvent utiliser la clé, et se faire passer pour n’importe quel serveur auprès de ceux qui font confiance à l’autorité de certification locale&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot be made readable: %1</source>
        <translation>impossible de le rendre lisible&#xa0;: %1</translation>
    </message>
    <message>
        <source>there is something already</source>
        <translation>il y a déjà quelque chose</translation>
    </message>
    <message>
        <source>cannot be put in its place: %1</source>
        <translation>mise en place impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>a certificate cannot be made: %1</source>
        <translation>un certificat ne peut pas être créé&#xa0;: %1</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: %2</source>
        <translation>l’autorité de certification locale a expiré le %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>créez une autre autorité avec `lanyard ca create --force`, à laquelle tous les clients devront de nouveau faire confiance</translation>
    </message>
    <message>
        <source>the local CA holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right? If it was wrong when the CA was made, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>l’autorité de certification locale n’est valable qu’à partir du %1&#xa0;: d’ici là, les clients la refusent&#xa0;; l’horloge de cet ordinateur est-elle à l’heure&#xa0;? Si elle était fausse lors de la création de l’autorité, créez-en une autre avec `lanyard ca create --force`, à laquelle tous les clients devront de nouveau faire confiance</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: clients refuse its certificates</source>
        <translation>l’autorité de certification locale a expiré le %1&#xa0;: les clients refusent ses certificats</translation>
    </message>
    <message>
        <source>the local CA ends at %1: before that, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>l’autorité de certification locale expire le %1&#xa0;: avant cette date, créez une autre autorité avec `lanyard ca create --force`, à laquelle tous les clients devront de nouveau faire confiance</translation>
    </message>
    <message>
        <source>there is no local CA; `lanyard ca create` makes one</source>
        <translation>il n’y a pas d’autorité de certification locale&#xa0;; `lanyard ca create` en crée une</translation>
    </message>
    <message>
        <source>The certificate of the local CA has no room for all names and addresses of this computer: it lacks %1</source>
        <translation>Le certificat de l’autorité de certification locale n’a pas de place pour tous les noms et adresses de cet ordinateur&#xa0;: il manque %1</translation>
    </message>
    <message>
        <source>the certificate of before stays in use</source>
        <translation>le certificat précédent reste utilisé</translation>
    </message>
    <message>
        <source>Lanyard does not run</source>
        <translation>Lanyard ne fonctionne pas</translation>
    </message>
    <message>
        <source>there is something else than certificates in this file, which would be lost: move it away</source>
        <translation>ce fichier contient autre chose que des certificats, qui serait perdu&#xa0;: déplacez-le</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 n’est pas une liste</translation>
    </message>
    <message>
        <source>the cache has TLS, and this says that it has not; please change it</source>
        <translation>le cache utilise TLS, et ceci indique le contraire&#xa0;; veuillez le corriger</translation>
    </message>
    <message>
        <source>the cache has no TLS, and this says that it has; please change it</source>
        <translation>le cache n’utilise pas TLS, et ceci indique le contraire&#xa0;; veuillez le corriger</translation>
    </message>
    <message>
        <source>expected an object: { }</source>
        <translation>il faut un objet&#xa0;: { }</translation>
    </message>
    <message>
        <source>expected a list of texts: [ ]</source>
        <translation>il faut une liste de textes&#xa0;: [ ]</translation>
    </message>
    <message>
        <source>expected a text in double quotes</source>
        <translation>il faut un texte entre guillemets doubles</translation>
    </message>
    <message>
        <source>in the text that begins here, %1</source>
        <translation>dans le texte qui commence ici, %1</translation>
    </message>
    <message>
        <source>the path of the certificate has a colon, with which it cannot be given to the container of BuildKit: %1</source>
        <translation>le chemin du certificat contient un deux-points, ce qui empêche de le transmettre au conteneur de BuildKit&#xa0;: %1</translation>
    </message>
    <message>
        <source>expected a list of arguments</source>
        <translation>il faut une liste d’arguments</translation>
    </message>
    <message>
        <source>expected a text with the configuration of BuildKit</source>
        <translation>il faut un texte contenant la configuration de BuildKit</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which its readers do not understand; please save it without one</source>
        <translation>le fichier commence par une marque d’ordre des octets (BOM), que ses lecteurs ne comprennent pas&#xa0;; veuillez l’enregistrer sans elle</translation>
    </message>
    <message>
        <source>this text cannot be edited safely</source>
        <translation>ce texte ne peut pas être modifié sans risque</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>il faut un texte</translation>
    </message>
    <message>
        <source>this host may not pull and resolve; please add that to its capabilities</source>
        <translation>cet hôte n’a pas le droit de faire pull et resolve&#xa0;; veuillez les ajouter à ses capabilities</translation>
    </message>
    <message>
        <source>this host has no ca, which the certificate of the cache needs; please add it, or remove the host</source>
        <translation>cet hôte n’a pas de ca, nécessaire au certificat du cache&#xa0;; veuillez l’ajouter, ou supprimer l’hôte</translation>
    </message>
    <message>
        <source>this host has no header with the login of the cache; please add it, or remove the host</source>
        <translation>cet hôte n’a pas de header avec la connexion au cache&#xa0;; veuillez l’ajouter, ou supprimer l’hôte</translation>
    </message>
    <message>
        <source>a hosts.toml is of one registry</source>
        <translation>un hosts.toml concerne un seul registre</translation>
    </message>
    <message>
        <source>expected the name or the address of a computer</source>
        <translation>il faut le nom ou l’adresse d’un ordinateur</translation>
    </message>
    <message>
        <source>expected a number from 1 to 65535</source>
        <translation>il faut un nombre de 1 à 65535</translation>
    </message>
    <message>
        <source>there is one, and no TLS</source>
        <translation>indiqué, mais sans TLS</translation>
    </message>
    <message>
        <source>expected certificates as PEM, and nothing else</source>
        <translation>il faut des certificats au format PEM, et rien d’autre</translation>
    </message>
    <message>
        <source>expected a name without colons and control characters</source>
        <translation>il faut un nom sans deux-points ni caractères de contrôle</translation>
    </message>
    <message>
        <source>there is one, and no user</source>
        <translation>indiqué, mais sans utilisateur</translation>
    </message>
    <message>
        <source>this file has no place for all of them</source>
        <translation>ce fichier n’a pas de place pour tous à la fois</translation>
    </message>
    <message>
        <source>expected names of registries, such as quay.io</source>
        <translation>il faut des noms de registres, tels que quay.io</translation>
    </message>
    <message>
        <source>there are too many, or one is there twice</source>
        <translation>il y en a trop, ou l’un d’eux y figure deux fois</translation>
    </message>
    <message>
        <source>a hosts.toml is of one</source>
        <translation>un hosts.toml n’en concerne qu’un</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>il en faut au moins un</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>il faut un chemin absolu</translation>
    </message>
    <message>
        <source>this is for a daemon.json and plain HTTP</source>
        <translation>ne vaut que pour un daemon.json et du HTTP non chiffré</translation>
    </message>
    <message>
        <source>expected certificates as PEM</source>
        <translation>il faut des certificats au format PEM</translation>
    </message>
    <message>
        <source>this is no recipe: %1</source>
        <extracomment>A recipe is what is to be put into a file; that comes to root&apos;s helper program.</extracomment>
        <translation>ce n’est pas une recette&#xa0;: %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>il faut true ou false</translation>
    </message>
    <message>
        <source>expected a list of texts</source>
        <translation>il faut une liste de textes</translation>
    </message>
    <message>
        <source>there is a key that is not known</source>
        <translation>il y a une clé inconnue</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>dépasse %1 octets</translation>
    </message>
    <message>
        <source>expected an object as JSON</source>
        <translation>il faut un objet au format JSON</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>il n’en existe aucun de ce nom</translation>
    </message>
    <message>
        <source>expected a path of this computer</source>
        <translation>il faut un chemin de cet ordinateur</translation>
    </message>
    <message>
        <source>the cache has no TLS; please add %1 to this mirror</source>
        <translation>le cache n’utilise pas TLS&#xa0;; veuillez ajouter %1 à ce miroir</translation>
    </message>
    <message>
        <source>this is the old form of the file, which cannot have mirrors; please write it in the new one, with %1</source>
        <translation>c’est l’ancienne forme du fichier, qui ne permet pas de miroirs&#xa0;; veuillez l’écrire sous la nouvelle, avec %1</translation>
    </message>
    <message>
        <source>%1 is not a configured registry</source>
        <translation>%1 n’est pas un registre configuré</translation>
    </message>
    <message>
        <source>an export or import is running already</source>
        <translation>un export ou un import est déjà en cours</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an absolute path</source>
        <translation>&apos;%1&apos; n’est pas un chemin absolu</translation>
    </message>
    <message>
        <source>%1 does not say how long the blob is</source>
        <translation>%1 n’indique pas la longueur du blob</translation>
    </message>
    <message>
        <source>it is another name of %1; log in there</source>
        <translation>c’est un autre nom de %1&#xa0;; connectez-vous à celui-ci</translation>
    </message>
    <message>
        <source>it is no upstream</source>
        <translation>ce n’est pas un registre amont</translation>
    </message>
    <message>
        <source>too many requests wait for this blob</source>
        <translation>trop de requêtes attendent ce blob</translation>
    </message>
    <message>
        <source>%1 sends %2 bytes for %3, its manifest says %4</source>
        <extracomment>%1: a registry, %2 and %4: numbers of bytes, %3: a digest</extracomment>
        <translation>%1 envoie %2 octets pour %3, alors que son manifeste en indique %4</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <extracomment>%1: the digest of a blob, %2: why</extracomment>
        <translation>%1 n’a pas été téléchargé&#xa0;: %2</translation>
    </message>
    <message>
        <source>it is not complete for any platform; prefetch fetches what is missing</source>
        <extracomment>&quot;prefetch&quot; is the name of a command.</extracomment>
        <translation>aucune plateforme n’est complète&#xa0;; prefetch télécharge ce qui manque</translation>
    </message>
    <message>
        <source>too many questions wait for an answer</source>
        <translation>trop de questions attendent une réponse</translation>
    </message>
    <message>
        <source>the engine stops</source>
        <translation>le moteur s’arrête</translation>
    </message>
    <message>
        <source>no image was named</source>
        <translation>aucune image n’a été désignée</translation>
    </message>
    <message>
        <source>%1 is damaged here: %2; the next pull fetches it anew</source>
        <translation>%1 est endommagé ici&#xa0;: %2&#xa0;; le prochain pull le télécharge à nouveau</translation>
    </message>
    <message>
        <source>it has other bytes</source>
        <translation>son contenu est différent</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>fait %1 octets</translation>
    </message>
    <message>
        <source>it is no manifest of an image that clients take today</source>
        <translation>ce n’est pas un manifeste d’image que les clients acceptent aujourd’hui</translation>
    </message>
    <message>
        <source>no image is in it</source>
        <translation>il ne contient aucune image</translation>
    </message>
    <message>
        <source>a name is for one image, and it has more</source>
        <translation>un nom désigne une seule image, et il en contient plusieurs</translation>
    </message>
    <message>
        <source>the archive does not say of which repository it is: give it a name</source>
        <translation>l’archive n’indique pas de quel dépôt il s’agit&#xa0;: donnez-lui un nom</translation>
    </message>
    <message>
        <source>%1 is not configured</source>
        <translation>%1 n’est pas configuré</translation>
    </message>
    <message>
        <source>%1 is another image than %2</source>
        <translation>%1 est une autre image que %2</translation>
    </message>
    <message>
        <source>its manifest is not in the archive</source>
        <translation>son manifeste n’est pas dans l’archive</translation>
    </message>
    <message>
        <source>its manifest</source>
        <translation>son manifeste</translation>
    </message>
    <message>
        <source>%1 is not in the cache</source>
        <translation>%1 n’est pas dans le cache</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of an image, such as alpine:3.19 or quay.io/org/name@sha256:...</source>
        <translation>&apos;%1&apos; n’est pas un nom d’image, tel que alpine:3.19 ou quay.io/org/name@sha256:...</translation>
    </message>
    <message>
        <source>too many requests wait for this manifest</source>
        <translation>trop de requêtes attendent ce manifeste</translation>
    </message>
    <message>
        <source>%1 answered a manifest with the digest %2 instead of %3</source>
        <translation>%1 a répondu par un manifeste dont le digest est %2 au lieu de %3</translation>
    </message>
    <message>
        <source>%1 was not stored: %2</source>
        <translation>%1 n’a pas été stocké&#xa0;: %2</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end in time</source>
        <translation>la liste de l’amont ne se termine pas à temps</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end</source>
        <translation>la liste de l’amont ne se termine pas</translation>
    </message>
    <message>
        <source>too many platforms</source>
        <translation>trop de plateformes</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a platform, such as linux/amd64 or linux/arm/v7</source>
        <translation>&apos;%1&apos; n’est pas une plateforme, telle que linux/amd64 ou linux/arm/v7</translation>
    </message>
    <message>
        <source>there is no image for %1, only for %2</source>
        <extracomment>%1: a platform, %2: a list of platforms</extracomment>
        <translation>il n’y a pas d’image pour %1, seulement pour %2</translation>
    </message>
    <message>
        <source>it was not stored, a warning says why</source>
        <translation>il n’a pas été stocké&#xa0;; un avertissement dit pourquoi</translation>
    </message>
    <message>
        <source>%1 was not stored, a warning says why</source>
        <translation>%1 n’a pas été stocké&#xa0;; un avertissement dit pourquoi</translation>
    </message>
    <message>
        <source>a digest names the same image for ever</source>
        <translation>un digest désigne toujours la même image</translation>
    </message>
    <message>
        <source>its registry could not be asked</source>
        <translation>son registre n’a pas pu être interrogé</translation>
    </message>
    <message>
        <source>%1 was not stored</source>
        <translation>%1 n’a pas été stocké</translation>
    </message>
    <message>
        <source>%1 is not one of the configured upstreams</source>
        <translation>%1 n’est pas l’un des registres amont configurés</translation>
    </message>
    <message>
        <source>too many images are being fetched ahead</source>
        <translation>trop d’images sont en cours de préchargement</translation>
    </message>
    <message>
        <source>too many requests wait for this repository</source>
        <translation>trop de requêtes attendent ce dépôt</translation>
    </message>
    <message>
        <source>%1 sends something else than the missing part of %2</source>
        <translation>%1 envoie autre chose que la partie manquante de %2</translation>
    </message>
    <message>
        <source>%1 sent %2 up to byte %3, not %4</source>
        <extracomment>%1: a registry, %2: a digest, %3 and %4: numbers of bytes</extracomment>
        <translation>%1 a envoyé %2 jusqu’à l’octet %3, et non %4</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of referrers is not one</source>
        <translation>la liste des référents envoyée par l’amont n’en est pas une</translation>
    </message>
    <message>
        <source>%1 denies access</source>
        <translation>%1 refuse l’accès</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>rien n’a été demandé</translation>
    </message>
    <message>
        <source>too many requests wait for this tag</source>
        <translation>trop de requêtes attendent ce tag</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is not one</source>
        <translation>la liste des tags envoyée par l’amont n’en est pas une</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is too long</source>
        <translation>la liste des tags envoyée par l’amont est trop longue</translation>
    </message>
    <message>
        <source>this is not paused</source>
        <translation>n’est pas en pause</translation>
    </message>
    <message>
        <source>another client is being set up; wait for it</source>
        <translation>un autre client est en cours de configuration&#xa0;; attendez qu’il soit prêt</translation>
    </message>
    <message>
        <source>All of it is there already.</source>
        <translation>Tout s’y trouve déjà.</translation>
    </message>
    <message>
        <source>It was put there by somebody else while it was paused: Lanyard does not take it out again.</source>
        <translation>Quelqu’un d’autre l’y a mis pendant la pause&#xa0;: Lanyard ne l’en retire pas.</translation>
    </message>
    <message>
        <source>%1 is set up already; undo that first</source>
        <translation>%1 est déjà configuré&#xa0;; retirez d’abord sa configuration</translation>
    </message>
    <message>
        <source>not all of it could be taken back: undo it</source>
        <translation>tout n’a pas pu être défait&#xa0;: retirez la configuration</translation>
    </message>
    <message>
        <source>nothing was set up for it</source>
        <translation>rien n’a été configuré pour lui</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Écrire %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurer %1</translation>
    </message>
    <message>
        <source>and it could not be taken back: %1</source>
        <translation>et cela n’a pas pu être annulé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Docker Engine was not seen to read %1; it may keep the mirror until it is started again.</source>
        <translation>Docker Engine ne semble pas avoir lu %1&#xa0;; il gardera peut-être le miroir jusqu’à son redémarrage.</translation>
    </message>
    <message>
        <source>process %1 is no process</source>
        <translation>le processus %1 n’existe pas</translation>
    </message>
    <message>
        <source>process %1 is no Docker Engine</source>
        <translation>le processus %1 n’est pas un Docker Engine</translation>
    </message>
    <message>
        <source>process %1 cannot be told: %2</source>
        <translation>le processus %1 ne peut pas être prévenu&#xa0;: %2</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>`%1` est absent</translation>
    </message>
    <message>
        <source>`%1` is no plain text, or too long</source>
        <translation>`%1` n’est pas du texte simple, ou est trop long</translation>
    </message>
    <message>
        <source>`%1` is none of the words that it may be</source>
        <translation>`%1` n’est aucun des mots admis</translation>
    </message>
    <message>
        <source>`%1` is no SHA-256 in hexadecimal digits</source>
        <translation>`%1` n’est pas un SHA-256 en chiffres hexadécimaux</translation>
    </message>
    <message>
        <source>`%1` is no whole number, or too large</source>
        <translation>`%1` n’est pas un nombre entier, ou est trop grand</translation>
    </message>
    <message>
        <source>`%1` is no list, or too long</source>
        <translation>`%1` n’est pas une liste, ou est trop long</translation>
    </message>
    <message>
        <source>`%1` has what is no plain text, or too long</source>
        <translation>`%1` contient un élément qui n’est pas du texte simple, ou qui est trop long</translation>
    </message>
    <message>
        <source>`%1` has what is no object</source>
        <translation>`%1` contient un élément qui n’est pas un objet</translation>
    </message>
    <message>
        <source>`%1` is no object</source>
        <translation>`%1` n’est pas un objet</translation>
    </message>
    <message>
        <source>`%1` is not known</source>
        <translation>`%1` est inconnu</translation>
    </message>
    <message>
        <source>%1 is no JSON object, see byte %2</source>
        <extracomment>%1 is &quot;the request&quot; or &quot;this&quot; (a file).</extracomment>
        <translation>%1 n’est pas un objet JSON, voir l’octet %2</translation>
    </message>
    <message>
        <source>has been changed since it was looked at; look at the changes again before they are made</source>
        <translation>a été modifié depuis l’examen des modifications&#xa0;; examinez-les à nouveau avant de les appliquer</translation>
    </message>
    <message>
        <source>links lead in a circle</source>
        <translation>des liens forment une boucle</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>appartient à un autre utilisateur</translation>
    </message>
    <message>
        <source>no file can be made there: %1</source>
        <translation>aucun fichier ne peut y être créé&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 has been removed since; it stays so.</source>
        <translation>%1 a été supprimé entre-temps&#xa0;; il n’est pas rétabli.</translation>
    </message>
    <message>
        <source>%1 has been edited since: only what Lanyard put there is taken out.</source>
        <translation>%1 a été modifié entre-temps&#xa0;: seul ce que Lanyard y a mis est retiré.</translation>
    </message>
    <message>
        <source>The copy of %1 of before is gone: only what Lanyard put there is taken out.</source>
        <translation>La copie de la version précédente de %1 a disparu&#xa0;: seul ce que Lanyard y a mis est retiré.</translation>
    </message>
    <message>
        <source>%1 has more in it than Lanyard writes: only what Lanyard put there is taken out.</source>
        <translation>%1 contient plus que ce que Lanyard écrit&#xa0;: seul ce que Lanyard y a mis est retiré.</translation>
    </message>
    <message>
        <source>As it was before the set-up, it is kept as %1.</source>
        <extracomment>What is kept is a file.</extracomment>
        <translation>Sa version d’avant la configuration est conservée sous %1.</translation>
    </message>
    <message>
        <source>cannot be put back: %1</source>
        <translation>restauration impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>is being changed by somebody else; try again</source>
        <translation>est en cours de modification par quelqu’un d’autre&#xa0;; réessayez</translation>
    </message>
    <message>
        <source>this is a link, or no folder; root follows none for others</source>
        <translation>c’est un lien, ou ce n’est pas un dossier&#xa0;; root ne suit aucun lien pour le compte d’autrui</translation>
    </message>
    <message>
        <source>others than root may change this folder; run: %1 and %2 on it</source>
        <translation>d’autres que root peuvent modifier ce dossier&#xa0;; exécutez %1 et %2 sur celui-ci</translation>
    </message>
    <message>
        <source>this is no file of root&apos;s; run: %1 on it</source>
        <translation>ce fichier n’appartient pas à root&#xa0;; exécutez %1 sur celui-ci</translation>
    </message>
    <message>
        <source>this is a link to a file that Lanyard does not change as root</source>
        <translation>c’est un lien vers un fichier que Lanyard ne modifie pas en tant que root</translation>
    </message>
    <message>
        <source>a link leads here, and this is no file of root&apos;s</source>
        <translation>un lien mène ici, et ce fichier n’appartient pas à root</translation>
    </message>
    <message>
        <source>Change what is the administrator&apos;s</source>
        <translation>Modifier ce qui relève de l’administrateur</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>rien n’a été modifié</translation>
    </message>
    <message>
        <source>the helper program of Lanyard is not installed</source>
        <translation>le programme auxiliaire de Lanyard n’est pas installé</translation>
    </message>
    <message>
        <source>there is no pkexec on this computer, which asks for the password</source>
        <translation>pkexec, qui demande le mot de passe, est absent de cet ordinateur</translation>
    </message>
    <message>
        <source>the helper program of Lanyard %1</source>
        <extracomment>%1 is what goes wrong with the program, such as &quot;does not answer in time&quot;.</extracomment>
        <translation>le programme auxiliaire de Lanyard %1</translation>
    </message>
    <message>
        <source>the permission was not given</source>
        <translation>l’autorisation n’a pas été accordée</translation>
    </message>
    <message>
        <source>the helper program of Lanyard failed</source>
        <translation>le programme auxiliaire de Lanyard a échoué</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>la requête</translation>
    </message>
    <message>
        <source>`%1` is another one: Lanyard and its helper do not belong together</source>
        <translation>`%1` ne correspond pas&#xa0;: Lanyard et son programme auxiliaire ne vont pas ensemble</translation>
    </message>
    <message>
        <source>this service is not root&apos;s</source>
        <translation>ce service n’appartient pas à root</translation>
    </message>
    <message>
        <source>the request is too long</source>
        <translation>la requête est trop longue</translation>
    </message>
    <message>
        <source>`%1` is no time</source>
        <translation>`%1` n’est pas un horodatage</translation>
    </message>
    <message>
        <source>the answer of the helper</source>
        <translation>la réponse du programme auxiliaire</translation>
    </message>
    <message>
        <source>this is no file that Lanyard changes as root with such content</source>
        <translation>ce n’est pas un fichier que Lanyard modifie en tant que root avec un tel contenu</translation>
    </message>
    <message>
        <source>this is no place for the authority of the cache</source>
        <translation>ce n’est pas un emplacement pour l’autorité du cache</translation>
    </message>
    <message>
        <source>this folder was not made for %1</source>
        <translation>ce dossier n’a pas été créé pour %1</translation>
    </message>
    <message>
        <source>`%1` is no absolute path</source>
        <translation>`%1` n’est pas un chemin absolu</translation>
    </message>
    <message>
        <source>`%1` has what is no absolute path</source>
        <translation>`%1` contient un élément qui n’est pas un chemin absolu</translation>
    </message>
    <message>
        <source>a change of a file</source>
        <translation>une modification de fichier</translation>
    </message>
    <message>
        <source>a record of a file</source>
        <translation>un enregistrement de fichier</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>un service</translation>
    </message>
    <message>
        <source>%1 does not run; it reads its files when it starts.</source>
        <translation>%1 ne fonctionne pas&#xa0;; il lit ses fichiers à son démarrage.</translation>
    </message>
    <message>
        <source>`%1` failed: %2</source>
        <translation>`%1` a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reloaded or restarted from here, as there is no systemd that runs it. Run: %2</source>
        <translation>%1 ne peut être ni rechargé ni redémarré d’ici, car aucun systemd ne le gère. Exécutez&#xa0;: %2</translation>
    </message>
    <message>
        <source>Docker Engine does not accept it: %1</source>
        <translation>Docker Engine ne l’accepte pas&#xa0;: %1</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>les builds en cours</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>l’API Kubernetes de ce nœud pendant quelques secondes, aucun pod</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>l’agent de ce nœud pendant quelques secondes, aucun pod</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>tous les conteneurs et builds de Docker Desktop</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>Recharger %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message>
        <source>this</source>
        <extracomment>A file, what is wrong with it follows.</extracomment>
        <translation>ce fichier</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>un client</translation>
    </message>
    <message>
        <source>a later version of Lanyard wrote it; use that one</source>
        <translation>une version ultérieure de Lanyard l’a écrit&#xa0;; utilisez celle-là</translation>
    </message>
    <message>
        <source>what was set up on this computer cannot be read: %1</source>
        <translation>ce qui a été configuré sur cet ordinateur ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>il y en a trop</translation>
    </message>
    <message>
        <source>what is to be set up cannot be kept in mind: %1</source>
        <translation>ce qui doit être configuré ne peut pas être mémorisé&#xa0;: %1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be put aside: %1</source>
        <translation>il est endommagé et ne peut pas être mis de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>it was written by a later Lanyard (schema %1, this one knows up to %2)</source>
        <extracomment>Of a database: each version of Lanyard knows schemas up to a number.</extracomment>
        <translation>fichier écrit par un Lanyard ultérieur (schéma %1&#xa0;; celui-ci les connaît jusqu’à %2)</translation>
    </message>
    <message>
        <source>it was written by another Lanyard (schema %1)</source>
        <translation>fichier écrit par un autre Lanyard (schéma %1)</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>le fichier est trop gros</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>le contenu du fichier est différent</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>plus de %1 octets</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 octets au lieu de %2</translation>
    </message>
    <message>
        <source>the bytes have another digest</source>
        <translation>le contenu a un autre digest</translation>
    </message>
    <message>
        <source>what is stored cannot be listed: %1</source>
        <translation>le contenu stocké ne peut pas être listé&#xa0;: %1</translation>
    </message>
    <message>
        <source>the data folder is not to be had: %1</source>
        <translation>le dossier de données n’est pas accessible&#xa0;: %1</translation>
    </message>
    <message>
        <source>another folder is in the place of the data folder; is the disk mounted?</source>
        <translation>un autre dossier se trouve à la place du dossier de données&#xa0;; le disque est-il monté&#xa0;?</translation>
    </message>
    <message>
        <source>what is stored cannot be read: %1</source>
        <translation>le contenu stocké ne peut pas être lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>can be used again; clients are served</source>
        <extracomment>Of the folder in which the cache keeps what it has.</extracomment>
        <translation>est de nouveau utilisable&#xa0;; les clients sont servis</translation>
    </message>
    <message>
        <source>cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can</source>
        <extracomment>Of the same folder. %1: a time, %2: why</extracomment>
        <translation>est inutilisable depuis %1&#xa0;: %2. Les clients reçoivent 503 et s’adressent ailleurs jusqu’à ce qu’il soit de nouveau utilisable</translation>
    </message>
    <message>
        <source>cannot be of %1 bytes with %2 here already</source>
        <translation>ne peut pas faire %1 octets alors que %2 sont déjà là</translation>
    </message>
    <message>
        <source>cannot make the folder: %1</source>
        <translation>création du dossier impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>ouverture du dossier impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>the folder is not writable: %1</source>
        <translation>le dossier n’est pas accessible en écriture&#xa0;: %1</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>cannot make the file: %1</source>
        <translation>création du fichier impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot look at it: %1</source>
        <translation>examen impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>others may write in the folder, and so decide what is served; run: chmod 700 %1</source>
        <translation>d’autres peuvent écrire dans le dossier, et donc décider de ce qui est servi&#xa0;; exécutez&#xa0;: chmod 700 %1</translation>
    </message>
    <message>
        <source>others on this computer may look into the folder; run: chmod 700 %1</source>
        <translation>d’autres, sur cet ordinateur, peuvent consulter le dossier&#xa0;; exécutez&#xa0;: chmod 700 %1</translation>
    </message>
    <message>
        <source>cannot ask for free space: %1</source>
        <translation>impossible de connaître l’espace libre&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot make it durable: %1</source>
        <translation>enregistrement durable impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot put it in place: %1</source>
        <translation>mise en place impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot make its name durable: %1</source>
        <translation>enregistrement durable de son nom impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>écriture impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>only its log is there</source>
        <translation>seul son journal est présent</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>more changes than the disk can take; some are not in the index</source>
        <translation>plus de modifications que le disque ne peut en absorber&#xa0;; certaines ne sont pas dans l’index</translation>
    </message>
    <message>
        <source>another file, or none, is in its place</source>
        <translation>un autre fichier, ou aucun, se trouve à sa place</translation>
    </message>
    <message>
        <source>it was damaged again (%1); it is written no more</source>
        <translation>il a de nouveau été endommagé (%1)&#xa0;; il n’est plus écrit</translation>
    </message>
    <message>
        <source>the index was damaged: %1; it was put aside as %2 and written anew</source>
        <translation>l’index était endommagé&#xa0;: %1&#xa0;; il a été mis de côté sous %2 et réécrit</translation>
    </message>
    <message>
        <source>the index is complete again</source>
        <translation>l’index est de nouveau complet</translation>
    </message>
    <message>
        <source>the index cannot be opened: %1</source>
        <translation>l’index ne peut pas être ouvert&#xa0;: %1</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object: %1 at byte %2</source>
        <extracomment>%1: why, as said by the reader of JSON</extracomment>
        <translation>le manifeste n’est pas un objet JSON&#xa0;: %1 à l’octet %2</translation>
    </message>
    <message>
        <source>the manifest is an index and an image at once</source>
        <translation>le manifeste est à la fois un index et une image</translation>
    </message>
    <message>
        <source>the manifest has no media type</source>
        <translation>le manifeste n’a pas de type de média</translation>
    </message>
    <message>
        <source>the manifest names too many children</source>
        <translation>le manifeste désigne trop d’éléments enfants</translation>
    </message>
    <message>
        <source>cannot read what was kept of it: %1</source>
        <translation>impossible de lire ce qui en a été conservé&#xa0;: %1</translation>
    </message>
    <message>
        <source>it is shorter</source>
        <translation>il est plus court</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 octets sur %2</translation>
    </message>
    <message>
        <source>%1 more do not fit: the capacity is %2, and %3 are in use</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>%1 de plus ne tiennent pas&#xa0;: la capacité est de %2, dont %3 utilisés</translation>
    </message>
    <message>
        <source>%1 more do not fit: the disk has %2 free, of which %3 are kept free</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>%1 de plus ne tiennent pas&#xa0;: le disque a %2 libres, dont %3 à garder libres</translation>
    </message>
    <message>
        <source>%1; it is not stored.</source>
        <translation>%1&#xa0;; ce n’est pas stocké.</translation>
    </message>
    <message>
        <source>%1. What does not fit passes through, and is not stored.</source>
        <translation>%1. Ce qui ne tient pas est transmis sans être stocké.</translation>
    </message>
    <message>
        <source>There is room again: what is pulled is stored.</source>
        <translation>Il y a de nouveau de la place&#xa0;: ce qui est récupéré est stocké.</translation>
    </message>
    <message>
        <source>a check is running already</source>
        <translation>une vérification est déjà en cours</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>fait %1 octets au lieu de %2</translation>
    </message>
    <message>
        <source>the check was interrupted; the next continues it</source>
        <translation>la vérification a été interrompue&#xa0;; la prochaine la poursuivra</translation>
    </message>
    <message>
        <source>no memory to pass a blob through: %1</source>
        <translation>pas assez de mémoire pour transmettre un blob&#xa0;: %1</translation>
    </message>
    <message>
        <source>the index was missing, and is rebuilt from the files</source>
        <translation>l’index manquait&#xa0;; il est reconstruit à partir des fichiers</translation>
    </message>
    <message>
        <source>the index cannot be read, and is rebuilt from the files in memory</source>
        <translation>l’index ne peut pas être lu&#xa0;; il est reconstruit en mémoire à partir des fichiers</translation>
    </message>
    <message>
        <source>it is rebuilt from the files</source>
        <translation>il est reconstruit à partir des fichiers</translation>
    </message>
    <message>
        <source>%1; of %2 images in index.json, %3 are there</source>
        <extracomment>%1: what became of the index; %2 and %3: numbers of images</extracomment>
        <translation>%1&#xa0;; sur %2 images dans index.json, %3 sont présentes</translation>
    </message>
    <message>
        <source>what is there is served, and nothing is stored</source>
        <translation>ce qui est présent est servi, et rien n’est stocké</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>non stocké</translation>
    </message>
    <message>
        <source>the file has another size</source>
        <translation>le fichier a une autre taille</translation>
    </message>
    <message>
        <source>what is to be edited is not there</source>
        <translation>ce qui doit être modifié n’existe pas</translation>
    </message>
    <message>
        <source>expected an array: [ ]</source>
        <translation>il faut un tableau&#xa0;: [ ]</translation>
    </message>
    <message>
        <source>the key that is to be added is there already</source>
        <translation>la clé à ajouter existe déjà</translation>
    </message>
    <message>
        <source>the whole document cannot be replaced</source>
        <translation>le document entier ne peut pas être remplacé</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>le document entier ne peut pas être supprimé</translation>
    </message>
    <message>
        <source>JSON allows no comments</source>
        <translation>JSON n’autorise pas les commentaires</translation>
    </message>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>le texte dépasse %1 octets</translation>
    </message>
    <message>
        <source>a byte order mark stands here, which JSON does not allow</source>
        <translation>une marque d’ordre des octets (BOM) se trouve ici, ce que JSON n’autorise pas</translation>
    </message>
    <message>
        <source>nothing may stand behind the value</source>
        <translation>rien ne doit suivre la valeur</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>ce n’est pas du JSON&#xa0;: %1</translation>
    </message>
    <message>
        <source>the document has too many values</source>
        <translation>le document contient trop de valeurs</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>l’imbrication du document est trop profonde</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>il faut une clé entre guillemets doubles</translation>
    </message>
    <message>
        <source>expected : behind a key</source>
        <translation>il faut «&#xa0;:&#xa0;» après une clé</translation>
    </message>
    <message>
        <source>expected , or %1</source>
        <translation>il faut «&#xa0;,&#xa0;» ou «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>JSON allows no comma before %1</source>
        <translation>JSON n’autorise pas de virgule avant «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>ce texte n’a pas de fin</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>il faut une valeur</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>ce n’est pas du JSON&#xa0;: %1</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is at %2</source>
        <extracomment>%2 is a place: &quot;line 3, column 5&quot;.</extracomment>
        <translation>la clé %1 figure deux fois&#xa0;; première occurrence&#xa0;: %2</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>dépasse %1 octets</translation>
    </message>
    <message>
        <source>a character that is only read in a text or in a comment</source>
        <translation>un caractère admis seulement dans un texte ou un commentaire</translation>
    </message>
    <message>
        <source>more than %1 dots in one line</source>
        <translation>plus de %1 points sur une même ligne</translation>
    </message>
    <message>
        <source>this is there twice</source>
        <translation>ceci figure deux fois</translation>
    </message>
    <message>
        <source>this is no TOML</source>
        <translation>ce n’est pas du TOML</translation>
    </message>
    <message>
        <source>this cannot be changed without a guess; please change it by hand</source>
        <translation>ceci ne peut pas être modifié sans deviner&#xa0;; veuillez le modifier à la main</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>cette valeur n’existe pas</translation>
    </message>
    <message>
        <source>this does not have its lines for itself; please change it by hand</source>
        <translation>ceci n’occupe pas seul ses lignes&#xa0;; veuillez le modifier à la main</translation>
    </message>
    <message>
        <source>this table has no header of its own; please change it by hand</source>
        <translation>cette table n’a pas d’en-tête propre&#xa0;; veuillez la modifier à la main</translation>
    </message>
    <message>
        <source>there is such a key already</source>
        <translation>cette clé existe déjà</translation>
    </message>
    <message>
        <source>there is no such table</source>
        <translation>cette table n’existe pas</translation>
    </message>
    <message>
        <source>there is something else of this name already</source>
        <translation>il existe déjà autre chose de ce nom</translation>
    </message>
    <message>
        <source>this does not stand together with the rest of its table; please change it by hand</source>
        <translation>ceci est séparé du reste de sa table&#xa0;; veuillez le modifier à la main</translation>
    </message>
    <message>
        <source>this alias stands inside its own value</source>
        <translation>cet alias se trouve à l’intérieur de sa propre valeur</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>une clé doit être un texte</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is in line %2</source>
        <translation>la clé %1 figure deux fois&#xa0;; la première est à la ligne %2</translation>
    </message>
    <message>
        <source>this one counts</source>
        <translation>c’est celle-ci qui compte</translation>
    </message>
    <message>
        <source>&lt;&lt; needs a mapping, or a list of them</source>
        <translation>&lt;&lt; exige un tableau associatif, ou une liste de tels tableaux</translation>
    </message>
    <message>
        <source>a byte here is no UTF-8</source>
        <translation>un octet ici n’est pas de l’UTF-8</translation>
    </message>
    <message>
        <source>a second document begins here; one is read</source>
        <translation>un deuxième document commence ici&#xa0;; un seul est lu</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>ce n’est pas du YAML&#xa0;: %1</translation>
    </message>
    <message>
        <source>an alias (*) cannot be edited</source>
        <translation>un alias (*) ne peut pas être modifié</translation>
    </message>
    <message>
        <source>what has an anchor (&amp;) or a tag (!) cannot be edited</source>
        <translation>ce qui porte une ancre (&amp;) ou une étiquette (!) ne peut pas être modifié</translation>
    </message>
    <message>
        <source>a mapping with a merge key (&lt;&lt;) cannot be edited</source>
        <translation>un tableau associatif avec une clé de fusion (&lt;&lt;) ne peut pas être modifié</translation>
    </message>
    <message>
        <source>a text of several lines cannot be edited</source>
        <translation>un texte de plusieurs lignes ne peut pas être modifié</translation>
    </message>
    <message>
        <source>a line that is indented with a tab cannot be edited</source>
        <translation>une ligne indentée par une tabulation ne peut pas être modifiée</translation>
    </message>
    <message>
        <source>a key cannot be added here</source>
        <translation>aucune clé ne peut être ajoutée ici</translation>
    </message>
    <message>
        <source>nothing can be added behind the end of the document</source>
        <translation>rien ne peut être ajouté après la fin du document</translation>
    </message>
    <message>
        <source>an item cannot be added here</source>
        <translation>aucun élément ne peut être ajouté ici</translation>
    </message>
    <message>
        <source>an item cannot be added before this one</source>
        <translation>aucun élément ne peut être ajouté avant celui-ci</translation>
    </message>
    <message>
        <source>expected a mapping</source>
        <translation>il faut un tableau associatif</translation>
    </message>
    <message>
        <source>what stands in brackets ({}) cannot get a text of several lines</source>
        <translation>ce qui est entre accolades ({}) ne peut pas recevoir un texte de plusieurs lignes</translation>
    </message>
    <message>
        <source>expected nothing but spaces before this key</source>
        <translation>seuls des espaces sont admis avant cette clé</translation>
    </message>
    <message>
        <source>what stands here cannot be edited safely</source>
        <translation>ce qui se trouve ici ne peut pas être modifié sans risque</translation>
    </message>
    <message>
        <source>this block is indented too far for its first line</source>
        <translation>ce bloc est trop indenté par rapport à sa première ligne</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>une nouvelle tentative suivra</translation>
    </message>
    <message>
        <source>It listens at %1 now</source>
        <translation>Lanyard écoute maintenant sur %1</translation>
    </message>
    <message>
        <source>there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----</source>
        <translation>il ne contient pas de certificat&#xa0;: il faut du PEM, qui commence par -----BEGIN CERTIFICATE-----</translation>
    </message>
    <message>
        <source>its certificate number %1 is damaged</source>
        <translation>son certificat numéro %1 est endommagé</translation>
    </message>
    <message>
        <source>the key has a passphrase, for which nobody is here to ask: write it without one (openssl pkey -in KEY -out NEW), readable by this user only</source>
        <translation>la clé a une phrase secrète, et il n’y a personne ici à qui la demander&#xa0;: écrivez la clé sans phrase secrète (openssl pkey -in KEY -out NEW), lisible par cet utilisateur seulement</translation>
    </message>
    <message>
        <source>there is no private key in it: expected PEM, which begins with -----BEGIN PRIVATE KEY-----</source>
        <translation>il ne contient pas de clé privée&#xa0;: il faut du PEM, qui commence par -----BEGIN PRIVATE KEY-----</translation>
    </message>
    <message>
        <source>put a new one there, which is taken in at once</source>
        <translation>mettez-en un nouveau au même endroit&#xa0;; il est pris en compte aussitôt</translation>
    </message>
    <message>
        <source>the certificate has expired at %1: clients refuse it</source>
        <translation>le certificat a expiré le %1&#xa0;: les clients le refusent</translation>
    </message>
    <message>
        <source>the certificate holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right?</source>
        <translation>le certificat n’est valable qu’à partir du %1&#xa0;: d’ici là, les clients le refusent&#xa0;; l’horloge de cet ordinateur est-elle à l’heure&#xa0;?</translation>
    </message>
    <message>
        <source>the certificate expires at %1</source>
        <translation>le certificat expire le %1</translation>
    </message>
    <message>
        <source>every user of this computer may use the key: %1</source>
        <translation>tout utilisateur de cet ordinateur peut utiliser la clé&#xa0;: %1</translation>
    </message>
    <message>
        <source>this is not the key of the first certificate in %1: the server&apos;s own has to be the first</source>
        <translation>ce n’est pas la clé du premier certificat dans %1&#xa0;: celui du serveur doit venir en premier</translation>
    </message>
    <message>
        <source>the certificate cannot be used: %1</source>
        <translation>le certificat n’est pas utilisable&#xa0;: %1</translation>
    </message>
    <message>
        <source>certificate number %1 cannot be used: %2</source>
        <translation>le certificat numéro %1 n’est pas utilisable&#xa0;: %2</translation>
    </message>
    <message>
        <source>a certificate cannot be used: %1</source>
        <translation>un certificat n’est pas utilisable&#xa0;: %1</translation>
    </message>
    <message>
        <source>TLS cannot be had: out of memory</source>
        <translation>TLS n’est pas disponible&#xa0;: mémoire insuffisante</translation>
    </message>
    <message>
        <source>there is none to use yet</source>
        <translation>il n’y en a pas encore à utiliser</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <extracomment>%1: a registry, or its token service; %2: the status of HTTP</extracomment>
        <translation>%1 a répondu %2</translation>
    </message>
    <message>
        <source>%1 wants a password, and there is only an identity token</source>
        <translation>%1 exige un mot de passe, et il n’y a qu’un jeton d’identité</translation>
    </message>
    <message>
        <source>its credential cannot be had: %1</source>
        <translation>ses identifiants ne peuvent pas être obtenus&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <translation>%1 ne répond pas à temps</translation>
    </message>
    <message>
        <source>the upstream&apos;s answer is too long</source>
        <translation>la réponse de l’amont est trop longue</translation>
    </message>
    <message>
        <source>its CA file has no certificate</source>
        <translation>son fichier de l’AC ne contient aucun certificat</translation>
    </message>
    <message>
        <source>the upstream client stops</source>
        <translation>le client de l’amont s’arrête</translation>
    </message>
    <message>
        <source>not a path of a registry</source>
        <translation>ce n’est pas un chemin de registre</translation>
    </message>
    <message>
        <source>%1 sent a part of what was asked</source>
        <translation>%1 n’a envoyé qu’une partie de ce qui était demandé</translation>
    </message>
    <message>
        <source>%1 redirects to what is no URL</source>
        <translation>%1 redirige vers quelque chose qui n’est pas une URL</translation>
    </message>
    <message>
        <source>%1 redirects from https to http</source>
        <translation>%1 redirige de https vers http</translation>
    </message>
    <message>
        <source>%1 redirects too often</source>
        <translation>%1 redirige trop souvent</translation>
    </message>
    <message>
        <source>%1 redirects into a private network; redirectHosts of the upstream can allow %2</source>
        <extracomment>%1: a registry, %2: a host; redirectHosts is a setting.</extracomment>
        <translation>%1 redirige vers un réseau privé&#xa0;; redirectHosts du registre amont peut autoriser %2</translation>
    </message>
    <message>
        <source>%1 redirects to a host that is not found</source>
        <translation>%1 redirige vers un hôte introuvable</translation>
    </message>
    <message>
        <source>%1 refuses the credential of %2</source>
        <extracomment>%1: a registry, or its token service; %2: the name of a user</extracomment>
        <translation>%1 refuse les identifiants de %2</translation>
    </message>
    <message>
        <source>%1 refuses the identity token</source>
        <extracomment>%1: a registry, or its token service</extracomment>
        <translation>%1 refuse le jeton d’identité</translation>
    </message>
    <message>
        <source>the token service of %1</source>
        <extracomment>The subject of a sentence, such as &quot;%1 does not answer in time&quot;.</extracomment>
        <translation>le service de jetons de %1</translation>
    </message>
    <message>
        <source>too many requests wait for one token</source>
        <translation>trop de requêtes attendent le même jeton</translation>
    </message>
    <message>
        <source>one that is no URL</source>
        <translation>une adresse qui n’est pas une URL</translation>
    </message>
    <message>
        <source>%1 names a foreign token realm: %2 %3; it is asked when it is one of tokenRealms</source>
        <extracomment>%1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.</extracomment>
        <translation>%1 désigne un realm de jetons étranger&#xa0;: %2 %3&#xa0;; il sera interrogé s’il figure dans tokenRealms</translation>
    </message>
    <message>
        <source>its token answer is too long</source>
        <translation>la réponse avec son jeton est trop longue</translation>
    </message>
    <message>
        <source>%1 gave no token</source>
        <translation>%1 n’a pas donné de jeton</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 refuse les connexions</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole</source>
        <translation>%1 a fermé la connexion avant la fin de sa réponse</translation>
    </message>
    <message>
        <source>%1 is not a known host</source>
        <translation>%1 n’est pas un hôte connu</translation>
    </message>
    <message>
        <source>%1 does not accept a connection in time</source>
        <translation>%1 n’accepte pas de connexion à temps</translation>
    </message>
    <message>
        <source>%1 cannot be reached without a password</source>
        <translation>%1 n’est pas joignable sans mot de passe</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP</source>
        <translation>%1 ne parle pas HTTP</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 est injoignable</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of its answer</source>
        <translation>%1 s’est interrompu au milieu de sa réponse</translation>
    </message>
    <message>
        <source>%1 cannot be trusted, TLS failed: %2</source>
        <translation>impossible de faire confiance à %1, TLS a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 sent %2 of %3 bytes</source>
        <translation>%1 a envoyé %2 octets sur %3</translation>
    </message>
    <message>
        <source>%1 (through the proxy %2)</source>
        <extracomment>%1: what is wrong, such as &quot;quay.io cannot be reached&quot;; %2: a host and a port</extracomment>
        <translation>%1 (par le proxy %2)</translation>
    </message>
    <message>
        <source>%1 is not an upstream any more</source>
        <translation>%1 n’est plus un registre amont</translation>
    </message>
    <message>
        <source>%1 is not asked: Lanyard is set to work offline</source>
        <translation>%1 n’est pas interrogé&#xa0;: Lanyard est réglé pour travailler hors ligne</translation>
    </message>
    <message>
        <source>%1 answered %2, as no registry does</source>
        <translation>%1 a répondu %2, ce qu’aucun registre ne fait</translation>
    </message>
    <message>
        <source>the mirrors of BuildKit</source>
        <translation>les miroirs de BuildKit</translation>
    </message>
    <message>
        <source>The builder %1 keeps what it was made with. With the lines below it is made again, and keeps its cache; further nodes, and platforms and flags of its own, have to be given again.</source>
        <translation>Le builder %1 garde les réglages de sa création. Les lignes ci-dessous le recréent en gardant son cache&#xa0;; les nœuds supplémentaires, ainsi que ses plateformes et options propres, sont à indiquer à nouveau.</translation>
    </message>
    <message>
        <source>Make the builder %1 again</source>
        <translation>Recréer le builder %1</translation>
    </message>
    <message>
        <source>%1 starts its builder again at the next build; builds that run then end.</source>
        <translation>%1 redémarre son builder au prochain build&#xa0;; les builds en cours se terminent alors.</translation>
    </message>
    <message>
        <source>The mirrors of BuildKit</source>
        <translation>Les miroirs de BuildKit</translation>
    </message>
    <message>
        <source>GitHub Actions: a step for runners that reach the cache</source>
        <translation>GitHub Actions&#xa0;: une étape pour les runners qui atteignent le cache</translation>
    </message>
    <message>
        <source>Start BuildKit with it</source>
        <translation>Lancer BuildKit avec ce fichier</translation>
    </message>
    <message>
        <source>The mirrors of builders that are made from now on</source>
        <translation>Les miroirs des builders créés à partir de maintenant</translation>
    </message>
    <message>
        <source>Make a builder</source>
        <translation>Créer un builder</translation>
    </message>
    <message>
        <source>Make a builder again (NAME) that is there; its cache stays</source>
        <translation>Recréer un builder existant (NAME)&#xa0;; son cache est conservé</translation>
    </message>
    <message>
        <source>Restart BuildKit; builds that run end</source>
        <translation>Redémarrer BuildKit&#xa0;; les builds en cours se terminent</translation>
    </message>
    <message>
        <source>Restart a rootless BuildKit, whose file is ~/.config/buildkit/buildkitd.toml</source>
        <translation>Redémarrer un BuildKit rootless, dont le fichier est ~/.config/buildkit/buildkitd.toml</translation>
    </message>
    <message>
        <source>Start its BuildKit again; builds that run end</source>
        <translation>Redémarrer son BuildKit&#xa0;; les builds en cours se terminent</translation>
    </message>
    <message>
        <source>it is not Lanyard, or a much older one</source>
        <translation>ce n’est pas Lanyard, ou c’est une version bien plus ancienne</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or has no TLS there</source>
        <translation>il coupe la connexion sans un mot&#xa0;: il ne sert pas l’adresse de cet ordinateur, ou n’utilise pas TLS à cet endroit</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or wants TLS there</source>
        <translation>il coupe la connexion sans un mot&#xa0;: il ne sert pas l’adresse de cet ordinateur, ou exige TLS à cet endroit</translation>
    </message>
    <message>
        <source>does not take a connection in time</source>
        <translation>n’accepte pas de connexion à temps</translation>
    </message>
    <message>
        <source>says more than Lanyard would</source>
        <translation>envoie plus de données que ne le ferait Lanyard</translation>
    </message>
    <message>
        <source>it wants a user and a password</source>
        <translation>il exige un utilisateur et un mot de passe</translation>
    </message>
    <message>
        <source>it refuses this user or this password</source>
        <translation>il refuse cet utilisateur ou ce mot de passe</translation>
    </message>
    <message>
        <source>it does not serve the address of this computer</source>
        <translation>il ne sert pas l’adresse de cet ordinateur</translation>
    </message>
    <message>
        <source>it is in trouble, and serves nobody now</source>
        <translation>il est en difficulté et ne sert personne pour le moment</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>aucun hôte ne porte ce nom</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>rien n’écoute à cet endroit</translation>
    </message>
    <message>
        <source>its certificate is not trusted: %1</source>
        <translation>son certificat n’est pas reconnu comme fiable&#xa0;: %1</translation>
    </message>
    <message>
        <source>`ctr` reads these files only with --hosts-dir %1.</source>
        <translation>`ctr` ne lit ces fichiers qu’avec --hosts-dir %1.</translation>
    </message>
    <message>
        <source>Where containerd 2 looks, beside what is there</source>
        <translation>Là où containerd 2 cherche, à côté de ce qui s’y trouve</translation>
    </message>
    <message>
        <source>In its place for containerd 1</source>
        <translation>À la place, pour containerd 1</translation>
    </message>
    <message>
        <source>Restart containerd, in a terminal of an administrator</source>
        <translation>Redémarrer containerd, dans un terminal d’administrateur</translation>
    </message>
    <message>
        <source>A cluster that runs: copy them into its nodes</source>
        <translation>Un cluster qui fonctionne&#xa0;: les copier dans ses nœuds</translation>
    </message>
    <message>
        <source>Only containerd 1, beside what is there: where its CRI looks</source>
        <translation>Seulement containerd 1, à côté de ce qui s’y trouve&#xa0;: là où cherche son CRI</translation>
    </message>
    <message>
        <source>Only containerd 1: restart it</source>
        <translation>Seulement containerd 1&#xa0;: le redémarrer</translation>
    </message>
    <message>
        <source>A pull by hand needs the folder</source>
        <translation>Un pull à la main a besoin du dossier</translation>
    </message>
    <message>
        <source>The mirrors of `nerdctl build`</source>
        <translation>Les miroirs de `nerdctl build`</translation>
    </message>
    <message>
        <source>A new cluster: its configuration</source>
        <translation>Un nouveau cluster&#xa0;: sa configuration</translation>
    </message>
    <message>
        <source>Only kind before 0.27, and its configuration has this, too</source>
        <translation>Seulement pour kind antérieur à 0.27, dont la configuration contient aussi ceci</translation>
    </message>
    <message>
        <source>Make the cluster</source>
        <translation>Créer le cluster</translation>
    </message>
    <message>
        <source>The mirrors, on each node</source>
        <translation>Les miroirs, sur chaque nœud</translation>
    </message>
    <message>
        <source>Restart a server; its containers go on</source>
        <translation>Redémarrer un serveur&#xa0;; ses conteneurs continuent</translation>
    </message>
    <message>
        <source>Restart an agent; its containers go on</source>
        <translation>Redémarrer un agent&#xa0;; ses conteneurs continuent</translation>
    </message>
    <message>
        <source>k3d: a cluster with that file</source>
        <translation>k3d&#xa0;: un cluster avec ce fichier</translation>
    </message>
    <message>
        <source>%1 was not found on this computer</source>
        <translation>%1 est introuvable sur cet ordinateur</translation>
    </message>
    <message>
        <source>Keep the set-up of before in mind</source>
        <translation>Mémoriser la configuration précédente</translation>
    </message>
    <message>
        <source>It logs in at the cache, and its password is not kept: if this fails, it has to be set up again.</source>
        <translation>Elle se connecte au cache, et son mot de passe n’est pas conservé&#xa0;: en cas d’échec, il faudra la refaire.</translation>
    </message>
    <message>
        <source>it is set up as before</source>
        <translation>il est configuré comme avant</translation>
    </message>
    <message>
        <source>its set-up of before is paused, and what was not restarted since may still go by it: %1</source>
        <translation>sa configuration précédente est en pause, et ce qui n’a pas été redémarré depuis peut encore la suivre&#xa0;: %1</translation>
    </message>
    <message>
        <source>See that Docker Engine takes the mirror up</source>
        <translation>Vérifier que Docker Engine prend en compte le miroir</translation>
    </message>
    <message>
        <source>Its set-up had been interrupted: it is undone, and does not come back when the others are resumed.</source>
        <translation>Sa configuration avait été interrompue&#xa0;: elle est retirée, et ne revient pas lors de la reprise des autres.</translation>
    </message>
    <message>
        <source>it logs in at the cache, and its password is not kept: set it up again</source>
        <translation>il se connecte au cache, et son mot de passe n’est pas conservé&#xa0;: configurez-le à nouveau</translation>
    </message>
    <message>
        <source>This Docker Engine has mirrors for docker.io only.</source>
        <translation>Ce Docker Engine n’a de miroirs que pour docker.io.</translation>
    </message>
    <message>
        <source>With its graph drivers, `docker pull` has mirrors for docker.io only; `docker build` has them for all.</source>
        <translation>Avec ses graph drivers, `docker pull` n’a de miroirs que pour docker.io&#xa0;; `docker build` en a pour tous.</translation>
    </message>
    <message>
        <source>To pull from %1 through the cache, write %2/... in place of %1/...</source>
        <translation>Pour récupérer des images de %1 par le cache, écrivez %2/... à la place de %1/...</translation>
    </message>
    <message>
        <source>With its graph drivers, Docker Engine logs in at a mirror with the login of Docker Hub only: unless that is the same, it pulls past a cache that wants a login. Let the cache tell its clients by their addresses instead.</source>
        <translation>Avec ses graph drivers, Docker Engine ne se connecte à un miroir qu’avec les identifiants de Docker Hub&#xa0;: s’ils ne sont pas les mêmes, ses pulls contournent un cache qui exige une connexion. Faites plutôt en sorte que le cache reconnaisse ses clients à leur adresse.</translation>
    </message>
    <message>
        <source>the mirror of Docker Hub</source>
        <translation>le miroir de Docker Hub</translation>
    </message>
    <message>
        <source>The mirror of docker.io for Docker Engine of any version</source>
        <translation>Le miroir de docker.io pour Docker Engine, toutes versions</translation>
    </message>
    <message>
        <source>GitLab: Docker in Docker</source>
        <translation>GitLab&#xa0;: Docker in Docker</translation>
    </message>
    <message>
        <source>GitLab Runner: Docker in Docker reads the certs.d of its host</source>
        <translation>GitLab Runner&#xa0;: Docker in Docker lit le certs.d de son hôte</translation>
    </message>
    <message>
        <source>%1 for Docker Engine 28 and later</source>
        <extracomment>%1: a title, such as &quot;The mirror of ghcr.io&quot;</extracomment>
        <translation>%1 pour Docker Engine 28 et ultérieur</translation>
    </message>
    <message>
        <source>In its place for Docker Engine up to 27, whose `docker build` needs more</source>
        <translation>À la place, pour Docker Engine jusqu’à 27, dont le `docker build` en demande davantage</translation>
    </message>
    <message>
        <source>Reload Docker Engine; nothing is interrupted</source>
        <translation>Recharger Docker Engine&#xa0;; rien n’est interrompu</translation>
    </message>
    <message>
        <source>Reload a rootless Docker Engine, whose files are in ~/.config/docker</source>
        <translation>Recharger un Docker Engine rootless, dont les fichiers sont dans ~/.config/docker</translation>
    </message>
    <message>
        <source>Trust it, in a terminal of an administrator</source>
        <translation>Lui faire confiance, dans un terminal d’administrateur</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Lui faire confiance</translation>
    </message>
    <message>
        <source>Restart Docker Desktop; its containers stop meanwhile</source>
        <translation>Redémarrer Docker Desktop&#xa0;; ses conteneurs s’arrêtent pendant ce temps</translation>
    </message>
    <message>
        <source>Docker in the node: docker.io only; the node is made anew, and loses what is in it</source>
        <translation>Docker dans le nœud&#xa0;: docker.io seulement&#xa0;; le nœud est recréé et perd son contenu</translation>
    </message>
    <message>
        <source>%1 (containerd in the node)</source>
        <translation>%1 (containerd dans le nœud)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>The mirror of docker.io; `colima start --edit` opens it, too</source>
        <translation>Le miroir de docker.io&#xa0;; `colima start --edit` l’ouvre aussi</translation>
    </message>
    <message>
        <source>Restart Colima; its containers stop meanwhile</source>
        <translation>Redémarrer Colima&#xa0;; ses conteneurs s’arrêtent pendant ce temps</translation>
    </message>
    <message>
        <source>the mirrors of this node</source>
        <translation>les miroirs de ce nœud</translation>
    </message>
    <message>
        <source>This is one node: each node of a cluster has such a file.</source>
        <translation>Ceci est un seul nœud&#xa0;: chaque nœud d’un cluster a un tel fichier.</translation>
    </message>
    <message>
        <source>Docker Engine was reloaded and goes on without the mirror; its log says why</source>
        <translation>Docker Engine a été rechargé et continue sans le miroir&#xa0;; son journal dit pourquoi</translation>
    </message>
    <message>
        <source>Only root may read %1: that is taken to be as it was set up. To have it written anew, such as for another password, undo the set-up first.</source>
        <translation>Seul root peut lire %1&#xa0;: Lanyard le suppose conforme à la configuration. Pour le faire réécrire, par exemple avec un autre mot de passe, retirez d’abord la configuration.</translation>
    </message>
    <message>
        <source>What it needs in %1 is in the plan of %2, which has the same file: do that first.</source>
        <translation>Ce qu’il lui faut dans %1 figure dans le plan de %2, qui a le même fichier&#xa0;: faites d’abord celui-là.</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>seul root peut le lire</translation>
    </message>
    <message>
        <source>CRI-O does not read what `podman login` keeps: put the login for %1 into the file that global_auth_file in /etc/crio/crio.conf names, which has the form of Docker&apos;s config.json.</source>
        <translation>CRI-O ne lit pas ce que `podman login` conserve&#xa0;: mettez les identifiants de %1 dans le fichier désigné par global_auth_file dans /etc/crio/crio.conf, qui a la forme du config.json de Docker.</translation>
    </message>
    <message>
        <source>the mirrors of CRI-O</source>
        <translation>les miroirs de CRI-O</translation>
    </message>
    <message>
        <source>the mirrors of Podman, Buildah and Skopeo</source>
        <translation>les miroirs de Podman, Buildah et Skopeo</translation>
    </message>
    <message>
        <source>The mirrors of Podman, Buildah, Skopeo and CRI-O</source>
        <translation>Les miroirs de Podman, Buildah, Skopeo et CRI-O</translation>
    </message>
    <message>
        <source>Copy them into the machine of Podman</source>
        <translation>Les copier dans la machine de Podman</translation>
    </message>
    <message>
        <source>Only CRI-O: reload it; nothing is interrupted</source>
        <translation>Seulement CRI-O&#xa0;: le recharger&#xa0;; rien n’est interrompu</translation>
    </message>
    <message>
        <source>The cache answers</source>
        <translation>Le cache répond</translation>
    </message>
    <message>
        <source>The manifest is asked for at the cache</source>
        <translation>Le manifeste est demandé au cache</translation>
    </message>
    <message>
        <source>The content is asked for at the cache</source>
        <translation>Le contenu est demandé au cache</translation>
    </message>
    <message>
        <source>The probe image is removed</source>
        <translation>L’image de test est supprimée</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>un programme sans nom</translation>
    </message>
    <message>
        <source>%1, as %2, from %3</source>
        <extracomment>Who asked: %1: a program; %2: the form of its request, a word; %3: an address</extracomment>
        <translation>%1, comme %2, depuis %3</translation>
    </message>
    <message>
        <source>The cache cannot be asked: %1.</source>
        <translation>Le cache ne peut pas être interrogé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The cache at %1 does not mirror %2: add it there as an upstream.</source>
        <extracomment>%1: an address; %2: a registry</extracomment>
        <translation>Le cache à l’adresse %1 n’est pas un miroir de %2&#xa0;: ajoutez-y ce registre amont.</translation>
    </message>
    <message>
        <source>%1 pulls %2</source>
        <extracomment>%1: a program; %2: an image</extracomment>
        <translation>%1 récupère %2</translation>
    </message>
    <message>
        <source>cannot pull: there is no program %1 here</source>
        <translation>pull impossible&#xa0;: le programme %1 est absent d’ici</translation>
    </message>
    <message>
        <source>cannot pull: %1</source>
        <translation>pull impossible&#xa0;: %1</translation>
    </message>
    <message>
        <source>The cache at %1 does not answer any more: what arrived there is not known.</source>
        <translation>Le cache à l’adresse %1 ne répond plus&#xa0;: on ignore ce qui y est arrivé.</translation>
    </message>
    <message>
        <source>dockerd has not reloaded its configuration since, its command line names another mirror, or it asks a proxy for the cache (no-proxy lacks this address).</source>
        <translation>dockerd n’a pas rechargé sa configuration depuis, sa ligne de commande désigne un autre miroir, ou il passe par un proxy pour joindre le cache (cette adresse manque dans no-proxy).</translation>
    </message>
    <message>
        <source>A builder reads its configuration when it is created: remove it and create it anew, with the configuration.</source>
        <translation>Un builder lit sa configuration à sa création&#xa0;: supprimez-le et recréez-le avec la configuration.</translation>
    </message>
    <message>
        <source>buildkitd reads its configuration when it starts: restart it. For a cache without TLS its own table needs http = true.</source>
        <translation>buildkitd lit sa configuration à son démarrage&#xa0;: redémarrez-le. Pour un cache sans TLS, la table propre à celui-ci doit contenir http = true.</translation>
    </message>
    <message>
        <source>Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE keeps it), does not reach this address from its container, or lacks http = true in the table of the cache.</source>
        <translation>Son builder fonctionne encore avec la configuration précédente (EARTHLY_NO_BUILDKIT_UPDATE la maintient), n’atteint pas cette adresse depuis son conteneur, ou n’a pas http = true dans la table du cache.</translation>
    </message>
    <message>
        <source>Its hosts.toml is not in the folder that it reads (config_path, hosts_dir), or it asks a proxy for the cache.</source>
        <translation>Son hosts.toml n’est pas dans le dossier qu’il lit (config_path, hosts_dir), ou il passe par un proxy pour joindre le cache.</translation>
    </message>
    <message>
        <source>CRI-O has not reloaded its configuration since, or a later file in registries.conf.d has the word.</source>
        <translation>CRI-O n’a pas rechargé sa configuration depuis, ou un fichier lu ensuite dans registries.conf.d l’emporte.</translation>
    </message>
    <message>
        <source>Another file has the word: a registries.conf of the user hides those of the system, and a later file in registries.conf.d those before it.</source>
        <translation>Un autre fichier l’emporte&#xa0;: un registries.conf de l’utilisateur masque ceux du système, et un fichier lu ensuite dans registries.conf.d l’emporte sur les précédents.</translation>
    </message>
    <message>
        <source>It reads registries.yaml when it starts: restart it on this node.</source>
        <translation>Il lit registries.yaml à son démarrage&#xa0;: redémarrez-le sur ce nœud.</translation>
    </message>
    <message>
        <source>It takes its configuration along when its machine is made or started: start it anew.</source>
        <translation>Il reprend sa configuration à la création ou au démarrage de sa machine&#xa0;: redémarrez-la.</translation>
    </message>
    <message>
        <source>%1 is another computer for it, as it runs in a container or machine of its own: give the cache&apos;s address in the network.</source>
        <extracomment>%1: an address; it: a program</extracomment>
        <translation>Pour lui, %1 est un autre ordinateur, car il s’exécute dans son propre conteneur ou sa propre machine&#xa0;: indiquez l’adresse du cache sur le réseau.</translation>
    </message>
    <message>
        <source>The cache wants a login: this client may have none for %1.</source>
        <translation>Le cache exige une connexion&#xa0;: ce client n’a peut-être pas d’identifiants pour %1.</translation>
    </message>
    <message>
        <source>Docker with its classic image store uses mirrors for docker.io alone: pull %1/%2/IMAGE instead of %2/IMAGE.</source>
        <extracomment>IMAGE stands for any image; %1: the address of the cache; %2: a registry</extracomment>
        <translation>Docker avec son stockage d’images classique n’utilise de miroirs que pour docker.io&#xa0;: récupérez %1/%2/IMAGE au lieu de %2/IMAGE.</translation>
    </message>
    <message>
        <source>It is not set up for the cache yet.</source>
        <translation>Il n’est pas encore configuré pour le cache.</translation>
    </message>
    <message>
        <source>It is set up for another mirror: %1.</source>
        <translation>Il est configuré pour un autre miroir&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Likely reasons: %1</source>
        <translation>Raisons probables&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 a échoué.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1: a program; %2: what it said</extracomment>
        <translation>%1 a échoué&#xa0;: %2</translation>
    </message>
    <message>
        <source>This user may not let %1 pull. In a terminal: %2</source>
        <extracomment>%1: a program; %2: a command</extracomment>
        <translation>Cet utilisateur n’a pas le droit de lancer un pull avec %1. Dans un terminal&#xa0;: %2</translation>
    </message>
    <message>
        <source>No request for the probe image arrived at %1: %2 does not pull %3 through the cache. %4</source>
        <extracomment>%1: an address; %2: a program; %3: a registry; %4: sentences that say why</extracomment>
        <translation>Aucune requête pour l’image de test n’est arrivée à %1&#xa0;: %2 ne récupère pas %3 par le cache. %4</translation>
    </message>
    <message>
        <source>The manifest was asked for at the cache, the content was not.</source>
        <translation>Le manifeste a été demandé au cache, le contenu ne l’a pas été.</translation>
    </message>
    <message>
        <source>%1 is content all the same: it had it already, or got it from elsewhere.</source>
        <extracomment>%1: a program</extracomment>
        <translation>%1 s’en satisfait malgré tout&#xa0;: il l’avait déjà, ou l’a obtenu d’ailleurs.</translation>
    </message>
    <message>
        <source>All of the probe image was asked for at the cache, and yet %1</source>
        <extracomment>%1: a clause, such as &quot;Podman failed: (what it said)&quot;</extracomment>
        <translation>Toute l’image de test a été demandée au cache, et pourtant %1</translation>
    </message>
    <message>
        <source>would become something else than was shown; look at the changes again before they are made</source>
        <translation>donnerait autre chose que ce qui a été montré&#xa0;; examinez à nouveau les modifications avant de les appliquer</translation>
    </message>
    <message>
        <source>more would be reloaded or restarted than was shown; look at the changes again before they are made</source>
        <translation>plus de choses que celles montrées seraient rechargées ou redémarrées&#xa0;; examinez à nouveau les modifications avant de les appliquer</translation>
    </message>
    <message>
        <source>what the certificate of the cache is trusted by</source>
        <translation>ce qui permet de faire confiance au certificat du cache</translation>
    </message>
    <message>
        <source>the mirror of %1</source>
        <translation>le miroir de %1</translation>
    </message>
    <message>
        <source>The mirror of %1</source>
        <translation>Le miroir de %1</translation>
    </message>
    <message>
        <source>The certificate that the cache is trusted by</source>
        <translation>Le certificat qui permet de faire confiance au cache</translation>
    </message>
    <message>
        <source>Log in at the cache</source>
        <translation>Se connecter au cache</translation>
    </message>
    <message>
        <source>The login at the cache, beside others that are there</source>
        <translation>La connexion au cache, à côté de celles qui existent</translation>
    </message>
    <message>
        <source>What to write for BASE64</source>
        <extracomment>BASE64 stands so in the texts before</extracomment>
        <translation>Ce qu’il faut écrire à la place de BASE64</translation>
    </message>
    <message>
        <source>%1 (in WSL)</source>
        <translation>%1 (dans WSL)</translation>
    </message>
    <message>
        <source>%1 (in the virtual machine)</source>
        <translation>%1 (dans la machine virtuelle)</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1 (FILE is the certificate of the authority of the cache); to take it back: %2</source>
        <extracomment>FILE stands so in %1</extracomment>
        <translation>Pour le faire dans un terminal, exécutez&#xa0;: %1 (FILE est le certificat de l’autorité du cache)&#xa0;; pour l’annuler&#xa0;: %2</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1; to take it back: %2</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>Pour le faire dans un terminal, exécutez&#xa0;: %1&#xa0;; pour l’annuler&#xa0;: %2</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>avertissement&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1&#xa0;; %2</translation>
    </message>
    <message>
        <source>%1, rootless</source>
        <translation>%1, rootless</translation>
    </message>
    <message>
        <source>Docker Buildx, new builders</source>
        <translation>Docker Buildx, nouveaux builders</translation>
    </message>
    <message>
        <source>Docker Buildx builder %1</source>
        <translation>Builder Docker Buildx %1</translation>
    </message>
    <message>
        <source>Colima profile %1</source>
        <translation>Profil Colima %1</translation>
    </message>
    <message>
        <source>kind cluster %1</source>
        <translation>Cluster kind %1</translation>
    </message>
    <message>
        <source>minikube profile %1</source>
        <translation>Profil minikube %1</translation>
    </message>
    <message>
        <source>`%1` is no message, or too long</source>
        <translation>`%1` n’est pas un message, ou est trop long</translation>
    </message>
    <message>
        <source>A note that came cannot be shown.</source>
        <translation>Une remarque reçue ne peut pas être affichée.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>not there</source>
        <extracomment>In the place of a tag rule: upstream has said so shortly before</extracomment>
        <translation>absent</translation>
    </message>
    <message>
        <source>revalidate always</source>
        <extracomment>How long a tag holds: at every request the registry is asked whether it still does</extracomment>
        <translation>toujours revalider</translation>
    </message>
    <message>
        <source>immutable</source>
        <extracomment>How long a tag holds: the registry is never asked again</extracomment>
        <translation>immuable</translation>
    </message>
    <message>
        <source>%1, stretched from %2</source>
        <extracomment>How long a tag holds, and how long its rule says; times such as 20m</extracomment>
        <translation>%1, allongé depuis %2</translation>
    </message>
    <message>
        <source>no rule</source>
        <extracomment>In the place of a tag rule: there is none for this tag</extracomment>
        <translation>aucune règle</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>Exporter les requêtes</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Lignes JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, à %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Ligne de requête</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>Amont désigné</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>Désigné par le tag</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>En amont, ce dépôt n’est pas lisible par tout le monde.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Avant le début de la réponse</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfert</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>En-tête de la requête</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>Avant /v2/ dans le chemin</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>Par ?ns=, comme containerd</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>Par le nom d’hôte</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>Dans le nom de l’image</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>Pas du tout&#xa0;: celui par défaut</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>Comptent comme un seul pull les requêtes du même programme, du même client et pour le même dépôt, sans longue pause.</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>Demandé en amont</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Jeton de %1</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>Rien qui soit encore connu. Les dernières requêtes vers l’amont sont conservées tant que le cache fonctionne.</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>Pendant cette requête, pour ce qu’elle désigne&#xa0;; partagé avec les autres requêtes qui voulaient la même chose.</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1&#xa0;: ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1&#xa0;: ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1&#xa0;: fichier trop long</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>In the last 24 hours: requests %1 · pulls saved %2</source>
        <translation>Dernières 24 heures&#xa0;: requêtes %1 · pulls économisés %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>31 derniers jours&#xa0;: requêtes %1 · pulls économisés %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · minimum de pulls restants %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1&#xa0;: requêtes %2 · pulls économisés %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>Image pour une plateforme</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>Index d’images pour plusieurs plateformes</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefact</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>Plateforme inconnue</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complète</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Partielle</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>Partielle, %1&#xa0;%</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Pas encore connu</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>Clients de confiance, tant qu’elle n’est pas reconnue publique</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>Clients de confiance&#xa0;: elle est privée</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>Clients de confiance&#xa0;: son registre a retiré l’accès</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>Sans tag, %1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Config %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglée</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privée</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>plus récente en amont</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 dépôt</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n dépôt</numerusform>
            <numerusform>%n dépôts</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Non téléchargée</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Stockée</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquante</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>Qui est servi</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>Clients de confiance</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>Les clients doi&amp;vent se connecter</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>Fichier des utilisateurs</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Servir&#xa0;:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>Tous les clients servis</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>Images privées pour&#xa0;:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>Ce que seuls vos propres identifiants permettent de lire sur un registre. Les clients connectés sont de confiance.</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>Clients de confiance&#xa0;:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>Connexion&#xa0;:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>Fichier des utilisateurs&#xa0;:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>Tout le monde peut accéder en HTTP non chiffré&#xa0;: les mots de passe sont lisibles en chemin. Chiffrez l’adresse, sous Réseau.</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>Quiconque atteint cet ordinateur peut y récupérer des images, en HTTP non chiffré. S’il est accessible depuis Internet, choisissez les réseaux privés, ou TLS et une connexion.</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>Indiquez le chemin complet d’un fichier, à partir de / ou ~/.</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>Au format de `htpasswd -B`&#xa0;; il peut changer à tout moment.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>&amp;Mettre en pause sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>&amp;Reprendre sur cet ordinateur</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>Retire la configuration jusqu’à la reprise&#xa0;: hors du réseau du cache, les pulls se font alors sans attente</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>Écrit à nouveau la configuration</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Retirer la configuration&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Attention requise</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Rien ne requiert votre attention.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>Les clients doivent &amp;se connecter</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>Certificat de son autorité</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>&amp;Démarrer le cache</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>Cache à &amp;utiliser&#xa0;:</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>Uti&amp;lisateur&#xa0;:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>M&amp;ot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>&amp;Fichier de l’AC&#xa0;:</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>Pour les images de&#xa0;:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Cet ordinateur (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Interrogation de %1…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>Il n’écoute sur aucune adresse&#xa0;: indiquez-en une dans Paramètres.</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>Le cache de cet ordinateur est arrêté.</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>Saisissez son emplacement, par exemple 192.168.0.80:5000 ou https://cache.example.com.</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>Ce n’est pas une adresse&#xa0;; 192.168.0.80:5000 et https://cache.example.com en sont.</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>Il n’est joignable que depuis cet ordinateur&#xa0;: les outils de build en conteneur et les autres machines n’y ont pas accès. Servez votre réseau, dans Paramètres.</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>Il répond&#xa0;: Lanyard %1.</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>Choisissez au moins un registre.</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>Cet ordinateur, un cache déjà utilisé ou l’adresse d’un autre</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>Il répond, mais n’est le miroir d’aucun registre&#xa0;: ajoutez-y un registre amont ou activez-en un.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Configurer %1</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>Afficher les modifications&#xa0;: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Appliquer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Tester&#xa0;: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Retirer la configuration&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Masquer les modifications</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Afficher les modifications</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Désigne l’amont</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Dernier contact</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>Comme défini sous Accès</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>Réseaux privés</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Personne d’autre</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>Ces adresses et réseaux</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1&#xa0;: adresses et réseaux</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>Indiquez une adresse ou un réseau, par exemple 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni une adresse ni un réseau&#xa0;; 10.0.0.0/8 en est un.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>&amp;Afficher ses requêtes</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>Personne n’a encore sollicité le cache. Les clients qui passent par lui sont listés ici, avec ce qui n’a pas pu leur être fourni.</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>Clients du cache</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n client depuis le démarrage du programme</numerusform>
            <numerusform>%n clients depuis le démarrage du programme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CloseQuestion</name>
    <message>
        <source>Close Lanyard</source>
        <translation>Fermer Lanyard</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>Garder le cache actif dans la zone de notification ?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>Quitter l’arrête : les clients font alors leurs pulls ailleurs.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Garder actif</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>Rec&amp;hercher à nouveau</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>E&amp;xtraits…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>Autre ordina&amp;teur…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>Rechercher à nouveau les clients sur cet ordinateur</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>Ce qu’il faut écrire sur d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>Tester un client sur un autre ordinateur</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>Clients sur cet ordinateur</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Recherche de clients…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>Aucun programme qui récupère des images n’a été trouvé ici&#xa0;; Docker, Podman, Earthly, BuildKit, containerd et d’autres sont reconnus. Extraits montre ce qu’il faut écrire sur d’autres ordinateurs.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>Copier dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>&amp;Non repris&#xa0;:</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>Importer des identifiants</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>&amp;Fichier de Docker ou Podman&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Choisir un fichier de Docker ou Podman</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>Examen du contenu</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>À r&amp;eprendre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>&amp;Repris&#xa0;:</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>Identifiants du fichier</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Conservé dans</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>Se déconnec&amp;ter…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>Se co&amp;nnecter…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Im&amp;porter de Docker…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Reprendre ce que Docker ou Podman possède pour les registres amont</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>Aucun identifiant&#xa0;: les registres amont sont interrogés anonymement. Connectez-vous pour récupérer ce qui est privé et, sur Docker Hub, obtenir plus de pulls, ou importez ce que Docker possède.</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>Ils figurent dans le fichier de configuration et y seront supprimés</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>Oublier ces identifiants</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>Se déconnecter de %1&#xa0;?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>Les identifiants seront oubliés&#xa0;; il faudra leur mot de passe pour les réutiliser.</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>L’assistant d’identification ne sera plus interrogé&#xa0;; ce qu’il conserve y reste.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>Se déco&amp;nnecter</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>Aucun téléchargement de l’amont en cours.</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>Téléchargements en cours</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>Téléchargements (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>Ce que le fichier de configuration indique pour %1 prendra effet au redémarrage du cache. Les transferts en cours se terminent avant.</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>Lanyard se termine dès que la configuration de cet ordinateur est achevée, pour que rien ne reste à moitié fait. Quittez encore une fois pour terminer tout de suite.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’export</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>Écriture de %1 requêtes</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 requêtes écrites dans %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>Taux de hits</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Non téléchargé</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servi aux clients</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Téléchargé de l’amont</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>Depuis le démarrage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Depuis toujours</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>C&amp;hiffres</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>Hits %1 · misses %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>%1 de ce qui a été servi</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>Par le réseau local</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Par Internet</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Échecs %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>&amp;Démarrer le cache</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Faites passer Docker par le cache&#xa0;: ajoutez ceci à /etc/docker/daemon.json et redémarrez Docker.</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>Configurer cet &amp;ordinateur…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>Récupérez une image par le cache et voyez-la arriver ici.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Configurer cet ordinateur</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>Trois étapes jusqu’au premier pull</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>Fait&#xa0;: le cache sert sur %1.</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>Il sert cet ordinateur et les machines de votre réseau.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>&amp;Tester cet ordinateur</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker, Podman, Earthly et d’autres&#xa0;: vous voyez ce qui changerait, et c’est fait lorsque vous acceptez.</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>Chaque client effectue un pull d’une image minuscule à travers le cache, et vous la voyez arriver.</translation>
    </message>
    <message>
        <source>Done: the test pull arrived. Now pull an image, and it is kept.</source>
        <translation>C’est fait : le pull de test est arrivé. Faites maintenant un pull d’une image, elle sera conservée.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>Requêtes et pulls économisés au fil du temps</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>&amp;Copier la commande de pull</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>&amp;Précharger…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>Télécharger des images avant qu’un client ne les demande</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>Chercher plus récent en &amp;amont</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>Épin&amp;gler</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>Garder les images sélectionnées, quelle que soit la place disponible</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Désépingler</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>Montrer ce que libère la suppression des images sélectionnées, et les supprimer</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>Sur d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>Nom seul, pour les clients qui utilisent le cache comme miroir</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Épinglage</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Désépinglage</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>Épinglage terminé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>Désépinglage terminé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>Une image sans tag ne peut pas être plus récente en amont.</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>Interrogation de l’amont</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>Amont interrogé pour %1&#xa0;; plus récentes&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1&#xa0;: %2 sur %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>Impossible&#xa0;: %1. %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>Exporter des images</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Lisible par Podman, Docker et skopeo. Contient toutes les plateformes complètes dans le cache.</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Fichier tar</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Images&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Format&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Emplacement&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 écrits dans %2.</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 sans %2&#xa0;: incomplet dans le cache.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fe&amp;rmer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>&amp;Remplacer les tags qui désignent une autre image dans le cache</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Importer des images</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>Une disposition d’image OCI (dossier ou fichier tar), ce que docker save écrit depuis Docker 25, ou le stockage d’un registre. Chaque octet est vérifié, et aucun registre n’est interrogé.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Dossier…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>Arc&amp;hive&#xa0;:</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>Comme l’indique l’archive</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>Pour une archive d’une seule image qui n’indique pas son nom</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>&amp;Nom de l’image&#xa0;:</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>Le registre amont par défaut</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>Le registre dont le stockage contient les images</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>Amon&amp;t&#xa0;:</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Fichiers tar (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Fer&amp;mer</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>Images importées&#xa0;: %1. Nouveau contenu&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>Éléments manquants, téléchargés quand un client les demandera&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>Tags laissés tels quels, car ils désignent une autre image&#xa0;: %1, par exemple %2.</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>Non repris&#xa0;: %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>Autres non repris&#xa0;: %1.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Fichier…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (manquante)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Config %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Couche %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Non téléchargée</translation>
    </message>
    <message>
        <source>%1, pulled once</source>
        <translation>%1, 1 pull</translation>
    </message>
    <message>
        <source>%1, pulled %2 times</source>
        <translation>%1, %2 pulls</translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation>%1 sur %2 stockés</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>, dont %1 partagés avec d’autres images</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>N’a pas de tag qui pourrait désigner une autre image</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>Plus récente&#xa0;: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>Dernière interrogation&#xa0;: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>Plateformes et couches de l’image</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plateforme</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Partagé avec</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Amont</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>Servie à</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>Détails de l’image</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest de l’image</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Copier le digest</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>Chercher par amont, dépôt, tag ou digest</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>Chercher dans les images</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>Laisser les images restantes telles quelles</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>Le cache ne fonctionne pas. Démarrez-le pour voir ses images.</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>Aucune image dans le cache. Récupérez-en une par le cache, préchargez-en une ou importez une archive.</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>Lecture du cache…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>Aucune image ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 jusqu’ici</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>Sélection&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>Le contenu commun à plusieurs compte pour chacune</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>Sélectionnez une image pour en voir tous les détails.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>Toutes les adresses IPv4 de cet ordinateur.</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>Toutes les adresses de cet ordinateur, IPv4 et IPv6.</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>Accessible seulement aux programmes de cet ordinateur.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>Qui est servi à cette adresse</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>Les clients doivent s’y connecter, s’il e&amp;xiste des utilisateurs</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse&#xa0;:</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>Aucun (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS, certificat de l’autorité de cet ordinateur</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS, certificat lu dans des fichiers</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>C&amp;hiffrement&#xa0;:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Clé&#xa0;:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>tout port libre</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Supprimer cette adresse</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort&#xa0;:</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS, certificat par ACME, selon le fichier</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>Indiquez une adresse de cet ordinateur, par exemple 0.0.0.0 (toutes)&#xa0;; les noms ne sont pas résolus.</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>Cette adresse est déjà dans la liste.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Utiliser le port %1</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>Indiquez les fichiers du certificat et de sa clé, tous deux en PEM, avec leur chemin complet.</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>Les clients doivent faire confiance à l’autorité, une seule fois&#xa0;: voir ci-dessous.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificat&#xa0;:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Servir&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>E&amp;xporter son certificat…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>L’autorité de cet ordinateur est valable jusqu’au %1. Les clients doivent faire confiance à son certificat&#xa0;; l’empreinte permet de comparer les deux côtés.</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>Cet ordinateur n’a pas encore d’autorité. La première adresse qui l’utilise en crée une.</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>L’autorité est affichée quand le cache fonctionne.</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>Exporter le certificat de l’autorité</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Certificats (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>Créer l’autorité</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>Journal et métriques</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>Écrire une ligne par requête sur &amp;stdout</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>&amp;Métriques et santé à l’adresse</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>À qui répondre là, outre cet ordinateur</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>Adresse des métriques et de la santé</translation>
    </message>
    <message>
        <source>Combined Log Format</source>
        <translation>Combined Log Format</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Access log:</source>
        <translation>Journal d’accès&#xa0;:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format&#xa0;:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>Adresse de débogage&#xa0;:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>Y répondre à&#xa0;:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>Indiquez une adresse et un port, par exemple 127.0.0.1:5001.</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>Quiconque atteint cette adresse peut lire ce que fait le cache, sans chiffrement ni connexion.</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Pour Prometheus&#xa0;: /metrics, /healthz et /readyz.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>Le mot de passe est un &amp;jeton d’identité</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>&amp;Demander d’abord au registre s’il est correct</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Se connecter à un registre</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>tout le registre</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>Seulement pour les dépôts sous ce chemin, par exemple team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registre&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Chemin&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Nom d’utilisateur&#xa0;:</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>Il est conservé dans le trousseau de ce bureau s’il en existe un, sinon dans un fichier du dossier de données que vous seul pouvez lire. Il n’est transmis qu’à ce registre.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>Jeton d’&amp;identité&#xa0;:</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Interrogation du registre</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>&amp;Cache</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Aucun registre n’est interrogé&#xa0;: le contenu du cache est servi</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affichag&amp;e</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>À pr&amp;opos de Lanyard</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>À propos de Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Un cache pull-through d’images de conteneurs pour votre réseau. Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard se termine dans un instant</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>La configuration de cet ordinateur s’achève auparavant.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n élément requiert votre attention</numerusform>
            <numerusform>%n éléments requièrent votre attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>Ajoute&amp;r une adresse</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>Threads réseau&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>&amp;Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>et %n précédent</numerusform>
            <numerusform>et %n précédents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>É&amp;volution sur</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>Nouvelle autorité de certification</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>Créer une nouvelle autorité de certification locale à la place de celle-ci&#xa0;?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>Chaque client devra faire confiance à la nouvelle avant de pouvoir récupérer à nouveau des images en HTTPS. L’autorité actuelle sera perdue.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Créer une nouvelle</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>Aucune nouvelle autorité de certification n’a été créée&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>Modifications de %1</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>Ceci est ensuite exécuté, en tant qu’administrateur</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>Ceci est ensuite exécuté</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>%1 n’est pas modifié&#xa0;: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>Stocké&#xa0;: %1, dont téléchargé&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>P&amp;récharger</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>&amp;Annuler la sélection</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>&amp;Effacer les terminés</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>Précharger des images</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/nom:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>&amp;Images&#xa0;:</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>Plateformes&#xa0;:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>Autres plate&amp;formes&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>Aucune&#xa0;: celle de cet ordinateur</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>Images préchargées</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>Une ou plusieurs, comme on les écrit d’habitude.</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>Seul ce qui n’est pas encore stocké est téléchargé.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Démarre</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonné</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>Tester un autre ordinateur</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>Exécutez ceci sur l’autre ordinateur, une fois celui-ci configuré. Cela récupère une image minuscule que %1 crée pour ce seul test&#xa0;; aucun registre n’est interrogé.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;lient&#xa0;:</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>Pour les &amp;images de&#xa0;:</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>E&amp;xtraits…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>Ce qui configure l’autre ordinateur</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>Il n’y a pas de commande pour ce client&#xa0;: cherchez-le sur la page Clients.</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>En attente du pull</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>Le pull commence à arriver&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Démarrer à l’ouverture de ma session</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>Démarrer sans &amp;fenêtre, dans la zone de notification</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>M’informer par des &amp;notifications</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Rester actif dans la zone de notification</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Langue&#xa0;:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>Au démarrage&#xa0;:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>À la fermeture de la fenêtre&#xa0;:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Notifications&#xa0;:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>La langue changera au prochain démarrage de Lanyard.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privée</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>Journal des requêtes, par pull</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>Reste&#xa0;: elle est épinglée</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>Reste&#xa0;: elle est utilisée</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>Reste&#xa0;: sa composition n’est pas encore connue</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 partagés avec d’autres</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 partagés avec %2</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 images</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>Supprimer aussi les images é&amp;pinglées</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Supprimer des images</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Ce qui disparaît et ce qui reste</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Ce qui reste</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Libéré</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Examen de ce qui disparaîtrait…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>Impossible de déterminer ce qui disparaîtrait.</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>À supprimer&#xa0;: %1, pour libérer %2. Le prochain pull téléchargera à nouveau ce qui a été supprimé.</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>Rien ne disparaîtrait.</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>Seules les premières sont listées.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>Suppression terminée&#xa0;: %1, %2 libérés.</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>Non supprimé&#xa0;: %1 (épinglé ou utilisé).</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Tester</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Ajouter…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Registres amont</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Désactiver</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Acti&amp;ver</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>Supprimer un registre amont</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>Supprimer %1 des registres amont&#xa0;?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>Les clients qui le demandent seront dès lors refusés. Ses paramètres disparaîtront, y compris du fichier de configuration, avec le mot de passe éventuel qui y figure. Pour les garder, désactivez-le plutôt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Supp&amp;rimer</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>Les modifications de %1 valent jusqu’à la fin de Lanyard&#xa0;: %2.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>Détails de la requête</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>Choisissez une requête pour voir ce qu’on en sait.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n’a pas été écrit&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>Tous les clients</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>Tous les registres amont</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>Filtrer par image, tag, digest, client ou chemin</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filtre du journal des requêtes</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>Requêtes contenant tous ces mots&#xa0;; client:, image: ou upstream: devant un mot limite la recherche à ce champ</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Amont</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Tous les résultats</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Type de requête</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Toutes les requêtes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>Copier les &amp;détails</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>Seulement ce c&amp;lient</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>Seulement cette &amp;image</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>Seulement cet &amp;amont</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>E&amp;xporter les requêtes affichées…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>Exporter les requêtes &amp;sélectionnées…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Effacer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privée</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>Journal des requêtes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>&amp;Grouper les pulls</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>Afficher les requêtes d’un même pull sur une seule ligne dépliable</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Détails</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>Afficher ce qu’on sait de la ligne choisie</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>Plus &amp;récente</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>Aller à la requête la plus récente et y rester</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>Figer le journal</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>P&amp;lus</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>Copier, exporter et effacer</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>Aucune requête ne correspond au filtre.</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>&amp;Tout afficher</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%1 requêtes affichées sur %2</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 omises</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Repre&amp;ndre</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>Rien n’est servi. Le contenu du cache reste sur le disque.</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Ouverture du stockage</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>Sert cet ordinateur sur %1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>Sert votre réseau sur %1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>Les transferts en cours se terminent</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>État du cache</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>Copier %1 dans le presse-papiers</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>Démarrer le cache</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>Arrêter le cache</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>A&amp;ppliquer</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>Confi&amp;gurer</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>En cours&#xa0;; ce qui est fait s’affiche pour chaque client.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Recherche de clients…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>Choisissez ci-dessus un cache qui répond.</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>Choisissez ci-dessus un cache qui est le miroir d’un registre.</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>Choisissez un registre ci-dessus.</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>Appliquer effectue les modifications affichées ci-dessus et teste chaque client.</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>À configurer&#xa0;: %1. Rien n’est modifié avant que vous ne l’ayez vu.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>Aucun client à configurer n’est choisi.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>Rétab&amp;lir</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>Appli&amp;quer</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>Conservé dans %1, que le serveur lit aussi.</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>Il n’y a pas encore de fichier de configuration. Appliquer crée %1.</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>Ces paramètres peuvent être consultés, mais pas modifiés ici. %1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>Le fichier a été modifié entre-temps. Appliquer écrit ce que vous avez modifié ici et garde le reste&#xa0;; Rétablir montre ce que dit le fichier.</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Pas encore appliqué.</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>Un élément ci-dessus n’est pas encore correct.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Appliqué.</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>Appliqué. Le cache redémarre pour %1&#xa0;; les transferts en cours se terminent avant.</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>Appliqué&#xa0;; effectif dans un instant.</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>Appliqué&#xa0;; effectif au démarrage du cache.</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>Appliqué. Un import, un export ou un préchargement est en cours&#xa0;; les modifications de %1 prendront effet au redémarrage du cache.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>Dans un terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Enregistrer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Enregistrer l’extrait</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Écrit dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>Extraits pour d’autres ordinateurs</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Extraits</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Là où Lanyard n’écrit pas lui-même&#xa0;: ceci fait passer les pulls des clients par %1.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;lient&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>&amp;Système&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Variante&#xa0;:</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>Comme ce cache</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>HTTP non chiffré</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS avec connexion</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>Ce client n’existe pas sur ce système.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Dossier du cache</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>Télécharger ce qui est plus récent</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>Taille maximale du cache</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB, ou un vingtième d’un petit disque</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Dossier&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>&amp;Garder libre&#xa0;:</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>Ne pas les chercher</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>Chercher toutes les heures</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>Chercher tous les jours</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>Images é&amp;pinglées plus récentes&#xa0;:</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>Indiquez le chemin complet, à partir de / ou ~/.</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>Le contenu d’un autre dossier de cache y reste.</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>Le cache peut prendre tout ce qui ne doit pas rester libre.</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>Indiquez une taille, par exemple 50GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>C’est plus que la capacité totale du disque.</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>Les images inutilisées depuis le plus longtemps cèdent la place&#xa0;; les épinglées restent.</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>Indiquez une taille, par exemple 5GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>C’est plus que la capacité totale du disque&#xa0;: rien ne serait stocké.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>Espace disque laissé aux autres, quelle que soit la taille du cache. Le disque fait %1, dont %2 libres actuellement.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>Espace disque laissé aux autres.</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>Limiter la taille du cache à</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>&amp;Taille&#xa0;:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>Des clients demandent %1, qui n’est pas un registre amont. Requêtes&#xa0;: %2, dernière&#xa0;: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>et %n autre registre</numerusform>
            <numerusform>et %n autres registres</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Ajouter %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>La première règle dont le motif correspond à un tag indique combien de temps la réponse reste valable. Un motif contient * et ?, ou est re: suivi d’une expression rationnelle. Sans règles, celles d’usage s’appliquent.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>Le registre est interrogé</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>Règles de tag</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>&amp;Ajouter une règle</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>Quand le registre est interrogé</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>Au cours de la dernière heure</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>Au cours des dernières 24 heures</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Au cours des 30 derniers jours</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servi aux clients</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Téléchargé de l’amont</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Hits</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>Graphique des octets servis et téléchargés</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>Graphique des requêtes et des hits</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1, rien n’a été demandé.</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1, %2 ont été servis et %3 téléchargés.</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>Maximum, %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1&#xa0;: %2 servis, %3 téléchargés</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1&#xa0;: %2 requêtes, %3 hits</translation>
    </message>
    <message>
        <source>%1: requests %2 · hits %3.</source>
        <translation>%1 : requêtes %2 · hits %3.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>Afficher la &amp;fenêtre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard&#xa0;: ne sert pas</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard hors ligne&#xa0;: %1 hits, %2 servis</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard&#xa0;: %1 hits, %2 servis</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard reste actif</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>Le cache continue de servir. Ouvrez la fenêtre ou quittez depuis cette icône.</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>Images &amp;récentes</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard demande votre attention</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>Mettre en pause sur &amp;cet ordinateur</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>&amp;Reprendre sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>Détails du registre amont</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>Tags&#xa0;: quand le registre est interrogé</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>Quota de pulls</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 jours</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>requêtes</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>pulls économisés</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>minimum de pulls restants</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>Il est désactivé&#xa0;: les clients qui le demandent sont refusés.</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>Aucun registre amont n’est interrogé tant que vous travaillez hors ligne.</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>Il n’a pas indiqué qu’il compte les pulls.</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>Pulls restants&#xa0;: %1</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>Décompte pour %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>Aucun&#xa0;: seul ce qui est public est récupéré.</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1&#xa0;: %2
%3</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDialog</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Ajouter un registre amont</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>Registres &amp;connus&#xa0;:</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1, est un registre amont</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>REGISTRE</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>Écriture de la configuration</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>Registres connus</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>&amp;Emplacement</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>&amp;Noms et confiance</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>Règles de &amp;tag</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registre&#xa0;:</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>Son nom tel qu’il figure dans les noms d’images.</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL&#xa0;:</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>Où se trouve le registre. Sans chiffrement (http) seulement si c’est indiqué ici.</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>&amp;Serveurs de repli&#xa0;:</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>Serveurs au contenu identique, un par ligne, interrogés dans cet ordre tant que l’URL échoue.</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>Fichier de &amp;l’AC&#xa0;:</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>Certificats (PEM) de confiance pour ce registre, en plus de ceux du système.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy&#xa0;:</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Par lequel il est joint&#xa0;: http://HÔTE:PORT ou socks5://HÔTE:PORT.</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>&amp;Alias&#xa0;:</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>Ses autres noms dans les noms d’images, un par ligne.</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>Noms d’&amp;hôte&#xa0;:</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>Noms de cet ordinateur sous lesquels il représente ce registre, un par ligne.</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>Services de &amp;jetons&#xa0;:</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>Hôtes hors de son propre domaine, un par ligne, qui peuvent recevoir son mot de passe.</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>Re&amp;directions&#xa0;:</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>Hôtes du réseau privé, un par ligne, vers lesquels il peut rediriger.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>Pulls restants</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>Pulls économisés</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Identifiants</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>Joignable en %1.</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>Injoignable.</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Test de %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>&amp;Retester</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>Interrogation de ses serveurs</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>Le cache est arrêté. Cliquez sur Démarrer pour voir l’état des registres amont et les modifier.</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>Re&amp;gistres</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>I&amp;dentifiants</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Travailler &amp;hors ligne</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>Aucun registre n’est interrogé&#xa0;: le contenu du cache est servi</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>dans %n heure</numerusform>
            <numerusform>dans %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>dans %n minute</numerusform>
            <numerusform>dans %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>décompte pour %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>au complet vers %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>Aucun registre n’a encore indiqué combien de pulls il accorde.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>Pulls restants sur les registres</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%1 libres sur le disque de %2, dont %3 laissés aux autres</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 de téléchargements inachevés en attente de reprise</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>reste %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Confirmation&#xa0;:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>Un nom ne contient pas de deux-points.</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>Un mot de passe fait au plus 72 octets.</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>Les mots de passe diffèrent.</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>Si l’utilisateur existe déjà, il reçoit ce mot de passe.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>Ajouter un &amp;utilisateur…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>Supp&amp;rimer l’utilisateur…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>Des utilisateurs peuvent être ajoutés une fois la connexion appliquée.</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>Des utilisateurs peuvent être ajoutés quand le cache fonctionne.</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>Des utilisateurs peuvent être ajoutés quand la connexion est effective.</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>Il n’y a pas encore d’utilisateurs&#xa0;: personne ne peut récupérer d’images.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Supprimer un utilisateur</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>Les clients portant ce nom ne pourront plus récupérer d’images.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>Essayez sur cet ordinateur&#xa0;:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>Faites passer Docker par le cache, dans /etc/docker/daemon.json&#xa0;:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>En attente du premier pull</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>Chaque machine qui passe par %1 obtient ses images d’ici&#xa0;; chaque image n’est téléchargée qu’une fois. Les requêtes apparaissent ici au fil des réponses.</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>Le cache est arrêté</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>Cliquez sur Démarrer&#xa0;: les images sont alors servies à cet ordinateur et aux machines de votre réseau.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Non confirmé</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>Ce qui est arrivé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>Non confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>Sortie du client</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard est déjà lancé et ne répond pas. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>Utiliser cette configuration au lieu de celle de l’emplacement habituel&#xa0;: le YAML de Lanyard, ou la configuration de proxy d’un registre Docker.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FICHIER</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>Un cache pull-through d’images de conteneurs pour votre réseau, avec une fenêtre.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Argument inattendu&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n requête</numerusform>
            <numerusform>%n requêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n téléchargée</numerusform>
            <numerusform>, %n téléchargées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n du cache</numerusform>
            <numerusform>%n du cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n de l’amont</numerusform>
            <numerusform>%n de l’amont</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n échouée ou interrompue</numerusform>
            <numerusform>%n échouées ou interrompues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker, avec le cache dans ses insecure-registries</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>Podman</source>
        <translation>Podman</translation>
    </message>
    <message>
        <source>containerd</source>
        <translation>containerd</translation>
    </message>
</context>
<context>
    <name>request</name>
    <message>
        <source>Hit</source>
        <translation>Hit</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>Revalidé</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Miss</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>Le cache n’a pas été sollicité.</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>Servi depuis le cache.</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>Servi depuis le cache après confirmation de l’amont.</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>Téléchargé de l’amont.</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>Téléchargé une seule fois pour cette requête et d’autres.</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>Servi depuis le cache&#xa0;; l’amont n’a pas pu être interrogé.</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>Absent du cache, et impossible à obtenir en amont.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifeste</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>Liste des tags</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Référents</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1, interrompue</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agent utilisateur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>En amont, ce dépôt n’est pas lisible par tout le monde.</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Règle de tag</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>Aucun redémarrage n’est nécessaire.</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>Son service relit sa configuration, et rien ne s’arrête.</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>En pause&#xa0;: pulls sans le cache</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>Configuré pour ce cache</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>Utilise un autre miroir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>Configuré en partie&#xa0;; utilise %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>Non configuré pour un cache</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Il ne reste rien à faire.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>%n fichier sera modifié.</numerusform>
            <numerusform>%n fichiers seront modifiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>%n fichier ne peut pas être modifié par Lanyard.</numerusform>
            <numerusform>%n fichiers ne peuvent pas être modifiés par Lanyard.</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>Le mot de passe administrateur sera demandé.</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>nouveau fichier</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>fichier supprimé</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>en tant qu’administrateur</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En attente de son tour</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Configuration en cours</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Test en cours</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Retrait en cours</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>par ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>par le chemin /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>par le nom %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>par un nom d’hôte de %1</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>sans nom, donc pour %1</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1 %2 depuis %3</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>En pause sur cet ordinateur&#xa0;: %1 (pulls sans %2 jusqu’à la reprise).</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>Configuré sur cet ordinateur&#xa0;: %1, pour %2.</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>Cet ordinateur est configuré</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>La configuration n’a pas entièrement réussi</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>Le pull de test est arrivé</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>Le test a échoué</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>La configuration a été retirée</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>La configuration n’a pas été retirée</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>En pause sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>La mise en pause a échoué</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>Reprise effectuée sur cet ordinateur</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>La reprise a échoué</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>Ceci est interrompu&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>Rien n’est interrompu.</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>Le reste peut être configuré une fois cela corrigé&#xa0;: voir les modifications.</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>Sa configuration a été interrompue&#xa0;: retirez-la ou configurez-le de nouveau</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard ne le fait pas lui-même. Ce qu’il faut coller, et où, figure parmi les modifications.</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>Interrompu, donc configuré à moitié&#xa0;: %1, pour %2. «&#xa0;Retirer&#xa0;» le défait.</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 ne se trouve plus ici&#xa0;; ce qui a été écrit pour lui peut être retiré.</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>Configuré, mais pas encore confirmé</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>Tous les pulls de test ne sont pas arrivés</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>Tout n’est pas en pause</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>Tout n’a pas repris</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>pas encore confirmé&#xa0;: %1</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifeste</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>configuration</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>couche</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1&#xa0;j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Non interrogé</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore interrogé</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>Sur un serveur de repli</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>Limite les requêtes</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 jusqu’à %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 et %2 de plus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>Au complet vers %1.</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1, au complet vers %2</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>plus jamais</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>à chaque pull</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>de nouveau après %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>Accès&#xa0;: inconnu.</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>Accès&#xa0;: ouvert à tout le monde.</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>Accès&#xa0;: tout le monde peut récupérer ce qui est public.</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>Accès&#xa0;: les identifiants sont corrects.</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>Accès&#xa0;: les identifiants sont refusés.</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>Accès&#xa0;: des identifiants sont exigés, et il n’y en a pas.</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>Certificat&#xa0;: %1, émis par %2, jusqu’au %3.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>Fichier du dossier de données</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>selon l’assistant</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>jeton d’identité</translation>
    </message>
</context>
</TS>
