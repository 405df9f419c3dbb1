<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>No se puede usar el disco: %1. Se indica a los clientes que vuelvan más tarde.</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>El disco está lleno: hay %1 libres y deben quedar %2. Lo que se pida ahora se transmite sin almacenarse.</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%1 no está accesible desde %2: %3. Se sirve lo que hay en la caché.</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%1, un servidor de %2, no está accesible desde %3: %4. Se consulta otro.</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 no acepta solicitudes hasta %2 (429). Iniciar sesión en él aumenta su límite.</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 rechaza las credenciales: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 permite %2 pulls más de %3. Mientras tanto, las etiquetas valen más tiempo; iniciar sesión en él aumenta el límite.</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>Trabaja sin conexión: no se consulta ningún registro y solo se sirve lo que hay en la caché.</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>La autoridad de certificación local caduca el %1. Para entonces, los clientes deben confiar en una nueva.</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>El certificado de esta caché caduca el %1 y no se ha renovado automáticamente.</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) no recibió lo que pidió y probablemente hizo pull del propio registro: %3, código %4.</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>Los clientes piden imágenes de %1, que no es un upstream: hacen pull sin pasar por la caché.</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>La caché está detenida: sus clientes hacen pull de los propios registros.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>Trabajar en línea</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Renovar…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>Se envió contenido incorrecto para %1 a las %2 (%n vez desde el inicio). Se rechazó y no se guardó.</numerusform>
            <numerusform>Se envió contenido incorrecto para %1 a las %2 (%n veces desde el inicio). Se rechazó y no se guardó.</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>El disco no admite más datos, por ejemplo porque se ha agotado una cuota. Lo que se pida ahora se transmite sin almacenarse.</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>La caché está llena: se usan %1 de %2 y no cupieron %3 de lo que se pidió. Desfije o elimine imágenes, o dele más espacio.</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>El certificado de esta caché caducó el %1 y no se ha renovado automáticamente: los clientes lo rechazan.</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>El certificado de %1 caducó el %2: los clientes lo rechazan. Ponga ahí uno nuevo; se usará de inmediato.</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>El certificado de %1 caduca el %2. Ponga ahí uno nuevo; se usará de inmediato.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>%1 was not given what it asked for, and has probably pulled it from the registry itself: %2, status %3.</source>
        <translation>%1 no recibió lo que pidió y probablemente hizo pull del propio registro: %2, código %3.</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>indicó un registro que no es un upstream</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>no está permitido atenderlo</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>hizo demasiadas solicitudes</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>la caché no lo tenía ni pudo obtenerlo</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Atendido</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>Debe iniciar sesión</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1: no se le dio %2 (código %3): %4. En ese caso, los clientes van al propio registro sin avisar.</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>Servido; fue %n vez al registro</numerusform>
            <numerusform>Servido; fue %n veces al registro</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>Fue al registro (%n vez)</numerusform>
            <numerusform>Fue al registro (%n veces)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>this folder, where certificates by ACME are kept, cannot be made, or belongs to another user</source>
        <translation>esta carpeta, donde se guardan los certificados obtenidos por ACME, no se puede crear o pertenece a otro usuario</translation>
    </message>
    <message>
        <source>%1, or by another listener: acme for the same host has to say the same everywhere, or another directory</source>
        <extracomment>%1: another Lanyard has the folder</extracomment>
        <translation>%1, o la usa otra dirección de escucha: acme para el mismo host debe indicar lo mismo en todas partes, o bien otra carpeta (directory)</translation>
    </message>
    <message>
        <source>the program lego, by which it is asked for, is not installed: apt-get install lego</source>
        <translation>el programa lego, con el que se solicita, no está instalado: apt-get install lego</translation>
    </message>
    <message>
        <source>orders have to be written down, but %1</source>
        <translation>hay que dejar constancia de los pedidos, pero %1</translation>
    </message>
    <message>
        <source>The certificate for %1 has been issued, and holds until %2.</source>
        <translation>El certificado para %1 se ha emitido y es válido hasta %2.</translation>
    </message>
    <message>
        <source>the certificate that came is not for all of them</source>
        <translation>el certificado recibido no vale para todos</translation>
    </message>
    <message>
        <source>%1. It is asked for again at %2</source>
        <translation>%1. Se volverá a solicitar el %2</translation>
    </message>
    <message>
        <source>The certificate of before is not for %1</source>
        <translation>El certificado anterior no es para %1</translation>
    </message>
    <message>
        <source>There is no certificate for %1 yet</source>
        <translation>Aún no hay certificado para %1</translation>
    </message>
    <message>
        <source>%1: it is asked for now. %2</source>
        <translation>%1: se solicita ahora. %2</translation>
    </message>
    <message>
        <source>%1: it is asked for at %2, as orders have to be apart. %3</source>
        <translation>%1: se solicitará el %2, pues debe pasar un tiempo entre pedidos. %3</translation>
    </message>
    <message>
        <source>The certificate for %1 cannot be had: %2. %3</source>
        <translation>No se puede obtener el certificado para %1: %2. %3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1: a host, %2: how many other ones</extracomment>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>The one that is there stays in use; it ends at %1.</source>
        <translation>El existente sigue en uso; caduca el %1.</translation>
    </message>
    <message>
        <source>Until then its port speaks plain HTTP.</source>
        <translation>Hasta entonces, su puerto habla HTTP sin cifrar.</translation>
    </message>
    <message>
        <source>Until then its port closes every connection (acme.plainMeanwhile: true has it speak plain HTTP).</source>
        <translation>Hasta entonces, su puerto cierra todas las conexiones (con acme.plainMeanwhile: true habla HTTP sin cifrar).</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>lo usa %1</translation>
    </message>
    <message>
        <source>the challenge is answered at %1, which cannot be listened on: %2</source>
        <translation>el desafío se responde en %1, donde no se puede escuchar: %2</translation>
    </message>
    <message>
        <source>the challenge for %1 would be answered at %2, which is in the way of %3 of listen: let challengeAddress name another port, to which the one of the world leads, or choose another challenge (dns-01 needs none)</source>
        <translation>el desafío para %1 se respondería en %2, que choca con %3 de listen: haga que challengeAddress indique otro puerto, al que lleve el que es accesible desde internet, o elija otro desafío (dns-01 no necesita ninguno)</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>el certificado y la clave no se corresponden</translation>
    </message>
    <message>
        <source>lego says nothing</source>
        <translation>lego no dice nada</translation>
    </message>
    <message>
        <source>lego says: %1</source>
        <translation>lego dice: %1</translation>
    </message>
    <message>
        <source>another program has that port: let challengeAddress name another one, to which the port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads</source>
        <translation>otro programa ocupa ese puerto: haga que challengeAddress indique otro, al que lleve el puerto 80 (http-01) o 443 (tls-alpn-01) de los hosts</translation>
    </message>
    <message>
        <source>ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a systemd unit), or a challengeAddress with another port, to which they lead</source>
        <translation>los puertos inferiores a 1024 requieren un permiso (AmbientCapabilities=CAP_NET_BIND_SERVICE de una unidad de systemd) o un challengeAddress con otro puerto al que lleven</translation>
    </message>
    <message>
        <source>the authority has been asked too often: nothing helps but waiting</source>
        <translation>se han hecho demasiadas solicitudes a la autoridad: solo queda esperar</translation>
    </message>
    <message>
        <source>the hosts have to be known in the DNS, and lead here</source>
        <translation>los hosts deben existir en el DNS y llevar hasta aquí</translation>
    </message>
    <message>
        <source>the authority asks port 80 (http-01) or 443 (tls-alpn-01) of the hosts: these have to lead here, through whatever firewall is between</source>
        <translation>la autoridad consulta el puerto 80 (http-01) o 443 (tls-alpn-01) de los hosts: deben llevar hasta aquí, a través del cortafuegos que haya en medio</translation>
    </message>
    <message>
        <source>the port 443 of the hosts has to lead here, and not to another server</source>
        <translation>el puerto 443 de los hosts debe llevar hasta aquí, y no a otro servidor</translation>
    </message>
    <message>
        <source>the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and not to another server; with dns-01, the zone has to be the one that the world sees</source>
        <translation>los puertos 80 (http-01) o 443 (tls-alpn-01) de los hosts deben llevar hasta aquí, y no a otro servidor; con dns-01, la zona debe ser la que se ve desde internet</translation>
    </message>
    <message>
        <source>the authority issues nothing for these hosts</source>
        <translation>la autoridad no emite nada para estos hosts</translation>
    </message>
    <message>
        <source>a CAA record of the hosts in the DNS names another authority</source>
        <translation>un registro CAA de los hosts en el DNS indica otra autoridad</translation>
    </message>
    <message>
        <source>email has to be an address that can be reached</source>
        <translation>email debe ser una dirección que reciba correo</translation>
    </message>
    <message>
        <source>this lego was built without that dnsProvider, as some are in Debian&apos;s package: put one from https://github.com/go-acme/lego/releases into PATH</source>
        <translation>este lego se compiló sin ese dnsProvider, como ocurre con algunos en el paquete de Debian: ponga en PATH uno de https://github.com/go-acme/lego/releases</translation>
    </message>
    <message>
        <source>dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is</source>
        <translation>dnsSettings debe indicarlas; `lego dnshelp -c PROVIDER` enumera las que hay</translation>
    </message>
    <message>
        <source>directoryCa has to name the certificate of the authority&apos;s own authority</source>
        <translation>directoryCa debe indicar el certificado de la autoridad de la que depende esta</translation>
    </message>
    <message>
        <source>directoryUrl cannot be reached from here</source>
        <translation>directoryUrl no está accesible desde aquí</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>sin versión</translation>
    </message>
    <message>
        <source>the lego that is installed (%1) cannot be used: expected 4.5 or a later 4, as in Debian 12: apt-get install lego</source>
        <translation>el lego instalado (%1) no se puede usar: se esperaba la versión 4.5 o una 4 posterior, como en Debian 12: apt-get install lego</translation>
    </message>
    <message>
        <source>a variable has no NUL in it</source>
        <translation>una variable no puede contener NUL</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <source>cannot look into it: %1</source>
        <translation>no se puede acceder a su contenido: %1</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>tiene más de %1 bytes</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>se ha abandonado</translation>
    </message>
    <message>
        <source>cannot write it: %1</source>
        <translation>no se puede escribir: %1</translation>
    </message>
    <message>
        <source>neither a folder nor a file</source>
        <translation>no es ni una carpeta ni un archivo</translation>
    </message>
    <message>
        <source>neither an OCI image layout (it has no index.json) nor the storage of a registry (it has no docker/registry/v2)</source>
        <translation>no es ni un OCI image layout (no tiene index.json) ni el almacenamiento de un registro (no tiene docker/registry/v2)</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>ya existe</translation>
    </message>
    <message>
        <source>not the %1 bytes that it should have</source>
        <translation>no tiene los %1 bytes que debería</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>no se puede abrir: %1</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json. `docker save` before Docker 25 does not keep the manifests that a registry serves</source>
        <translation>no es un OCI image layout: no tiene index.json. `docker save` anterior a Docker 25 no conserva los manifiestos que sirve un registro</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json</source>
        <translation>no es un OCI image layout: no tiene index.json</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>no se indicó ningún motivo</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>la contraseña está vacía</translation>
    </message>
    <message>
        <source>the password is longer than %1 bytes, and bcrypt looks at no more</source>
        <translation>la contraseña supera los %1 bytes, y bcrypt no tiene en cuenta más</translation>
    </message>
    <message>
        <source>the password has a NUL</source>
        <translation>la contraseña contiene un NUL</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>el sistema no proporciona bytes aleatorios</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) knows no bcrypt</source>
        <translation>el crypt(3) del sistema no admite bcrypt</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) makes no bcrypt hash</source>
        <translation>el crypt(3) del sistema no genera hashes bcrypt</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>un usuario</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>línea %1</translation>
    </message>
    <message>
        <source>set it again with `lanyard user add %1` or `htpasswd -B`</source>
        <translation>defínala de nuevo con `lanyard user add %1` o `htpasswd -B`</translation>
    </message>
    <message>
        <source>the password of %1 is not kept with bcrypt</source>
        <translation>la contraseña de %1 no está guardada con bcrypt</translation>
    </message>
    <message>
        <source>the password of %1 is kept with a cost of %2, not %3 to %4</source>
        <translation>la contraseña de %1 está guardada con un coste de %2, no de %3 a %4</translation>
    </message>
    <message>
        <source>the name of the user is empty</source>
        <translation>el nombre del usuario está vacío</translation>
    </message>
    <message>
        <source>the name of the user is longer than %1 bytes</source>
        <translation>el nombre del usuario supera los %1 bytes</translation>
    </message>
    <message>
        <source>the name of the user has a colon</source>
        <translation>el nombre del usuario contiene dos puntos</translation>
    </message>
    <message>
        <source>the name of the user has control characters</source>
        <translation>el nombre del usuario contiene caracteres de control</translation>
    </message>
    <message>
        <source>the name of the user begins or ends with a blank</source>
        <translation>el nombre del usuario empieza o termina con un espacio</translation>
    </message>
    <message>
        <source>the name of the user begins with &apos;#&apos;</source>
        <translation>el nombre del usuario empieza con &apos;#&apos;</translation>
    </message>
    <message>
        <source>longer than %1 bytes; remove users who are not needed</source>
        <translation>supera los %1 bytes; elimine los usuarios que no hagan falta</translation>
    </message>
    <message>
        <source>not NAME:HASH; remove it, or put a &apos;#&apos; before it</source>
        <translation>no es NOMBRE:HASH; elimínela o ponga un &apos;#&apos; delante</translation>
    </message>
    <message>
        <source>change or remove it</source>
        <translation>cambie o elimine la línea</translation>
    </message>
    <message>
        <source>more than %1 users; remove those who are not needed</source>
        <translation>más de %1 usuarios; elimine los que no hagan falta</translation>
    </message>
    <message>
        <source>lines %1 and %2</source>
        <translation>líneas %1 y %2</translation>
    </message>
    <message>
        <source>%1 is there twice; remove one of them</source>
        <translation>%1 está repetido; elimine uno de los dos</translation>
    </message>
    <message>
        <source>it is not there; `lanyard user add NAME` makes it</source>
        <translation>no existe; `lanyard user add NAME` lo crea</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <source>others may write it, and so log in as they like; run: %1</source>
        <translation>otros pueden escribirlo y así iniciar sesión a su antojo; ejecute: %1</translation>
    </message>
    <message>
        <source>everybody on this computer may read the hashes in it; run: %1</source>
        <translation>cualquiera en este equipo puede leer los hashes que contiene; ejecute: %1</translation>
    </message>
    <message>
        <source>this is not a file; put it aside</source>
        <translation>no es un archivo; apártelo</translation>
    </message>
    <message>
        <source>until then nobody can log in</source>
        <translation>hasta entonces nadie puede iniciar sesión</translation>
    </message>
    <message>
        <source>until then the users of before count</source>
        <translation>hasta entonces valen los usuarios anteriores</translation>
    </message>
    <message>
        <source>it has no users, so nobody can log in; `lanyard user add NAME` adds one</source>
        <translation>no contiene usuarios, así que nadie puede iniciar sesión; `lanyard user add NAME` añade uno</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>no se puede crear: %1</translation>
    </message>
    <message>
        <source>nobody has to log in here; name a file of users in the configuration first: access.htpasswd.path (in one of registry:2: auth.htpasswd.path)</source>
        <translation>aquí nadie tiene que iniciar sesión; indique antes un archivo de usuarios en la configuración: access.htpasswd.path (en una de registry:2: auth.htpasswd.path)</translation>
    </message>
    <message>
        <source>%1 has no user &apos;%2&apos;</source>
        <translation>%1 no tiene ningún usuario &apos;%2&apos;</translation>
    </message>
    <message>
        <source>the change is written, and counts when that is mended</source>
        <translation>el cambio está escrito y surtirá efecto cuando eso se corrija</translation>
    </message>
    <message>
        <source>an address such as me@example.org</source>
        <translation>una dirección como me@example.org</translation>
    </message>
    <message>
        <source>a URL that begins with https://</source>
        <translation>una URL que empiece por https://</translation>
    </message>
    <message>
        <source>http-01, tls-alpn-01 or dns-01</source>
        <translation>http-01, tls-alpn-01 o dns-01</translation>
    </message>
    <message>
        <source>expected hosts, the names that the certificate is for: it is not asked for whatever name a client says</source>
        <translation>se esperaba hosts, los nombres para los que vale el certificado: no se solicita para cualquier nombre que diga un cliente</translation>
    </message>
    <message>
        <source>expected at least one name</source>
        <translation>se esperaba al menos un nombre</translation>
    </message>
    <message>
        <source>a certificate is for %1 names at most</source>
        <translation>un certificado es para %1 nombres como máximo</translation>
    </message>
    <message>
        <source>the name of a host such as cache.example.org</source>
        <translation>el nombre de un host como cache.example.org</translation>
    </message>
    <message>
        <source>a name with * is proven by challenge: dns-01 only</source>
        <translation>un nombre con * solo se demuestra con challenge: dns-01</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 ya está incluido</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as &quot;:8080&quot;</source>
        <translation>[DIRECCIÓN]:PUERTO como &quot;:8080&quot;</translation>
    </message>
    <message>
        <source>nobody asks there with challenge: dns-01</source>
        <translation>con challenge: dns-01 nadie consulta ahí</translation>
    </message>
    <message>
        <source>expected challenge: dns-01 beside it</source>
        <translation>se esperaba además challenge: dns-01</translation>
    </message>
    <message>
        <source>expected dnsProvider, one of those that `lego dnshelp` lists</source>
        <translation>se esperaba dnsProvider, uno de los que enumera `lego dnshelp`</translation>
    </message>
    <message>
        <source>one of those that `lego dnshelp` lists</source>
        <translation>uno de los que enumera `lego dnshelp`</translation>
    </message>
    <message>
        <source>manual waits for a person, and nobody is here to ask</source>
        <translation>manual espera a una persona, y aquí no hay nadie a quien preguntar</translation>
    </message>
    <message>
        <source>%1 is not the name of a variable: expected A to Z, 0 to 9 and _</source>
        <translation>%1 no es el nombre de una variable: se esperaban A a Z, 0 a 9 y _</translation>
    </message>
    <message>
        <source>expected %1 at most</source>
        <translation>se esperaban %1 como máximo</translation>
    </message>
    <message>
        <source>expected a text, {file: PATH} or {env: NAME}</source>
        <translation>se esperaba un texto, {file: RUTA} o {env: NOMBRE}</translation>
    </message>
    <message>
        <source>expected the name of a variable</source>
        <translation>se esperaba el nombre de una variable</translation>
    </message>
    <message>
        <source>HOST:PORT such as 127.0.0.1:53</source>
        <translation>HOST:PUERTO como 127.0.0.1:53</translation>
    </message>
    <message>
        <source>expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)</source>
        <translation>se esperaba version: 1 (Lanyard) o version: 0.1 (un registro como proxy)</translation>
    </message>
    <message>
        <source>this is no configuration</source>
        <translation>no es una configuración</translation>
    </message>
    <message>
        <source>error: %1</source>
        <extracomment>What is wrong with a file, behind where: &quot;config.yml:3:5: error: ...&quot;</extracomment>
        <translation>error: %1</translation>
    </message>
    <message>
        <source>expected a registry such as quay.io or localhost:5001</source>
        <translation>se esperaba un registro como quay.io o localhost:5001</translation>
    </message>
    <message>
        <source>%1 is an upstream already</source>
        <translation>%1 ya es un upstream</translation>
    </message>
    <message>
        <source>%1 is no upstream</source>
        <translation>%1 no es un upstream</translation>
    </message>
    <message>
        <source>there is no configuration file</source>
        <translation>no hay archivo de configuración</translation>
    </message>
    <message>
        <source>expected version: 1</source>
        <translation>se esperaba version: 1</translation>
    </message>
    <message>
        <source>expected at least one address</source>
        <translation>se esperaba al menos una dirección</translation>
    </message>
    <message>
        <source>this address is in the list already</source>
        <translation>esta dirección ya está en la lista</translation>
    </message>
    <message>
        <source>only this computer is answered there; %1 can name others, such as [private]</source>
        <translation>ahí solo se responde a este equipo; %1 puede indicar otros, como [private]</translation>
    </message>
    <message>
        <source>expected address, such as &quot;0.0.0.0:5000&quot;</source>
        <translation>se esperaba address, como &quot;0.0.0.0:5000&quot;</translation>
    </message>
    <message>
        <source>ADDRESS:PORT such as &quot;0.0.0.0:5000&quot; or &quot;[::]:5000&quot;</source>
        <translation>DIRECCIÓN:PUERTO como &quot;0.0.0.0:5000&quot; o &quot;[::]:5000&quot;</translation>
    </message>
    <message>
        <source>a size such as 50GiB</source>
        <translation>un tamaño como 50GiB</translation>
    </message>
    <message>
        <source>off, hourly or daily</source>
        <translation>off, hourly o daily</translation>
    </message>
    <message>
        <source>nothing is refreshed with check: off</source>
        <translation>con check: off no se actualiza nada</translation>
    </message>
    <message>
        <source>the registry of one of the upstreams</source>
        <translation>el registro de uno de los upstreams</translation>
    </message>
    <message>
        <source>trusted, any or off</source>
        <translation>trusted, any u off</translation>
    </message>
    <message>
        <source>expected path, the file of the users</source>
        <translation>se esperaba path, el archivo de los usuarios</translation>
    </message>
    <message>
        <source>expected at least one entry</source>
        <translation>se esperaba al menos una entrada</translation>
    </message>
    <message>
        <source>private, any, an address or a CIDR such as 10.0.0.0/8</source>
        <translation>private, any, una dirección o un CIDR como 10.0.0.0/8</translation>
    </message>
    <message>
        <source>there are no users: expected access.htpasswd</source>
        <translation>no hay usuarios: se esperaba access.htpasswd</translation>
    </message>
    <message>
        <source>combined or json</source>
        <translation>combined o json</translation>
    </message>
    <message>
        <source>what was there before stays in use</source>
        <translation>lo anterior sigue en uso</translation>
    </message>
    <message>
        <source>what was changed of %1 does not count, as the program was started with something else</source>
        <translation>lo que se ha cambiado de %1 no surte efecto, pues el programa se inició con otra cosa</translation>
    </message>
    <message>
        <source>too many problems; the rest is not listed</source>
        <translation>demasiados problemas; los demás no se enumeran</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>línea %1, columna %2</translation>
    </message>
    <message>
        <source>version 0.1 is a configuration of a registry as a proxy; it is read as it is, and not changed</source>
        <translation>version 0.1 es una configuración de un registro como proxy; se lee tal cual y no se cambia</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>no se puede crear su carpeta</translation>
    </message>
    <message>
        <source>expected the name of a header field</source>
        <translation>se esperaba el nombre de un campo de cabecera</translation>
    </message>
    <message>
        <source>this header field is set by the server for each answer</source>
        <translation>el servidor define este campo de cabecera en cada respuesta</translation>
    </message>
    <message>
        <source>expected one line without control characters</source>
        <translation>se esperaba una línea sin caracteres de control</translation>
    </message>
    <message>
        <source>a time such as 10s, 5m or 1h</source>
        <translation>un tiempo como 10s, 5m o 1h</translation>
    </message>
    <message>
        <source>a time of at least 100ms</source>
        <translation>un tiempo de al menos 100ms</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>un valor único</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>un mapa</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>un valor vacío</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>un mapa (clave: valor)</translation>
    </message>
    <message>
        <source>unknown key %1; expected one of %2</source>
        <translation>clave desconocida %1; se esperaba una de %2</translation>
    </message>
    <message>
        <source>unknown key %1 in %2; expected one of %3</source>
        <translation>clave desconocida %1 en %2; se esperaba una de %3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true o false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>expected %1, not %2</source>
        <extracomment>%1 and %2 are told apart: &quot;a list&quot;, &quot;true or false&quot;, &apos;x&apos;</extracomment>
        <translation>se esperaba %1, no %2</translation>
    </message>
    <message>
        <source>expected a text without control characters</source>
        <translation>se esperaba un texto sin caracteres de control</translation>
    </message>
    <message>
        <source>expected version: 0.1</source>
        <translation>se esperaba version: 0.1</translation>
    </message>
    <message>
        <source>error, warn, info or debug</source>
        <translation>error, warn, info o debug</translation>
    </message>
    <message>
        <source>text, json or logstash</source>
        <translation>text, json o logstash</translation>
    </message>
    <message>
        <source>expected storage.filesystem.rootdirectory, the folder to store in</source>
        <translation>se esperaba storage.filesystem.rootdirectory, la carpeta donde almacenar</translation>
    </message>
    <message>
        <source>data is kept in %1; what a registry stored beside it is neither read nor changed</source>
        <translation>los datos se guardan en %1; lo que un registro almacenó al lado no se lee ni se cambia</translation>
    </message>
    <message>
        <source>expected one kind of it</source>
        <translation>se esperaba un solo tipo</translation>
    </message>
    <message>
        <source>expected realm and path</source>
        <translation>se esperaban realm y path</translation>
    </message>
    <message>
        <source>this version answers at /v2/ only</source>
        <translation>esta versión solo responde en /v2/</translation>
    </message>
    <message>
        <source>expected certificate and key, or letsencrypt</source>
        <translation>se esperaban certificate y key, o letsencrypt</translation>
    </message>
    <message>
        <source>expected certificate and key</source>
        <translation>se esperaban certificate y key</translation>
    </message>
    <message>
        <source>tls1.2 is the least here</source>
        <translation>tls1.2 es el mínimo aquí</translation>
    </message>
    <message>
        <source>tls1.2 or tls1.3</source>
        <translation>tls1.2 o tls1.3</translation>
    </message>
    <message>
        <source>only clients with private addresses are served; access.allow of Lanyard&apos;s own configuration (version: 1) can name others</source>
        <translation>solo se atiende a clientes con direcciones privadas; access.allow de la configuración propia de Lanyard (version: 1) puede indicar otros</translation>
    </message>
    <message>
        <source>%1 is ignored: the figures are at /metrics</source>
        <translation>se ignora %1: las métricas están en /metrics</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000</source>
        <translation>[DIRECCIÓN]:PUERTO como :5000 o 127.0.0.1:5000</translation>
    </message>
    <message>
        <source>expected proxy.remoteurl: Lanyard is a cache in front of a registry, not a registry to push to</source>
        <translation>se esperaba proxy.remoteurl: Lanyard es una caché delante de un registro, no un registro en el que hacer push</translation>
    </message>
    <message>
        <source>a time that is not negative</source>
        <translation>un tiempo que no sea negativo</translation>
    </message>
    <message>
        <source>content does not expire by its age here; tags are checked upstream at every pull</source>
        <translation>aquí el contenido no caduca por antigüedad; las etiquetas se comprueban en el upstream en cada pull</translation>
    </message>
    <message>
        <source>no key of the configuration has this name; ignored</source>
        <translation>ninguna clave de la configuración tiene este nombre; se ignora</translation>
    </message>
    <message>
        <source>the value is not YAML; put it in quotes</source>
        <translation>el valor no es YAML; póngalo entre comillas</translation>
    </message>
    <message>
        <source>the list has no item of this number</source>
        <translation>la lista no tiene ningún elemento con ese número</translation>
    </message>
    <message>
        <source>has no effect on a cache</source>
        <translation>no tiene efecto en una caché</translation>
    </message>
    <message>
        <source>this version sends no mail</source>
        <translation>esta versión no envía correo</translation>
    </message>
    <message>
        <source>this version reports to no service</source>
        <translation>esta versión no informa a ningún servicio</translation>
    </message>
    <message>
        <source>no answer of a cache holds its own address</source>
        <translation>ninguna respuesta de una caché contiene su propia dirección</translation>
    </message>
    <message>
        <source>running transfers get 30s</source>
        <translation>las transferencias en curso disponen de 30s</translation>
    </message>
    <message>
        <source>with http.tls.clientcas every client has to show a certificate</source>
        <translation>con http.tls.clientcas todos los clientes deben presentar un certificado</translation>
    </message>
    <message>
        <source>OpenSSL chooses them</source>
        <translation>los elige OpenSSL</translation>
    </message>
    <message>
        <source>this version speaks HTTP/1.1</source>
        <translation>esta versión habla HTTP/1.1</translation>
    </message>
    <message>
        <source>this version notifies nobody</source>
        <translation>esta versión no notifica a nadie</translation>
    </message>
    <message>
        <source>this version keeps its index by itself</source>
        <translation>esta versión mantiene su índice por sí misma</translation>
    </message>
    <message>
        <source>this version checks nothing but itself</source>
        <translation>esta versión solo se comprueba a sí misma</translation>
    </message>
    <message>
        <source>this version runs no credential helper; give proxy.username and proxy.password</source>
        <translation>esta versión no ejecuta ningún auxiliar de credenciales; indique proxy.username y proxy.password</translation>
    </message>
    <message>
        <source>a page holds up to 1000</source>
        <translation>una página contiene hasta 1000</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m or 168h</source>
        <translation>un tiempo como 30s, 5m o 168h</translation>
    </message>
    <message>
        <source>this version stores in a folder only; expected storage.filesystem.rootdirectory</source>
        <translation>esta versión solo almacena en una carpeta; se esperaba storage.filesystem.rootdirectory</translation>
    </message>
    <message>
        <source>this version asks for logins by htpasswd only</source>
        <translation>esta versión solo admite inicio de sesión con htpasswd</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>clave desconocida %1</translation>
    </message>
    <message>
        <source>unknown key %1 is ignored</source>
        <translation>se ignora la clave desconocida %1</translation>
    </message>
    <message>
        <source>%1 is ignored: %2</source>
        <translation>se ignora %1: %2</translation>
    </message>
    <message>
        <source>%1 is written by hand, in the file</source>
        <translation>%1 se escribe a mano, en el archivo</translation>
    </message>
    <message>
        <source>after this change the file would be wrong: %1</source>
        <translation>tras este cambio el archivo sería incorrecto: %1</translation>
    </message>
    <message>
        <source>this change cannot be written so that the file comes to it exactly</source>
        <translation>este cambio no se puede escribir de modo que el archivo quede exactamente así</translation>
    </message>
    <message>
        <source>its folder cannot be written by you</source>
        <translation>usted no puede escribir en su carpeta</translation>
    </message>
    <message>
        <source>this regular expression is wrong at its character %1: %2</source>
        <translation>esta expresión regular es incorrecta en su carácter %1: %2</translation>
    </message>
    <message>
        <source>expected a tag with * and ? as wildcards, or re: and a regular expression</source>
        <translation>se esperaba una etiqueta con * y ? como comodines, o re: y una expresión regular</translation>
    </message>
    <message>
        <source>expected %1, a file</source>
        <translation>se esperaba %1, un archivo</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>un nombre de host o una dirección</translation>
    </message>
    <message>
        <source>give either acme or localCa</source>
        <translation>indique acme o localCa, pero no ambos</translation>
    </message>
    <message>
        <source>%1 has files of its own; give either %1, or certificate and key</source>
        <translation>%1 tiene archivos propios; indique %1 o bien certificate y key</translation>
    </message>
    <message>
        <source>expected at least one file</source>
        <translation>se esperaba al menos un archivo</translation>
    </message>
    <message>
        <source>1.2 or 1.3</source>
        <translation>1.2 o 1.3</translation>
    </message>
    <message>
        <source>expected at least one registry</source>
        <translation>se esperaba al menos un registro</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 está repetido</translation>
    </message>
    <message>
        <source>expected registry, a name such as docker.io</source>
        <translation>se esperaba registry, un nombre como docker.io</translation>
    </message>
    <message>
        <source>expected url, such as https://registry-1.docker.io</source>
        <translation>se esperaba url, como https://registry-1.docker.io</translation>
    </message>
    <message>
        <source>expected one of password, passwordFile and passwordEnv</source>
        <translation>se esperaba solo uno de password, passwordFile y passwordEnv</translation>
    </message>
    <message>
        <source>expected a username beside it</source>
        <translation>se esperaba además username</translation>
    </message>
    <message>
        <source>expected a password, a passwordFile or a passwordEnv beside it</source>
        <translation>se esperaba además password, passwordFile o passwordEnv</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 está vacío</translation>
    </message>
    <message>
        <source>expected a path</source>
        <translation>se esperaba path</translation>
    </message>
    <message>
        <source>the beginning of a repository&apos;s name, such as team</source>
        <translation>el principio del nombre de un repositorio, como team</translation>
    </message>
    <message>
        <source>expected a username</source>
        <translation>se esperaba username</translation>
    </message>
    <message>
        <source>HOST or HOST:PORT in lower case</source>
        <translation>HOST o HOST:PUERTO en minúsculas</translation>
    </message>
    <message>
        <source>%1 is the name of another already</source>
        <translation>%1 ya es el nombre de otro</translation>
    </message>
    <message>
        <source>expected match, a pattern of tags</source>
        <translation>se esperaba match, un patrón de etiquetas</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m, 1h, 7d or 0</source>
        <translation>un tiempo como 30s, 5m, 1h, 7d o 0</translation>
    </message>
    <message>
        <source>an immutable tag has no ttl</source>
        <translation>una etiqueta inmutable no tiene ttl</translation>
    </message>
    <message>
        <source>expected ttl, immutable: true or revalidate: always</source>
        <translation>se esperaba ttl, immutable: true o revalidate: always</translation>
    </message>
    <message>
        <source>an immutable tag is never revalidated</source>
        <translation>una etiqueta inmutable nunca se revalida</translation>
    </message>
    <message>
        <source>expected either ttl or revalidate</source>
        <translation>se esperaba ttl o revalidate, pero no ambos</translation>
    </message>
    <message>
        <source>a user or password must not stand in the URL; use username and password</source>
        <translation>la URL no debe contener usuario ni contraseña; use username y password</translation>
    </message>
    <message>
        <source>expected a URL such as https://registry.example.com</source>
        <translation>se esperaba una URL como https://registry.example.com</translation>
    </message>
    <message>
        <source>expected a URL without a path: registries are reached at /v2/</source>
        <translation>se esperaba una URL sin ruta: a los registros se accede en /v2/</translation>
    </message>
    <message>
        <source>expected a host name, or an address, and a port from 1 to 65535</source>
        <translation>se esperaba un nombre de host o una dirección, y un puerto del 1 al 65535</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT or socks5://HOST:PORT, without a user</source>
        <translation>se esperaba http://HOST:PUERTO o socks5://HOST:PUERTO, sin usuario</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>una ruta absoluta o una que empiece por ~/</translation>
    </message>
    <message>
        <source>no control socket: %1</source>
        <translation>no hay socket de control: %1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>no se puede iniciar: %1</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>no responde a tiempo</translation>
    </message>
    <message>
        <source>says more than it may</source>
        <translation>emite más datos de los permitidos</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>terminó de forma inesperada</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>el archivo no existe</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>es una carpeta, no un archivo</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>supera los %1 bytes</translation>
    </message>
    <message>
        <source>this is not a file, but a pipe or a device</source>
        <translation>no es un archivo, sino una tubería o un dispositivo</translation>
    </message>
    <message>
        <source>cannot open: %1</source>
        <translation>no se puede abrir: %1</translation>
    </message>
    <message>
        <source>cannot lock: %1</source>
        <translation>no se puede bloquear: %1</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard</source>
        <translation>otro Lanyard está usando la carpeta</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard (process %1)</source>
        <translation>otro Lanyard está usando la carpeta (proceso %1)</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>no se puede escribir: %1</translation>
    </message>
    <message>
        <source>its attribute %1 cannot be read: %2</source>
        <translation>no se puede leer su atributo %1: %2</translation>
    </message>
    <message>
        <source>cannot be written: no new file in its folder: %1</source>
        <translation>no se puede escribir: no se puede crear un archivo nuevo en su carpeta: %1</translation>
    </message>
    <message>
        <source>cannot be written: its attribute %1 cannot be kept: %2</source>
        <translation>no se puede escribir: no se puede conservar su atributo %1: %2</translation>
    </message>
    <message>
        <source>cannot be written: its owner cannot be kept: %1</source>
        <translation>no se puede escribir: no se puede conservar su propietario: %1</translation>
    </message>
    <message>
        <source>cannot be written: its permissions cannot be kept: %1</source>
        <translation>no se puede escribir: no se pueden conservar sus permisos: %1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>no se puede reemplazar: %1</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>la variable de entorno %1 no está definida</translation>
    </message>
    <message>
        <source>it belongs to another user; run: %1</source>
        <translation>pertenece a otro usuario; ejecute: %1</translation>
    </message>
    <message>
        <source>it has secrets, and others may read or write it; run: %1</source>
        <translation>contiene secretos y otros pueden leerlo o escribirlo; ejecute: %1</translation>
    </message>
    <message>
        <source>this is a symbolic link, not a file; put the file in its place</source>
        <translation>es un enlace simbólico, no un archivo; ponga el archivo en su lugar</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>no se puede abrir: %1</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>supera los %1 bytes</translation>
    </message>
    <message>
        <source>cannot be made durable: %1</source>
        <translation>no se puede garantizar su persistencia en el disco: %1</translation>
    </message>
    <message>
        <source>has been changed by somebody else since it was read</source>
        <translation>alguien lo ha cambiado desde que se leyó</translation>
    </message>
    <message>
        <source>this is no file that can be replaced</source>
        <translation>no es un archivo que se pueda reemplazar</translation>
    </message>
    <message>
        <source>is replaced, but may be the old one again after a power cut: %1</source>
        <translation>se ha reemplazado, pero tras un corte de corriente podría volver a ser el anterior: %1</translation>
    </message>
    <message>
        <source>too many requests wait for one credential</source>
        <translation>demasiadas solicitudes esperan una misma credencial</translation>
    </message>
    <message>
        <source>it is too long for a password</source>
        <translation>es demasiado largo para ser una contraseña</translation>
    </message>
    <message>
        <source>the user name is empty</source>
        <translation>el nombre de usuario está vacío</translation>
    </message>
    <message>
        <source>the user name has a colon or a control character</source>
        <translation>el nombre de usuario contiene dos puntos o un carácter de control</translation>
    </message>
    <message>
        <source>the user name or the password is too long</source>
        <translation>el nombre de usuario o la contraseña son demasiado largos</translation>
    </message>
    <message>
        <source>the user name or the password is not text</source>
        <translation>el nombre de usuario o la contraseña no son texto</translation>
    </message>
    <message>
        <source>the name of a credential helper has only letters, digits, - _ and .</source>
        <translation>el nombre de un auxiliar de credenciales solo contiene letras, dígitos, - _ y .</translation>
    </message>
    <message>
        <source>nothing is written to it until this is mended, or the file put aside</source>
        <translation>no se escribirá nada en él hasta que eso se corrija o se aparte el archivo</translation>
    </message>
    <message>
        <source>has as many credentials as it may</source>
        <translation>ya tiene el máximo de credenciales permitido</translation>
    </message>
    <message>
        <source>would be longer than it may be</source>
        <translation>superaría la longitud permitida</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>se esperaba %1</translation>
    </message>
    <message>
        <source>expected an object &quot;credentials&quot; beside the version, and no more</source>
        <translation>se esperaba un objeto &quot;credentials&quot; junto a la versión, y nada más</translation>
    </message>
    <message>
        <source>has more credentials than it may</source>
        <translation>tiene más credenciales de las permitidas</translation>
    </message>
    <message>
        <source>credential %1</source>
        <translation>credencial %1</translation>
    </message>
    <message>
        <source>is there twice, in two spellings</source>
        <translation>está repetida, con dos grafías</translation>
    </message>
    <message>
        <source>%1 is not in PATH; install it</source>
        <translation>%1 no está en PATH; instálelo</translation>
    </message>
    <message>
        <source>too many questions wait for credential helpers</source>
        <translation>demasiadas consultas esperan a los auxiliares de credenciales</translation>
    </message>
    <message>
        <source>the file has no credential for %1</source>
        <translation>el archivo no tiene ninguna credencial para %1</translation>
    </message>
    <message>
        <source>expected username and password, identityToken, or helper</source>
        <translation>se esperaban username y password, identityToken o helper</translation>
    </message>
    <message>
        <source>expected the name of a registry, such as quay.io or quay.io/org</source>
        <translation>se esperaba el nombre de un registro, como quay.io o quay.io/org</translation>
    </message>
    <message>
        <source>expected a path of repositories behind the registry, such as quay.io/org</source>
        <translation>se esperaba una ruta de repositorios tras el registro, como quay.io/org</translation>
    </message>
    <message>
        <source>%1 has a credential in the configuration, which goes before others; change it there</source>
        <translation>%1 tiene una credencial en la configuración, que prevalece sobre otras; cámbiela ahí</translation>
    </message>
    <message>
        <source>the configuration is written by hand only</source>
        <translation>la configuración solo se escribe a mano</translation>
    </message>
    <message>
        <source>the name of a helper is kept in the file only</source>
        <translation>el nombre de un auxiliar solo se guarda en el archivo</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>aquí no hay llavero</translation>
    </message>
    <message>
        <source>%1 has its credential in the configuration; remove it there</source>
        <translation>%1 tiene su credencial en la configuración; elimínela ahí</translation>
    </message>
    <message>
        <source>no credential is kept for %1</source>
        <translation>no hay ninguna credencial guardada para %1</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>se esperaba texto</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>se esperaba un objeto</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>tiene demasiadas entradas</translation>
    </message>
    <message>
        <source>entry %1 is for no registry</source>
        <translation>la entrada %1 no corresponde a ningún registro</translation>
    </message>
    <message>
        <source>auth is not base64</source>
        <translation>auth no es base64</translation>
    </message>
    <message>
        <source>auth is not the base64 of user:password</source>
        <translation>auth no es el base64 de user:password</translation>
    </message>
    <message>
        <source>does not answer with a credential</source>
        <extracomment>after the name of a program</extracomment>
        <translation>no responde con una credencial</translation>
    </message>
    <message>
        <source>gives a credential that cannot be used: %1</source>
        <translation>da una credencial que no se puede usar: %1</translation>
    </message>
    <message>
        <source>does not answer with a list</source>
        <translation>no responde con una lista</translation>
    </message>
    <message>
        <source>has no credential for it</source>
        <translation>no tiene ninguna credencial para ello</translation>
    </message>
    <message>
        <source>has no whole credential for it</source>
        <translation>no tiene una credencial completa para ello</translation>
    </message>
    <message>
        <source>failed; run it by hand to see why</source>
        <translation>falló; ejecútelo a mano para ver el motivo</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>se esperaba un objeto JSON</translation>
    </message>
    <message>
        <source>the keychain has something else than a credential there; set it again</source>
        <translation>el llavero contiene ahí algo que no es una credencial; defínala de nuevo</translation>
    </message>
    <message>
        <source>the keychain does not give the credential of %1: it is locked, or has it no more</source>
        <translation>el llavero no da la credencial de %1: está bloqueado o ya no la tiene</translation>
    </message>
    <message>
        <source>too many questions wait for the keychain</source>
        <translation>demasiadas consultas esperan al llavero</translation>
    </message>
    <message>
        <source>the keychain does not answer; it may wait to be unlocked</source>
        <translation>el llavero no responde; quizá espera a que se desbloquee</translation>
    </message>
    <message>
        <source>put the file aside, and set the credentials of the keychain again</source>
        <translation>aparte el archivo y defina de nuevo las credenciales del llavero</translation>
    </message>
    <message>
        <source>the keychain has as many credentials of Lanyard as it may</source>
        <translation>el llavero ya tiene el máximo permitido de credenciales de Lanyard</translation>
    </message>
    <message>
        <source>expected &quot;version&quot;: 1 and an object &quot;users&quot;</source>
        <translation>se esperaban &quot;version&quot;: 1 y un objeto &quot;users&quot;</translation>
    </message>
    <message>
        <source>has more entries than it may</source>
        <translation>tiene más entradas de las permitidas</translation>
    </message>
    <message>
        <source>entry %1 is no registry with a user name</source>
        <translation>la entrada %1 no es un registro con nombre de usuario</translation>
    </message>
    <message>
        <source>the keychain has no such entry</source>
        <translation>el llavero no tiene esa entrada</translation>
    </message>
    <message>
        <source>the keychain stays closed: its user said no</source>
        <translation>el llavero sigue cerrado: su usuario no lo permitió</translation>
    </message>
    <message>
        <source>the keychain is locked, or denies access</source>
        <translation>el llavero está bloqueado o deniega el acceso</translation>
    </message>
    <message>
        <source>there is no keychain service here</source>
        <translation>aquí no hay ningún servicio de llavero</translation>
    </message>
    <message>
        <source>the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)</source>
        <translation>no se puede usar el llavero: %1 (requiere una sesión de D-Bus con un servicio de llavero)</translation>
    </message>
    <message>
        <source>buildkitd does not run; start its service</source>
        <translation>buildkitd no está en marcha; inicie su servicio</translation>
    </message>
    <message>
        <source>the builder does not run; it starts with its next build</source>
        <translation>el builder no está en marcha; se inicia con su próximo build</translation>
    </message>
    <message>
        <source>it does not run; start it: %1</source>
        <translation>no está en marcha; inícielo: %1</translation>
    </message>
    <message>
        <source>its CRI plugin is off in %1 (disabled_plugins): only nerdctl, and ctr with --hosts-dir, read %2</source>
        <translation>su plugin CRI está desactivado en %1 (disabled_plugins): solo nerdctl, y ctr con --hosts-dir, leen %2</translation>
    </message>
    <message>
        <source>%1 has mirrors of its own, beside which config_path is an error; move them to %2</source>
        <translation>%1 tiene mirrors propios, junto a los cuales config_path es un error; páselos a %2</translation>
    </message>
    <message>
        <source>for Kubernetes, containerd %1 reads %2 only when config_path in %3 says so; set it and restart containerd</source>
        <translation>para Kubernetes, containerd %1 solo lee %2 si config_path en %3 lo indica; defínalo y reinicie containerd</translation>
    </message>
    <message>
        <source>%1 does not run; start it: %2</source>
        <translation>%1 no está en marcha; inícielo: %2</translation>
    </message>
    <message>
        <source>%1 is not reached from inside the container %2; see whether the cache serves that address, and what a firewall says of containers</source>
        <translation>no se puede acceder a %1 desde el contenedor %2; compruebe si la caché atiende esa dirección y si un cortafuegos bloquea los contenedores</translation>
    </message>
    <message>
        <source>is no JSON object: %1</source>
        <translation>no es un objeto JSON: %1</translation>
    </message>
    <message>
        <source>this user may not ask Docker; add it to the group docker (which is as good as root), or use sudo</source>
        <translation>este usuario no puede consultar a Docker; añádalo al grupo docker (que equivale a ser root) o use sudo</translation>
    </message>
    <message>
        <source>docker info does not answer in time; see whether its service hangs</source>
        <translation>docker info no responde a tiempo; compruebe si su servicio está bloqueado</translation>
    </message>
    <message>
        <source>%1 does not run; start Docker Desktop</source>
        <translation>%1 no está en marcha; inicie Docker Desktop</translation>
    </message>
    <message>
        <source>dockerd was started with %1, and does not start when %2 says it, too; take the option off its command line (systemctl edit docker)</source>
        <translation>dockerd se inició con %1 y no arranca si %2 también lo indica; quite la opción de su línea de comandos (systemctl edit docker)</translation>
    </message>
    <message>
        <source>add %1 to no-proxy, in the proxies of %2 or in its service&apos;s NO_PROXY, and restart it</source>
        <translation>añada %1 a no-proxy, en los proxies de %2 o en el NO_PROXY de su servicio, y reinícielo</translation>
    </message>
    <message>
        <source>Docker Engine %1 mirrors only docker.io; for other registries it has to be 28 or later</source>
        <translation>Docker Engine %1 solo usa mirrors para docker.io; para otros registros debe ser la versión 28 o posterior</translation>
    </message>
    <message>
        <source>its image store (%1) mirrors only docker.io for docker pull; for other registries it needs containerd&apos;s store</source>
        <translation>su almacén de imágenes (%1) solo admite mirrors de docker.io para docker pull; para otros registros necesita el almacén de containerd</translation>
    </message>
    <message>
        <source>global.buildkit_host in %1 names a builder elsewhere, which what is set here does not reach; set up that builder, or take the key out</source>
        <translation>global.buildkit_host en %1 designa un builder situado en otro lugar, al que no llega lo que se configura aquí; configure ese builder o quite la clave</translation>
    </message>
    <message>
        <source>%1 does not run; start its service</source>
        <translation>%1 no está en marcha; inicie su servicio</translation>
    </message>
    <message>
        <source>the cluster&apos;s nodes do not run</source>
        <translation>los nodos del clúster no están en marcha</translation>
    </message>
    <message>
        <source>it runs in a network of its own, where %1 is not this computer</source>
        <translation>se ejecuta en una red propia, donde %1 no es este equipo</translation>
    </message>
    <message>
        <source>it runs in a container, where %1 is not this computer</source>
        <translation>se ejecuta en un contenedor, donde %1 no es este equipo</translation>
    </message>
    <message>
        <source>it runs in containers, where %1 is not this computer</source>
        <translation>se ejecuta en contenedores, donde %1 no es este equipo</translation>
    </message>
    <message>
        <source>it runs in a virtual machine, where %1 is not this computer</source>
        <translation>se ejecuta en una máquina virtual, donde %1 no es este equipo</translation>
    </message>
    <message>
        <source>it runs in a machine of its own, where %1 is not this computer</source>
        <translation>se ejecuta en una máquina propia, donde %1 no es este equipo</translation>
    </message>
    <message>
        <source>give the cache by the address that this computer has on its network</source>
        <translation>indique la caché con la dirección que este equipo tiene en su red</translation>
    </message>
    <message>
        <source>%1 would ask the proxy %2 for %3</source>
        <extracomment>%1: a program; %2, %3: addresses</extracomment>
        <translation>%1 accedería a %3 a través del proxy %2</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of its service</source>
        <translation>añada %1 al NO_PROXY de su servicio</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of your environment</source>
        <translation>añada %1 al NO_PROXY de su entorno</translation>
    </message>
    <message>
        <source>this user may not read %1; as root it is known what is in it</source>
        <translation>este usuario no puede leer %1; su contenido solo se conoce como root</translation>
    </message>
    <message>
        <source>%1 has a table for %2, and is read after the file of Lanyard, which then says it for nothing</source>
        <translation>%1 tiene una tabla para %2 y se lee después del archivo de Lanyard, que entonces no surte efecto</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), and is read after the file of Lanyard, which then says it for nothing</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 tiene una tabla para %2 (%3) y se lee después del archivo de Lanyard, que entonces no surte efecto</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), whose place a table of Lanyard&apos;s takes</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 tiene una tabla para %2 (%3), a la que sustituye una tabla de Lanyard</translation>
    </message>
    <message>
        <source>change it there, or leave %1 out of the set-up</source>
        <translation>cámbielo ahí o deje %1 fuera de la configuración</translation>
    </message>
    <message>
        <source>%1 says something else of %2, and is read later; take it out there</source>
        <translation>%1 indica otra cosa sobre %2 y se lee después; quítelo de ahí</translation>
    </message>
    <message>
        <source>%1 is there, so that nothing in %2 is read; take it away, or put what is in it there</source>
        <translation>existe %1, de modo que no se lee nada de %2; elimínelo o pase ahí su contenido</translation>
    </message>
    <message>
        <source>No file descriptors are left: new connections wait. Raise the limit (ulimit -n).</source>
        <translation>No quedan descriptores de archivo: las conexiones nuevas esperan. Aumente el límite (ulimit -n).</translation>
    </message>
    <message>
        <source>its disk cannot be asked</source>
        <translation>no se puede consultar su disco</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not &quot;private&quot;, &quot;any&quot;, an address or an address range</source>
        <translation>&apos;%1&apos; no es &quot;private&quot; ni &quot;any&quot;, ni una dirección ni un intervalo de direcciones</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>no se puede escuchar en %1: %2</translation>
    </message>
    <message>
        <source>the port is used by another program</source>
        <translation>otro programa usa el puerto</translation>
    </message>
    <message>
        <source>the port is used by %1</source>
        <translation>el puerto lo usa %1</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>este equipo no tiene esa dirección</translation>
    </message>
    <message>
        <source>this user may not use the port: take one above 1023, or grant CAP_NET_BIND_SERVICE</source>
        <translation>este usuario no puede usar el puerto: elija uno superior a 1023 o conceda CAP_NET_BIND_SERVICE</translation>
    </message>
    <message>
        <source>the process has no file descriptor left</source>
        <translation>al proceso no le quedan descriptores de archivo</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an IP address</source>
        <translation>&apos;%1&apos; no es una dirección IP</translation>
    </message>
    <message>
        <source>what happened before is not known, and what happens now is forgotten at the end</source>
        <translation>no se conoce lo ocurrido hasta ahora, y lo que ocurra se olvidará al terminar</translation>
    </message>
    <message>
        <source>what happens is kept in memory only</source>
        <translation>lo que ocurra solo se guarda en memoria</translation>
    </message>
    <message>
        <source>it was put aside as %1</source>
        <translation>se apartó como %1</translation>
    </message>
    <message>
        <source>its rows contradict each other</source>
        <translation>sus filas se contradicen</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>no es una base de datos</translation>
    </message>
    <message>
        <source>put back what was there, or make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>restaure lo que había o cree otra autoridad con `lanyard ca create --force`, en la que todos los clientes deberán volver a confiar</translation>
    </message>
    <message>
        <source>this is not the key of the certificate in %1</source>
        <translation>no es la clave del certificado de %1</translation>
    </message>
    <message>
        <source>it has to belong to the user who runs Lanyard</source>
        <translation>debe pertenecer al usuario que ejecuta Lanyard</translation>
    </message>
    <message>
        <source>this is no certificate of an authority</source>
        <translation>no es el certificado de una autoridad</translation>
    </message>
    <message>
        <source>other users of this computer may use the key, and pose as any server to those that trust the local CA: %1</source>
        <translation>otros usuarios de este equipo pueden usar la clave y hacerse pasar por cualquier servidor ante quienes confían en la CA local: %1</translation>
    </message>
    <message>
        <source>cannot be made readable: %1</source>
        <translation>no se puede hacer legible: %1</translation>
    </message>
    <message>
        <source>there is something already</source>
        <translation>ya hay algo ahí</translation>
    </message>
    <message>
        <source>cannot be put in its place: %1</source>
        <translation>no se puede poner en su lugar: %1</translation>
    </message>
    <message>
        <source>a certificate cannot be made: %1</source>
        <translation>no se puede crear un certificado: %1</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: %2</source>
        <translation>la CA local caducó el %1: %2</translation>
    </message>
    <message>
        <source>make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>cree otra autoridad con `lanyard ca create --force`, en la que todos los clientes deberán volver a confiar</translation>
    </message>
    <message>
        <source>the local CA holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right? If it was wrong when the CA was made, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>la CA local solo es válida a partir del %1: hasta entonces los clientes la rechazan; ¿es correcto el reloj de este equipo? Si era incorrecto cuando se creó la CA, cree otra autoridad con `lanyard ca create --force`, en la que todos los clientes deberán volver a confiar</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: clients refuse its certificates</source>
        <translation>la CA local caducó el %1: los clientes rechazan sus certificados</translation>
    </message>
    <message>
        <source>the local CA ends at %1: before that, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>la CA local caduca el %1: antes de esa fecha, cree otra autoridad con `lanyard ca create --force`, en la que todos los clientes deberán volver a confiar</translation>
    </message>
    <message>
        <source>there is no local CA; `lanyard ca create` makes one</source>
        <translation>no hay CA local; `lanyard ca create` crea una</translation>
    </message>
    <message>
        <source>The certificate of the local CA has no room for all names and addresses of this computer: it lacks %1</source>
        <translation>En el certificado de la CA local no caben todos los nombres y direcciones de este equipo; falta: %1</translation>
    </message>
    <message>
        <source>the certificate of before stays in use</source>
        <translation>el certificado anterior sigue en uso</translation>
    </message>
    <message>
        <source>Lanyard does not run</source>
        <translation>Lanyard no está en marcha</translation>
    </message>
    <message>
        <source>there is something else than certificates in this file, which would be lost: move it away</source>
        <translation>este archivo contiene algo más que certificados, que se perdería: muévalo a otro lugar</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 no es una lista</translation>
    </message>
    <message>
        <source>the cache has TLS, and this says that it has not; please change it</source>
        <translation>la caché usa TLS y esto indica que no; cámbielo</translation>
    </message>
    <message>
        <source>the cache has no TLS, and this says that it has; please change it</source>
        <translation>la caché no usa TLS y esto indica que sí; cámbielo</translation>
    </message>
    <message>
        <source>expected an object: { }</source>
        <translation>se esperaba un objeto: { }</translation>
    </message>
    <message>
        <source>expected a list of texts: [ ]</source>
        <translation>se esperaba una lista de textos: [ ]</translation>
    </message>
    <message>
        <source>expected a text in double quotes</source>
        <translation>se esperaba un texto entre comillas dobles</translation>
    </message>
    <message>
        <source>in the text that begins here, %1</source>
        <translation>en el texto que empieza aquí, %1</translation>
    </message>
    <message>
        <source>the path of the certificate has a colon, with which it cannot be given to the container of BuildKit: %1</source>
        <translation>la ruta del certificado contiene dos puntos y así no se puede pasar al contenedor de BuildKit: %1</translation>
    </message>
    <message>
        <source>expected a list of arguments</source>
        <translation>se esperaba una lista de argumentos</translation>
    </message>
    <message>
        <source>expected a text with the configuration of BuildKit</source>
        <translation>se esperaba un texto con la configuración de BuildKit</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which its readers do not understand; please save it without one</source>
        <translation>el archivo empieza con una marca de orden de bytes, que sus lectores no entienden; guárdelo sin ella</translation>
    </message>
    <message>
        <source>this text cannot be edited safely</source>
        <translation>este texto no se puede editar de forma segura</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>se esperaba un texto</translation>
    </message>
    <message>
        <source>this host may not pull and resolve; please add that to its capabilities</source>
        <translation>este host no tiene permitidos pull y resolve; añádalos a sus capabilities</translation>
    </message>
    <message>
        <source>this host has no ca, which the certificate of the cache needs; please add it, or remove the host</source>
        <translation>este host no tiene el ca que necesita el certificado de la caché; añádalo o elimine el host</translation>
    </message>
    <message>
        <source>this host has no header with the login of the cache; please add it, or remove the host</source>
        <translation>este host no tiene un header con el inicio de sesión de la caché; añádalo o elimine el host</translation>
    </message>
    <message>
        <source>a hosts.toml is of one registry</source>
        <translation>un hosts.toml es de un solo registro</translation>
    </message>
    <message>
        <source>expected the name or the address of a computer</source>
        <translation>se esperaba el nombre o la dirección de un equipo</translation>
    </message>
    <message>
        <source>expected a number from 1 to 65535</source>
        <translation>se esperaba un número del 1 al 65535</translation>
    </message>
    <message>
        <source>there is one, and no TLS</source>
        <translation>está presente, pero sin TLS</translation>
    </message>
    <message>
        <source>expected certificates as PEM, and nothing else</source>
        <translation>se esperaban certificados en formato PEM y nada más</translation>
    </message>
    <message>
        <source>expected a name without colons and control characters</source>
        <translation>se esperaba un nombre sin dos puntos ni caracteres de control</translation>
    </message>
    <message>
        <source>there is one, and no user</source>
        <translation>está presente, pero sin usuario</translation>
    </message>
    <message>
        <source>this file has no place for all of them</source>
        <translation>en este archivo no caben todos</translation>
    </message>
    <message>
        <source>expected names of registries, such as quay.io</source>
        <translation>se esperaban nombres de registros, como quay.io</translation>
    </message>
    <message>
        <source>there are too many, or one is there twice</source>
        <translation>hay demasiados o uno está repetido</translation>
    </message>
    <message>
        <source>a hosts.toml is of one</source>
        <translation>un hosts.toml es de uno solo</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>se esperaba al menos uno</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>se esperaba una ruta absoluta</translation>
    </message>
    <message>
        <source>this is for a daemon.json and plain HTTP</source>
        <translation>esto es para un daemon.json y HTTP sin cifrar</translation>
    </message>
    <message>
        <source>expected certificates as PEM</source>
        <translation>se esperaban certificados en formato PEM</translation>
    </message>
    <message>
        <source>this is no recipe: %1</source>
        <extracomment>A recipe is what is to be put into a file; that comes to root&apos;s helper program.</extracomment>
        <translation>no es una receta: %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>se esperaba true o false</translation>
    </message>
    <message>
        <source>expected a list of texts</source>
        <translation>se esperaba una lista de textos</translation>
    </message>
    <message>
        <source>there is a key that is not known</source>
        <translation>hay una clave desconocida</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>supera los %1 bytes</translation>
    </message>
    <message>
        <source>expected an object as JSON</source>
        <translation>se esperaba un objeto en formato JSON</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>no hay ninguno con ese nombre</translation>
    </message>
    <message>
        <source>expected a path of this computer</source>
        <translation>se esperaba una ruta de este equipo</translation>
    </message>
    <message>
        <source>the cache has no TLS; please add %1 to this mirror</source>
        <translation>la caché no usa TLS; añada %1 a este mirror</translation>
    </message>
    <message>
        <source>this is the old form of the file, which cannot have mirrors; please write it in the new one, with %1</source>
        <translation>es la forma antigua del archivo, que no admite mirrors; escríbalo en la nueva, con %1</translation>
    </message>
    <message>
        <source>%1 is not a configured registry</source>
        <translation>%1 no es un registro configurado</translation>
    </message>
    <message>
        <source>an export or import is running already</source>
        <translation>ya hay una exportación o importación en curso</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an absolute path</source>
        <translation>&apos;%1&apos; no es una ruta absoluta</translation>
    </message>
    <message>
        <source>%1 does not say how long the blob is</source>
        <translation>%1 no indica la longitud del blob</translation>
    </message>
    <message>
        <source>it is another name of %1; log in there</source>
        <translation>es otro nombre de %1; inicie sesión ahí</translation>
    </message>
    <message>
        <source>it is no upstream</source>
        <translation>no es un upstream</translation>
    </message>
    <message>
        <source>too many requests wait for this blob</source>
        <translation>demasiadas solicitudes esperan este blob</translation>
    </message>
    <message>
        <source>%1 sends %2 bytes for %3, its manifest says %4</source>
        <extracomment>%1: a registry, %2 and %4: numbers of bytes, %3: a digest</extracomment>
        <translation>%1 envía %2 bytes para %3; su manifiesto indica %4</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <extracomment>%1: the digest of a blob, %2: why</extracomment>
        <translation>no se descargó %1: %2</translation>
    </message>
    <message>
        <source>it is not complete for any platform; prefetch fetches what is missing</source>
        <extracomment>&quot;prefetch&quot; is the name of a command.</extracomment>
        <translation>no está completa para ninguna plataforma; prefetch descarga lo que falta</translation>
    </message>
    <message>
        <source>too many questions wait for an answer</source>
        <translation>demasiadas consultas esperan respuesta</translation>
    </message>
    <message>
        <source>the engine stops</source>
        <translation>el motor se está deteniendo</translation>
    </message>
    <message>
        <source>no image was named</source>
        <translation>no se indicó ninguna imagen</translation>
    </message>
    <message>
        <source>%1 is damaged here: %2; the next pull fetches it anew</source>
        <translation>%1 está dañado aquí: %2; el próximo pull lo volverá a descargar</translation>
    </message>
    <message>
        <source>it has other bytes</source>
        <translation>su contenido es distinto</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>tiene %1 bytes</translation>
    </message>
    <message>
        <source>it is no manifest of an image that clients take today</source>
        <translation>no es un manifiesto de una imagen que los clientes admitan hoy</translation>
    </message>
    <message>
        <source>no image is in it</source>
        <translation>no contiene ninguna imagen</translation>
    </message>
    <message>
        <source>a name is for one image, and it has more</source>
        <translation>un nombre vale para una sola imagen, y contiene más</translation>
    </message>
    <message>
        <source>the archive does not say of which repository it is: give it a name</source>
        <translation>el archivo no indica a qué repositorio pertenece: dele un nombre</translation>
    </message>
    <message>
        <source>%1 is not configured</source>
        <translation>%1 no está configurado</translation>
    </message>
    <message>
        <source>%1 is another image than %2</source>
        <translation>%1 es una imagen distinta de %2</translation>
    </message>
    <message>
        <source>its manifest is not in the archive</source>
        <translation>su manifiesto no está en el archivo</translation>
    </message>
    <message>
        <source>its manifest</source>
        <translation>su manifiesto</translation>
    </message>
    <message>
        <source>%1 is not in the cache</source>
        <translation>%1 no está en la caché</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of an image, such as alpine:3.19 or quay.io/org/name@sha256:...</source>
        <translation>&apos;%1&apos; no es el nombre de una imagen, como alpine:3.19 o quay.io/org/name@sha256:...</translation>
    </message>
    <message>
        <source>too many requests wait for this manifest</source>
        <translation>demasiadas solicitudes esperan este manifiesto</translation>
    </message>
    <message>
        <source>%1 answered a manifest with the digest %2 instead of %3</source>
        <translation>%1 respondió con un manifiesto cuyo digest es %2 en vez de %3</translation>
    </message>
    <message>
        <source>%1 was not stored: %2</source>
        <translation>no se almacenó %1: %2</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end in time</source>
        <translation>la lista del upstream no termina a tiempo</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end</source>
        <translation>la lista del upstream no termina</translation>
    </message>
    <message>
        <source>too many platforms</source>
        <translation>demasiadas plataformas</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a platform, such as linux/amd64 or linux/arm/v7</source>
        <translation>&apos;%1&apos; no es una plataforma, como linux/amd64 o linux/arm/v7</translation>
    </message>
    <message>
        <source>there is no image for %1, only for %2</source>
        <extracomment>%1: a platform, %2: a list of platforms</extracomment>
        <translation>no hay imagen para %1, solo para %2</translation>
    </message>
    <message>
        <source>it was not stored, a warning says why</source>
        <translation>no se almacenó; una advertencia indica el motivo</translation>
    </message>
    <message>
        <source>%1 was not stored, a warning says why</source>
        <translation>no se almacenó %1; una advertencia indica el motivo</translation>
    </message>
    <message>
        <source>a digest names the same image for ever</source>
        <translation>un digest designa siempre la misma imagen</translation>
    </message>
    <message>
        <source>its registry could not be asked</source>
        <translation>no se pudo consultar su registro</translation>
    </message>
    <message>
        <source>%1 was not stored</source>
        <translation>no se almacenó %1</translation>
    </message>
    <message>
        <source>%1 is not one of the configured upstreams</source>
        <translation>%1 no es uno de los upstreams configurados</translation>
    </message>
    <message>
        <source>too many images are being fetched ahead</source>
        <translation>se están precargando demasiadas imágenes</translation>
    </message>
    <message>
        <source>too many requests wait for this repository</source>
        <translation>demasiadas solicitudes esperan este repositorio</translation>
    </message>
    <message>
        <source>%1 sends something else than the missing part of %2</source>
        <translation>%1 envía algo distinto de la parte que falta de %2</translation>
    </message>
    <message>
        <source>%1 sent %2 up to byte %3, not %4</source>
        <extracomment>%1: a registry, %2: a digest, %3 and %4: numbers of bytes</extracomment>
        <translation>%1 envió %2 hasta el byte %3, no %4</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of referrers is not one</source>
        <translation>la lista de referrers del upstream no es una lista</translation>
    </message>
    <message>
        <source>%1 denies access</source>
        <translation>%1 deniega el acceso</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>no se pidió nada</translation>
    </message>
    <message>
        <source>too many requests wait for this tag</source>
        <translation>demasiadas solicitudes esperan esta etiqueta</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is not one</source>
        <translation>la lista de etiquetas del upstream no es una lista</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is too long</source>
        <translation>la lista de etiquetas del upstream es demasiado larga</translation>
    </message>
    <message>
        <source>this is not paused</source>
        <translation>no está en pausa</translation>
    </message>
    <message>
        <source>another client is being set up; wait for it</source>
        <translation>se está configurando otro cliente; espere a que acabe</translation>
    </message>
    <message>
        <source>All of it is there already.</source>
        <translation>Ya está todo ahí.</translation>
    </message>
    <message>
        <source>It was put there by somebody else while it was paused: Lanyard does not take it out again.</source>
        <translation>Alguien lo puso ahí mientras estaba en pausa: Lanyard no lo volverá a quitar.</translation>
    </message>
    <message>
        <source>%1 is set up already; undo that first</source>
        <translation>%1 ya está configurado; deshaga eso primero</translation>
    </message>
    <message>
        <source>not all of it could be taken back: undo it</source>
        <translation>no se pudo retirar todo: deshágalo</translation>
    </message>
    <message>
        <source>nothing was set up for it</source>
        <translation>no se había configurado nada para él</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Escribir %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>and it could not be taken back: %1</source>
        <translation>y no se pudo retirar: %1</translation>
    </message>
    <message>
        <source>Docker Engine was not seen to read %1; it may keep the mirror until it is started again.</source>
        <translation>No se observó que Docker Engine leyera %1; puede que conserve el mirror hasta que se vuelva a iniciar.</translation>
    </message>
    <message>
        <source>process %1 is no process</source>
        <translation>el proceso %1 no existe</translation>
    </message>
    <message>
        <source>process %1 is no Docker Engine</source>
        <translation>el proceso %1 no es un Docker Engine</translation>
    </message>
    <message>
        <source>process %1 cannot be told: %2</source>
        <translation>no se puede avisar al proceso %1: %2</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>falta `%1`</translation>
    </message>
    <message>
        <source>`%1` is no plain text, or too long</source>
        <translation>`%1` no es texto simple o es demasiado largo</translation>
    </message>
    <message>
        <source>`%1` is none of the words that it may be</source>
        <translation>`%1` no es ninguna de las palabras admitidas</translation>
    </message>
    <message>
        <source>`%1` is no SHA-256 in hexadecimal digits</source>
        <translation>`%1` no es un SHA-256 en dígitos hexadecimales</translation>
    </message>
    <message>
        <source>`%1` is no whole number, or too large</source>
        <translation>`%1` no es un número entero o es demasiado grande</translation>
    </message>
    <message>
        <source>`%1` is no list, or too long</source>
        <translation>`%1` no es una lista o es demasiado larga</translation>
    </message>
    <message>
        <source>`%1` has what is no plain text, or too long</source>
        <translation>`%1` contiene algo que no es texto simple o es demasiado largo</translation>
    </message>
    <message>
        <source>`%1` has what is no object</source>
        <translation>`%1` contiene algo que no es un objeto</translation>
    </message>
    <message>
        <source>`%1` is no object</source>
        <translation>`%1` no es un objeto</translation>
    </message>
    <message>
        <source>`%1` is not known</source>
        <translation>`%1` es desconocido</translation>
    </message>
    <message>
        <source>%1 is no JSON object, see byte %2</source>
        <extracomment>%1 is &quot;the request&quot; or &quot;this&quot; (a file).</extracomment>
        <translation>%1 no es un objeto JSON (véase el byte %2)</translation>
    </message>
    <message>
        <source>has been changed since it was looked at; look at the changes again before they are made</source>
        <translation>ha cambiado desde que se examinó; revise de nuevo los cambios antes de aplicarlos</translation>
    </message>
    <message>
        <source>links lead in a circle</source>
        <translation>los enlaces forman un bucle</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>la carpeta no existe</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>pertenece a otro usuario</translation>
    </message>
    <message>
        <source>no file can be made there: %1</source>
        <translation>no se puede crear ningún archivo ahí: %1</translation>
    </message>
    <message>
        <source>%1 has been removed since; it stays so.</source>
        <translation>%1 se ha eliminado desde entonces; queda así.</translation>
    </message>
    <message>
        <source>%1 has been edited since: only what Lanyard put there is taken out.</source>
        <translation>%1 se ha editado desde entonces: solo se quita lo que Lanyard puso ahí.</translation>
    </message>
    <message>
        <source>The copy of %1 of before is gone: only what Lanyard put there is taken out.</source>
        <translation>La copia anterior de %1 ya no está: solo se quita lo que Lanyard puso ahí.</translation>
    </message>
    <message>
        <source>%1 has more in it than Lanyard writes: only what Lanyard put there is taken out.</source>
        <translation>%1 contiene más de lo que escribe Lanyard: solo se quita lo que Lanyard puso ahí.</translation>
    </message>
    <message>
        <source>As it was before the set-up, it is kept as %1.</source>
        <extracomment>What is kept is a file.</extracomment>
        <translation>Tal como estaba antes de la configuración, se conserva como %1.</translation>
    </message>
    <message>
        <source>cannot be put back: %1</source>
        <translation>no se puede restaurar: %1</translation>
    </message>
    <message>
        <source>is being changed by somebody else; try again</source>
        <translation>alguien lo está cambiando; inténtelo de nuevo</translation>
    </message>
    <message>
        <source>this is a link, or no folder; root follows none for others</source>
        <translation>es un enlace o no es una carpeta; root no sigue enlaces por cuenta de otros</translation>
    </message>
    <message>
        <source>others than root may change this folder; run: %1 and %2 on it</source>
        <translation>usuarios distintos de root pueden cambiar esta carpeta; ejecute: %1 y %2 sobre ella</translation>
    </message>
    <message>
        <source>this is no file of root&apos;s; run: %1 on it</source>
        <translation>este archivo no es de root; ejecute: %1 sobre él</translation>
    </message>
    <message>
        <source>this is a link to a file that Lanyard does not change as root</source>
        <translation>es un enlace a un archivo que Lanyard no cambia como root</translation>
    </message>
    <message>
        <source>a link leads here, and this is no file of root&apos;s</source>
        <translation>un enlace lleva hasta aquí y este archivo no es de root</translation>
    </message>
    <message>
        <source>Change what is the administrator&apos;s</source>
        <translation>Cambiar lo que es del administrador</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>no se cambió nada</translation>
    </message>
    <message>
        <source>the helper program of Lanyard is not installed</source>
        <translation>el programa auxiliar de Lanyard no está instalado</translation>
    </message>
    <message>
        <source>there is no pkexec on this computer, which asks for the password</source>
        <translation>en este equipo no está pkexec, que pide la contraseña</translation>
    </message>
    <message>
        <source>the helper program of Lanyard %1</source>
        <extracomment>%1 is what goes wrong with the program, such as &quot;does not answer in time&quot;.</extracomment>
        <translation>el programa auxiliar de Lanyard %1</translation>
    </message>
    <message>
        <source>the permission was not given</source>
        <translation>no se concedió el permiso</translation>
    </message>
    <message>
        <source>the helper program of Lanyard failed</source>
        <translation>el programa auxiliar de Lanyard falló</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>la solicitud</translation>
    </message>
    <message>
        <source>`%1` is another one: Lanyard and its helper do not belong together</source>
        <translation>`%1` no coincide: Lanyard y su programa auxiliar no son de la misma versión</translation>
    </message>
    <message>
        <source>this service is not root&apos;s</source>
        <translation>este servicio no es de root</translation>
    </message>
    <message>
        <source>the request is too long</source>
        <translation>la solicitud es demasiado larga</translation>
    </message>
    <message>
        <source>`%1` is no time</source>
        <translation>`%1` no es una marca de tiempo</translation>
    </message>
    <message>
        <source>the answer of the helper</source>
        <translation>la respuesta del programa auxiliar</translation>
    </message>
    <message>
        <source>this is no file that Lanyard changes as root with such content</source>
        <translation>no es un archivo que Lanyard cambie como root con ese contenido</translation>
    </message>
    <message>
        <source>this is no place for the authority of the cache</source>
        <translation>no es un lugar para la autoridad de la caché</translation>
    </message>
    <message>
        <source>this folder was not made for %1</source>
        <translation>esta carpeta no se creó para %1</translation>
    </message>
    <message>
        <source>`%1` is no absolute path</source>
        <translation>`%1` no es una ruta absoluta</translation>
    </message>
    <message>
        <source>`%1` has what is no absolute path</source>
        <translation>`%1` contiene algo que no es una ruta absoluta</translation>
    </message>
    <message>
        <source>a change of a file</source>
        <translation>un cambio de un archivo</translation>
    </message>
    <message>
        <source>a record of a file</source>
        <translation>una anotación sobre un archivo</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>un servicio</translation>
    </message>
    <message>
        <source>%1 does not run; it reads its files when it starts.</source>
        <translation>%1 no está en marcha; lee sus archivos al iniciarse.</translation>
    </message>
    <message>
        <source>`%1` failed: %2</source>
        <translation>`%1` falló: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reloaded or restarted from here, as there is no systemd that runs it. Run: %2</source>
        <translation>%1 no se puede recargar ni reiniciar desde aquí, porque ningún systemd lo ejecuta. Ejecute: %2</translation>
    </message>
    <message>
        <source>Docker Engine does not accept it: %1</source>
        <translation>Docker Engine no lo acepta: %1</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>los builds en curso</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>la API de Kubernetes de este nodo durante unos segundos, ningún pod</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>el agente de este nodo durante unos segundos, ningún pod</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>todos los contenedores y builds de Docker Desktop</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>Recargar %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>this</source>
        <extracomment>A file, what is wrong with it follows.</extracomment>
        <translation>este archivo</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>un cliente</translation>
    </message>
    <message>
        <source>a later version of Lanyard wrote it; use that one</source>
        <translation>lo escribió una versión posterior de Lanyard; use esa</translation>
    </message>
    <message>
        <source>what was set up on this computer cannot be read: %1</source>
        <translation>no se puede leer lo que se configuró en este equipo: %1</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>es demasiado</translation>
    </message>
    <message>
        <source>what is to be set up cannot be kept in mind: %1</source>
        <translation>no se puede guardar constancia de lo que se va a configurar: %1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be put aside: %1</source>
        <translation>está dañado y no se puede apartar: %1</translation>
    </message>
    <message>
        <source>it was written by a later Lanyard (schema %1, this one knows up to %2)</source>
        <extracomment>Of a database: each version of Lanyard knows schemas up to a number.</extracomment>
        <translation>lo escribió un Lanyard posterior (esquema %1; este conoce hasta el %2)</translation>
    </message>
    <message>
        <source>it was written by another Lanyard (schema %1)</source>
        <translation>lo escribió otro Lanyard (esquema %1)</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>el archivo es demasiado grande</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>el contenido del archivo es distinto</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>más de %1 bytes</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 bytes en vez de %2</translation>
    </message>
    <message>
        <source>the bytes have another digest</source>
        <translation>los bytes tienen otro digest</translation>
    </message>
    <message>
        <source>what is stored cannot be listed: %1</source>
        <translation>no se puede listar lo almacenado: %1</translation>
    </message>
    <message>
        <source>the data folder is not to be had: %1</source>
        <translation>la carpeta de datos no está disponible: %1</translation>
    </message>
    <message>
        <source>another folder is in the place of the data folder; is the disk mounted?</source>
        <translation>en el lugar de la carpeta de datos hay otra carpeta; ¿está montado el disco?</translation>
    </message>
    <message>
        <source>what is stored cannot be read: %1</source>
        <translation>no se puede leer lo almacenado: %1</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>el disco no responde</translation>
    </message>
    <message>
        <source>can be used again; clients are served</source>
        <extracomment>Of the folder in which the cache keeps what it has.</extracomment>
        <translation>se puede volver a usar; se atiende a los clientes</translation>
    </message>
    <message>
        <source>cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can</source>
        <extracomment>Of the same folder. %1: a time, %2: why</extracomment>
        <translation>no se puede usar desde %1: %2. Los clientes reciben 503 y acuden a otra parte hasta que se pueda</translation>
    </message>
    <message>
        <source>cannot be of %1 bytes with %2 here already</source>
        <translation>no puede ser de %1 bytes si aquí ya hay %2</translation>
    </message>
    <message>
        <source>cannot make the folder: %1</source>
        <translation>no se puede crear la carpeta: %1</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>no se puede abrir la carpeta: %1</translation>
    </message>
    <message>
        <source>the folder is not writable: %1</source>
        <translation>no se puede escribir en la carpeta: %1</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>cannot make the file: %1</source>
        <translation>no se puede crear el archivo: %1</translation>
    </message>
    <message>
        <source>cannot look at it: %1</source>
        <translation>no se puede examinar: %1</translation>
    </message>
    <message>
        <source>others may write in the folder, and so decide what is served; run: chmod 700 %1</source>
        <translation>otros pueden escribir en la carpeta y decidir así lo que se sirve; ejecute: chmod 700 %1</translation>
    </message>
    <message>
        <source>others on this computer may look into the folder; run: chmod 700 %1</source>
        <translation>otros usuarios de este equipo pueden mirar dentro de la carpeta; ejecute: chmod 700 %1</translation>
    </message>
    <message>
        <source>cannot ask for free space: %1</source>
        <translation>no se puede consultar el espacio libre: %1</translation>
    </message>
    <message>
        <source>cannot make it durable: %1</source>
        <translation>no se puede garantizar su persistencia en el disco: %1</translation>
    </message>
    <message>
        <source>cannot put it in place: %1</source>
        <translation>no se puede poner en su lugar: %1</translation>
    </message>
    <message>
        <source>cannot make its name durable: %1</source>
        <translation>no se puede garantizar la persistencia de su nombre en el disco: %1</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>no se puede escribir: %1</translation>
    </message>
    <message>
        <source>only its log is there</source>
        <translation>solo está su registro de transacciones</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>more changes than the disk can take; some are not in the index</source>
        <translation>más cambios de los que admite el disco; algunos no están en el índice</translation>
    </message>
    <message>
        <source>another file, or none, is in its place</source>
        <translation>en su lugar hay otro archivo o ninguno</translation>
    </message>
    <message>
        <source>it was damaged again (%1); it is written no more</source>
        <translation>se ha dañado de nuevo (%1); ya no se escribe más</translation>
    </message>
    <message>
        <source>the index was damaged: %1; it was put aside as %2 and written anew</source>
        <translation>el índice estaba dañado: %1; se apartó como %2 y se escribió de nuevo</translation>
    </message>
    <message>
        <source>the index is complete again</source>
        <translation>el índice vuelve a estar completo</translation>
    </message>
    <message>
        <source>the index cannot be opened: %1</source>
        <translation>no se puede abrir el índice: %1</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object: %1 at byte %2</source>
        <extracomment>%1: why, as said by the reader of JSON</extracomment>
        <translation>el manifiesto no es un objeto JSON: %1 en el byte %2</translation>
    </message>
    <message>
        <source>the manifest is an index and an image at once</source>
        <translation>el manifiesto es un índice y una imagen a la vez</translation>
    </message>
    <message>
        <source>the manifest has no media type</source>
        <translation>el manifiesto no tiene tipo de medio</translation>
    </message>
    <message>
        <source>the manifest names too many children</source>
        <translation>el manifiesto enumera demasiados elementos</translation>
    </message>
    <message>
        <source>cannot read what was kept of it: %1</source>
        <translation>no se puede leer lo que se guardó de él: %1</translation>
    </message>
    <message>
        <source>it is shorter</source>
        <translation>es más corto</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 de %2 bytes</translation>
    </message>
    <message>
        <source>%1 more do not fit: the capacity is %2, and %3 are in use</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>%1 más no caben: la capacidad es de %2 y están en uso %3</translation>
    </message>
    <message>
        <source>%1 more do not fit: the disk has %2 free, of which %3 are kept free</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>%1 más no caben: en el disco hay %2 libres, de los que se reservan %3</translation>
    </message>
    <message>
        <source>%1; it is not stored.</source>
        <translation>%1; no se almacena.</translation>
    </message>
    <message>
        <source>%1. What does not fit passes through, and is not stored.</source>
        <translation>%1. Lo que no cabe se transmite sin almacenarse.</translation>
    </message>
    <message>
        <source>There is room again: what is pulled is stored.</source>
        <translation>Vuelve a haber espacio: lo que se pida se almacena.</translation>
    </message>
    <message>
        <source>a check is running already</source>
        <translation>ya hay una comprobación en curso</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>tiene %1 bytes en vez de %2</translation>
    </message>
    <message>
        <source>the check was interrupted; the next continues it</source>
        <translation>la comprobación se interrumpió; la próxima la continuará</translation>
    </message>
    <message>
        <source>no memory to pass a blob through: %1</source>
        <translation>no hay memoria para transmitir un blob: %1</translation>
    </message>
    <message>
        <source>the index was missing, and is rebuilt from the files</source>
        <translation>faltaba el índice y se reconstruye a partir de los archivos</translation>
    </message>
    <message>
        <source>the index cannot be read, and is rebuilt from the files in memory</source>
        <translation>no se puede leer el índice y se reconstruye en memoria a partir de los archivos</translation>
    </message>
    <message>
        <source>it is rebuilt from the files</source>
        <translation>se reconstruye a partir de los archivos</translation>
    </message>
    <message>
        <source>%1; of %2 images in index.json, %3 are there</source>
        <extracomment>%1: what became of the index; %2 and %3: numbers of images</extracomment>
        <translation>%1; de las imágenes de index.json (%2) están presentes %3</translation>
    </message>
    <message>
        <source>what is there is served, and nothing is stored</source>
        <translation>lo que hay se sirve y no se almacena nada</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>no se almacenó</translation>
    </message>
    <message>
        <source>the file has another size</source>
        <translation>el archivo tiene otro tamaño</translation>
    </message>
    <message>
        <source>what is to be edited is not there</source>
        <translation>lo que se debe editar no está</translation>
    </message>
    <message>
        <source>expected an array: [ ]</source>
        <translation>se esperaba un array: [ ]</translation>
    </message>
    <message>
        <source>the key that is to be added is there already</source>
        <translation>la clave que se debe añadir ya existe</translation>
    </message>
    <message>
        <source>the whole document cannot be replaced</source>
        <translation>no se puede reemplazar el documento entero</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>no se puede eliminar el documento entero</translation>
    </message>
    <message>
        <source>JSON allows no comments</source>
        <translation>JSON no permite comentarios</translation>
    </message>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>el texto supera los %1 bytes</translation>
    </message>
    <message>
        <source>a byte order mark stands here, which JSON does not allow</source>
        <translation>aquí hay una marca de orden de bytes (BOM), que JSON no permite</translation>
    </message>
    <message>
        <source>nothing may stand behind the value</source>
        <translation>no puede haber nada después del valor</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>no es JSON: %1</translation>
    </message>
    <message>
        <source>the document has too many values</source>
        <translation>el documento tiene demasiados valores</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>el documento tiene demasiados niveles anidados</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>se esperaba una clave entre comillas dobles</translation>
    </message>
    <message>
        <source>expected : behind a key</source>
        <translation>se esperaba «:» tras una clave</translation>
    </message>
    <message>
        <source>expected , or %1</source>
        <translation>se esperaba «,» o «%1»</translation>
    </message>
    <message>
        <source>JSON allows no comma before %1</source>
        <translation>JSON no permite ninguna coma antes de «%1»</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>este texto no termina</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>se esperaba un valor</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>no es JSON: %1</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is at %2</source>
        <extracomment>%2 is a place: &quot;line 3, column 5&quot;.</extracomment>
        <translation>la clave %1 está repetida; la primera está en %2</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>supera los %1 bytes</translation>
    </message>
    <message>
        <source>a character that is only read in a text or in a comment</source>
        <translation>un carácter que solo se admite en un texto o en un comentario</translation>
    </message>
    <message>
        <source>more than %1 dots in one line</source>
        <translation>más de %1 puntos en una línea</translation>
    </message>
    <message>
        <source>this is there twice</source>
        <translation>está repetido</translation>
    </message>
    <message>
        <source>this is no TOML</source>
        <translation>no es TOML</translation>
    </message>
    <message>
        <source>this cannot be changed without a guess; please change it by hand</source>
        <translation>no se puede cambiar sin hacer conjeturas; cámbielo a mano</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>no existe ese valor</translation>
    </message>
    <message>
        <source>this does not have its lines for itself; please change it by hand</source>
        <translation>comparte sus líneas con otra cosa; cámbielo a mano</translation>
    </message>
    <message>
        <source>this table has no header of its own; please change it by hand</source>
        <translation>esta tabla no tiene cabecera propia; cámbiela a mano</translation>
    </message>
    <message>
        <source>there is such a key already</source>
        <translation>ya existe esa clave</translation>
    </message>
    <message>
        <source>there is no such table</source>
        <translation>no existe esa tabla</translation>
    </message>
    <message>
        <source>there is something else of this name already</source>
        <translation>ya existe otra cosa con ese nombre</translation>
    </message>
    <message>
        <source>this does not stand together with the rest of its table; please change it by hand</source>
        <translation>no está junto al resto de su tabla; cámbielo a mano</translation>
    </message>
    <message>
        <source>this alias stands inside its own value</source>
        <translation>este alias está dentro de su propio valor</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>una clave debe ser un texto</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is in line %2</source>
        <translation>la clave %1 está repetida; la primera está en la línea %2</translation>
    </message>
    <message>
        <source>this one counts</source>
        <translation>vale esta</translation>
    </message>
    <message>
        <source>&lt;&lt; needs a mapping, or a list of them</source>
        <translation>&lt;&lt; requiere un mapa o una lista de mapas</translation>
    </message>
    <message>
        <source>a byte here is no UTF-8</source>
        <translation>aquí hay un byte que no es UTF-8</translation>
    </message>
    <message>
        <source>a second document begins here; one is read</source>
        <translation>aquí empieza un segundo documento; solo se lee uno</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>no es YAML: %1</translation>
    </message>
    <message>
        <source>an alias (*) cannot be edited</source>
        <translation>un alias (*) no se puede editar</translation>
    </message>
    <message>
        <source>what has an anchor (&amp;) or a tag (!) cannot be edited</source>
        <translation>lo que tiene un ancla (&amp;) o una etiqueta (!) no se puede editar</translation>
    </message>
    <message>
        <source>a mapping with a merge key (&lt;&lt;) cannot be edited</source>
        <translation>un mapa con una clave de fusión (&lt;&lt;) no se puede editar</translation>
    </message>
    <message>
        <source>a text of several lines cannot be edited</source>
        <translation>un texto de varias líneas no se puede editar</translation>
    </message>
    <message>
        <source>a line that is indented with a tab cannot be edited</source>
        <translation>una línea sangrada con tabulador no se puede editar</translation>
    </message>
    <message>
        <source>a key cannot be added here</source>
        <translation>aquí no se puede añadir una clave</translation>
    </message>
    <message>
        <source>nothing can be added behind the end of the document</source>
        <translation>no se puede añadir nada tras el final del documento</translation>
    </message>
    <message>
        <source>an item cannot be added here</source>
        <translation>aquí no se puede añadir un elemento</translation>
    </message>
    <message>
        <source>an item cannot be added before this one</source>
        <translation>no se puede añadir un elemento antes de este</translation>
    </message>
    <message>
        <source>expected a mapping</source>
        <translation>se esperaba un mapa</translation>
    </message>
    <message>
        <source>what stands in brackets ({}) cannot get a text of several lines</source>
        <translation>lo que está entre llaves ({}) no admite un texto de varias líneas</translation>
    </message>
    <message>
        <source>expected nothing but spaces before this key</source>
        <translation>antes de esta clave solo se esperaban espacios</translation>
    </message>
    <message>
        <source>what stands here cannot be edited safely</source>
        <translation>lo que hay aquí no se puede editar de forma segura</translation>
    </message>
    <message>
        <source>this block is indented too far for its first line</source>
        <translation>este bloque tiene demasiada sangría para su primera línea</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>se volverá a intentar</translation>
    </message>
    <message>
        <source>It listens at %1 now</source>
        <translation>Ahora escucha en %1</translation>
    </message>
    <message>
        <source>there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----</source>
        <translation>no contiene ningún certificado: se esperaba PEM, que empieza por -----BEGIN CERTIFICATE-----</translation>
    </message>
    <message>
        <source>its certificate number %1 is damaged</source>
        <translation>su certificado número %1 está dañado</translation>
    </message>
    <message>
        <source>the key has a passphrase, for which nobody is here to ask: write it without one (openssl pkey -in KEY -out NEW), readable by this user only</source>
        <translation>la clave tiene una frase de contraseña y aquí no hay nadie a quien pedirla: escríbala sin ella (openssl pkey -in KEY -out NEW), de modo que solo este usuario pueda leerla</translation>
    </message>
    <message>
        <source>there is no private key in it: expected PEM, which begins with -----BEGIN PRIVATE KEY-----</source>
        <translation>no contiene ninguna clave privada: se esperaba PEM, que empieza por -----BEGIN PRIVATE KEY-----</translation>
    </message>
    <message>
        <source>put a new one there, which is taken in at once</source>
        <translation>ponga ahí uno nuevo; se usará de inmediato</translation>
    </message>
    <message>
        <source>the certificate has expired at %1: clients refuse it</source>
        <translation>el certificado caducó el %1: los clientes lo rechazan</translation>
    </message>
    <message>
        <source>the certificate holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right?</source>
        <translation>el certificado solo es válido a partir del %1: hasta entonces los clientes lo rechazan; ¿es correcto el reloj de este equipo?</translation>
    </message>
    <message>
        <source>the certificate expires at %1</source>
        <translation>el certificado caduca el %1</translation>
    </message>
    <message>
        <source>every user of this computer may use the key: %1</source>
        <translation>todos los usuarios de este equipo pueden usar la clave: %1</translation>
    </message>
    <message>
        <source>this is not the key of the first certificate in %1: the server&apos;s own has to be the first</source>
        <translation>no es la clave del primer certificado de %1: el del propio servidor debe ser el primero</translation>
    </message>
    <message>
        <source>the certificate cannot be used: %1</source>
        <translation>no se puede usar el certificado: %1</translation>
    </message>
    <message>
        <source>certificate number %1 cannot be used: %2</source>
        <translation>no se puede usar el certificado número %1: %2</translation>
    </message>
    <message>
        <source>a certificate cannot be used: %1</source>
        <translation>no se puede usar un certificado: %1</translation>
    </message>
    <message>
        <source>TLS cannot be had: out of memory</source>
        <translation>TLS no está disponible: memoria agotada</translation>
    </message>
    <message>
        <source>there is none to use yet</source>
        <translation>aún no hay ninguno que usar</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <extracomment>%1: a registry, or its token service; %2: the status of HTTP</extracomment>
        <translation>%1 respondió %2</translation>
    </message>
    <message>
        <source>%1 wants a password, and there is only an identity token</source>
        <translation>%1 requiere una contraseña y solo hay un token de identidad</translation>
    </message>
    <message>
        <source>its credential cannot be had: %1</source>
        <translation>no se puede obtener su credencial: %1</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <translation>%1 no responde a tiempo</translation>
    </message>
    <message>
        <source>the upstream&apos;s answer is too long</source>
        <translation>la respuesta del upstream es demasiado larga</translation>
    </message>
    <message>
        <source>its CA file has no certificate</source>
        <translation>su archivo de CA no contiene ningún certificado</translation>
    </message>
    <message>
        <source>the upstream client stops</source>
        <translation>el cliente de upstream se está deteniendo</translation>
    </message>
    <message>
        <source>not a path of a registry</source>
        <translation>no es una ruta de un registro</translation>
    </message>
    <message>
        <source>%1 sent a part of what was asked</source>
        <translation>%1 solo envió una parte de lo que se pidió</translation>
    </message>
    <message>
        <source>%1 redirects to what is no URL</source>
        <translation>%1 redirige a algo que no es una URL</translation>
    </message>
    <message>
        <source>%1 redirects from https to http</source>
        <translation>%1 redirige de https a http</translation>
    </message>
    <message>
        <source>%1 redirects too often</source>
        <translation>%1 redirige demasiadas veces</translation>
    </message>
    <message>
        <source>%1 redirects into a private network; redirectHosts of the upstream can allow %2</source>
        <extracomment>%1: a registry, %2: a host; redirectHosts is a setting.</extracomment>
        <translation>%1 redirige a una red privada; redirectHosts del upstream puede permitir %2</translation>
    </message>
    <message>
        <source>%1 redirects to a host that is not found</source>
        <translation>%1 redirige a un host que no se encuentra</translation>
    </message>
    <message>
        <source>%1 refuses the credential of %2</source>
        <extracomment>%1: a registry, or its token service; %2: the name of a user</extracomment>
        <translation>%1 rechaza la credencial de %2</translation>
    </message>
    <message>
        <source>%1 refuses the identity token</source>
        <extracomment>%1: a registry, or its token service</extracomment>
        <translation>%1 rechaza el token de identidad</translation>
    </message>
    <message>
        <source>the token service of %1</source>
        <extracomment>The subject of a sentence, such as &quot;%1 does not answer in time&quot;.</extracomment>
        <translation>el servicio de tokens de %1</translation>
    </message>
    <message>
        <source>too many requests wait for one token</source>
        <translation>demasiadas solicitudes esperan un mismo token</translation>
    </message>
    <message>
        <source>one that is no URL</source>
        <translation>uno que no es una URL</translation>
    </message>
    <message>
        <source>%1 names a foreign token realm: %2 %3; it is asked when it is one of tokenRealms</source>
        <extracomment>%1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.</extracomment>
        <translation>%1 indica un realm de tokens ajeno: %2 %3; se consulta si es uno de tokenRealms</translation>
    </message>
    <message>
        <source>its token answer is too long</source>
        <translation>su respuesta con el token es demasiado larga</translation>
    </message>
    <message>
        <source>%1 gave no token</source>
        <translation>%1 no dio ningún token</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 rechaza las conexiones</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole</source>
        <translation>%1 cerró la conexión antes de completar su respuesta</translation>
    </message>
    <message>
        <source>%1 is not a known host</source>
        <translation>%1 no es un host conocido</translation>
    </message>
    <message>
        <source>%1 does not accept a connection in time</source>
        <translation>%1 no acepta la conexión a tiempo</translation>
    </message>
    <message>
        <source>%1 cannot be reached without a password</source>
        <translation>no se puede acceder a %1 sin contraseña</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP</source>
        <translation>%1 no habla HTTP</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 no está accesible</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of its answer</source>
        <translation>%1 se detuvo en mitad de su respuesta</translation>
    </message>
    <message>
        <source>%1 cannot be trusted, TLS failed: %2</source>
        <translation>%1 no es de confianza, TLS falló: %2</translation>
    </message>
    <message>
        <source>%1 sent %2 of %3 bytes</source>
        <translation>%1 envió %2 de %3 bytes</translation>
    </message>
    <message>
        <source>%1 (through the proxy %2)</source>
        <extracomment>%1: what is wrong, such as &quot;quay.io cannot be reached&quot;; %2: a host and a port</extracomment>
        <translation>%1 (a través del proxy %2)</translation>
    </message>
    <message>
        <source>%1 is not an upstream any more</source>
        <translation>%1 ya no es un upstream</translation>
    </message>
    <message>
        <source>%1 is not asked: Lanyard is set to work offline</source>
        <translation>no se consulta %1: Lanyard está configurado para trabajar sin conexión</translation>
    </message>
    <message>
        <source>%1 answered %2, as no registry does</source>
        <translation>%1 respondió %2, algo que no hace ningún registro</translation>
    </message>
    <message>
        <source>the mirrors of BuildKit</source>
        <translation>los mirrors de BuildKit</translation>
    </message>
    <message>
        <source>The builder %1 keeps what it was made with. With the lines below it is made again, and keeps its cache; further nodes, and platforms and flags of its own, have to be given again.</source>
        <translation>El builder %1 conserva los ajustes con los que se creó. Con las líneas siguientes se crea de nuevo y conserva su caché; los demás nodos, y las plataformas y opciones propias, hay que volver a indicarlos.</translation>
    </message>
    <message>
        <source>Make the builder %1 again</source>
        <translation>Crear de nuevo el builder %1</translation>
    </message>
    <message>
        <source>%1 starts its builder again at the next build; builds that run then end.</source>
        <translation>%1 reinicia su builder en el próximo build; los builds en curso terminan entonces.</translation>
    </message>
    <message>
        <source>The mirrors of BuildKit</source>
        <translation>Los mirrors de BuildKit</translation>
    </message>
    <message>
        <source>GitHub Actions: a step for runners that reach the cache</source>
        <translation>GitHub Actions: un paso para runners que llegan a la caché</translation>
    </message>
    <message>
        <source>Start BuildKit with it</source>
        <translation>Iniciar BuildKit con él</translation>
    </message>
    <message>
        <source>The mirrors of builders that are made from now on</source>
        <translation>Los mirrors de los builders que se creen a partir de ahora</translation>
    </message>
    <message>
        <source>Make a builder</source>
        <translation>Crear un builder</translation>
    </message>
    <message>
        <source>Make a builder again (NAME) that is there; its cache stays</source>
        <translation>Crear de nuevo un builder existente (NAME); su caché se conserva</translation>
    </message>
    <message>
        <source>Restart BuildKit; builds that run end</source>
        <translation>Reiniciar BuildKit; los builds en curso terminan</translation>
    </message>
    <message>
        <source>Restart a rootless BuildKit, whose file is ~/.config/buildkit/buildkitd.toml</source>
        <translation>Reiniciar un BuildKit rootless, cuyo archivo es ~/.config/buildkit/buildkitd.toml</translation>
    </message>
    <message>
        <source>Start its BuildKit again; builds that run end</source>
        <translation>Reiniciar su BuildKit; los builds en curso terminan</translation>
    </message>
    <message>
        <source>it is not Lanyard, or a much older one</source>
        <translation>no es Lanyard o es uno mucho más antiguo</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or has no TLS there</source>
        <translation>cierra la conexión sin responder: no atiende la dirección de este equipo o no usa TLS ahí</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or wants TLS there</source>
        <translation>cierra la conexión sin responder: no atiende la dirección de este equipo o requiere TLS ahí</translation>
    </message>
    <message>
        <source>does not take a connection in time</source>
        <translation>no acepta la conexión a tiempo</translation>
    </message>
    <message>
        <source>says more than Lanyard would</source>
        <translation>responde más de lo que respondería Lanyard</translation>
    </message>
    <message>
        <source>it wants a user and a password</source>
        <translation>requiere usuario y contraseña</translation>
    </message>
    <message>
        <source>it refuses this user or this password</source>
        <translation>rechaza este usuario o esta contraseña</translation>
    </message>
    <message>
        <source>it does not serve the address of this computer</source>
        <translation>no atiende la dirección de este equipo</translation>
    </message>
    <message>
        <source>it is in trouble, and serves nobody now</source>
        <translation>tiene problemas y ahora no atiende a nadie</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>no hay ningún host con ese nombre</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>ahí no escucha nada</translation>
    </message>
    <message>
        <source>its certificate is not trusted: %1</source>
        <translation>su certificado no es de confianza: %1</translation>
    </message>
    <message>
        <source>`ctr` reads these files only with --hosts-dir %1.</source>
        <translation>`ctr` solo lee estos archivos con --hosts-dir %1.</translation>
    </message>
    <message>
        <source>Where containerd 2 looks, beside what is there</source>
        <translation>Donde busca containerd 2, junto a lo que ya hay</translation>
    </message>
    <message>
        <source>In its place for containerd 1</source>
        <translation>En su lugar, para containerd 1</translation>
    </message>
    <message>
        <source>Restart containerd, in a terminal of an administrator</source>
        <translation>Reiniciar containerd, en una terminal de administrador</translation>
    </message>
    <message>
        <source>A cluster that runs: copy them into its nodes</source>
        <translation>Un clúster en marcha: copiarlos a sus nodos</translation>
    </message>
    <message>
        <source>Only containerd 1, beside what is there: where its CRI looks</source>
        <translation>Solo containerd 1, junto a lo que ya hay: donde busca su CRI</translation>
    </message>
    <message>
        <source>Only containerd 1: restart it</source>
        <translation>Solo containerd 1: reiniciarlo</translation>
    </message>
    <message>
        <source>A pull by hand needs the folder</source>
        <translation>Un pull a mano necesita la carpeta</translation>
    </message>
    <message>
        <source>The mirrors of `nerdctl build`</source>
        <translation>Los mirrors de `nerdctl build`</translation>
    </message>
    <message>
        <source>A new cluster: its configuration</source>
        <translation>Un clúster nuevo: su configuración</translation>
    </message>
    <message>
        <source>Only kind before 0.27, and its configuration has this, too</source>
        <translation>Solo kind anterior a 0.27; su configuración también lleva esto</translation>
    </message>
    <message>
        <source>Make the cluster</source>
        <translation>Crear el clúster</translation>
    </message>
    <message>
        <source>The mirrors, on each node</source>
        <translation>Los mirrors, en cada nodo</translation>
    </message>
    <message>
        <source>Restart a server; its containers go on</source>
        <translation>Reiniciar un servidor; sus contenedores siguen en marcha</translation>
    </message>
    <message>
        <source>Restart an agent; its containers go on</source>
        <translation>Reiniciar un agente; sus contenedores siguen en marcha</translation>
    </message>
    <message>
        <source>k3d: a cluster with that file</source>
        <translation>k3d: un clúster con ese archivo</translation>
    </message>
    <message>
        <source>%1 was not found on this computer</source>
        <translation>%1 no se encontró en este equipo</translation>
    </message>
    <message>
        <source>Keep the set-up of before in mind</source>
        <translation>Guardar constancia de la configuración anterior</translation>
    </message>
    <message>
        <source>It logs in at the cache, and its password is not kept: if this fails, it has to be set up again.</source>
        <translation>Inicia sesión en la caché y su contraseña no se guarda: si esto falla, hay que configurarlo de nuevo.</translation>
    </message>
    <message>
        <source>it is set up as before</source>
        <translation>está configurado como antes</translation>
    </message>
    <message>
        <source>its set-up of before is paused, and what was not restarted since may still go by it: %1</source>
        <translation>su configuración anterior está en pausa, y lo que no se haya reiniciado desde entonces puede seguir usándola: %1</translation>
    </message>
    <message>
        <source>See that Docker Engine takes the mirror up</source>
        <translation>Comprobar que Docker Engine adopta el mirror</translation>
    </message>
    <message>
        <source>Its set-up had been interrupted: it is undone, and does not come back when the others are resumed.</source>
        <translation>Su configuración se había interrumpido: se deshace y no vuelve cuando se reanudan las demás.</translation>
    </message>
    <message>
        <source>it logs in at the cache, and its password is not kept: set it up again</source>
        <translation>inicia sesión en la caché y su contraseña no se guarda: configúrelo de nuevo</translation>
    </message>
    <message>
        <source>This Docker Engine has mirrors for docker.io only.</source>
        <translation>Este Docker Engine solo admite mirrors para docker.io.</translation>
    </message>
    <message>
        <source>With its graph drivers, `docker pull` has mirrors for docker.io only; `docker build` has them for all.</source>
        <translation>Con sus graph drivers, `docker pull` solo admite mirrors para docker.io; `docker build` los admite para todos.</translation>
    </message>
    <message>
        <source>To pull from %1 through the cache, write %2/... in place of %1/...</source>
        <translation>Para hacer pull de %1 a través de la caché, escriba %2/... en lugar de %1/...</translation>
    </message>
    <message>
        <source>With its graph drivers, Docker Engine logs in at a mirror with the login of Docker Hub only: unless that is the same, it pulls past a cache that wants a login. Let the cache tell its clients by their addresses instead.</source>
        <translation>Con sus graph drivers, Docker Engine solo inicia sesión en un mirror con las credenciales de Docker Hub: si no son las mismas, hace pull sin pasar por una caché que requiera inicio de sesión. En ese caso, haga que la caché distinga a sus clientes por sus direcciones.</translation>
    </message>
    <message>
        <source>the mirror of Docker Hub</source>
        <translation>el mirror de Docker Hub</translation>
    </message>
    <message>
        <source>The mirror of docker.io for Docker Engine of any version</source>
        <translation>El mirror de docker.io para Docker Engine de cualquier versión</translation>
    </message>
    <message>
        <source>GitLab: Docker in Docker</source>
        <translation>GitLab: Docker in Docker</translation>
    </message>
    <message>
        <source>GitLab Runner: Docker in Docker reads the certs.d of its host</source>
        <translation>GitLab Runner: Docker in Docker lee el certs.d de su host</translation>
    </message>
    <message>
        <source>%1 for Docker Engine 28 and later</source>
        <extracomment>%1: a title, such as &quot;The mirror of ghcr.io&quot;</extracomment>
        <translation>%1 para Docker Engine 28 y posteriores</translation>
    </message>
    <message>
        <source>In its place for Docker Engine up to 27, whose `docker build` needs more</source>
        <translation>En su lugar, para Docker Engine hasta la versión 27, cuyo `docker build` necesita más</translation>
    </message>
    <message>
        <source>Reload Docker Engine; nothing is interrupted</source>
        <translation>Recargar Docker Engine; no se interrumpe nada</translation>
    </message>
    <message>
        <source>Reload a rootless Docker Engine, whose files are in ~/.config/docker</source>
        <translation>Recargar un Docker Engine rootless, cuyos archivos están en ~/.config/docker</translation>
    </message>
    <message>
        <source>Trust it, in a terminal of an administrator</source>
        <translation>Confiar en él, en una terminal de administrador</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Confiar en él</translation>
    </message>
    <message>
        <source>Restart Docker Desktop; its containers stop meanwhile</source>
        <translation>Reiniciar Docker Desktop; sus contenedores se detienen mientras tanto</translation>
    </message>
    <message>
        <source>Docker in the node: docker.io only; the node is made anew, and loses what is in it</source>
        <translation>Docker en el nodo: solo docker.io; el nodo se crea de nuevo y pierde su contenido</translation>
    </message>
    <message>
        <source>%1 (containerd in the node)</source>
        <translation>%1 (containerd en el nodo)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>The mirror of docker.io; `colima start --edit` opens it, too</source>
        <translation>El mirror de docker.io; `colima start --edit` también lo abre</translation>
    </message>
    <message>
        <source>Restart Colima; its containers stop meanwhile</source>
        <translation>Reiniciar Colima; sus contenedores se detienen mientras tanto</translation>
    </message>
    <message>
        <source>the mirrors of this node</source>
        <translation>los mirrors de este nodo</translation>
    </message>
    <message>
        <source>This is one node: each node of a cluster has such a file.</source>
        <translation>Este es un solo nodo: cada nodo de un clúster tiene un archivo así.</translation>
    </message>
    <message>
        <source>Docker Engine was reloaded and goes on without the mirror; its log says why</source>
        <translation>Docker Engine se recargó y sigue sin el mirror; su log indica el motivo</translation>
    </message>
    <message>
        <source>Only root may read %1: that is taken to be as it was set up. To have it written anew, such as for another password, undo the set-up first.</source>
        <translation>Solo root puede leer %1: se supone que está tal como se configuró. Para que se escriba de nuevo, por ejemplo con otra contraseña, deshaga antes la configuración.</translation>
    </message>
    <message>
        <source>What it needs in %1 is in the plan of %2, which has the same file: do that first.</source>
        <translation>Lo que necesita en %1 está en el plan de %2, que usa el mismo archivo: haga eso primero.</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>solo root puede leerlo</translation>
    </message>
    <message>
        <source>CRI-O does not read what `podman login` keeps: put the login for %1 into the file that global_auth_file in /etc/crio/crio.conf names, which has the form of Docker&apos;s config.json.</source>
        <translation>CRI-O no lee lo que guarda `podman login`: ponga el inicio de sesión en %1 en el archivo que indica global_auth_file en /etc/crio/crio.conf, que tiene la forma del config.json de Docker.</translation>
    </message>
    <message>
        <source>the mirrors of CRI-O</source>
        <translation>los mirrors de CRI-O</translation>
    </message>
    <message>
        <source>the mirrors of Podman, Buildah and Skopeo</source>
        <translation>los mirrors de Podman, Buildah y Skopeo</translation>
    </message>
    <message>
        <source>The mirrors of Podman, Buildah, Skopeo and CRI-O</source>
        <translation>Los mirrors de Podman, Buildah, Skopeo y CRI-O</translation>
    </message>
    <message>
        <source>Copy them into the machine of Podman</source>
        <translation>Copiarlos a la máquina de Podman</translation>
    </message>
    <message>
        <source>Only CRI-O: reload it; nothing is interrupted</source>
        <translation>Solo CRI-O: recargarlo; no se interrumpe nada</translation>
    </message>
    <message>
        <source>The cache answers</source>
        <translation>La caché responde</translation>
    </message>
    <message>
        <source>The manifest is asked for at the cache</source>
        <translation>Se pide el manifiesto a la caché</translation>
    </message>
    <message>
        <source>The content is asked for at the cache</source>
        <translation>Se pide el contenido a la caché</translation>
    </message>
    <message>
        <source>The probe image is removed</source>
        <translation>Se elimina la imagen de prueba</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>un programa sin nombre</translation>
    </message>
    <message>
        <source>%1, as %2, from %3</source>
        <extracomment>Who asked: %1: a program; %2: the form of its request, a word; %3: an address</extracomment>
        <translation>%1, como %2, desde %3</translation>
    </message>
    <message>
        <source>The cache cannot be asked: %1.</source>
        <translation>No se puede consultar la caché: %1.</translation>
    </message>
    <message>
        <source>The cache at %1 does not mirror %2: add it there as an upstream.</source>
        <extracomment>%1: an address; %2: a registry</extracomment>
        <translation>La caché en %1 no es mirror de %2: añádalo ahí como upstream.</translation>
    </message>
    <message>
        <source>%1 pulls %2</source>
        <extracomment>%1: a program; %2: an image</extracomment>
        <translation>%1 hace pull de %2</translation>
    </message>
    <message>
        <source>cannot pull: there is no program %1 here</source>
        <translation>no se puede hacer pull: aquí no está el programa %1</translation>
    </message>
    <message>
        <source>cannot pull: %1</source>
        <translation>no se puede hacer pull: %1</translation>
    </message>
    <message>
        <source>The cache at %1 does not answer any more: what arrived there is not known.</source>
        <translation>La caché en %1 ya no responde: no se sabe lo que llegó ahí.</translation>
    </message>
    <message>
        <source>dockerd has not reloaded its configuration since, its command line names another mirror, or it asks a proxy for the cache (no-proxy lacks this address).</source>
        <translation>dockerd no ha recargado su configuración desde entonces, su línea de comandos indica otro mirror o accede a la caché a través de un proxy (falta esta dirección en no-proxy).</translation>
    </message>
    <message>
        <source>A builder reads its configuration when it is created: remove it and create it anew, with the configuration.</source>
        <translation>Un builder lee su configuración al crearse: elimínelo y créelo de nuevo con la configuración.</translation>
    </message>
    <message>
        <source>buildkitd reads its configuration when it starts: restart it. For a cache without TLS its own table needs http = true.</source>
        <translation>buildkitd lee su configuración al iniciarse: reinícielo. Para una caché sin TLS, su propia tabla necesita http = true.</translation>
    </message>
    <message>
        <source>Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE keeps it), does not reach this address from its container, or lacks http = true in the table of the cache.</source>
        <translation>Su builder aún funciona con la configuración anterior (EARTHLY_NO_BUILDKIT_UPDATE la conserva), no llega a esta dirección desde su contenedor o le falta http = true en la tabla de la caché.</translation>
    </message>
    <message>
        <source>Its hosts.toml is not in the folder that it reads (config_path, hosts_dir), or it asks a proxy for the cache.</source>
        <translation>Su hosts.toml no está en la carpeta que lee (config_path, hosts_dir) o accede a la caché a través de un proxy.</translation>
    </message>
    <message>
        <source>CRI-O has not reloaded its configuration since, or a later file in registries.conf.d has the word.</source>
        <translation>CRI-O no ha recargado su configuración desde entonces o prevalece un archivo posterior de registries.conf.d.</translation>
    </message>
    <message>
        <source>Another file has the word: a registries.conf of the user hides those of the system, and a later file in registries.conf.d those before it.</source>
        <translation>Prevalece otro archivo: un registries.conf del usuario oculta los del sistema, y un archivo posterior de registries.conf.d, los anteriores.</translation>
    </message>
    <message>
        <source>It reads registries.yaml when it starts: restart it on this node.</source>
        <translation>Lee registries.yaml al iniciarse: reinícielo en este nodo.</translation>
    </message>
    <message>
        <source>It takes its configuration along when its machine is made or started: start it anew.</source>
        <translation>Adopta su configuración cuando se crea o se inicia su máquina: iníciela de nuevo.</translation>
    </message>
    <message>
        <source>%1 is another computer for it, as it runs in a container or machine of its own: give the cache&apos;s address in the network.</source>
        <extracomment>%1: an address; it: a program</extracomment>
        <translation>%1 es para él otro equipo, pues se ejecuta en un contenedor o una máquina propios: indique la dirección de la caché en la red.</translation>
    </message>
    <message>
        <source>The cache wants a login: this client may have none for %1.</source>
        <translation>La caché requiere inicio de sesión: puede que este cliente no tenga credenciales para %1.</translation>
    </message>
    <message>
        <source>Docker with its classic image store uses mirrors for docker.io alone: pull %1/%2/IMAGE instead of %2/IMAGE.</source>
        <extracomment>IMAGE stands for any image; %1: the address of the cache; %2: a registry</extracomment>
        <translation>Docker con su almacén de imágenes clásico solo usa mirrors para docker.io: haga pull de %1/%2/IMAGE en lugar de %2/IMAGE.</translation>
    </message>
    <message>
        <source>It is not set up for the cache yet.</source>
        <translation>Aún no está configurado para la caché.</translation>
    </message>
    <message>
        <source>It is set up for another mirror: %1.</source>
        <translation>Está configurado para otro mirror: %1.</translation>
    </message>
    <message>
        <source>Likely reasons: %1</source>
        <translation>Motivos probables: %1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 falló.</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1: a program; %2: what it said</extracomment>
        <translation>%1 falló: %2</translation>
    </message>
    <message>
        <source>This user may not let %1 pull. In a terminal: %2</source>
        <extracomment>%1: a program; %2: a command</extracomment>
        <translation>Este usuario no puede hacer que %1 haga pull. En una terminal: %2</translation>
    </message>
    <message>
        <source>No request for the probe image arrived at %1: %2 does not pull %3 through the cache. %4</source>
        <extracomment>%1: an address; %2: a program; %3: a registry; %4: sentences that say why</extracomment>
        <translation>No llegó a %1 ninguna solicitud de la imagen de prueba: %2 no hace pull de %3 a través de la caché. %4</translation>
    </message>
    <message>
        <source>The manifest was asked for at the cache, the content was not.</source>
        <translation>Se pidió el manifiesto a la caché, pero no el contenido.</translation>
    </message>
    <message>
        <source>%1 is content all the same: it had it already, or got it from elsewhere.</source>
        <extracomment>%1: a program</extracomment>
        <translation>%1 terminó sin errores de todos modos: ya lo tenía o lo obtuvo de otra parte.</translation>
    </message>
    <message>
        <source>All of the probe image was asked for at the cache, and yet %1</source>
        <extracomment>%1: a clause, such as &quot;Podman failed: (what it said)&quot;</extracomment>
        <translation>Se pidió a la caché toda la imagen de prueba y, aun así, %1</translation>
    </message>
    <message>
        <source>would become something else than was shown; look at the changes again before they are made</source>
        <translation>quedaría distinto de lo que se mostró; revise de nuevo los cambios antes de aplicarlos</translation>
    </message>
    <message>
        <source>more would be reloaded or restarted than was shown; look at the changes again before they are made</source>
        <translation>se recargaría o reiniciaría más de lo que se mostró; revise de nuevo los cambios antes de aplicarlos</translation>
    </message>
    <message>
        <source>what the certificate of the cache is trusted by</source>
        <translation>lo que permite confiar en el certificado de la caché</translation>
    </message>
    <message>
        <source>the mirror of %1</source>
        <translation>el mirror de %1</translation>
    </message>
    <message>
        <source>The mirror of %1</source>
        <translation>El mirror de %1</translation>
    </message>
    <message>
        <source>The certificate that the cache is trusted by</source>
        <translation>El certificado que permite confiar en la caché</translation>
    </message>
    <message>
        <source>Log in at the cache</source>
        <translation>Iniciar sesión en la caché</translation>
    </message>
    <message>
        <source>The login at the cache, beside others that are there</source>
        <translation>El inicio de sesión en la caché, junto a los que ya hay</translation>
    </message>
    <message>
        <source>What to write for BASE64</source>
        <extracomment>BASE64 stands so in the texts before</extracomment>
        <translation>Qué escribir en lugar de BASE64</translation>
    </message>
    <message>
        <source>%1 (in WSL)</source>
        <translation>%1 (en WSL)</translation>
    </message>
    <message>
        <source>%1 (in the virtual machine)</source>
        <translation>%1 (en la máquina virtual)</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1 (FILE is the certificate of the authority of the cache); to take it back: %2</source>
        <extracomment>FILE stands so in %1</extracomment>
        <translation>Para hacerlo en una terminal, ejecute: %1 (FILE es el certificado de la autoridad de la caché); para retirarlo: %2</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1; to take it back: %2</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>Para hacerlo en una terminal, ejecute: %1; para retirarlo: %2</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>advertencia: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1, rootless</source>
        <translation>%1, rootless</translation>
    </message>
    <message>
        <source>Docker Buildx, new builders</source>
        <translation>Docker Buildx, builders nuevos</translation>
    </message>
    <message>
        <source>Docker Buildx builder %1</source>
        <translation>Builder de Docker Buildx %1</translation>
    </message>
    <message>
        <source>Colima profile %1</source>
        <translation>Perfil de Colima %1</translation>
    </message>
    <message>
        <source>kind cluster %1</source>
        <translation>Clúster de kind %1</translation>
    </message>
    <message>
        <source>minikube profile %1</source>
        <translation>Perfil de minikube %1</translation>
    </message>
    <message>
        <source>`%1` is no message, or too long</source>
        <translation>`%1` no es un mensaje o es demasiado largo</translation>
    </message>
    <message>
        <source>A note that came cannot be shown.</source>
        <translation>No se puede mostrar una nota que ha llegado.</translation>
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
        <translation>no está</translation>
    </message>
    <message>
        <source>revalidate always</source>
        <extracomment>How long a tag holds: at every request the registry is asked whether it still does</extracomment>
        <translation>revalidar siempre</translation>
    </message>
    <message>
        <source>immutable</source>
        <extracomment>How long a tag holds: the registry is never asked again</extracomment>
        <translation>inmutable</translation>
    </message>
    <message>
        <source>%1, stretched from %2</source>
        <extracomment>How long a tag holds, and how long its rule says; times such as 20m</extracomment>
        <translation>%1, alargado desde %2</translation>
    </message>
    <message>
        <source>no rule</source>
        <extracomment>In the place of a tag rule: there is none for this tag</extracomment>
        <translation>ninguna regla</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>Exportar solicitudes</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Líneas JSON (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Línea de solicitud</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>Upstream indicado</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>La etiqueta designaba</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>No todos pueden leer este repositorio en el upstream.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>Hasta el inicio de la respuesta</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferencia</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>Cabecera de la solicitud</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>Antes de /v2/ en la ruta</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>Con ?ns=, como hace containerd</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>Con el nombre de host</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>En el nombre de la imagen</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>No indicado: el predeterminado</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Pull</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>Cuentan como un solo pull las solicitudes que el mismo programa del mismo cliente hizo para el mismo repositorio sin una pausa larga.</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>Solicitado al upstream</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>Token de %1</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>Nada que aún se conozca. Las solicitudes más recientes a los upstreams se conservan mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>Durante esta solicitud y para lo que indica; otras que querían lo mismo lo comparten.</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1: el archivo no existe</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1: no es un archivo</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1: es demasiado largo</translation>
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
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>In the last 24 hours: requests %1 · pulls saved %2</source>
        <translation>En las últimas 24 horas: solicitudes %1 · pulls ahorrados %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>En los últimos 31 días: solicitudes %1 · pulls ahorrados %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · mínimo de pulls restantes %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1: solicitudes %2 · pulls ahorrados %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>Imagen para una plataforma</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>Índice de imágenes para varias plataformas</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>Artefacto</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Adjunto</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>Plataforma desconocida</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>Parcial, %1 %</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>Clientes de confianza, hasta saber que es pública</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>Clientes de confianza: es privada</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>Clientes de confianza: su registro ha retirado el acceso</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>Sin etiqueta, %1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Configuración %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privada</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>más nueva en el upstream</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>1 repositorio</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>%n repositorio</numerusform>
            <numerusform>%n repositorios</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Sin descargar</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Almacenada</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>Pulls</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartida con</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>A quién se atiende</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>Clientes de confianza</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>L&amp;os clientes deben iniciar sesión</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>Archivo de usuarios</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Atender a:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>Todos los clientes atendidos</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>Imágenes privadas para:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>Lo que solo sus propias credenciales pueden leer en un registro. Los clientes que han iniciado sesión son de confianza.</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>Clientes de confianza:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>Inicio de sesión:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>Archivo de usuarios:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>Cualquiera puede acceder por HTTP sin cifrar: las contraseñas se pueden leer en tránsito. Cifre la dirección en «Red».</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>Cualquiera que llegue a este equipo puede hacer pull de él por HTTP sin cifrar. Si es accesible desde internet, elija redes privadas, o TLS e inicio de sesión.</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>Indique la ruta completa de un archivo, desde / o ~/.</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>Como lo escribe `htpasswd -B`; puede cambiar en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>&amp;Pausar en este equipo</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>&amp;Reanudar en este equipo</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>Retira la configuración hasta que la reanude: así, fuera de la red de la caché, los pulls no esperan en vano</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>Vuelve a escribir la configuración</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nada requiere atención.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>L&amp;os clientes deben iniciar sesión</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>Certificado de su autoridad</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>&amp;Iniciar la caché</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>&amp;Qué caché:</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>Usuari&amp;o:</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>Co&amp;ntraseña:</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>Arc&amp;hivo de CA:</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>Para imágenes de:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>Este equipo (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Consultando %1…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>No escucha en ninguna dirección: indíquele una en «Ajustes».</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>La caché de este equipo está detenida.</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>Indique dónde está, por ejemplo, 192.168.0.80:5000 o https://cache.example.com.</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>Esto no es una dirección; 192.168.0.80:5000 y https://cache.example.com sí lo son.</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>Solo es accesible desde este equipo: los builders en contenedores y otras máquinas no llegan a ella. Haga que sirva a su red en «Ajustes».</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>Responde: Lanyard %1.</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>Elija al menos un registro.</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>Este equipo, una caché usada antes o la dirección de otra</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>Responde, pero no replica ningún registro: añada allí un upstream o active uno.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>Configurar %1</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>Mostrar cambios: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Aplicar: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Probar: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Deshacer: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>Ocultar cambios</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Mostrar cambios</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Pide a</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Servido</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última vez</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>Según «Acceso»</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>Redes privadas</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>Nadie más</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>Estas direcciones y redes</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1: direcciones y redes</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>Indique una dirección o una red, como 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>«%1» no es una dirección ni una red; 10.0.0.0/8 sí lo es.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>&amp;Mostrar sus solicitudes</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>Aún nadie ha consultado la caché. Aquí aparece quién hace pull a través de ella y lo que no se le pudo dar.</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>Clientes de la caché</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>%n cliente desde el inicio del programa</numerusform>
            <numerusform>%n clientes desde el inicio del programa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CloseQuestion</name>
    <message>
        <source>Close Lanyard</source>
        <translation>Cerrar Lanyard</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>¿Mantener la caché en marcha en la bandeja?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>Salir la detiene: los clientes harán pull de otro sitio.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Mantener en marcha</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>&amp;Buscar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>&amp;Fragmentos…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>O&amp;tro equipo…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>Buscar de nuevo clientes en este equipo</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>Qué escribir en otros equipos</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>Probar un cliente en otro equipo</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>Clientes de este equipo</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Buscando clientes…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>No se ha encontrado aquí ningún programa que haga pull de imágenes: se reconocen Docker, Podman, Earthly, BuildKit, containerd y otros. «Fragmentos» muestra qué escribir en otros equipos.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>Copiar al portapapeles</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>&amp;No importadas:</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>Importar credenciales</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>&amp;Archivo de Docker o Podman:</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Elegir un archivo de Docker o Podman</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>Examinando su contenido</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>Importando</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>Se im&amp;portarán:</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>Impor&amp;tadas:</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>Credenciales del archivo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Guardada en</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>Ce&amp;rrar sesión…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Im&amp;portar de Docker…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Importar lo que Docker o Podman tienen para los upstreams</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>Sin credenciales: los upstreams se consultan de forma anónima. Inicie sesión para hacer pull de lo privado y, en Docker Hub, para hacer más pulls, o importe las de Docker.</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>Está en el archivo de configuración y se borra de él</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>Olvidar esta credencial</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>¿Cerrar la sesión en %1?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>Se olvidará la credencial; para volver a usarla necesitará su contraseña.</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>Ya no se le pedirá al auxiliar; lo que este guarda se conserva.</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lectores</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>No se está descargando nada del upstream.</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>Descargas en curso</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>Descargas (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>Lo que el archivo de configuración indica sobre %1 surtirá efecto al reiniciar la caché. Antes terminarán las transferencias en curso.</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>Lanyard termina cuando acabe la configuración de este equipo, para que nada quede a medias. Salga otra vez para terminar de inmediato.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>Escribiendo %1 solicitudes</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 solicitudes están en %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>Tasa de aciertos</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>Descarga evitada</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servido a clientes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Descargado del upstream</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>Desde el inicio del programa</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Desde siempre</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>C&amp;ifras</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>Aciertos %1 · fallos %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>%1 de lo servido</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>Por la red local</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>Por internet</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Con error %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>&amp;Iniciar la caché</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Haga que Docker la use para sus pulls: ponga esto en /etc/docker/daemon.json y reinícielo.</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>Con&amp;figurar este equipo…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>Haga pull de una imagen a través de ella y véala llegar aquí.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>Configurar este equipo</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>Tres pasos hasta el primer pull</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>Hecho: sirve en %1.</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>Sirve a este equipo y a las máquinas de su red.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>&amp;Probar este equipo</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker, Podman, Earthly y otros: usted ve lo que cambiaría y se hace cuando lo acepta.</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>Cada cliente hace un pull de una imagen diminuta a través de la caché, y usted la ve llegar.</translation>
    </message>
    <message>
        <source>Done: the test pull arrived. Now pull an image, and it is kept.</source>
        <translation>Hecho: el pull de prueba ha llegado. Haga ahora pull de una imagen y se conservará.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>Evolución de solicitudes y pulls ahorrados</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>&amp;Copiar comando de pull</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>P&amp;recargar…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>Descargar imágenes antes de que las pida un cliente</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>&amp;Buscar más nuevas en el upstream</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>&amp;Fijar</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>Conservar las imágenes seleccionadas, sea cual sea el espacio</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Desfijar</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>Mostrar qué libera eliminar las imágenes seleccionadas y eliminarlas</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>En otros equipos</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>Solo el nombre, para clientes que usan la caché como mirror</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>Fijando</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>Desfijando</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>Fijado: %1.</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>Ya sin fijar: %1.</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>Una imagen sin etiqueta no puede ser más nueva en el upstream.</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>Consultando el upstream</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>Consultado el upstream para %1; más nuevas: %2.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>No se pudo hacer: %1. %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>Ele&amp;gir…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>Exportar imágenes</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Lo leen Podman, Docker y skopeo. Contiene todas las plataformas completas en la caché.</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>Archivo tar</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>Imágenes:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Formato:</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Ubicación:</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>Escrito en %2: %1.</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 sin %2: incompleto en la caché.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Ce&amp;rrar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>&amp;Reemplazar etiquetas que designan otra imagen en la caché</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>Importar imágenes</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>Un OCI image layout como carpeta o archivo tar, lo que escribe docker save desde Docker 25, o el almacenamiento de un registro. Se verifica cada byte y no se consulta ningún registro.</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>Car&amp;peta…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>&amp;Origen:</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>Como indica el archivo</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>Para un archivo de una sola imagen que no indica su nombre</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>&amp;Nombre de la imagen:</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>El upstream predeterminado</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>De quién son las imágenes del almacenamiento de un registro</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>&amp;Upstream:</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>Archivos tar (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>Imágenes importadas: %1. Contenido nuevo: %2.</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>Partes que faltan y se descargarán cuando las pida un cliente: %1.</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>Etiquetas no modificadas porque designan otra imagen: %1, como %2.</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>No importado: %1: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>Otros no importados: %1.</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Archivo…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (falta)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>Configuración %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Capa %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Sin descargar</translation>
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
        <translation>%1 de %2 almacenados</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>, %1 compartidos con otras imágenes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>No tiene etiqueta que pueda designar otra imagen</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>Más nueva: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>Última consulta: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>Plataformas y capas de la imagen</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Compartida con</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>Se sirve a</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>Detalles de la imagen</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest de la imagen</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>Copiar el digest</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>Buscar por upstream, repositorio, etiqueta o digest</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>Buscar en las imágenes</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>Dejar las demás imágenes como están</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>La caché no está en marcha. Iníciela para ver sus imágenes.</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>Aún no hay imágenes en la caché. Haga pull de una a través de ella, precargue una o importe un archivo.</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>Leyendo el contenido de la caché…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>Ninguna imagen coincide con la búsqueda.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>Selección: %1, %2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>El contenido común a varias cuenta en cada una</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>Seleccione una imagen para ver todo sobre ella.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>Todas las direcciones IPv4 de este equipo.</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>Todas las direcciones de este equipo, IPv4 e IPv6.</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>Solo acceden los programas de este equipo.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>A quién se atiende en esta dirección</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>Los clientes inician sesión a&amp;quí, si hay usuarios</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>Ninguno (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS, certificado de la autoridad de este equipo</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS, certificado de archivos</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>C&amp;ifrado:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Clave:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>cualquiera libre</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Eliminar esta dirección</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>Pu&amp;erto:</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS, certificado por ACME, según el archivo</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>Indique una dirección de este equipo, como 0.0.0.0 (todas); los nombres no se resuelven.</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>Esta dirección ya está en la lista.</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>Usar el puerto %1</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>Indique los archivos del certificado y de su clave, ambos en PEM, con sus rutas completas.</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>Los clientes deben confiar una vez en la autoridad: véase más abajo.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificado:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>Atender a:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>E&amp;xportar su certificado…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>La autoridad de este equipo es válida hasta el %1. Los clientes deben confiar en su certificado; la huella permite comparar ambos extremos.</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>Este equipo aún no tiene autoridad. La primera dirección que la use la creará.</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>La autoridad se muestra mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>Exportar el certificado de la autoridad</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>Certificados (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>Crear la autoridad</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>Log y métricas</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>Escribir una línea por solicitud en &amp;stdout</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>Mé&amp;tricas y salud en</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>A quién se responde allí además de a este equipo</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>Dirección de métricas y salud</translation>
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
        <translation>Log de acceso:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Formato:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>Dirección de depuración:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>Responde allí a:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>Indique una dirección y un puerto, como 127.0.0.1:5001.</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>Cualquiera que llegue a esa dirección puede leer lo que hace la caché, sin cifrado ni inicio de sesión.</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Para Prometheus: /metrics, /healthz y /readyz.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>C&amp;ontraseña:</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>La contraseña es un &amp;token de identidad</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>Comprobarla &amp;antes en el registro</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>Iniciar sesión en un registro</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>Solo para los repositorios bajo esta ruta, como team</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registro:</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>R&amp;uta:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Nombre de usuario:</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>Se guarda en el llavero de este escritorio si lo hay; si no, en un archivo de la carpeta de datos que solo usted puede leer. Solo se envía a este registro.</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>Token de &amp;identidad:</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>Consultando el registro</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>Guardando</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>Cac&amp;hé</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>No se consulta ningún registro: se sirve lo que hay en la caché</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Log</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtrar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>&amp;Acerca de Lanyard</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>Acerca de Lanyard</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Una caché pull-through de imágenes de contenedor para su red. Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard termina en un momento</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>Antes se acaba la configuración de este equipo.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n requiere atención</numerusform>
            <numerusform>%n requieren atención</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>&amp;Añadir dirección</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>Hilos de red:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>&amp;Reiniciar ahora</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Descartar el mensaje</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>y %n anterior</numerusform>
            <numerusform>y %n anteriores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>&amp;Evolución durante</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>Nueva autoridad de certificación</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>¿Crear una nueva autoridad de certificación local en lugar de esta?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>Cada cliente deberá confiar en la nueva antes de poder volver a hacer pull por HTTPS. La actual desaparecerá.</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>&amp;Crear una nueva</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>No se creó ninguna autoridad de certificación nueva: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>Cambios en %1</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>Después se ejecuta esto como administrador</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>Después se ejecuta esto</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>No se edita %1: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>Almacenado: %1, de ello descargado: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>&amp;Descargar</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>&amp;Cancelar selección</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>&amp;Quitar lo terminado</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>Precargar imágenes</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/nombre:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>&amp;Imágenes:</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>Plataformas:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>&amp;Otras plataformas:</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Todas</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>Ninguna: la de este equipo</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>Imágenes que se descargan</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>Una o varias, tal como suelen escribirse.</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>Solo se descarga lo que aún no está almacenado.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonada</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>Probar otro equipo</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>Ejecute esto en el otro equipo cuando esté configurado. Hace pull de una imagen diminuta que %1 crea solo para esta prueba; no se consulta ningún registro.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;liente:</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>Para imágenes &amp;de:</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>&amp;Fragmentos…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>Cómo configurar el otro equipo</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>No hay ningún comando para este cliente: búsquelo en la página «Clientes».</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>Esperando el pull</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>Empieza a llegar: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>Iniciar cuando inicie sesión en este equipo</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>Iniciar sin ventana, en la &amp;bandeja</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>Avisarme de lo que ocurra con &amp;notificaciones</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>Seguir en marcha en la bandeja</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Idioma:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>Al inicio:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>Al cerrar la ventana:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>Notificaciones:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>Los textos cambiarán la próxima vez que se inicie Lanyard.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privada</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>Log de solicitudes, por pull</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>Se conserva: está fijada</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>Se conserva: está en uso</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>Se conserva: aún no se conoce su contenido</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 que tienen otras</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 que tiene %2</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>Eliminar también las imágenes &amp;fijadas</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>Eliminar imágenes</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>Qué se elimina y qué se conserva</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Se conserva</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Liberado</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>Calculando qué se eliminaría…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>No se pudo averiguar qué se eliminaría.</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>Se eliminaría: %1; se liberarían %2. El próximo pull volverá a descargar lo eliminado.</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>No se eliminaría nada.</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>Se muestran las primeras.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>No se eliminó nada.</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>Eliminado: %1; liberado: %2.</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>Se conserva: %1 (fijado o en uso).</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>&amp;Iniciar sesión…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>E&amp;liminar…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Añadir…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Ac&amp;tivar</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>Eliminar un upstream</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>¿Eliminar %1 de los upstreams?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>A partir de entonces se rechazará a los clientes que lo pidan. Se borrarán sus ajustes, también en el archivo de configuración, incluida la contraseña que haya allí. Para conservarlos, desactívelo.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>Elimina&amp;r</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>Lo cambiado en %1 vale hasta que termine Lanyard: %2.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>Detalles de la solicitud</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>Elija una solicitud para ver lo que se sabe de ella.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se escribió %1: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>Todos los upstreams</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>Filtrar por imagen, etiqueta, digest, cliente o ruta</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filtro del log de solicitudes</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>Solicitudes con todas estas palabras; client:, image: y upstream: ante una palabra la buscan solo ahí</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Todos los resultados</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>Tipo de solicitud</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas las solicitudes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>Copiar &amp;detalles</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>Solo este cl&amp;iente</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>Solo esta i&amp;magen</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>Solo este &amp;upstream</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>E&amp;xportar solicitudes mostradas…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>Exportar &amp;solicitudes seleccionadas…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vaciar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1, privada</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>Log de solicitudes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>A&amp;grupar pulls</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>Mostrar las solicitudes de un pull como una línea desplegable</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>Mostrar lo que se sabe de la fila elegida</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>Más &amp;reciente</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>Ir a la solicitud más reciente y quedarse ahí</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>Dejar el log como está</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>&amp;Más</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>Copiar, exportar y vaciar</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>Ninguna solicitud coincide con el filtro.</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>Mostrar &amp;todas</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%1 de %2 solicitudes mostradas</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>, %1 omitidas</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Rea&amp;nudar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>No se sirve nada. Lo que hay en la caché sigue en el disco.</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abriendo el almacén</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>Sirviendo a este equipo en %1</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>Sirviendo a su red en %1</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>Terminando las transferencias en curso</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>Estado de la caché</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>Copiar %1 al portapapeles</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>Iniciar la caché</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>Detener la caché</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Canc&amp;elar</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>Confi&amp;gurar</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>En curso; lo que se hace se muestra en cada cliente.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>Buscando clientes…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>Elija arriba una caché que responda.</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>Elija arriba una caché que replique un registro.</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>Elija un registro arriba.</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>«Aplicar» hace los cambios que se muestran arriba y prueba cada cliente.</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>Por configurar: %1. No se cambia nada sin que lo haya visto antes.</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>No hay nada elegido para configurar.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>&amp;Revertir</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>A&amp;plicar</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>Se guardan en %1, que también lee el servidor.</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>Aún no hay archivo de configuración. «Aplicar» crea %1.</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>Estos ajustes se pueden ver aquí, pero no cambiar. %1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>El archivo ha cambiado mientras tanto. «Aplicar» escribe lo que ha cambiado aquí y conserva el resto; «Revertir» muestra lo que dice el archivo.</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>Aún sin aplicar.</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>Algo de lo anterior aún no es correcto.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Aplicado.</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>Aplicado. La caché se reinicia por %1; antes terminan las transferencias en curso.</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>Aplicado; surtirá efecto en un momento.</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>Aplicado; surtirá efecto al iniciar la caché.</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>Aplicado. Hay una importación, una exportación o una precarga en curso; lo cambiado en %1 surtirá efecto al reiniciar la caché.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>En una terminal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Guardar: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>Guardar el fragmento</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Escrito en %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>Fragmentos para otros equipos</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Fragmentos</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Donde Lanyard no escribe por sí mismo, esto permite que los clientes hagan pull a través de %1.</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>C&amp;liente:</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>&amp;Sistema:</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Variante:</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>Como esta caché</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>HTTP sin cifrar</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS e inicio de sesión</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>Este cliente no existe en este sistema.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>Carpeta de la caché</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>Descargar lo más nuevo</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>Tamaño máximo de la caché</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB, o una vigésima parte de un disco pequeño</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>De&amp;jar libre:</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>No buscarlas</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>Buscar cada hora</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>Buscar cada día</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>Imágenes &amp;fijadas más nuevas:</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>Indique la ruta completa, desde / o ~/.</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>Lo que hay en la caché de otra carpeta se queda allí.</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>La caché puede ocupar todo lo que no deba quedar libre.</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>Indique un tamaño, como 50GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>Es más de lo que tiene todo el disco.</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>Las imágenes usadas hace más tiempo dejan sitio; las fijadas se conservan.</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>Indique un tamaño, como 5GiB.</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>Es más de lo que tiene todo el disco: no se almacenaría nada.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>Esta parte del disco se deja a otros, sea cual sea el tamaño de la caché. Tiene %1, de los que %2 están libres ahora.</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>Esta parte del disco se deja a otros.</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>Limitar el tamaño de la caché a</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>Ta&amp;maño:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>Los clientes piden %1, que no es un upstream. Solicitudes: %2, la última: %3.</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>y %n registro más</numerusform>
            <numerusform>y %n registros más</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Añadir %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>La primera regla cuyo patrón coincide con una etiqueta determina cuánto vale su respuesta. Un patrón usa * y ?, o es re: y una expresión regular. Sin reglas se aplican las habituales.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>Se consulta el registro</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>Reglas de etiquetas</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>Añadir &amp;regla</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>Cuándo se consulta el registro</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>En la última hora</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>En las últimas 24 horas</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>En los últimos 30 días</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>Servido a clientes</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>Descargado del upstream</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Aciertos</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>Gráfico de los bytes servidos y descargados</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>Gráfico de las solicitudes y los aciertos</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1 no se pidió nada.</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1 se sirvieron %2 y se descargaron %3.</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>Máximo, %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1: %2 servidos, %3 descargados</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1: %2 solicitudes, %3 aciertos</translation>
    </message>
    <message>
        <source>%1: requests %2 · hits %3.</source>
        <translation>%1: solicitudes %2 · aciertos %3.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>Mostrar &amp;ventana</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard: no está sirviendo</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard sin conexión: %1 aciertos, %2 servidos</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard: %1 aciertos, %2 servidos</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard sigue en marcha</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>La caché sigue sirviendo. Abra la ventana o salga desde este icono.</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>Imágenes &amp;recientes</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard requiere atención</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>Pausar en este &amp;equipo</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>&amp;Reanudar en este equipo</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>Detalles del upstream</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>Etiquetas: cuándo se consulta el registro</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>Cuota de pulls</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 horas</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 días</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>pulls ahorrados</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>mínimo de pulls restantes</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>Está desactivado: se rechaza a los clientes que lo piden.</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>No se consulta ningún upstream mientras trabaja sin conexión.</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>No ha indicado que cuente los pulls.</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>%1 pulls restantes</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>Contados para %1</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>Ninguna: solo pulls de lo público.</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1: %2
%3</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDialog</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Añadir un upstream</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>Re&amp;gistros conocidos:</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1, ya es un upstream</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>REGISTRO</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>Escribiendo la configuración</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>Registros conocidos</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>&amp;Dónde está</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>&amp;Nombres y confianza</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>Reg&amp;las de etiquetas</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>&amp;Registro:</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>Su nombre tal como figura en los nombres de imágenes.</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL:</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>Dónde está el registro. Sin cifrado (http) solo si se indica aquí.</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>De re&amp;serva:</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>Servidores con el mismo contenido, uno por línea, que se consultan en este orden mientras falle la URL.</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>Archivo de &amp;CA:</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>Certificados (PEM) en los que se confía para él, además de los del sistema.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>Por el que se llega a él: http://HOST:PUERTO o socks5://HOST:PUERTO.</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>&amp;Alias:</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>Otros nombres suyos en los nombres de imágenes, uno por línea.</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>Nombres de &amp;host:</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>Nombres de este equipo con los que actúa como este registro, uno por línea.</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>Servicios de t&amp;oken:</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>Hosts fuera de su dominio, uno por línea, a los que se puede dar su contraseña.</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>Red&amp;irecciones:</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>Hosts de la red privada, uno por línea, a los que puede redirigir.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>Pulls restantes</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>Pulls ahorrados</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Credencial</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>Accesible en %1.</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>No accesible.</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>Prueba de %1</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>Probar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>Consultando sus servidores</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>La caché está detenida. Pulse «Iniciar» para ver el estado de los upstreams y cambiarlos.</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>Re&amp;gistros</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>Cre&amp;denciales</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>Trabajar sin c&amp;onexión</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>No se consulta ningún registro: se sirve lo que hay en la caché</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>en %n hora</numerusform>
            <numerusform>en %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>en %n minuto</numerusform>
            <numerusform>en %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>contados para %1</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>todos de nuevo: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Caché</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>Ningún registro ha indicado aún cuántos pulls permite.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>Pulls restantes en los registros</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>se desconoce</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%1 libres en el disco de %2, de los que %3 se dejan a otros</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>%1 de descargas incompletas pendientes de reanudar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>%1 restantes</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>Añadir un usuario</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Repetir:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>Un nombre no lleva dos puntos.</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>Una contraseña tiene como máximo 72 bytes.</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>Las contraseñas no coinciden.</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>Quien ya exista recibirá esta contraseña.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>Añadir &amp;usuario…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>&amp;Eliminar usuario…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>Se pueden añadir usuarios cuando se haya aplicado el inicio de sesión.</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>Se pueden añadir usuarios mientras la caché está en marcha.</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>Se pueden añadir usuarios cuando el inicio de sesión surta efecto.</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>Aún no hay usuarios: nadie puede hacer pull.</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>Eliminar un usuario</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>Los clientes con este nombre ya no podrán hacer pull.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>Pruébelo en este equipo:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>Haga que Docker la use para sus pulls, en /etc/docker/daemon.json:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>Esperando el primer pull</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>Toda máquina que haga pull a través de %1 recibe sus imágenes de aquí; cada imagen se descarga una sola vez. Las solicitudes aparecen aquí a medida que se responden.</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>La caché está detenida</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>Pulse «Iniciar»: se servirán imágenes a este equipo y a las máquinas de su red.</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>No confirmado</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>Lo que llegó: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>No confirmado: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>Lo que dijo el cliente</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard ya está en marcha y no responde. Termínelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>Usar esta configuración en vez de la del lugar habitual: el YAML de Lanyard o la configuración de proxy de un registro de Docker.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ARCHIVO</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>Una caché pull-through de imágenes de contenedor para su red, con ventana.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Argumento inesperado: %1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>%n solicitud</numerusform>
            <numerusform>%n solicitudes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>, %n descargada</numerusform>
            <numerusform>, %n descargadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>%n desde la caché</numerusform>
            <numerusform>%n desde la caché</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>%n desde el upstream</numerusform>
            <numerusform>%n desde el upstream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>%n con error o interrumpida</numerusform>
            <numerusform>%n con error o interrumpidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker, con la caché en sus insecure-registries</translation>
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
        <translation>Acierto</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>Revalidado</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>Fallo</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Compartido</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Obsoleto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>No se consultó la caché.</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>Servido desde la caché.</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>Servido desde la caché tras confirmarlo el upstream.</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>Descargado del upstream.</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>Descargado una vez para esta y otras solicitudes.</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>Servido desde la caché; no se pudo consultar el upstream.</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>No está en la caché ni se pudo obtener del upstream.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>Blob</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>Lista de etiquetas</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>Referrers</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1, cortada</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Agente de usuario</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>No todos pueden leer este repositorio en el upstream.</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>Regla de etiquetas</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>No hay que reiniciar nada.</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>Su servicio vuelve a leer la configuración y no se detiene nada.</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>En pausa: hace pull sin la caché</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>Configurado para esta caché</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>Usa otro mirror: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>Configurado en parte; usa %1</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>Sin configurar para una caché</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>No queda nada por hacer.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>Cambia %n archivo.</numerusform>
            <numerusform>Cambian %n archivos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>Lanyard no puede editar %n archivo.</numerusform>
            <numerusform>Lanyard no puede editar %n archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>Se pide la contraseña de administrador.</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>archivo nuevo</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>se elimina el archivo</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>como administrador</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>Configurando</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>Deshaciendo</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>con ns=%1</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>con la ruta /%1/v2/</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>con el nombre %1/…</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>con un nombre de host de %1</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>sin nombre (por tanto, para %1)</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%1 %2 desde %3</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>En pausa en este equipo: %1. Pulls sin %2 hasta que se reanude.</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>Configurado en este equipo: %1, para %2.</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>Este equipo está configurado</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>No se pudo completar toda la configuración</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>El pull de prueba ha llegado</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>La prueba ha fallado</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>La configuración se ha deshecho</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>La configuración no se ha deshecho</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>Pausado en este equipo</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>No se ha pausado</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>Reanudado en este equipo</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>No se ha reanudado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>Se interrumpe lo siguiente: %1.</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>No se interrumpe nada.</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>El resto se puede configurar cuando eso se corrija: vea los cambios.</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>Su configuración se interrumpió: deshágala o configúrelo de nuevo</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard no lo hace por sí mismo. Lo que hay que pegar, y dónde, está entre los cambios.</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>Interrumpido, es decir, configurado a medias: %1, para %2. «Deshacer» lo retira.</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 ya no se encuentra aquí; lo que se escribió para él se puede retirar.</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>Configurado, pero aún sin confirmar</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>No llegaron todos los pulls de prueba</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>No todo está en pausa</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>No todo se ha reanudado</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>aún sin confirmar: %1</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifiesto</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>configuración</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>capa</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>No se consulta</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún sin consultar</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>En reserva</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>Limita las solicitudes</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>No accesible</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 hasta %2</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>Todos disponibles de nuevo: %1.</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1, completo: %2</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>nunca más</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>en cada pull</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>de nuevo tras %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>Acceso: se desconoce.</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>Acceso: abierto a todos.</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>Acceso: todos pueden hacer pull de lo público.</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>Acceso: la credencial es correcta.</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>Acceso: la credencial se rechaza.</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>Acceso: requiere una credencial y no hay ninguna.</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>Certificado: %1, emitido por %2, hasta %3.</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>Archivo en la carpeta de datos</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>según el auxiliar</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>token de identidad</translation>
    </message>
</context>
</TS>
