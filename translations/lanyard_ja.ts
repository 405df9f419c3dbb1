<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>attention</name>
    <message>
        <source>The disk cannot be used: %1. Clients are told to come back later.</source>
        <translation>ディスクを使用できません: %1。クライアントには後で再試行するよう応答しています。</translation>
    </message>
    <message>
        <source>The disk is full: %1 are free, and %2 are to stay so. What is pulled now is passed on and not stored.</source>
        <translation>ディスクがいっぱいです: 空きは %1、確保する空きは %2 です。現在プルされたものは保存されず、転送のみ行われます。</translation>
    </message>
    <message>
        <source>%1 cannot be reached since %2: %3. What is cached of it is served.</source>
        <translation>%2 から %1 に接続できません: %3。キャッシュ済みのものを提供しています。</translation>
    </message>
    <message>
        <source>%1, a server of %2, cannot be reached since %3: %4. Another one is asked.</source>
        <translation>%3 から %2 のサーバー %1 に接続できません: %4。別のサーバーに問い合わせています。</translation>
    </message>
    <message>
        <source>%1 wants no requests until %2 (429). A login to it raises what it grants.</source>
        <translation>%1 は %2 までリクエストを受け付けません (429)。ログインすると上限が増えます。</translation>
    </message>
    <message>
        <source>%1 refuses the credentials: %2</source>
        <translation>%1 が認証情報を拒否しました: %2</translation>
    </message>
    <message>
        <source>%1 grants %2 more pulls of %3. Tags hold longer meanwhile; a login to it raises them.</source>
        <translation>%1 の残りプル数は %3 中 %2 です。その間はタグの有効期間が延長されます。ログインするとプル数が増えます。</translation>
    </message>
    <message>
        <source>You work offline: no registry is asked, and only what is cached is served.</source>
        <translation>オフライン作業中: レジストリには問い合わせず、キャッシュ済みのものだけを提供します。</translation>
    </message>
    <message>
        <source>The local certificate authority ends on %1. Clients have to trust a new one by then.</source>
        <translation>ローカル認証局は %1 に期限切れになります。それまでにクライアントが新しい認証局を信頼する必要があります。</translation>
    </message>
    <message>
        <source>The certificate of this cache ends on %1, and was not renewed by itself.</source>
        <translation>このキャッシュの証明書は %1 に期限切れになりますが、自動更新されていません。</translation>
    </message>
    <message>
        <source>%1 (%2) was not given what it asked for, and has probably pulled it from the registry itself: %3, status %4.</source>
        <translation>%1 (%2) に要求されたものを渡せませんでした。クライアントがレジストリから直接プルした可能性があります: %3、ステータス %4。</translation>
    </message>
    <message>
        <source>Clients ask for images of %1, which is no upstream: they pull past the cache.</source>
        <translation>クライアントがアップストリームではない %1 のイメージを要求しています: キャッシュを通さずにプルされています。</translation>
    </message>
    <message>
        <source>The cache is stopped: its clients pull from the registries themselves.</source>
        <translation>キャッシュは停止中です: クライアントはレジストリから直接プルします。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>オンライン作業</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>更新…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>アップストリーム</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message numerus="yes">
        <source>Wrong content was sent for %1 at %2 (%n time(s) since the start). It was refused, not stored.</source>
        <translation>
            <numerusform>%2 に %1 の誤った内容が送られてきました（開始以降 %n 回）。拒否し、保存していません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk takes no more, for example because a quota is used up. What is pulled now is passed on and not stored.</source>
        <translation>ディスクにこれ以上書き込めません (クォータの上限に達した場合など)。現在プルされたものは保存されず、転送のみ行われます。</translation>
    </message>
    <message>
        <source>The cache is full: %1 of %2 are used, and %3 that were pulled did not fit. Unpin or remove images, or give it more room.</source>
        <translation>キャッシュがいっぱいです: %2 中 %1 を使用しており、プルされた %3 は収まりませんでした。イメージのピン留めを解除するか削除するか、キャッシュの最大サイズを大きくしてください。</translation>
    </message>
    <message>
        <source>The certificate of this cache ended on %1, and was not renewed by itself: clients refuse it.</source>
        <translation>このキャッシュの証明書は %1 に期限切れになり、自動更新されていません: クライアントに拒否されます。</translation>
    </message>
    <message>
        <source>The certificate in %1 ended on %2: clients refuse it. Put a new one there, which is taken in at once.</source>
        <translation>%1 の証明書は %2 に期限切れになりました: クライアントに拒否されます。新しい証明書に置き換えてください。すぐに読み込まれます。</translation>
    </message>
    <message>
        <source>The certificate in %1 ends on %2. Put a new one there, which is taken in at once.</source>
        <translation>%1 の証明書は %2 に期限切れになります。新しい証明書に置き換えてください。すぐに読み込まれます。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>%1 was not given what it asked for, and has probably pulled it from the registry itself: %2, status %3.</source>
        <translation>%1 に要求されたものを渡せませんでした。クライアントがレジストリから直接プルした可能性があります: %2、ステータス %3。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>ログイン…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
</context>
<context>
    <name>client</name>
    <message>
        <source>it named a registry that is no upstream</source>
        <translation>アップストリームではないレジストリが指定されました</translation>
    </message>
    <message>
        <source>it may not be served</source>
        <translation>提供が許可されていません</translation>
    </message>
    <message>
        <source>it asked too often</source>
        <translation>要求の頻度が高すぎます</translation>
    </message>
    <message>
        <source>the cache did not have it, and could not get it</source>
        <translation>キャッシュになく、取得もできませんでした</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>提供済み</translation>
    </message>
    <message>
        <source>Has to log in</source>
        <translation>ログインが必要</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>%1: it was not given %2 (status %3): %4. Clients then go to the registry itself, and do not tell.</source>
        <translation>%1: %2 を渡せませんでした (ステータス %3): %4。この場合、クライアントは通知せずにレジストリから直接プルします。</translation>
    </message>
    <message numerus="yes">
        <source>Served; fell back %n time(s)</source>
        <translation>
            <numerusform>提供済み（フォールバック %n 回）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fell back (%n time(s))</source>
        <translation>
            <numerusform>フォールバック（%n 回）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>this folder, where certificates by ACME are kept, cannot be made, or belongs to another user</source>
        <translation>ACME の証明書を保存するこのフォルダーを作成できないか、別のユーザーが所有しています</translation>
    </message>
    <message>
        <source>%1, or by another listener: acme for the same host has to say the same everywhere, or another directory</source>
        <extracomment>%1: another Lanyard has the folder</extracomment>
        <translation>%1。または別のリスナーが使用中です: 同じホストの acme は、すべて同じ内容にするか、別の directory にする必要があります</translation>
    </message>
    <message>
        <source>the program lego, by which it is asked for, is not installed: apt-get install lego</source>
        <translation>要求に使用するプログラム lego がインストールされていません: apt-get install lego</translation>
    </message>
    <message>
        <source>orders have to be written down, but %1</source>
        <translation>証明書の発行要求を記録する必要がありますが、記録できません: %1</translation>
    </message>
    <message>
        <source>The certificate for %1 has been issued, and holds until %2.</source>
        <translation>%1 の証明書が発行されました。%2 まで有効です。</translation>
    </message>
    <message>
        <source>the certificate that came is not for all of them</source>
        <translation>届いた証明書は、すべてのホストに対応していません</translation>
    </message>
    <message>
        <source>%1. It is asked for again at %2</source>
        <translation>%1。%2 に再び要求します</translation>
    </message>
    <message>
        <source>The certificate of before is not for %1</source>
        <translation>以前の証明書は %1 に対応していません</translation>
    </message>
    <message>
        <source>There is no certificate for %1 yet</source>
        <translation>%1 の証明書はまだありません</translation>
    </message>
    <message>
        <source>%1: it is asked for now. %2</source>
        <translation>%1: これから要求します。%2</translation>
    </message>
    <message>
        <source>%1: it is asked for at %2, as orders have to be apart. %3</source>
        <translation>%1: 発行要求には間隔を空ける必要があるため、%2 に要求します。%3</translation>
    </message>
    <message>
        <source>The certificate for %1 cannot be had: %2. %3</source>
        <translation>%1 の証明書を取得できません: %2。%3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1: a host, %2: how many other ones</extracomment>
        <translation>%1 ほか %2 個</translation>
    </message>
    <message>
        <source>The one that is there stays in use; it ends at %1.</source>
        <translation>現在の証明書を引き続き使用します。%1 に期限切れになります。</translation>
    </message>
    <message>
        <source>Until then its port speaks plain HTTP.</source>
        <translation>それまで、そのポートでは平文の HTTP を使用します。</translation>
    </message>
    <message>
        <source>Until then its port closes every connection (acme.plainMeanwhile: true has it speak plain HTTP).</source>
        <translation>それまで、そのポートではすべての接続を切断します (acme.plainMeanwhile: true にすると平文の HTTP を使用します)。</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 が使用しています</translation>
    </message>
    <message>
        <source>the challenge is answered at %1, which cannot be listened on: %2</source>
        <translation>チャレンジには %1 で応答しますが、そこで待ち受けできません: %2</translation>
    </message>
    <message>
        <source>the challenge for %1 would be answered at %2, which is in the way of %3 of listen: let challengeAddress name another port, to which the one of the world leads, or choose another challenge (dns-01 needs none)</source>
        <translation>%1 のチャレンジには %2 で応答しますが、listen の %3 と競合します: challengeAddress に別のポートを指定して外部のポートをそこに転送するか、別のチャレンジを選択してください (dns-01 ではポートは不要です)</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>証明書と鍵が対応していません</translation>
    </message>
    <message>
        <source>lego says nothing</source>
        <translation>lego の出力はありません</translation>
    </message>
    <message>
        <source>lego says: %1</source>
        <translation>lego の出力: %1</translation>
    </message>
    <message>
        <source>another program has that port: let challengeAddress name another one, to which the port 80 (http-01) or 443 (tls-alpn-01) of the hosts leads</source>
        <translation>別のプログラムがそのポートを使用しています: challengeAddress に別のポートを指定し、ホストのポート 80 (http-01) または 443 (tls-alpn-01) をそこに転送してください</translation>
    </message>
    <message>
        <source>ports below 1024 need a right (AmbientCapabilities=CAP_NET_BIND_SERVICE of a systemd unit), or a challengeAddress with another port, to which they lead</source>
        <translation>1024 未満のポートには権限 (systemd ユニットの AmbientCapabilities=CAP_NET_BIND_SERVICE) が必要です。または、challengeAddress に別のポートを指定し、そこに転送してください</translation>
    </message>
    <message>
        <source>the authority has been asked too often: nothing helps but waiting</source>
        <translation>認証局への要求の頻度が高すぎました: 待つ以外に方法はありません</translation>
    </message>
    <message>
        <source>the hosts have to be known in the DNS, and lead here</source>
        <translation>ホストが DNS に登録され、ここを指している必要があります</translation>
    </message>
    <message>
        <source>the authority asks port 80 (http-01) or 443 (tls-alpn-01) of the hosts: these have to lead here, through whatever firewall is between</source>
        <translation>認証局はホストのポート 80 (http-01) または 443 (tls-alpn-01) に接続します: 途中のファイアウォールを越えて、ここに届く必要があります</translation>
    </message>
    <message>
        <source>the port 443 of the hosts has to lead here, and not to another server</source>
        <translation>ホストのポート 443 が、別のサーバーではなくここに届く必要があります</translation>
    </message>
    <message>
        <source>the ports 80 (http-01) or 443 (tls-alpn-01) of the hosts have to lead here, and not to another server; with dns-01, the zone has to be the one that the world sees</source>
        <translation>ホストのポート 80 (http-01) または 443 (tls-alpn-01) が、別のサーバーではなくここに届く必要があります。dns-01 の場合は、外部から見えるゾーンである必要があります</translation>
    </message>
    <message>
        <source>the authority issues nothing for these hosts</source>
        <translation>認証局はこれらのホストの証明書を発行しません</translation>
    </message>
    <message>
        <source>a CAA record of the hosts in the DNS names another authority</source>
        <translation>DNS にあるホストの CAA レコードが別の認証局を指定しています</translation>
    </message>
    <message>
        <source>email has to be an address that can be reached</source>
        <translation>email には連絡可能なアドレスが必要です</translation>
    </message>
    <message>
        <source>this lego was built without that dnsProvider, as some are in Debian&apos;s package: put one from https://github.com/go-acme/lego/releases into PATH</source>
        <translation>この lego には、その dnsProvider が組み込まれていません (Debian のパッケージには一部が含まれていません): https://github.com/go-acme/lego/releases から入手して PATH に置いてください</translation>
    </message>
    <message>
        <source>dnsSettings has to name them; `lego dnshelp -c PROVIDER` lists what there is</source>
        <translation>dnsSettings に指定する必要があります。使用できるものは `lego dnshelp -c PROVIDER` で一覧表示できます</translation>
    </message>
    <message>
        <source>directoryCa has to name the certificate of the authority&apos;s own authority</source>
        <translation>directoryCa には、認証局のサーバー証明書を発行した認証局の証明書を指定する必要があります</translation>
    </message>
    <message>
        <source>directoryUrl cannot be reached from here</source>
        <translation>ここから directoryUrl に接続できません</translation>
    </message>
    <message>
        <source>without a version</source>
        <translation>バージョン不明</translation>
    </message>
    <message>
        <source>the lego that is installed (%1) cannot be used: expected 4.5 or a later 4, as in Debian 12: apt-get install lego</source>
        <translation>インストールされている lego (%1) は使用できません: 4.5 以降の 4.x が必要です (Debian 12 のものなど): apt-get install lego</translation>
    </message>
    <message>
        <source>a variable has no NUL in it</source>
        <translation>変数に NUL を含めることはできません</translation>
    </message>
    <message>
        <source>cannot read it: %1</source>
        <translation>読み取れません: %1</translation>
    </message>
    <message>
        <source>cannot look into it: %1</source>
        <translation>中を確認できません: %1</translation>
    </message>
    <message>
        <source>it has more than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>中止されました</translation>
    </message>
    <message>
        <source>cannot write it: %1</source>
        <translation>書き込めません: %1</translation>
    </message>
    <message>
        <source>neither a folder nor a file</source>
        <translation>フォルダーでもファイルでもありません</translation>
    </message>
    <message>
        <source>neither an OCI image layout (it has no index.json) nor the storage of a registry (it has no docker/registry/v2)</source>
        <translation>OCI イメージレイアウト (index.json がない) でも、レジストリのストレージ (docker/registry/v2 がない) でもありません</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>既に存在します</translation>
    </message>
    <message>
        <source>not the %1 bytes that it should have</source>
        <translation>本来の %1 バイトではありません</translation>
    </message>
    <message>
        <source>cannot open it: %1</source>
        <translation>開けません: %1</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>読み取れません</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json. `docker save` before Docker 25 does not keep the manifests that a registry serves</source>
        <translation>OCI イメージレイアウトではありません: index.json がありません。Docker 25 より前の `docker save` は、レジストリが提供するマニフェストを保存しません</translation>
    </message>
    <message>
        <source>no OCI image layout: it has no index.json</source>
        <translation>OCI イメージレイアウトではありません: index.json がありません</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>理由は示されていません</translation>
    </message>
    <message>
        <source>the password is empty</source>
        <translation>パスワードが空です</translation>
    </message>
    <message>
        <source>the password is longer than %1 bytes, and bcrypt looks at no more</source>
        <translation>パスワードが %1 バイトを超えています。bcrypt はそれを超える部分を参照しません</translation>
    </message>
    <message>
        <source>the password has a NUL</source>
        <translation>パスワードに NUL が含まれています</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>システムから乱数バイトを取得できません</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) knows no bcrypt</source>
        <translation>システムの crypt(3) が bcrypt に対応していません</translation>
    </message>
    <message>
        <source>the system&apos;s crypt(3) makes no bcrypt hash</source>
        <translation>システムの crypt(3) で bcrypt のハッシュを作成できません</translation>
    </message>
    <message>
        <source>a user</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1 行目</translation>
    </message>
    <message>
        <source>set it again with `lanyard user add %1` or `htpasswd -B`</source>
        <translation>`lanyard user add %1` または `htpasswd -B` で設定し直してください</translation>
    </message>
    <message>
        <source>the password of %1 is not kept with bcrypt</source>
        <translation>%1 のパスワードが bcrypt で保存されていません</translation>
    </message>
    <message>
        <source>the password of %1 is kept with a cost of %2, not %3 to %4</source>
        <translation>%1 のパスワードが、%3 から %4 までではなく %2 のコストで保存されています</translation>
    </message>
    <message>
        <source>the name of the user is empty</source>
        <translation>ユーザー名が空です</translation>
    </message>
    <message>
        <source>the name of the user is longer than %1 bytes</source>
        <translation>ユーザー名が %1 バイトを超えています</translation>
    </message>
    <message>
        <source>the name of the user has a colon</source>
        <translation>ユーザー名にコロンが含まれています</translation>
    </message>
    <message>
        <source>the name of the user has control characters</source>
        <translation>ユーザー名に制御文字が含まれています</translation>
    </message>
    <message>
        <source>the name of the user begins or ends with a blank</source>
        <translation>ユーザー名の先頭または末尾に空白があります</translation>
    </message>
    <message>
        <source>the name of the user begins with &apos;#&apos;</source>
        <translation>ユーザー名が &apos;#&apos; で始まっています</translation>
    </message>
    <message>
        <source>longer than %1 bytes; remove users who are not needed</source>
        <translation>%1 バイトを超えています。不要なユーザーを削除してください</translation>
    </message>
    <message>
        <source>not NAME:HASH; remove it, or put a &apos;#&apos; before it</source>
        <translation>NAME:HASH の形式ではありません。削除するか、先頭に &apos;#&apos; を付けてください</translation>
    </message>
    <message>
        <source>change or remove it</source>
        <translation>変更または削除してください</translation>
    </message>
    <message>
        <source>more than %1 users; remove those who are not needed</source>
        <translation>ユーザーが %1 人を超えています。不要なユーザーを削除してください</translation>
    </message>
    <message>
        <source>lines %1 and %2</source>
        <translation>%1 行目と %2 行目</translation>
    </message>
    <message>
        <source>%1 is there twice; remove one of them</source>
        <translation>%1 が重複しています。どちらかを削除してください</translation>
    </message>
    <message>
        <source>it is not there; `lanyard user add NAME` makes it</source>
        <translation>存在しません。`lanyard user add NAME` で作成できます</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>読み取れません: %1</translation>
    </message>
    <message>
        <source>others may write it, and so log in as they like; run: %1</source>
        <translation>他のユーザーが書き込めるため、自由にログインできてしまいます。次を実行してください: %1</translation>
    </message>
    <message>
        <source>everybody on this computer may read the hashes in it; run: %1</source>
        <translation>このコンピューターの全員が、中のハッシュを読み取れます。次を実行してください: %1</translation>
    </message>
    <message>
        <source>this is not a file; put it aside</source>
        <translation>ファイルではありません。別の場所に移してください</translation>
    </message>
    <message>
        <source>until then nobody can log in</source>
        <translation>それまでは誰もログインできません</translation>
    </message>
    <message>
        <source>until then the users of before count</source>
        <translation>それまでは以前のユーザーが有効です</translation>
    </message>
    <message>
        <source>it has no users, so nobody can log in; `lanyard user add NAME` adds one</source>
        <translation>ユーザーがいないため、誰もログインできません。`lanyard user add NAME` で追加できます</translation>
    </message>
    <message>
        <source>cannot be made: %1</source>
        <translation>作成できません: %1</translation>
    </message>
    <message>
        <source>nobody has to log in here; name a file of users in the configuration first: access.htpasswd.path (in one of registry:2: auth.htpasswd.path)</source>
        <translation>ここではログインは不要です。先に設定でユーザーファイルを指定してください: access.htpasswd.path (registry:2 の設定では auth.htpasswd.path)</translation>
    </message>
    <message>
        <source>%1 has no user &apos;%2&apos;</source>
        <translation>%1 にユーザー &apos;%2&apos; はいません</translation>
    </message>
    <message>
        <source>the change is written, and counts when that is mended</source>
        <translation>変更は書き込まれました。それが修正されると有効になります</translation>
    </message>
    <message>
        <source>an address such as me@example.org</source>
        <translation>me@example.org のようなアドレス</translation>
    </message>
    <message>
        <source>a URL that begins with https://</source>
        <translation>https:// で始まる URL</translation>
    </message>
    <message>
        <source>http-01, tls-alpn-01 or dns-01</source>
        <translation>http-01、tls-alpn-01、dns-01 のいずれか</translation>
    </message>
    <message>
        <source>expected hosts, the names that the certificate is for: it is not asked for whatever name a client says</source>
        <translation>hosts (証明書の対象の名前) が必要です: クライアントが指定した任意の名前について証明書を要求することはありません</translation>
    </message>
    <message>
        <source>expected at least one name</source>
        <translation>少なくとも 1 つの名前が必要です</translation>
    </message>
    <message>
        <source>a certificate is for %1 names at most</source>
        <translation>1 つの証明書に含められる名前は %1 個までです</translation>
    </message>
    <message>
        <source>the name of a host such as cache.example.org</source>
        <translation>cache.example.org のようなホスト名</translation>
    </message>
    <message>
        <source>a name with * is proven by challenge: dns-01 only</source>
        <translation>* を含む名前は challenge: dns-01 でのみ検証できます</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 は既に存在します</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as &quot;:8080&quot;</source>
        <translation>&quot;:8080&quot; のような [ADDRESS]:PORT</translation>
    </message>
    <message>
        <source>nobody asks there with challenge: dns-01</source>
        <translation>challenge: dns-01 ではそこへの接続はありません</translation>
    </message>
    <message>
        <source>expected challenge: dns-01 beside it</source>
        <translation>併せて challenge: dns-01 が必要です</translation>
    </message>
    <message>
        <source>expected dnsProvider, one of those that `lego dnshelp` lists</source>
        <translation>dnsProvider が必要です (`lego dnshelp` で一覧表示されるもののいずれか)</translation>
    </message>
    <message>
        <source>one of those that `lego dnshelp` lists</source>
        <translation>`lego dnshelp` で一覧表示されるもののいずれか</translation>
    </message>
    <message>
        <source>manual waits for a person, and nobody is here to ask</source>
        <translation>manual は人の操作を待ちますが、ここには操作する人がいません</translation>
    </message>
    <message>
        <source>%1 is not the name of a variable: expected A to Z, 0 to 9 and _</source>
        <translation>%1 は変数の名前ではありません: 使用できるのは A から Z、0 から 9、_ のみです</translation>
    </message>
    <message>
        <source>expected %1 at most</source>
        <translation>最大 %1 個です</translation>
    </message>
    <message>
        <source>expected a text, {file: PATH} or {env: NAME}</source>
        <translation>テキスト、{file: PATH}、{env: NAME} のいずれかが必要です</translation>
    </message>
    <message>
        <source>expected the name of a variable</source>
        <translation>変数の名前が必要です</translation>
    </message>
    <message>
        <source>HOST:PORT such as 127.0.0.1:53</source>
        <translation>127.0.0.1:53 のような HOST:PORT</translation>
    </message>
    <message>
        <source>expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)</source>
        <translation>version: 1 (Lanyard) または version: 0.1 (プロキシとしてのレジストリ) が必要です</translation>
    </message>
    <message>
        <source>this is no configuration</source>
        <translation>設定ではありません</translation>
    </message>
    <message>
        <source>error: %1</source>
        <extracomment>What is wrong with a file, behind where: &quot;config.yml:3:5: error: ...&quot;</extracomment>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>expected a registry such as quay.io or localhost:5001</source>
        <translation>quay.io や localhost:5001 のようなレジストリが必要です</translation>
    </message>
    <message>
        <source>%1 is an upstream already</source>
        <translation>%1 は既にアップストリームです</translation>
    </message>
    <message>
        <source>%1 is no upstream</source>
        <translation>%1 はアップストリームではありません</translation>
    </message>
    <message>
        <source>there is no configuration file</source>
        <translation>設定ファイルがありません</translation>
    </message>
    <message>
        <source>expected version: 1</source>
        <translation>version: 1 が必要です</translation>
    </message>
    <message>
        <source>expected at least one address</source>
        <translation>少なくとも 1 つのアドレスが必要です</translation>
    </message>
    <message>
        <source>this address is in the list already</source>
        <translation>このアドレスは既にリストにあります</translation>
    </message>
    <message>
        <source>only this computer is answered there; %1 can name others, such as [private]</source>
        <translation>そこではこのコンピューターにのみ応答します。%1 で、[private] のように他の相手を指定できます</translation>
    </message>
    <message>
        <source>expected address, such as &quot;0.0.0.0:5000&quot;</source>
        <translation>&quot;0.0.0.0:5000&quot; のような address が必要です</translation>
    </message>
    <message>
        <source>ADDRESS:PORT such as &quot;0.0.0.0:5000&quot; or &quot;[::]:5000&quot;</source>
        <translation>&quot;0.0.0.0:5000&quot; や &quot;[::]:5000&quot; のような ADDRESS:PORT</translation>
    </message>
    <message>
        <source>a size such as 50GiB</source>
        <translation>50GiB のようなサイズ</translation>
    </message>
    <message>
        <source>off, hourly or daily</source>
        <translation>off、hourly、daily のいずれか</translation>
    </message>
    <message>
        <source>nothing is refreshed with check: off</source>
        <translation>check: off では何も更新されません</translation>
    </message>
    <message>
        <source>the registry of one of the upstreams</source>
        <translation>いずれかのアップストリームのレジストリ</translation>
    </message>
    <message>
        <source>trusted, any or off</source>
        <translation>trusted、any、off のいずれか</translation>
    </message>
    <message>
        <source>expected path, the file of the users</source>
        <translation>path (ユーザーファイル) が必要です</translation>
    </message>
    <message>
        <source>expected at least one entry</source>
        <translation>少なくとも 1 つの項目が必要です</translation>
    </message>
    <message>
        <source>private, any, an address or a CIDR such as 10.0.0.0/8</source>
        <translation>private、any、アドレス、または 10.0.0.0/8 のような CIDR</translation>
    </message>
    <message>
        <source>there are no users: expected access.htpasswd</source>
        <translation>ユーザーがいません: access.htpasswd が必要です</translation>
    </message>
    <message>
        <source>combined or json</source>
        <translation>combined または json</translation>
    </message>
    <message>
        <source>what was there before stays in use</source>
        <translation>以前の内容を引き続き使用します</translation>
    </message>
    <message>
        <source>what was changed of %1 does not count, as the program was started with something else</source>
        <translation>プログラムの起動時に別の指定があったため、%1 の変更は有効になりません</translation>
    </message>
    <message>
        <source>too many problems; the rest is not listed</source>
        <translation>問題が多すぎます。残りは表示しません</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>%1 行目、%2 桁目</translation>
    </message>
    <message>
        <source>version 0.1 is a configuration of a registry as a proxy; it is read as it is, and not changed</source>
        <translation>version 0.1 はプロキシとしてのレジストリの設定です。そのまま読み取り、変更はしません</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>フォルダーを作成できません</translation>
    </message>
    <message>
        <source>expected the name of a header field</source>
        <translation>ヘッダーフィールドの名前が必要です</translation>
    </message>
    <message>
        <source>this header field is set by the server for each answer</source>
        <translation>このヘッダーフィールドは、応答ごとにサーバーが設定します</translation>
    </message>
    <message>
        <source>expected one line without control characters</source>
        <translation>制御文字を含まない 1 行が必要です</translation>
    </message>
    <message>
        <source>a time such as 10s, 5m or 1h</source>
        <translation>10s、5m、1h のような時間</translation>
    </message>
    <message>
        <source>a time of at least 100ms</source>
        <translation>100ms 以上の時間</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>単一の値</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>マッピング</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空の値</translation>
    </message>
    <message>
        <source>a mapping (key: value)</source>
        <translation>マッピング (key: value)</translation>
    </message>
    <message>
        <source>unknown key %1; expected one of %2</source>
        <translation>不明なキー %1。次のいずれかが必要です: %2</translation>
    </message>
    <message>
        <source>unknown key %1 in %2; expected one of %3</source>
        <translation>%2 に不明なキー %1 があります。次のいずれかが必要です: %3</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1 から %2 までの整数</translation>
    </message>
    <message>
        <source>document</source>
        <translation>ドキュメント</translation>
    </message>
    <message>
        <source>expected %1, not %2</source>
        <extracomment>%1 and %2 are told apart: &quot;a list&quot;, &quot;true or false&quot;, &apos;x&apos;</extracomment>
        <translation>%2 ではなく %1 が必要です</translation>
    </message>
    <message>
        <source>expected a text without control characters</source>
        <translation>制御文字を含まないテキストが必要です</translation>
    </message>
    <message>
        <source>expected version: 0.1</source>
        <translation>version: 0.1 が必要です</translation>
    </message>
    <message>
        <source>error, warn, info or debug</source>
        <translation>error、warn、info、debug のいずれか</translation>
    </message>
    <message>
        <source>text, json or logstash</source>
        <translation>text、json、logstash のいずれか</translation>
    </message>
    <message>
        <source>expected storage.filesystem.rootdirectory, the folder to store in</source>
        <translation>storage.filesystem.rootdirectory (保存先のフォルダー) が必要です</translation>
    </message>
    <message>
        <source>data is kept in %1; what a registry stored beside it is neither read nor changed</source>
        <translation>データは %1 に保存します。レジストリがその隣に保存したものは、読み取りも変更もしません</translation>
    </message>
    <message>
        <source>expected one kind of it</source>
        <translation>種類を 1 つ指定する必要があります</translation>
    </message>
    <message>
        <source>expected realm and path</source>
        <translation>realm と path が必要です</translation>
    </message>
    <message>
        <source>this version answers at /v2/ only</source>
        <translation>このバージョンは /v2/ でのみ応答します</translation>
    </message>
    <message>
        <source>expected certificate and key, or letsencrypt</source>
        <translation>certificate と key、または letsencrypt が必要です</translation>
    </message>
    <message>
        <source>expected certificate and key</source>
        <translation>certificate と key が必要です</translation>
    </message>
    <message>
        <source>tls1.2 is the least here</source>
        <translation>ここでの最低は tls1.2 です</translation>
    </message>
    <message>
        <source>tls1.2 or tls1.3</source>
        <translation>tls1.2 または tls1.3</translation>
    </message>
    <message>
        <source>only clients with private addresses are served; access.allow of Lanyard&apos;s own configuration (version: 1) can name others</source>
        <translation>プライベートアドレスのクライアントにのみ提供します。Lanyard 独自の設定 (version: 1) の access.allow で他の相手を指定できます</translation>
    </message>
    <message>
        <source>%1 is ignored: the figures are at /metrics</source>
        <translation>%1 は無視されます: メトリクスは /metrics にあります</translation>
    </message>
    <message>
        <source>[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000</source>
        <translation>:5000 や 127.0.0.1:5000 のような [ADDRESS]:PORT</translation>
    </message>
    <message>
        <source>expected proxy.remoteurl: Lanyard is a cache in front of a registry, not a registry to push to</source>
        <translation>proxy.remoteurl が必要です: Lanyard はレジストリの手前に置くキャッシュであり、プッシュ先のレジストリではありません</translation>
    </message>
    <message>
        <source>a time that is not negative</source>
        <translation>負ではない時間</translation>
    </message>
    <message>
        <source>content does not expire by its age here; tags are checked upstream at every pull</source>
        <translation>ここでは内容が経過時間で期限切れになることはありません。タグはプルのたびにアップストリームに確認します</translation>
    </message>
    <message>
        <source>no key of the configuration has this name; ignored</source>
        <translation>この名前のキーは設定にありません。無視されます</translation>
    </message>
    <message>
        <source>the value is not YAML; put it in quotes</source>
        <translation>値が YAML ではありません。引用符で囲んでください</translation>
    </message>
    <message>
        <source>the list has no item of this number</source>
        <translation>リストにこの番号の項目はありません</translation>
    </message>
    <message>
        <source>has no effect on a cache</source>
        <translation>キャッシュでは効果がありません</translation>
    </message>
    <message>
        <source>this version sends no mail</source>
        <translation>このバージョンはメールを送信しません</translation>
    </message>
    <message>
        <source>this version reports to no service</source>
        <translation>このバージョンはどのサービスにも報告しません</translation>
    </message>
    <message>
        <source>no answer of a cache holds its own address</source>
        <translation>キャッシュの応答に自身のアドレスは含まれません</translation>
    </message>
    <message>
        <source>running transfers get 30s</source>
        <translation>実行中の転送には 30s の猶予があります</translation>
    </message>
    <message>
        <source>with http.tls.clientcas every client has to show a certificate</source>
        <translation>http.tls.clientcas を指定すると、すべてのクライアントが証明書を提示する必要があります</translation>
    </message>
    <message>
        <source>OpenSSL chooses them</source>
        <translation>OpenSSL が選択します</translation>
    </message>
    <message>
        <source>this version speaks HTTP/1.1</source>
        <translation>このバージョンは HTTP/1.1 を使用します</translation>
    </message>
    <message>
        <source>this version notifies nobody</source>
        <translation>このバージョンは誰にも通知しません</translation>
    </message>
    <message>
        <source>this version keeps its index by itself</source>
        <translation>このバージョンはインデックスを自動的に管理します</translation>
    </message>
    <message>
        <source>this version checks nothing but itself</source>
        <translation>このバージョンは自身以外をチェックしません</translation>
    </message>
    <message>
        <source>this version runs no credential helper; give proxy.username and proxy.password</source>
        <translation>このバージョンは認証情報ヘルパーを実行しません。proxy.username と proxy.password を指定してください</translation>
    </message>
    <message>
        <source>a page holds up to 1000</source>
        <translation>1 ページは最大 1000 件です</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m or 168h</source>
        <translation>30s、5m、168h のような時間</translation>
    </message>
    <message>
        <source>this version stores in a folder only; expected storage.filesystem.rootdirectory</source>
        <translation>このバージョンの保存先はフォルダーのみです。storage.filesystem.rootdirectory が必要です</translation>
    </message>
    <message>
        <source>this version asks for logins by htpasswd only</source>
        <translation>このバージョンでは、ログインに htpasswd のみを使用できます</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>不明なキー %1</translation>
    </message>
    <message>
        <source>unknown key %1 is ignored</source>
        <translation>不明なキー %1 は無視されます</translation>
    </message>
    <message>
        <source>%1 is ignored: %2</source>
        <translation>%1 は無視されます: %2</translation>
    </message>
    <message>
        <source>%1 is written by hand, in the file</source>
        <translation>%1 は手動でファイルに記述します</translation>
    </message>
    <message>
        <source>after this change the file would be wrong: %1</source>
        <translation>この変更を行うと、ファイルが正しくなくなります: %1</translation>
    </message>
    <message>
        <source>this change cannot be written so that the file comes to it exactly</source>
        <translation>ファイルが正確にこの内容になるように変更を書き込むことができません</translation>
    </message>
    <message>
        <source>its folder cannot be written by you</source>
        <translation>フォルダーへの書き込み権限がありません</translation>
    </message>
    <message>
        <source>this regular expression is wrong at its character %1: %2</source>
        <translation>この正規表現は %1 文字目に誤りがあります: %2</translation>
    </message>
    <message>
        <source>expected a tag with * and ? as wildcards, or re: and a regular expression</source>
        <translation>ワイルドカード * と ? を使ったタグ、または re: に続けて正規表現が必要です</translation>
    </message>
    <message>
        <source>expected %1, a file</source>
        <translation>%1 (ファイル) が必要です</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>ホスト名またはアドレス</translation>
    </message>
    <message>
        <source>give either acme or localCa</source>
        <translation>acme と localCa のどちらか一方を指定してください</translation>
    </message>
    <message>
        <source>%1 has files of its own; give either %1, or certificate and key</source>
        <translation>%1 は独自のファイルを使用します。%1 か、certificate と key のどちらか一方を指定してください</translation>
    </message>
    <message>
        <source>expected at least one file</source>
        <translation>少なくとも 1 つのファイルが必要です</translation>
    </message>
    <message>
        <source>1.2 or 1.3</source>
        <translation>1.2 または 1.3</translation>
    </message>
    <message>
        <source>expected at least one registry</source>
        <translation>少なくとも 1 つのレジストリが必要です</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 が重複しています</translation>
    </message>
    <message>
        <source>expected registry, a name such as docker.io</source>
        <translation>registry (docker.io のような名前) が必要です</translation>
    </message>
    <message>
        <source>expected url, such as https://registry-1.docker.io</source>
        <translation>https://registry-1.docker.io のような url が必要です</translation>
    </message>
    <message>
        <source>expected one of password, passwordFile and passwordEnv</source>
        <translation>password、passwordFile、passwordEnv のいずれか 1 つが必要です</translation>
    </message>
    <message>
        <source>expected a username beside it</source>
        <translation>併せて username が必要です</translation>
    </message>
    <message>
        <source>expected a password, a passwordFile or a passwordEnv beside it</source>
        <translation>併せて password、passwordFile、passwordEnv のいずれかが必要です</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 が空です</translation>
    </message>
    <message>
        <source>expected a path</source>
        <translation>パスが必要です</translation>
    </message>
    <message>
        <source>the beginning of a repository&apos;s name, such as team</source>
        <translation>team のようなリポジトリ名の先頭部分</translation>
    </message>
    <message>
        <source>expected a username</source>
        <translation>username が必要です</translation>
    </message>
    <message>
        <source>HOST or HOST:PORT in lower case</source>
        <translation>小文字の HOST または HOST:PORT</translation>
    </message>
    <message>
        <source>%1 is the name of another already</source>
        <translation>%1 は既に別のアップストリームの名前です</translation>
    </message>
    <message>
        <source>expected match, a pattern of tags</source>
        <translation>match (タグのパターン) が必要です</translation>
    </message>
    <message>
        <source>a time such as 30s, 5m, 1h, 7d or 0</source>
        <translation>30s、5m、1h、7d、0 のような時間</translation>
    </message>
    <message>
        <source>an immutable tag has no ttl</source>
        <translation>不変のタグに ttl は指定できません</translation>
    </message>
    <message>
        <source>expected ttl, immutable: true or revalidate: always</source>
        <translation>ttl、immutable: true、revalidate: always のいずれかが必要です</translation>
    </message>
    <message>
        <source>an immutable tag is never revalidated</source>
        <translation>不変のタグが再検証されることはありません</translation>
    </message>
    <message>
        <source>expected either ttl or revalidate</source>
        <translation>ttl と revalidate のどちらか一方が必要です</translation>
    </message>
    <message>
        <source>a user or password must not stand in the URL; use username and password</source>
        <translation>URL にユーザーやパスワードを含めることはできません。username と password を使用してください</translation>
    </message>
    <message>
        <source>expected a URL such as https://registry.example.com</source>
        <translation>https://registry.example.com のような URL が必要です</translation>
    </message>
    <message>
        <source>expected a URL without a path: registries are reached at /v2/</source>
        <translation>パスのない URL が必要です: レジストリには /v2/ で接続します</translation>
    </message>
    <message>
        <source>expected a host name, or an address, and a port from 1 to 65535</source>
        <translation>ホスト名またはアドレスと、1 から 65535 までのポートが必要です</translation>
    </message>
    <message>
        <source>expected http://HOST:PORT or socks5://HOST:PORT, without a user</source>
        <translation>ユーザーを含まない http://HOST:PORT または socks5://HOST:PORT が必要です</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>絶対パス、または ~/ で始まるパス</translation>
    </message>
    <message>
        <source>no control socket: %1</source>
        <translation>制御ソケットを使用できません: %1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>起動できません: %1</translation>
    </message>
    <message>
        <source>does not answer in time</source>
        <translation>時間内に応答しません</translation>
    </message>
    <message>
        <source>says more than it may</source>
        <translation>出力が上限を超えています</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>クラッシュしました</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>読み取れません: %1</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>this is a folder, not a file</source>
        <translation>ファイルではなくフォルダーです</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>this is not a file, but a pipe or a device</source>
        <translation>ファイルではなく、パイプまたはデバイスです</translation>
    </message>
    <message>
        <source>cannot open: %1</source>
        <translation>開けません: %1</translation>
    </message>
    <message>
        <source>cannot lock: %1</source>
        <translation>ロックできません: %1</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard</source>
        <translation>フォルダーは別の Lanyard が使用中です</translation>
    </message>
    <message>
        <source>the folder is in use by another Lanyard (process %1)</source>
        <translation>フォルダーは別の Lanyard (プロセス %1) が使用中です</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>書き込めません: %1</translation>
    </message>
    <message>
        <source>its attribute %1 cannot be read: %2</source>
        <translation>属性 %1 を読み取れません: %2</translation>
    </message>
    <message>
        <source>cannot be written: no new file in its folder: %1</source>
        <translation>書き込めません: フォルダーに新しいファイルを作成できません: %1</translation>
    </message>
    <message>
        <source>cannot be written: its attribute %1 cannot be kept: %2</source>
        <translation>書き込めません: 属性 %1 を維持できません: %2</translation>
    </message>
    <message>
        <source>cannot be written: its owner cannot be kept: %1</source>
        <translation>書き込めません: 所有者を維持できません: %1</translation>
    </message>
    <message>
        <source>cannot be written: its permissions cannot be kept: %1</source>
        <translation>書き込めません: アクセス権を維持できません: %1</translation>
    </message>
    <message>
        <source>cannot be replaced: %1</source>
        <translation>置き換えられません: %1</translation>
    </message>
    <message>
        <source>the environment variable %1 is not set</source>
        <translation>環境変数 %1 が設定されていません</translation>
    </message>
    <message>
        <source>it belongs to another user; run: %1</source>
        <translation>別のユーザーが所有しています。次を実行してください: %1</translation>
    </message>
    <message>
        <source>it has secrets, and others may read or write it; run: %1</source>
        <translation>秘密情報が含まれており、他のユーザーが読み書きできます。次を実行してください: %1</translation>
    </message>
    <message>
        <source>this is a symbolic link, not a file; put the file in its place</source>
        <translation>ファイルではなくシンボリックリンクです。代わりにファイルそのものを置いてください</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>開けません: %1</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>cannot be made durable: %1</source>
        <translation>ディスクへの書き込みを確定できません: %1</translation>
    </message>
    <message>
        <source>has been changed by somebody else since it was read</source>
        <translation>読み取った後に、他から変更されました</translation>
    </message>
    <message>
        <source>this is no file that can be replaced</source>
        <translation>置き換え可能なファイルではありません</translation>
    </message>
    <message>
        <source>is replaced, but may be the old one again after a power cut: %1</source>
        <translation>置き換えましたが、停電が起きると元の内容に戻る可能性があります: %1</translation>
    </message>
    <message>
        <source>too many requests wait for one credential</source>
        <translation>1 つの認証情報を待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>it is too long for a password</source>
        <translation>パスワードとしては長すぎます</translation>
    </message>
    <message>
        <source>the user name is empty</source>
        <translation>ユーザー名が空です</translation>
    </message>
    <message>
        <source>the user name has a colon or a control character</source>
        <translation>ユーザー名にコロンまたは制御文字が含まれています</translation>
    </message>
    <message>
        <source>the user name or the password is too long</source>
        <translation>ユーザー名またはパスワードが長すぎます</translation>
    </message>
    <message>
        <source>the user name or the password is not text</source>
        <translation>ユーザー名またはパスワードがテキストではありません</translation>
    </message>
    <message>
        <source>the name of a credential helper has only letters, digits, - _ and .</source>
        <translation>認証情報ヘルパーの名前に使用できるのは、英字、数字、-、_、. のみです</translation>
    </message>
    <message>
        <source>nothing is written to it until this is mended, or the file put aside</source>
        <translation>これを修正するか、ファイルを退避するまで、何も書き込みません</translation>
    </message>
    <message>
        <source>has as many credentials as it may</source>
        <translation>認証情報の数が上限に達しています</translation>
    </message>
    <message>
        <source>would be longer than it may be</source>
        <translation>長さの上限を超えます</translation>
    </message>
    <message>
        <source>expected %1</source>
        <translation>%1 が必要です</translation>
    </message>
    <message>
        <source>expected an object &quot;credentials&quot; beside the version, and no more</source>
        <translation>version のほかに必要なのはオブジェクト &quot;credentials&quot; のみです</translation>
    </message>
    <message>
        <source>has more credentials than it may</source>
        <translation>認証情報の数が上限を超えています</translation>
    </message>
    <message>
        <source>credential %1</source>
        <translation>認証情報 %1</translation>
    </message>
    <message>
        <source>is there twice, in two spellings</source>
        <translation>2 通りの表記で重複しています</translation>
    </message>
    <message>
        <source>%1 is not in PATH; install it</source>
        <translation>%1 が PATH にありません。インストールしてください</translation>
    </message>
    <message>
        <source>too many questions wait for credential helpers</source>
        <translation>認証情報ヘルパーを待っている問い合わせが多すぎます</translation>
    </message>
    <message>
        <source>the file has no credential for %1</source>
        <translation>ファイルに %1 の認証情報がありません</translation>
    </message>
    <message>
        <source>expected username and password, identityToken, or helper</source>
        <translation>username と password、identityToken、helper のいずれかが必要です</translation>
    </message>
    <message>
        <source>expected the name of a registry, such as quay.io or quay.io/org</source>
        <translation>quay.io や quay.io/org のようなレジストリの名前が必要です</translation>
    </message>
    <message>
        <source>expected a path of repositories behind the registry, such as quay.io/org</source>
        <translation>quay.io/org のように、レジストリに続くリポジトリのパスが必要です</translation>
    </message>
    <message>
        <source>%1 has a credential in the configuration, which goes before others; change it there</source>
        <translation>%1 には、他より優先される認証情報が設定にあります。そちらを変更してください</translation>
    </message>
    <message>
        <source>the configuration is written by hand only</source>
        <translation>この設定は手動でのみ記述できます</translation>
    </message>
    <message>
        <source>the name of a helper is kept in the file only</source>
        <translation>ヘルパーの名前はファイルにのみ保存されます</translation>
    </message>
    <message>
        <source>there is no keychain here</source>
        <translation>ここにはキーチェーンがありません</translation>
    </message>
    <message>
        <source>%1 has its credential in the configuration; remove it there</source>
        <translation>%1 の認証情報は設定にあります。そちらを削除してください</translation>
    </message>
    <message>
        <source>no credential is kept for %1</source>
        <translation>%1 の認証情報は保存されていません</translation>
    </message>
    <message>
        <source>expected text</source>
        <translation>テキストが必要です</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>オブジェクトが必要です</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>項目が多すぎます</translation>
    </message>
    <message>
        <source>entry %1 is for no registry</source>
        <translation>項目 %1 はレジストリ用ではありません</translation>
    </message>
    <message>
        <source>auth is not base64</source>
        <translation>auth が base64 ではありません</translation>
    </message>
    <message>
        <source>auth is not the base64 of user:password</source>
        <translation>auth が user:password の base64 ではありません</translation>
    </message>
    <message>
        <source>does not answer with a credential</source>
        <extracomment>after the name of a program</extracomment>
        <translation>認証情報を返しません</translation>
    </message>
    <message>
        <source>gives a credential that cannot be used: %1</source>
        <translation>使用できない認証情報を返しました: %1</translation>
    </message>
    <message>
        <source>does not answer with a list</source>
        <translation>一覧を返しません</translation>
    </message>
    <message>
        <source>has no credential for it</source>
        <translation>対象の認証情報を持っていません</translation>
    </message>
    <message>
        <source>has no whole credential for it</source>
        <translation>対象の完全な認証情報を持っていません</translation>
    </message>
    <message>
        <source>failed; run it by hand to see why</source>
        <translation>失敗しました。理由を確認するには手動で実行してください</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>JSON オブジェクトが必要です</translation>
    </message>
    <message>
        <source>the keychain has something else than a credential there; set it again</source>
        <translation>キーチェーンのこの場所に認証情報以外のものがあります。設定し直してください</translation>
    </message>
    <message>
        <source>the keychain does not give the credential of %1: it is locked, or has it no more</source>
        <translation>キーチェーンから %1 の認証情報を取得できません: ロックされているか、既に存在しません</translation>
    </message>
    <message>
        <source>too many questions wait for the keychain</source>
        <translation>キーチェーンを待っている問い合わせが多すぎます</translation>
    </message>
    <message>
        <source>the keychain does not answer; it may wait to be unlocked</source>
        <translation>キーチェーンが応答しません。ロックの解除を待っている可能性があります</translation>
    </message>
    <message>
        <source>put the file aside, and set the credentials of the keychain again</source>
        <translation>ファイルを退避し、キーチェーンの認証情報を設定し直してください</translation>
    </message>
    <message>
        <source>the keychain has as many credentials of Lanyard as it may</source>
        <translation>キーチェーンにある Lanyard の認証情報の数が上限に達しています</translation>
    </message>
    <message>
        <source>expected &quot;version&quot;: 1 and an object &quot;users&quot;</source>
        <translation>&quot;version&quot;: 1 とオブジェクト &quot;users&quot; が必要です</translation>
    </message>
    <message>
        <source>has more entries than it may</source>
        <translation>項目の数が上限を超えています</translation>
    </message>
    <message>
        <source>entry %1 is no registry with a user name</source>
        <translation>項目 %1 はユーザー名を伴うレジストリではありません</translation>
    </message>
    <message>
        <source>the keychain has no such entry</source>
        <translation>キーチェーンにこの項目はありません</translation>
    </message>
    <message>
        <source>the keychain stays closed: its user said no</source>
        <translation>キーチェーンはロックされたままです: ユーザーが拒否しました</translation>
    </message>
    <message>
        <source>the keychain is locked, or denies access</source>
        <translation>キーチェーンがロックされているか、アクセスを拒否しています</translation>
    </message>
    <message>
        <source>there is no keychain service here</source>
        <translation>ここにはキーチェーンサービスがありません</translation>
    </message>
    <message>
        <source>the keychain cannot be used: %1 (it needs a D-Bus session with a keychain service)</source>
        <translation>キーチェーンを使用できません: %1 (キーチェーンサービスのある D-Bus セッションが必要です)</translation>
    </message>
    <message>
        <source>buildkitd does not run; start its service</source>
        <translation>buildkitd が実行されていません。サービスを開始してください</translation>
    </message>
    <message>
        <source>the builder does not run; it starts with its next build</source>
        <translation>ビルダーが実行されていません。次のビルド時に開始されます</translation>
    </message>
    <message>
        <source>it does not run; start it: %1</source>
        <translation>実行されていません。次で開始してください: %1</translation>
    </message>
    <message>
        <source>its CRI plugin is off in %1 (disabled_plugins): only nerdctl, and ctr with --hosts-dir, read %2</source>
        <translation>%1 で CRI プラグインが無効になっています (disabled_plugins): %2 を読み取るのは nerdctl と、--hosts-dir を指定した ctr だけです</translation>
    </message>
    <message>
        <source>%1 has mirrors of its own, beside which config_path is an error; move them to %2</source>
        <translation>%1 に独自のミラーが記述されており、config_path と併用するとエラーになります。ミラーを %2 に移してください</translation>
    </message>
    <message>
        <source>for Kubernetes, containerd %1 reads %2 only when config_path in %3 says so; set it and restart containerd</source>
        <translation>Kubernetes 用の containerd %1 は、%3 の config_path で指定されている場合にのみ %2 を読み取ります。これを設定し、containerd を再起動してください</translation>
    </message>
    <message>
        <source>%1 does not run; start it: %2</source>
        <translation>%1 が実行されていません。次で開始してください: %2</translation>
    </message>
    <message>
        <source>%1 is not reached from inside the container %2; see whether the cache serves that address, and what a firewall says of containers</source>
        <translation>コンテナ %2 の中から %1 に接続できません。キャッシュがそのアドレスで提供しているか、またファイアウォールがコンテナを許可しているかを確認してください</translation>
    </message>
    <message>
        <source>is no JSON object: %1</source>
        <translation>JSON オブジェクトではありません: %1</translation>
    </message>
    <message>
        <source>this user may not ask Docker; add it to the group docker (which is as good as root), or use sudo</source>
        <translation>このユーザーには Docker を使用する権限がありません。グループ docker に追加する (root と同等の権限になります) か、sudo を使用してください</translation>
    </message>
    <message>
        <source>docker info does not answer in time; see whether its service hangs</source>
        <translation>docker info が時間内に応答しません。サービスがハングしていないか確認してください</translation>
    </message>
    <message>
        <source>%1 does not run; start Docker Desktop</source>
        <translation>%1 が実行されていません。Docker Desktop を起動してください</translation>
    </message>
    <message>
        <source>dockerd was started with %1, and does not start when %2 says it, too; take the option off its command line (systemctl edit docker)</source>
        <translation>dockerd が %1 を指定して起動されており、%2 にも同じ指定があると起動しません。コマンドラインからこのオプションを取り除いてください (systemctl edit docker)</translation>
    </message>
    <message>
        <source>add %1 to no-proxy, in the proxies of %2 or in its service&apos;s NO_PROXY, and restart it</source>
        <translation>%1 を、%2 の proxies にある no-proxy か、サービスの NO_PROXY に追加し、再起動してください</translation>
    </message>
    <message>
        <source>Docker Engine %1 mirrors only docker.io; for other registries it has to be 28 or later</source>
        <translation>Docker Engine %1 がミラーできるのは docker.io のみです。他のレジストリには 28 以降が必要です</translation>
    </message>
    <message>
        <source>its image store (%1) mirrors only docker.io for docker pull; for other registries it needs containerd&apos;s store</source>
        <translation>イメージストア (%1) では、docker pull でミラーできるのは docker.io のみです。他のレジストリには containerd のイメージストアが必要です</translation>
    </message>
    <message>
        <source>global.buildkit_host in %1 names a builder elsewhere, which what is set here does not reach; set up that builder, or take the key out</source>
        <translation>%1 の global.buildkit_host は別の場所のビルダーを指しており、ここでの設定はそれに反映されません。そのビルダーを設定するか、このキーを取り除いてください</translation>
    </message>
    <message>
        <source>%1 does not run; start its service</source>
        <translation>%1 が実行されていません。サービスを開始してください</translation>
    </message>
    <message>
        <source>the cluster&apos;s nodes do not run</source>
        <translation>クラスターのノードが実行されていません</translation>
    </message>
    <message>
        <source>it runs in a network of its own, where %1 is not this computer</source>
        <translation>独自のネットワークで実行されており、そこでは %1 はこのコンピューターを指しません</translation>
    </message>
    <message>
        <source>it runs in a container, where %1 is not this computer</source>
        <translation>コンテナ内で実行されており、そこでは %1 はこのコンピューターを指しません</translation>
    </message>
    <message>
        <source>it runs in containers, where %1 is not this computer</source>
        <translation>複数のコンテナ内で実行されており、そこでは %1 はこのコンピューターを指しません</translation>
    </message>
    <message>
        <source>it runs in a virtual machine, where %1 is not this computer</source>
        <translation>仮想マシン内で実行されており、そこでは %1 はこのコンピューターを指しません</translation>
    </message>
    <message>
        <source>it runs in a machine of its own, where %1 is not this computer</source>
        <translation>専用のマシン内で実行されており、そこでは %1 はこのコンピューターを指しません</translation>
    </message>
    <message>
        <source>give the cache by the address that this computer has on its network</source>
        <translation>キャッシュは、このコンピューターのネットワーク上のアドレスで指定してください</translation>
    </message>
    <message>
        <source>%1 would ask the proxy %2 for %3</source>
        <extracomment>%1: a program; %2, %3: addresses</extracomment>
        <translation>%1 は %3 へのアクセスにプロキシ %2 を使用します</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of its service</source>
        <translation>サービスの NO_PROXY に %1 を追加してください</translation>
    </message>
    <message>
        <source>add %1 to NO_PROXY of your environment</source>
        <translation>環境変数 NO_PROXY に %1 を追加してください</translation>
    </message>
    <message>
        <source>this user may not read %1; as root it is known what is in it</source>
        <translation>このユーザーには %1 を読み取る権限がありません。内容は root で確認できます</translation>
    </message>
    <message>
        <source>%1 has a table for %2, and is read after the file of Lanyard, which then says it for nothing</source>
        <translation>%1 に %2 のテーブルがあり、Lanyard のファイルより後に読み取られるため、Lanyard のファイルの指定は効きません</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), and is read after the file of Lanyard, which then says it for nothing</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 に %2 のテーブル (%3) があり、Lanyard のファイルより後に読み取られるため、Lanyard のファイルの指定は効きません</translation>
    </message>
    <message>
        <source>%1 has a table for %2 (%3), whose place a table of Lanyard&apos;s takes</source>
        <extracomment>%1: a file; %2: a registry; %3: what the table says, as the file writes it</extracomment>
        <translation>%1 に %2 のテーブル (%3) がありますが、Lanyard のテーブルが優先されます</translation>
    </message>
    <message>
        <source>change it there, or leave %1 out of the set-up</source>
        <translation>そちらを変更するか、%1 を設定の対象から外してください</translation>
    </message>
    <message>
        <source>%1 says something else of %2, and is read later; take it out there</source>
        <translation>%1 に %2 についての別の指定があり、後から読み取られます。そちらから取り除いてください</translation>
    </message>
    <message>
        <source>%1 is there, so that nothing in %2 is read; take it away, or put what is in it there</source>
        <translation>%1 があるため、%2 の内容は読み取られません。それを取り除くか、内容をそこに移してください</translation>
    </message>
    <message>
        <source>No file descriptors are left: new connections wait. Raise the limit (ulimit -n).</source>
        <translation>ファイル記述子が残っていません: 新しい接続は待機します。上限を引き上げてください (ulimit -n)。</translation>
    </message>
    <message>
        <source>its disk cannot be asked</source>
        <translation>ディスクの状態を取得できません</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not &quot;private&quot;, &quot;any&quot;, an address or an address range</source>
        <translation>&apos;%1&apos; は &quot;private&quot;、&quot;any&quot;、アドレス、アドレス範囲のいずれでもありません</translation>
    </message>
    <message>
        <source>cannot listen on %1: %2</source>
        <translation>%1 で待ち受けできません: %2</translation>
    </message>
    <message>
        <source>the port is used by another program</source>
        <translation>ポートは別のプログラムが使用しています</translation>
    </message>
    <message>
        <source>the port is used by %1</source>
        <translation>ポートは %1 が使用しています</translation>
    </message>
    <message>
        <source>this computer has no such address</source>
        <translation>このコンピューターにこのアドレスはありません</translation>
    </message>
    <message>
        <source>this user may not use the port: take one above 1023, or grant CAP_NET_BIND_SERVICE</source>
        <translation>このユーザーにはこのポートを使用する権限がありません。1023 より大きいポートを選ぶか、CAP_NET_BIND_SERVICE を付与してください</translation>
    </message>
    <message>
        <source>the process has no file descriptor left</source>
        <translation>プロセスのファイル記述子が残っていません</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an IP address</source>
        <translation>&apos;%1&apos; は IP アドレスではありません</translation>
    </message>
    <message>
        <source>what happened before is not known, and what happens now is forgotten at the end</source>
        <translation>これまでの記録は不明で、今回の記録も終了時に失われます</translation>
    </message>
    <message>
        <source>what happens is kept in memory only</source>
        <translation>記録はメモリにのみ保持されます</translation>
    </message>
    <message>
        <source>it was put aside as %1</source>
        <translation>%1 として退避しました</translation>
    </message>
    <message>
        <source>its rows contradict each other</source>
        <translation>行の内容が互いに矛盾しています</translation>
    </message>
    <message>
        <source>it is no database</source>
        <translation>データベースではありません</translation>
    </message>
    <message>
        <source>put back what was there, or make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>以前あったものを元に戻すか、`lanyard ca create --force` で別の認証局を作成してください。その場合、すべてのクライアントで新たに信頼する必要があります</translation>
    </message>
    <message>
        <source>this is not the key of the certificate in %1</source>
        <translation>%1 の証明書の鍵ではありません</translation>
    </message>
    <message>
        <source>it has to belong to the user who runs Lanyard</source>
        <translation>Lanyard を実行するユーザーが所有している必要があります</translation>
    </message>
    <message>
        <source>this is no certificate of an authority</source>
        <translation>認証局の証明書ではありません</translation>
    </message>
    <message>
        <source>other users of this computer may use the key, and pose as any server to those that trust the local CA: %1</source>
        <translation>このコンピューターの他のユーザーがこの鍵を使用し、ローカル CA を信頼する相手に対して任意のサーバーになりすますことができます: %1</translation>
    </message>
    <message>
        <source>cannot be made readable: %1</source>
        <translation>読み取り可能にできません: %1</translation>
    </message>
    <message>
        <source>there is something already</source>
        <translation>既に何かが存在します</translation>
    </message>
    <message>
        <source>cannot be put in its place: %1</source>
        <translation>所定の場所に置けません: %1</translation>
    </message>
    <message>
        <source>a certificate cannot be made: %1</source>
        <translation>証明書を作成できません: %1</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: %2</source>
        <translation>ローカル CA は %1 に期限切れになりました: %2</translation>
    </message>
    <message>
        <source>make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>`lanyard ca create --force` で別の認証局を作成してください。すべてのクライアントで新たに信頼する必要があります</translation>
    </message>
    <message>
        <source>the local CA holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right? If it was wrong when the CA was made, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>ローカル CA は %1 から有効になります: それまではクライアントに拒否されます。このコンピューターの時計は正しいですか? CA の作成時に時計がずれていた場合は、`lanyard ca create --force` で別の認証局を作成してください。すべてのクライアントで新たに信頼する必要があります</translation>
    </message>
    <message>
        <source>the local CA has ended at %1: clients refuse its certificates</source>
        <translation>ローカル CA は %1 に期限切れになりました: その証明書はクライアントに拒否されます</translation>
    </message>
    <message>
        <source>the local CA ends at %1: before that, make another authority with `lanyard ca create --force`, which all clients have to trust anew</source>
        <translation>ローカル CA は %1 に期限切れになります: その前に `lanyard ca create --force` で別の認証局を作成してください。すべてのクライアントで新たに信頼する必要があります</translation>
    </message>
    <message>
        <source>there is no local CA; `lanyard ca create` makes one</source>
        <translation>ローカル CA がありません。`lanyard ca create` で作成できます</translation>
    </message>
    <message>
        <source>The certificate of the local CA has no room for all names and addresses of this computer: it lacks %1</source>
        <translation>ローカル CA の証明書に、このコンピューターのすべての名前とアドレスは収まりません: %1 が含まれていません</translation>
    </message>
    <message>
        <source>the certificate of before stays in use</source>
        <translation>以前の証明書を引き続き使用します</translation>
    </message>
    <message>
        <source>Lanyard does not run</source>
        <translation>Lanyard は実行されていません</translation>
    </message>
    <message>
        <source>there is something else than certificates in this file, which would be lost: move it away</source>
        <translation>このファイルには証明書以外のものが含まれており、失われてしまいます: 別の場所に移してください</translation>
    </message>
    <message>
        <source>%1 is no list</source>
        <translation>%1 はリストではありません</translation>
    </message>
    <message>
        <source>the cache has TLS, and this says that it has not; please change it</source>
        <translation>キャッシュは TLS を使用しますが、ここでは使用しないと指定されています。変更してください</translation>
    </message>
    <message>
        <source>the cache has no TLS, and this says that it has; please change it</source>
        <translation>キャッシュは TLS を使用しませんが、ここでは使用すると指定されています。変更してください</translation>
    </message>
    <message>
        <source>expected an object: { }</source>
        <translation>オブジェクトが必要です: { }</translation>
    </message>
    <message>
        <source>expected a list of texts: [ ]</source>
        <translation>テキストのリストが必要です: [ ]</translation>
    </message>
    <message>
        <source>expected a text in double quotes</source>
        <translation>二重引用符で囲んだテキストが必要です</translation>
    </message>
    <message>
        <source>in the text that begins here, %1</source>
        <translation>ここから始まるテキストの中: %1</translation>
    </message>
    <message>
        <source>the path of the certificate has a colon, with which it cannot be given to the container of BuildKit: %1</source>
        <translation>証明書のパスにコロンが含まれているため、BuildKit のコンテナに渡せません: %1</translation>
    </message>
    <message>
        <source>expected a list of arguments</source>
        <translation>引数のリストが必要です</translation>
    </message>
    <message>
        <source>expected a text with the configuration of BuildKit</source>
        <translation>BuildKit の設定のテキストが必要です</translation>
    </message>
    <message>
        <source>the file begins with a byte order mark, which its readers do not understand; please save it without one</source>
        <translation>ファイルがバイト順マークで始まっており、これを読み取るプログラムが解釈できません。バイト順マークなしで保存してください</translation>
    </message>
    <message>
        <source>this text cannot be edited safely</source>
        <translation>このテキストは安全に編集できません</translation>
    </message>
    <message>
        <source>expected a text</source>
        <translation>テキストが必要です</translation>
    </message>
    <message>
        <source>this host may not pull and resolve; please add that to its capabilities</source>
        <translation>このホストには pull と resolve が許可されていません。capabilities に追加してください</translation>
    </message>
    <message>
        <source>this host has no ca, which the certificate of the cache needs; please add it, or remove the host</source>
        <translation>このホストには、キャッシュの証明書に必要な ca がありません。追加するか、このホストを取り除いてください</translation>
    </message>
    <message>
        <source>this host has no header with the login of the cache; please add it, or remove the host</source>
        <translation>このホストには、キャッシュのログイン情報を持つ header がありません。追加するか、このホストを取り除いてください</translation>
    </message>
    <message>
        <source>a hosts.toml is of one registry</source>
        <translation>hosts.toml は 1 つのレジストリ専用です</translation>
    </message>
    <message>
        <source>expected the name or the address of a computer</source>
        <translation>コンピューターの名前またはアドレスが必要です</translation>
    </message>
    <message>
        <source>expected a number from 1 to 65535</source>
        <translation>1 から 65535 までの数値が必要です</translation>
    </message>
    <message>
        <source>there is one, and no TLS</source>
        <translation>指定されていますが、TLS を使用しません</translation>
    </message>
    <message>
        <source>expected certificates as PEM, and nothing else</source>
        <translation>PEM 形式の証明書のみが必要です</translation>
    </message>
    <message>
        <source>expected a name without colons and control characters</source>
        <translation>コロンと制御文字を含まない名前が必要です</translation>
    </message>
    <message>
        <source>there is one, and no user</source>
        <translation>指定されていますが、ユーザーがありません</translation>
    </message>
    <message>
        <source>this file has no place for all of them</source>
        <translation>このファイルでは、すべてのレジストリをまとめて指定することはできません</translation>
    </message>
    <message>
        <source>expected names of registries, such as quay.io</source>
        <translation>quay.io のようなレジストリの名前が必要です</translation>
    </message>
    <message>
        <source>there are too many, or one is there twice</source>
        <translation>数が多すぎるか、重複があります</translation>
    </message>
    <message>
        <source>a hosts.toml is of one</source>
        <translation>hosts.toml に指定できるのは 1 つだけです</translation>
    </message>
    <message>
        <source>expected at least one</source>
        <translation>少なくとも 1 つ必要です</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>絶対パスが必要です</translation>
    </message>
    <message>
        <source>this is for a daemon.json and plain HTTP</source>
        <translation>これは daemon.json と平文の HTTP の場合のものです</translation>
    </message>
    <message>
        <source>expected certificates as PEM</source>
        <translation>PEM 形式の証明書が必要です</translation>
    </message>
    <message>
        <source>this is no recipe: %1</source>
        <extracomment>A recipe is what is to be put into a file; that comes to root&apos;s helper program.</extracomment>
        <translation>これはレシピではありません: %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>true または false が必要です</translation>
    </message>
    <message>
        <source>expected a list of texts</source>
        <translation>テキストのリストが必要です</translation>
    </message>
    <message>
        <source>there is a key that is not known</source>
        <translation>不明なキーがあります</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>expected an object as JSON</source>
        <translation>JSON のオブジェクトが必要です</translation>
    </message>
    <message>
        <source>there is none of this name</source>
        <translation>この名前のものはありません</translation>
    </message>
    <message>
        <source>expected a path of this computer</source>
        <translation>このコンピューターのパスが必要です</translation>
    </message>
    <message>
        <source>the cache has no TLS; please add %1 to this mirror</source>
        <translation>キャッシュは TLS を使用しません。このミラーに %1 を追加してください</translation>
    </message>
    <message>
        <source>this is the old form of the file, which cannot have mirrors; please write it in the new one, with %1</source>
        <translation>ファイルが、ミラーを記述できない古い形式です。%1 を使う新しい形式で記述してください</translation>
    </message>
    <message>
        <source>%1 is not a configured registry</source>
        <translation>%1 は設定済みのレジストリではありません</translation>
    </message>
    <message>
        <source>an export or import is running already</source>
        <translation>エクスポートまたはインポートが既に実行中です</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an absolute path</source>
        <translation>&apos;%1&apos; は絶対パスではありません</translation>
    </message>
    <message>
        <source>%1 does not say how long the blob is</source>
        <translation>%1 がブロブの長さを示していません</translation>
    </message>
    <message>
        <source>it is another name of %1; log in there</source>
        <translation>これは %1 の別名です。そちらにログインしてください</translation>
    </message>
    <message>
        <source>it is no upstream</source>
        <translation>アップストリームではありません</translation>
    </message>
    <message>
        <source>too many requests wait for this blob</source>
        <translation>このブロブを待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>%1 sends %2 bytes for %3, its manifest says %4</source>
        <extracomment>%1: a registry, %2 and %4: numbers of bytes, %3: a digest</extracomment>
        <translation>%1 は %3 として %2 バイトを送信しますが、マニフェストでは %4 バイトです</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <extracomment>%1: the digest of a blob, %2: why</extracomment>
        <translation>%1 を取得できませんでした: %2</translation>
    </message>
    <message>
        <source>it is not complete for any platform; prefetch fetches what is missing</source>
        <extracomment>&quot;prefetch&quot; is the name of a command.</extracomment>
        <translation>どのプラットフォームについても完全ではありません。不足分は prefetch で取得できます</translation>
    </message>
    <message>
        <source>too many questions wait for an answer</source>
        <translation>応答を待っている問い合わせが多すぎます</translation>
    </message>
    <message>
        <source>the engine stops</source>
        <translation>エンジンは停止処理中です</translation>
    </message>
    <message>
        <source>no image was named</source>
        <translation>イメージが指定されていません</translation>
    </message>
    <message>
        <source>%1 is damaged here: %2; the next pull fetches it anew</source>
        <translation>%1 の保存内容が破損しています: %2。次回のプルで新たに取得します</translation>
    </message>
    <message>
        <source>it has other bytes</source>
        <translation>バイトの内容が異なります</translation>
    </message>
    <message>
        <source>it has %1 bytes</source>
        <translation>サイズが %1 バイトあります</translation>
    </message>
    <message>
        <source>it is no manifest of an image that clients take today</source>
        <translation>現在のクライアントが受け付けるイメージのマニフェストではありません</translation>
    </message>
    <message>
        <source>no image is in it</source>
        <translation>イメージが含まれていません</translation>
    </message>
    <message>
        <source>a name is for one image, and it has more</source>
        <translation>名前は 1 つのイメージ用ですが、複数のイメージが含まれています</translation>
    </message>
    <message>
        <source>the archive does not say of which repository it is: give it a name</source>
        <translation>アーカイブにリポジトリの記述がありません: 名前を指定してください</translation>
    </message>
    <message>
        <source>%1 is not configured</source>
        <translation>%1 は設定されていません</translation>
    </message>
    <message>
        <source>%1 is another image than %2</source>
        <translation>%1 は %2 とは別のイメージです</translation>
    </message>
    <message>
        <source>its manifest is not in the archive</source>
        <translation>マニフェストがアーカイブにありません</translation>
    </message>
    <message>
        <source>its manifest</source>
        <translation>マニフェスト</translation>
    </message>
    <message>
        <source>%1 is not in the cache</source>
        <translation>%1 はキャッシュにありません</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of an image, such as alpine:3.19 or quay.io/org/name@sha256:...</source>
        <translation>&apos;%1&apos; は、alpine:3.19 や quay.io/org/name@sha256:... のようなイメージの名前ではありません</translation>
    </message>
    <message>
        <source>too many requests wait for this manifest</source>
        <translation>このマニフェストを待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>%1 answered a manifest with the digest %2 instead of %3</source>
        <translation>%1 は、ダイジェストが %3 ではなく %2 のマニフェストを返しました</translation>
    </message>
    <message>
        <source>%1 was not stored: %2</source>
        <translation>%1 は保存されませんでした: %2</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end in time</source>
        <translation>アップストリームの一覧が時間内に終わりません</translation>
    </message>
    <message>
        <source>the upstream&apos;s list does not end</source>
        <translation>アップストリームの一覧が終わりません</translation>
    </message>
    <message>
        <source>too many platforms</source>
        <translation>プラットフォームが多すぎます</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a platform, such as linux/amd64 or linux/arm/v7</source>
        <translation>&apos;%1&apos; は、linux/amd64 や linux/arm/v7 のようなプラットフォームではありません</translation>
    </message>
    <message>
        <source>there is no image for %1, only for %2</source>
        <extracomment>%1: a platform, %2: a list of platforms</extracomment>
        <translation>%1 用のイメージはなく、%2 用のみがあります</translation>
    </message>
    <message>
        <source>it was not stored, a warning says why</source>
        <translation>保存されませんでした。理由は警告を参照してください</translation>
    </message>
    <message>
        <source>%1 was not stored, a warning says why</source>
        <translation>%1 は保存されませんでした。理由は警告を参照してください</translation>
    </message>
    <message>
        <source>a digest names the same image for ever</source>
        <translation>ダイジェストは常に同じイメージを指します</translation>
    </message>
    <message>
        <source>its registry could not be asked</source>
        <translation>レジストリに問い合わせできませんでした</translation>
    </message>
    <message>
        <source>%1 was not stored</source>
        <translation>%1 は保存されませんでした</translation>
    </message>
    <message>
        <source>%1 is not one of the configured upstreams</source>
        <translation>%1 は設定済みのアップストリームではありません</translation>
    </message>
    <message>
        <source>too many images are being fetched ahead</source>
        <translation>事前取得中のイメージが多すぎます</translation>
    </message>
    <message>
        <source>too many requests wait for this repository</source>
        <translation>このリポジトリを待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>%1 sends something else than the missing part of %2</source>
        <translation>%1 が、%2 の不足部分とは異なるものを送信しています</translation>
    </message>
    <message>
        <source>%1 sent %2 up to byte %3, not %4</source>
        <extracomment>%1: a registry, %2: a digest, %3 and %4: numbers of bytes</extracomment>
        <translation>%1 は %2 を、%4 バイト目までではなく %3 バイト目まで送信しました</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of referrers is not one</source>
        <translation>アップストリームのリファラー一覧が正しい一覧ではありません</translation>
    </message>
    <message>
        <source>%1 denies access</source>
        <translation>%1 がアクセスを拒否しています</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>何も指定されていません</translation>
    </message>
    <message>
        <source>too many requests wait for this tag</source>
        <translation>このタグを待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is not one</source>
        <translation>アップストリームのタグ一覧が正しい一覧ではありません</translation>
    </message>
    <message>
        <source>the upstream&apos;s list of tags is too long</source>
        <translation>アップストリームのタグ一覧が長すぎます</translation>
    </message>
    <message>
        <source>this is not paused</source>
        <translation>一時停止されていません</translation>
    </message>
    <message>
        <source>another client is being set up; wait for it</source>
        <translation>別のクライアントを設定中です。完了するまでお待ちください</translation>
    </message>
    <message>
        <source>All of it is there already.</source>
        <translation>すべて既に存在します。</translation>
    </message>
    <message>
        <source>It was put there by somebody else while it was paused: Lanyard does not take it out again.</source>
        <translation>一時停止中に他から追加されたものです: Lanyard が再び取り除くことはありません。</translation>
    </message>
    <message>
        <source>%1 is set up already; undo that first</source>
        <translation>%1 は既に設定済みです。先に元に戻してください</translation>
    </message>
    <message>
        <source>not all of it could be taken back: undo it</source>
        <translation>一部を取り消せませんでした: 元に戻してください</translation>
    </message>
    <message>
        <source>nothing was set up for it</source>
        <translation>このための設定は行われていません</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 に書き込む</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 を復元する</translation>
    </message>
    <message>
        <source>and it could not be taken back: %1</source>
        <translation>さらに、取り消しにも失敗しました: %1</translation>
    </message>
    <message>
        <source>Docker Engine was not seen to read %1; it may keep the mirror until it is started again.</source>
        <translation>Docker Engine が %1 を読み取ったことを確認できませんでした。次に起動するまで、ミラーを使い続ける可能性があります。</translation>
    </message>
    <message>
        <source>process %1 is no process</source>
        <translation>プロセス %1 は存在しません</translation>
    </message>
    <message>
        <source>process %1 is no Docker Engine</source>
        <translation>プロセス %1 は Docker Engine ではありません</translation>
    </message>
    <message>
        <source>process %1 cannot be told: %2</source>
        <translation>プロセス %1 に通知できません: %2</translation>
    </message>
    <message>
        <source>`%1` is missing</source>
        <translation>`%1` がありません</translation>
    </message>
    <message>
        <source>`%1` is no plain text, or too long</source>
        <translation>`%1` がプレーンテキストではないか、長すぎます</translation>
    </message>
    <message>
        <source>`%1` is none of the words that it may be</source>
        <translation>`%1` が許可された語のいずれでもありません</translation>
    </message>
    <message>
        <source>`%1` is no SHA-256 in hexadecimal digits</source>
        <translation>`%1` が 16 進数の SHA-256 ではありません</translation>
    </message>
    <message>
        <source>`%1` is no whole number, or too large</source>
        <translation>`%1` が整数ではないか、大きすぎます</translation>
    </message>
    <message>
        <source>`%1` is no list, or too long</source>
        <translation>`%1` がリストではないか、長すぎます</translation>
    </message>
    <message>
        <source>`%1` has what is no plain text, or too long</source>
        <translation>`%1` に、プレーンテキストではないもの、または長すぎるものが含まれています</translation>
    </message>
    <message>
        <source>`%1` has what is no object</source>
        <translation>`%1` にオブジェクトではないものが含まれています</translation>
    </message>
    <message>
        <source>`%1` is no object</source>
        <translation>`%1` がオブジェクトではありません</translation>
    </message>
    <message>
        <source>`%1` is not known</source>
        <translation>`%1` は不明です</translation>
    </message>
    <message>
        <source>%1 is no JSON object, see byte %2</source>
        <extracomment>%1 is &quot;the request&quot; or &quot;this&quot; (a file).</extracomment>
        <translation>%1 は JSON オブジェクトではありません。%2 バイト目を確認してください</translation>
    </message>
    <message>
        <source>has been changed since it was looked at; look at the changes again before they are made</source>
        <translation>確認した後に変更されました。変更を行う前に、変更内容をもう一度確認してください</translation>
    </message>
    <message>
        <source>links lead in a circle</source>
        <translation>リンクが循環しています</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>フォルダーがありません</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>別のユーザーが所有しています</translation>
    </message>
    <message>
        <source>no file can be made there: %1</source>
        <translation>そこにファイルを作成できません: %1</translation>
    </message>
    <message>
        <source>%1 has been removed since; it stays so.</source>
        <translation>%1 はその後削除されました。そのままにします。</translation>
    </message>
    <message>
        <source>%1 has been edited since: only what Lanyard put there is taken out.</source>
        <translation>%1 はその後編集されました: Lanyard が追加したものだけを取り除きます。</translation>
    </message>
    <message>
        <source>The copy of %1 of before is gone: only what Lanyard put there is taken out.</source>
        <translation>%1 の以前のコピーがなくなっています: Lanyard が追加したものだけを取り除きます。</translation>
    </message>
    <message>
        <source>%1 has more in it than Lanyard writes: only what Lanyard put there is taken out.</source>
        <translation>%1 には Lanyard が書き込む以外のものが含まれています: Lanyard が追加したものだけを取り除きます。</translation>
    </message>
    <message>
        <source>As it was before the set-up, it is kept as %1.</source>
        <extracomment>What is kept is a file.</extracomment>
        <translation>設定前のファイルは %1 として保存されています。</translation>
    </message>
    <message>
        <source>cannot be put back: %1</source>
        <translation>元に戻せません: %1</translation>
    </message>
    <message>
        <source>is being changed by somebody else; try again</source>
        <translation>他から変更されている最中です。もう一度試してください</translation>
    </message>
    <message>
        <source>this is a link, or no folder; root follows none for others</source>
        <translation>リンクであるか、フォルダーではありません。root は他のユーザーのためにリンクをたどりません</translation>
    </message>
    <message>
        <source>others than root may change this folder; run: %1 and %2 on it</source>
        <translation>root 以外がこのフォルダーを変更できます。このフォルダーに対して次を実行してください: %1 および %2</translation>
    </message>
    <message>
        <source>this is no file of root&apos;s; run: %1 on it</source>
        <translation>root のファイルではありません。このファイルに対して次を実行してください: %1</translation>
    </message>
    <message>
        <source>this is a link to a file that Lanyard does not change as root</source>
        <translation>Lanyard が root として変更しないファイルへのリンクです</translation>
    </message>
    <message>
        <source>a link leads here, and this is no file of root&apos;s</source>
        <translation>リンクがここを指していますが、root のファイルではありません</translation>
    </message>
    <message>
        <source>Change what is the administrator&apos;s</source>
        <translation>管理者権限が必要なものを変更する</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>何も変更されませんでした</translation>
    </message>
    <message>
        <source>the helper program of Lanyard is not installed</source>
        <translation>Lanyard のヘルパープログラムがインストールされていません</translation>
    </message>
    <message>
        <source>there is no pkexec on this computer, which asks for the password</source>
        <translation>パスワードの入力を求める pkexec が、このコンピューターにありません</translation>
    </message>
    <message>
        <source>the helper program of Lanyard %1</source>
        <extracomment>%1 is what goes wrong with the program, such as &quot;does not answer in time&quot;.</extracomment>
        <translation>Lanyard のヘルパープログラム: %1</translation>
    </message>
    <message>
        <source>the permission was not given</source>
        <translation>許可されませんでした</translation>
    </message>
    <message>
        <source>the helper program of Lanyard failed</source>
        <translation>Lanyard のヘルパープログラムが失敗しました</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>`%1` is another one: Lanyard and its helper do not belong together</source>
        <translation>`%1` が異なります: Lanyard とヘルパーの組み合わせが正しくありません</translation>
    </message>
    <message>
        <source>this service is not root&apos;s</source>
        <translation>このサービスは root のものではありません</translation>
    </message>
    <message>
        <source>the request is too long</source>
        <translation>リクエストが長すぎます</translation>
    </message>
    <message>
        <source>`%1` is no time</source>
        <translation>`%1` が時刻ではありません</translation>
    </message>
    <message>
        <source>the answer of the helper</source>
        <translation>ヘルパーの応答</translation>
    </message>
    <message>
        <source>this is no file that Lanyard changes as root with such content</source>
        <translation>Lanyard がこのような内容で root として変更するファイルではありません</translation>
    </message>
    <message>
        <source>this is no place for the authority of the cache</source>
        <translation>キャッシュの認証局を置く場所ではありません</translation>
    </message>
    <message>
        <source>this folder was not made for %1</source>
        <translation>このフォルダーは %1 用に作成されたものではありません</translation>
    </message>
    <message>
        <source>`%1` is no absolute path</source>
        <translation>`%1` が絶対パスではありません</translation>
    </message>
    <message>
        <source>`%1` has what is no absolute path</source>
        <translation>`%1` に絶対パスではないものが含まれています</translation>
    </message>
    <message>
        <source>a change of a file</source>
        <translation>ファイルの変更</translation>
    </message>
    <message>
        <source>a record of a file</source>
        <translation>ファイルの記録</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>サービス</translation>
    </message>
    <message>
        <source>%1 does not run; it reads its files when it starts.</source>
        <translation>%1 は実行されていません。起動時にファイルを読み込みます。</translation>
    </message>
    <message>
        <source>`%1` failed: %2</source>
        <translation>`%1` が失敗しました: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reloaded or restarted from here, as there is no systemd that runs it. Run: %2</source>
        <translation>%1 を実行する systemd がないため、ここから再読み込みや再起動はできません。次を実行してください: %2</translation>
    </message>
    <message>
        <source>Docker Engine does not accept it: %1</source>
        <translation>Docker Engine に受け付けられません: %1</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>実行中のビルド</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>このノードの Kubernetes API (数秒間、Pod は影響を受けません)</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>このノードのエージェント (数秒間、Pod は影響を受けません)</translation>
    </message>
    <message>
        <source>all containers and builds of Docker Desktop</source>
        <translation>Docker Desktop のすべてのコンテナとビルド</translation>
    </message>
    <message>
        <source>Reload %1</source>
        <translation>%1 を再読み込みする</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 を再起動する</translation>
    </message>
    <message>
        <source>this</source>
        <extracomment>A file, what is wrong with it follows.</extracomment>
        <translation>このファイル</translation>
    </message>
    <message>
        <source>a client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>a later version of Lanyard wrote it; use that one</source>
        <translation>Lanyard のより新しいバージョンで書き込まれています。そのバージョンを使用してください</translation>
    </message>
    <message>
        <source>what was set up on this computer cannot be read: %1</source>
        <translation>このコンピューターの設定の記録を読み取れません: %1</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>量が多すぎます</translation>
    </message>
    <message>
        <source>what is to be set up cannot be kept in mind: %1</source>
        <translation>行う設定を記録できません: %1</translation>
    </message>
    <message>
        <source>it is damaged and cannot be put aside: %1</source>
        <translation>破損しており、退避できません: %1</translation>
    </message>
    <message>
        <source>it was written by a later Lanyard (schema %1, this one knows up to %2)</source>
        <extracomment>Of a database: each version of Lanyard knows schemas up to a number.</extracomment>
        <translation>より新しい Lanyard が書き込んだものです (スキーマ %1、このバージョンの対応は %2 まで)</translation>
    </message>
    <message>
        <source>it was written by another Lanyard (schema %1)</source>
        <translation>別のバージョンの Lanyard が書き込んだものです (スキーマ %1)</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>ファイルが大きすぎます</translation>
    </message>
    <message>
        <source>the file has other bytes</source>
        <translation>ファイルのバイトの内容が異なります</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%2 バイトであるべきところが %1 バイトです</translation>
    </message>
    <message>
        <source>the bytes have another digest</source>
        <translation>バイトの内容のダイジェストが異なります</translation>
    </message>
    <message>
        <source>what is stored cannot be listed: %1</source>
        <translation>保存されているものの一覧を取得できません: %1</translation>
    </message>
    <message>
        <source>the data folder is not to be had: %1</source>
        <translation>データフォルダーを使用できません: %1</translation>
    </message>
    <message>
        <source>another folder is in the place of the data folder; is the disk mounted?</source>
        <translation>データフォルダーの場所に別のフォルダーがあります。ディスクはマウントされていますか?</translation>
    </message>
    <message>
        <source>what is stored cannot be read: %1</source>
        <translation>保存されているものを読み取れません: %1</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>ディスクが応答しません</translation>
    </message>
    <message>
        <source>can be used again; clients are served</source>
        <extracomment>Of the folder in which the cache keeps what it has.</extracomment>
        <translation>再び使用できます。クライアントへの提供を再開します</translation>
    </message>
    <message>
        <source>cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can</source>
        <extracomment>Of the same folder. %1: a time, %2: why</extracomment>
        <translation>%1 から使用できません: %2。使用できるようになるまで、クライアントは 503 を受け取り、他から取得します</translation>
    </message>
    <message>
        <source>cannot be of %1 bytes with %2 here already</source>
        <translation>%2 バイトが既にあるため、%1 バイトではありえません</translation>
    </message>
    <message>
        <source>cannot make the folder: %1</source>
        <translation>フォルダーを作成できません: %1</translation>
    </message>
    <message>
        <source>cannot open the folder: %1</source>
        <translation>フォルダーを開けません: %1</translation>
    </message>
    <message>
        <source>the folder is not writable: %1</source>
        <translation>フォルダーに書き込めません: %1</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>cannot make the file: %1</source>
        <translation>ファイルを作成できません: %1</translation>
    </message>
    <message>
        <source>cannot look at it: %1</source>
        <translation>確認できません: %1</translation>
    </message>
    <message>
        <source>others may write in the folder, and so decide what is served; run: chmod 700 %1</source>
        <translation>他のユーザーがこのフォルダーに書き込めるため、提供内容を左右できます。次を実行してください: chmod 700 %1</translation>
    </message>
    <message>
        <source>others on this computer may look into the folder; run: chmod 700 %1</source>
        <translation>このコンピューターの他のユーザーがこのフォルダーの中を見ることができます。次を実行してください: chmod 700 %1</translation>
    </message>
    <message>
        <source>cannot ask for free space: %1</source>
        <translation>空き容量を取得できません: %1</translation>
    </message>
    <message>
        <source>cannot make it durable: %1</source>
        <translation>ディスクへの書き込みを確定できません: %1</translation>
    </message>
    <message>
        <source>cannot put it in place: %1</source>
        <translation>所定の場所に置けません: %1</translation>
    </message>
    <message>
        <source>cannot make its name durable: %1</source>
        <translation>ファイル名のディスクへの書き込みを確定できません: %1</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>書き込めません: %1</translation>
    </message>
    <message>
        <source>only its log is there</source>
        <translation>ログだけが残っています</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>more changes than the disk can take; some are not in the index</source>
        <translation>ディスクの処理能力を超える変更がありました。一部はインデックスに反映されていません</translation>
    </message>
    <message>
        <source>another file, or none, is in its place</source>
        <translation>その場所に別のファイルがあるか、ファイルがありません</translation>
    </message>
    <message>
        <source>it was damaged again (%1); it is written no more</source>
        <translation>再び破損しました (%1)。今後は書き込みません</translation>
    </message>
    <message>
        <source>the index was damaged: %1; it was put aside as %2 and written anew</source>
        <translation>インデックスが破損していました: %1。%2 として退避し、新たに書き込みました</translation>
    </message>
    <message>
        <source>the index is complete again</source>
        <translation>インデックスは再び完全になりました</translation>
    </message>
    <message>
        <source>the index cannot be opened: %1</source>
        <translation>インデックスを開けません: %1</translation>
    </message>
    <message>
        <source>the manifest is not a JSON object: %1 at byte %2</source>
        <extracomment>%1: why, as said by the reader of JSON</extracomment>
        <translation>マニフェストが JSON オブジェクトではありません: %1 (%2 バイト目)</translation>
    </message>
    <message>
        <source>the manifest is an index and an image at once</source>
        <translation>マニフェストがインデックスとイメージの両方になっています</translation>
    </message>
    <message>
        <source>the manifest has no media type</source>
        <translation>マニフェストにメディアタイプがありません</translation>
    </message>
    <message>
        <source>the manifest names too many children</source>
        <translation>マニフェストに含まれる子が多すぎます</translation>
    </message>
    <message>
        <source>cannot read what was kept of it: %1</source>
        <translation>保存されていた部分を読み取れません: %1</translation>
    </message>
    <message>
        <source>it is shorter</source>
        <translation>短くなっています</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%2 バイト中 %1 バイト</translation>
    </message>
    <message>
        <source>%1 more do not fit: the capacity is %2, and %3 are in use</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>さらに %1 は収まりません: 容量は %2 で、%3 を使用中です</translation>
    </message>
    <message>
        <source>%1 more do not fit: the disk has %2 free, of which %3 are kept free</source>
        <extracomment>All three are sizes: &quot;1.5 GiB&quot;</extracomment>
        <translation>さらに %1 は収まりません: ディスクの空きは %2 で、うち %3 は空きとして確保されています</translation>
    </message>
    <message>
        <source>%1; it is not stored.</source>
        <translation>%1。保存されません。</translation>
    </message>
    <message>
        <source>%1. What does not fit passes through, and is not stored.</source>
        <translation>%1。収まらないものは転送のみ行われ、保存されません。</translation>
    </message>
    <message>
        <source>There is room again: what is pulled is stored.</source>
        <translation>再び空きができました: プルされたものは保存されます。</translation>
    </message>
    <message>
        <source>a check is running already</source>
        <translation>チェックが既に実行中です</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>%2 バイトであるべきところが %1 バイトです</translation>
    </message>
    <message>
        <source>the check was interrupted; the next continues it</source>
        <translation>チェックが中断されました。次回のチェックで続行します</translation>
    </message>
    <message>
        <source>no memory to pass a blob through: %1</source>
        <translation>ブロブを転送するためのメモリがありません: %1</translation>
    </message>
    <message>
        <source>the index was missing, and is rebuilt from the files</source>
        <translation>インデックスがなかったため、ファイルから再構築します</translation>
    </message>
    <message>
        <source>the index cannot be read, and is rebuilt from the files in memory</source>
        <translation>インデックスを読み取れないため、ファイルからメモリ上に再構築します</translation>
    </message>
    <message>
        <source>it is rebuilt from the files</source>
        <translation>ファイルから再構築します</translation>
    </message>
    <message>
        <source>%1; of %2 images in index.json, %3 are there</source>
        <extracomment>%1: what became of the index; %2 and %3: numbers of images</extracomment>
        <translation>%1。index.json の %2 個のイメージのうち %3 個があります</translation>
    </message>
    <message>
        <source>what is there is served, and nothing is stored</source>
        <translation>既にあるものは提供しますが、何も保存しません</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>保存されていません</translation>
    </message>
    <message>
        <source>the file has another size</source>
        <translation>ファイルのサイズが異なります</translation>
    </message>
    <message>
        <source>what is to be edited is not there</source>
        <translation>編集する対象がありません</translation>
    </message>
    <message>
        <source>expected an array: [ ]</source>
        <translation>配列が必要です: [ ]</translation>
    </message>
    <message>
        <source>the key that is to be added is there already</source>
        <translation>追加するキーは既に存在します</translation>
    </message>
    <message>
        <source>the whole document cannot be replaced</source>
        <translation>ドキュメント全体を置き換えることはできません</translation>
    </message>
    <message>
        <source>the whole document cannot be removed</source>
        <translation>ドキュメント全体を削除することはできません</translation>
    </message>
    <message>
        <source>JSON allows no comments</source>
        <translation>JSON ではコメントを使用できません</translation>
    </message>
    <message>
        <source>the text is larger than %1 bytes</source>
        <translation>テキストが %1 バイトを超えています</translation>
    </message>
    <message>
        <source>a byte order mark stands here, which JSON does not allow</source>
        <translation>ここにバイト順マークがありますが、JSON では使用できません</translation>
    </message>
    <message>
        <source>nothing may stand behind the value</source>
        <translation>値の後には何も置けません</translation>
    </message>
    <message>
        <source>this is not JSON: %1</source>
        <translation>JSON ではありません: %1</translation>
    </message>
    <message>
        <source>the document has too many values</source>
        <translation>ドキュメントの値が多すぎます</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>ドキュメントの入れ子が深すぎます</translation>
    </message>
    <message>
        <source>expected a key in double quotes</source>
        <translation>二重引用符で囲んだキーが必要です</translation>
    </message>
    <message>
        <source>expected : behind a key</source>
        <translation>キーの後に : が必要です</translation>
    </message>
    <message>
        <source>expected , or %1</source>
        <translation>, または %1 が必要です</translation>
    </message>
    <message>
        <source>JSON allows no comma before %1</source>
        <translation>JSON では %1 の前にコンマを置けません</translation>
    </message>
    <message>
        <source>this text has no end</source>
        <translation>このテキストには終わりがありません</translation>
    </message>
    <message>
        <source>expected a value</source>
        <translation>値が必要です</translation>
    </message>
    <message>
        <source>not JSON: %1</source>
        <translation>JSON ではありません: %1</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is at %2</source>
        <extracomment>%2 is a place: &quot;line 3, column 5&quot;.</extracomment>
        <translation>キー %1 が重複しています。最初のキーの位置は %2 です</translation>
    </message>
    <message>
        <source>larger than %1 bytes</source>
        <translation>%1 バイトを超えています</translation>
    </message>
    <message>
        <source>a character that is only read in a text or in a comment</source>
        <translation>テキストまたはコメントの中でのみ使用できる文字です</translation>
    </message>
    <message>
        <source>more than %1 dots in one line</source>
        <translation>1 行に %1 個を超えるドットがあります</translation>
    </message>
    <message>
        <source>this is there twice</source>
        <translation>重複しています</translation>
    </message>
    <message>
        <source>this is no TOML</source>
        <translation>TOML ではありません</translation>
    </message>
    <message>
        <source>this cannot be changed without a guess; please change it by hand</source>
        <translation>推測なしでは変更できません。手動で変更してください</translation>
    </message>
    <message>
        <source>there is no such value</source>
        <translation>このような値はありません</translation>
    </message>
    <message>
        <source>this does not have its lines for itself; please change it by hand</source>
        <translation>専用の行に記述されていません。手動で変更してください</translation>
    </message>
    <message>
        <source>this table has no header of its own; please change it by hand</source>
        <translation>このテーブルには独自のヘッダーがありません。手動で変更してください</translation>
    </message>
    <message>
        <source>there is such a key already</source>
        <translation>このようなキーは既に存在します</translation>
    </message>
    <message>
        <source>there is no such table</source>
        <translation>このようなテーブルはありません</translation>
    </message>
    <message>
        <source>there is something else of this name already</source>
        <translation>同じ名前の別のものが既に存在します</translation>
    </message>
    <message>
        <source>this does not stand together with the rest of its table; please change it by hand</source>
        <translation>テーブルの残りの部分と離れた場所にあります。手動で変更してください</translation>
    </message>
    <message>
        <source>this alias stands inside its own value</source>
        <translation>このエイリアスは自身の値の中にあります</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>キーはテキストでなければなりません</translation>
    </message>
    <message>
        <source>key %1 occurs twice; the first is in line %2</source>
        <translation>キー %1 が重複しています。最初のキーは %2 行目です</translation>
    </message>
    <message>
        <source>this one counts</source>
        <translation>こちらが有効です</translation>
    </message>
    <message>
        <source>&lt;&lt; needs a mapping, or a list of them</source>
        <translation>&lt;&lt; にはマッピング、またはマッピングのリストが必要です</translation>
    </message>
    <message>
        <source>a byte here is no UTF-8</source>
        <translation>ここに UTF-8 ではないバイトがあります</translation>
    </message>
    <message>
        <source>a second document begins here; one is read</source>
        <translation>ここから 2 つ目のドキュメントが始まります。読み取られるのは 1 つだけです</translation>
    </message>
    <message>
        <source>not YAML: %1</source>
        <translation>YAML ではありません: %1</translation>
    </message>
    <message>
        <source>an alias (*) cannot be edited</source>
        <translation>エイリアス (*) は編集できません</translation>
    </message>
    <message>
        <source>what has an anchor (&amp;) or a tag (!) cannot be edited</source>
        <translation>アンカー (&amp;) またはタグ (!) のあるものは編集できません</translation>
    </message>
    <message>
        <source>a mapping with a merge key (&lt;&lt;) cannot be edited</source>
        <translation>マージキー (&lt;&lt;) のあるマッピングは編集できません</translation>
    </message>
    <message>
        <source>a text of several lines cannot be edited</source>
        <translation>複数行のテキストは編集できません</translation>
    </message>
    <message>
        <source>a line that is indented with a tab cannot be edited</source>
        <translation>タブで字下げされた行は編集できません</translation>
    </message>
    <message>
        <source>a key cannot be added here</source>
        <translation>ここにキーを追加することはできません</translation>
    </message>
    <message>
        <source>nothing can be added behind the end of the document</source>
        <translation>ドキュメントの終わりの後には何も追加できません</translation>
    </message>
    <message>
        <source>an item cannot be added here</source>
        <translation>ここに項目を追加することはできません</translation>
    </message>
    <message>
        <source>an item cannot be added before this one</source>
        <translation>この項目の前に項目を追加することはできません</translation>
    </message>
    <message>
        <source>expected a mapping</source>
        <translation>マッピングが必要です</translation>
    </message>
    <message>
        <source>what stands in brackets ({}) cannot get a text of several lines</source>
        <translation>括弧 ({}) の中には複数行のテキストを置けません</translation>
    </message>
    <message>
        <source>expected nothing but spaces before this key</source>
        <translation>このキーの前に置けるのは空白だけです</translation>
    </message>
    <message>
        <source>what stands here cannot be edited safely</source>
        <translation>ここにあるものは安全に編集できません</translation>
    </message>
    <message>
        <source>this block is indented too far for its first line</source>
        <translation>このブロックは最初の行に対して字下げが深すぎます</translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>再試行します</translation>
    </message>
    <message>
        <source>It listens at %1 now</source>
        <translation>%1 で待ち受けを開始しました</translation>
    </message>
    <message>
        <source>there is no certificate in it: expected PEM, which begins with -----BEGIN CERTIFICATE-----</source>
        <translation>証明書が含まれていません: -----BEGIN CERTIFICATE----- で始まる PEM が必要です</translation>
    </message>
    <message>
        <source>its certificate number %1 is damaged</source>
        <translation>%1 番目の証明書が破損しています</translation>
    </message>
    <message>
        <source>the key has a passphrase, for which nobody is here to ask: write it without one (openssl pkey -in KEY -out NEW), readable by this user only</source>
        <translation>鍵にパスフレーズが設定されていますが、ここでは入力を求められません: パスフレーズなしで、このユーザーだけが読み取れるように書き込んでください (openssl pkey -in KEY -out NEW)</translation>
    </message>
    <message>
        <source>there is no private key in it: expected PEM, which begins with -----BEGIN PRIVATE KEY-----</source>
        <translation>秘密鍵が含まれていません: -----BEGIN PRIVATE KEY----- で始まる PEM が必要です</translation>
    </message>
    <message>
        <source>put a new one there, which is taken in at once</source>
        <translation>新しいものに置き換えてください。すぐに読み込まれます</translation>
    </message>
    <message>
        <source>the certificate has expired at %1: clients refuse it</source>
        <translation>証明書は %1 に期限切れになりました: クライアントに拒否されます</translation>
    </message>
    <message>
        <source>the certificate holds from %1 on only: clients refuse it until then; is this computer&apos;s clock right?</source>
        <translation>証明書は %1 から有効になります: それまではクライアントに拒否されます。このコンピューターの時計は正しいですか?</translation>
    </message>
    <message>
        <source>the certificate expires at %1</source>
        <translation>証明書は %1 に期限切れになります</translation>
    </message>
    <message>
        <source>every user of this computer may use the key: %1</source>
        <translation>このコンピューターのすべてのユーザーが鍵を使用できます: %1</translation>
    </message>
    <message>
        <source>this is not the key of the first certificate in %1: the server&apos;s own has to be the first</source>
        <translation>%1 の最初の証明書の鍵ではありません: サーバー自身の証明書を最初に置く必要があります</translation>
    </message>
    <message>
        <source>the certificate cannot be used: %1</source>
        <translation>証明書を使用できません: %1</translation>
    </message>
    <message>
        <source>certificate number %1 cannot be used: %2</source>
        <translation>%1 番目の証明書を使用できません: %2</translation>
    </message>
    <message>
        <source>a certificate cannot be used: %1</source>
        <translation>使用できない証明書があります: %1</translation>
    </message>
    <message>
        <source>TLS cannot be had: out of memory</source>
        <translation>TLS を使用できません: メモリが不足しています</translation>
    </message>
    <message>
        <source>there is none to use yet</source>
        <translation>使用できる証明書がまだありません</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <extracomment>%1: a registry, or its token service; %2: the status of HTTP</extracomment>
        <translation>%1 が %2 を返しました</translation>
    </message>
    <message>
        <source>%1 wants a password, and there is only an identity token</source>
        <translation>%1 はパスワードを要求していますが、ID トークンしかありません</translation>
    </message>
    <message>
        <source>its credential cannot be had: %1</source>
        <translation>認証情報を取得できません: %1</translation>
    </message>
    <message>
        <source>%1 does not answer in time</source>
        <translation>%1 が時間内に応答しません</translation>
    </message>
    <message>
        <source>the upstream&apos;s answer is too long</source>
        <translation>アップストリームの応答が長すぎます</translation>
    </message>
    <message>
        <source>its CA file has no certificate</source>
        <translation>CA ファイルに証明書がありません</translation>
    </message>
    <message>
        <source>the upstream client stops</source>
        <translation>アップストリームへのクライアントは停止処理中です</translation>
    </message>
    <message>
        <source>not a path of a registry</source>
        <translation>レジストリのパスではありません</translation>
    </message>
    <message>
        <source>%1 sent a part of what was asked</source>
        <translation>要求した内容の一部しか %1 から送信されませんでした</translation>
    </message>
    <message>
        <source>%1 redirects to what is no URL</source>
        <translation>%1 が URL ではないものにリダイレクトしています</translation>
    </message>
    <message>
        <source>%1 redirects from https to http</source>
        <translation>%1 が https から http にリダイレクトしています</translation>
    </message>
    <message>
        <source>%1 redirects too often</source>
        <translation>%1 のリダイレクト回数が多すぎます</translation>
    </message>
    <message>
        <source>%1 redirects into a private network; redirectHosts of the upstream can allow %2</source>
        <extracomment>%1: a registry, %2: a host; redirectHosts is a setting.</extracomment>
        <translation>%1 がプライベートネットワーク内にリダイレクトしています。アップストリームの redirectHosts で %2 を許可できます</translation>
    </message>
    <message>
        <source>%1 redirects to a host that is not found</source>
        <translation>%1 が、見つからないホストにリダイレクトしています</translation>
    </message>
    <message>
        <source>%1 refuses the credential of %2</source>
        <extracomment>%1: a registry, or its token service; %2: the name of a user</extracomment>
        <translation>%1 が %2 の認証情報を拒否しています</translation>
    </message>
    <message>
        <source>%1 refuses the identity token</source>
        <extracomment>%1: a registry, or its token service</extracomment>
        <translation>%1 が ID トークンを拒否しています</translation>
    </message>
    <message>
        <source>the token service of %1</source>
        <extracomment>The subject of a sentence, such as &quot;%1 does not answer in time&quot;.</extracomment>
        <translation>%1 のトークンサービス</translation>
    </message>
    <message>
        <source>too many requests wait for one token</source>
        <translation>1 つのトークンを待っているリクエストが多すぎます</translation>
    </message>
    <message>
        <source>one that is no URL</source>
        <translation>URL ではないもの</translation>
    </message>
    <message>
        <source>%1 names a foreign token realm: %2 %3; it is asked when it is one of tokenRealms</source>
        <extracomment>%1: a registry, %2: https or http, %3: a host; tokenRealms is a setting.</extracomment>
        <translation>%1 が外部のトークン realm を指定しています: %2 %3。tokenRealms に含まれている場合に問い合わせます</translation>
    </message>
    <message>
        <source>its token answer is too long</source>
        <translation>トークンの応答が長すぎます</translation>
    </message>
    <message>
        <source>%1 gave no token</source>
        <translation>%1 がトークンを返しませんでした</translation>
    </message>
    <message>
        <source>%1 refuses connections</source>
        <translation>%1 が接続を拒否しています</translation>
    </message>
    <message>
        <source>%1 closed the connection before its answer was whole</source>
        <translation>%1 が応答の完了前に接続を閉じました</translation>
    </message>
    <message>
        <source>%1 is not a known host</source>
        <translation>%1 は既知のホストではありません</translation>
    </message>
    <message>
        <source>%1 does not accept a connection in time</source>
        <translation>%1 が時間内に接続を受け付けません</translation>
    </message>
    <message>
        <source>%1 cannot be reached without a password</source>
        <translation>%1 にはパスワードなしでは接続できません</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP</source>
        <translation>%1 は HTTP で通信しません</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 に接続できません</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of its answer</source>
        <translation>%1 が応答の途中で停止しました</translation>
    </message>
    <message>
        <source>%1 cannot be trusted, TLS failed: %2</source>
        <translation>%1 を信頼できません。TLS に失敗しました: %2</translation>
    </message>
    <message>
        <source>%1 sent %2 of %3 bytes</source>
        <translation>%1 は %3 バイト中 %2 バイトを送信しました</translation>
    </message>
    <message>
        <source>%1 (through the proxy %2)</source>
        <extracomment>%1: what is wrong, such as &quot;quay.io cannot be reached&quot;; %2: a host and a port</extracomment>
        <translation>%1 (プロキシ %2 経由)</translation>
    </message>
    <message>
        <source>%1 is not an upstream any more</source>
        <translation>%1 はもうアップストリームではありません</translation>
    </message>
    <message>
        <source>%1 is not asked: Lanyard is set to work offline</source>
        <translation>%1 には問い合わせません: Lanyard はオフライン作業に設定されています</translation>
    </message>
    <message>
        <source>%1 answered %2, as no registry does</source>
        <translation>%1 が %2 を返しました。レジストリの応答ではありません</translation>
    </message>
    <message>
        <source>the mirrors of BuildKit</source>
        <translation>BuildKit のミラー</translation>
    </message>
    <message>
        <source>The builder %1 keeps what it was made with. With the lines below it is made again, and keeps its cache; further nodes, and platforms and flags of its own, have to be given again.</source>
        <translation>ビルダー %1 は作成時の設定を保持します。下の行で作り直すことができ、そのキャッシュは維持されます。追加のノードや、独自のプラットフォームとフラグは、再度指定する必要があります。</translation>
    </message>
    <message>
        <source>Make the builder %1 again</source>
        <translation>ビルダー %1 を作り直す</translation>
    </message>
    <message>
        <source>%1 starts its builder again at the next build; builds that run then end.</source>
        <translation>%1 は次のビルド時にビルダーを再起動します。実行中のビルドはそのとき終了します。</translation>
    </message>
    <message>
        <source>The mirrors of BuildKit</source>
        <translation>BuildKit のミラー</translation>
    </message>
    <message>
        <source>GitHub Actions: a step for runners that reach the cache</source>
        <translation>GitHub Actions: キャッシュに接続できるランナー用のステップ</translation>
    </message>
    <message>
        <source>Start BuildKit with it</source>
        <translation>この設定で BuildKit を起動</translation>
    </message>
    <message>
        <source>The mirrors of builders that are made from now on</source>
        <translation>今後作成するビルダーのミラー</translation>
    </message>
    <message>
        <source>Make a builder</source>
        <translation>ビルダーを作成</translation>
    </message>
    <message>
        <source>Make a builder again (NAME) that is there; its cache stays</source>
        <translation>既存のビルダー (NAME) を作り直す。キャッシュは維持されます</translation>
    </message>
    <message>
        <source>Restart BuildKit; builds that run end</source>
        <translation>BuildKit を再起動。実行中のビルドは終了します</translation>
    </message>
    <message>
        <source>Restart a rootless BuildKit, whose file is ~/.config/buildkit/buildkitd.toml</source>
        <translation>ルートレスの BuildKit を再起動 (ファイルは ~/.config/buildkit/buildkitd.toml)</translation>
    </message>
    <message>
        <source>Start its BuildKit again; builds that run end</source>
        <translation>BuildKit を再び起動。実行中のビルドは終了します</translation>
    </message>
    <message>
        <source>it is not Lanyard, or a much older one</source>
        <translation>Lanyard ではないか、非常に古い Lanyard です</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or has no TLS there</source>
        <translation>何も応答せずに接続を切断します: このコンピューターのアドレスに提供していないか、そこで TLS を使用していません</translation>
    </message>
    <message>
        <source>it ends the connection without a word: it does not serve the address of this computer, or wants TLS there</source>
        <translation>何も応答せずに接続を切断します: このコンピューターのアドレスに提供していないか、そこで TLS を要求しています</translation>
    </message>
    <message>
        <source>does not take a connection in time</source>
        <translation>時間内に接続を受け付けません</translation>
    </message>
    <message>
        <source>says more than Lanyard would</source>
        <translation>Lanyard の応答としては長すぎます</translation>
    </message>
    <message>
        <source>it wants a user and a password</source>
        <translation>ユーザー名とパスワードを要求しています</translation>
    </message>
    <message>
        <source>it refuses this user or this password</source>
        <translation>このユーザーまたはパスワードを拒否しています</translation>
    </message>
    <message>
        <source>it does not serve the address of this computer</source>
        <translation>このコンピューターのアドレスには提供していません</translation>
    </message>
    <message>
        <source>it is in trouble, and serves nobody now</source>
        <translation>問題が発生しており、現在は誰にも提供していません</translation>
    </message>
    <message>
        <source>there is no host of this name</source>
        <translation>この名前のホストはありません</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>そこで待ち受けているものがありません</translation>
    </message>
    <message>
        <source>its certificate is not trusted: %1</source>
        <translation>証明書が信頼されていません: %1</translation>
    </message>
    <message>
        <source>`ctr` reads these files only with --hosts-dir %1.</source>
        <translation>`ctr` は --hosts-dir %1 を指定した場合にのみこれらのファイルを読み取ります。</translation>
    </message>
    <message>
        <source>Where containerd 2 looks, beside what is there</source>
        <translation>containerd 2 の検索場所 (既存の内容に追加)</translation>
    </message>
    <message>
        <source>In its place for containerd 1</source>
        <translation>containerd 1 では代わりにこれを使用</translation>
    </message>
    <message>
        <source>Restart containerd, in a terminal of an administrator</source>
        <translation>containerd を再起動 (管理者のターミナルで)</translation>
    </message>
    <message>
        <source>A cluster that runs: copy them into its nodes</source>
        <translation>実行中のクラスター: ノードにコピー</translation>
    </message>
    <message>
        <source>Only containerd 1, beside what is there: where its CRI looks</source>
        <translation>containerd 1 のみ: CRI の検索場所 (既存の内容に追加)</translation>
    </message>
    <message>
        <source>Only containerd 1: restart it</source>
        <translation>containerd 1 のみ: 再起動</translation>
    </message>
    <message>
        <source>A pull by hand needs the folder</source>
        <translation>手動でプルする場合はフォルダーの指定が必要です</translation>
    </message>
    <message>
        <source>The mirrors of `nerdctl build`</source>
        <translation>`nerdctl build` のミラー</translation>
    </message>
    <message>
        <source>A new cluster: its configuration</source>
        <translation>新しいクラスター: その設定</translation>
    </message>
    <message>
        <source>Only kind before 0.27, and its configuration has this, too</source>
        <translation>0.27 より前の kind のみ。その設定に次も追加</translation>
    </message>
    <message>
        <source>Make the cluster</source>
        <translation>クラスターを作成</translation>
    </message>
    <message>
        <source>The mirrors, on each node</source>
        <translation>各ノードのミラー</translation>
    </message>
    <message>
        <source>Restart a server; its containers go on</source>
        <translation>サーバーを再起動。コンテナは動作を続けます</translation>
    </message>
    <message>
        <source>Restart an agent; its containers go on</source>
        <translation>エージェントを再起動。コンテナは動作を続けます</translation>
    </message>
    <message>
        <source>k3d: a cluster with that file</source>
        <translation>k3d: そのファイルを使用するクラスター</translation>
    </message>
    <message>
        <source>%1 was not found on this computer</source>
        <translation>%1 はこのコンピューターで見つかりませんでした</translation>
    </message>
    <message>
        <source>Keep the set-up of before in mind</source>
        <translation>以前の設定を記録する</translation>
    </message>
    <message>
        <source>It logs in at the cache, and its password is not kept: if this fails, it has to be set up again.</source>
        <translation>キャッシュにログインしますが、パスワードは保存されません: これに失敗した場合は、設定し直す必要があります。</translation>
    </message>
    <message>
        <source>it is set up as before</source>
        <translation>以前と同じように設定されています</translation>
    </message>
    <message>
        <source>its set-up of before is paused, and what was not restarted since may still go by it: %1</source>
        <translation>以前の設定は一時停止中です。その後再起動していないものは、まだその設定で動作している可能性があります: %1</translation>
    </message>
    <message>
        <source>See that Docker Engine takes the mirror up</source>
        <translation>Docker Engine がミラーを読み込むことを確認する</translation>
    </message>
    <message>
        <source>Its set-up had been interrupted: it is undone, and does not come back when the others are resumed.</source>
        <translation>設定が中断されていました: 元に戻されており、他を再開しても復元されません。</translation>
    </message>
    <message>
        <source>it logs in at the cache, and its password is not kept: set it up again</source>
        <translation>キャッシュにログインしますが、パスワードは保存されません: 設定し直してください</translation>
    </message>
    <message>
        <source>This Docker Engine has mirrors for docker.io only.</source>
        <translation>この Docker Engine でミラーを使えるのは docker.io のみです。</translation>
    </message>
    <message>
        <source>With its graph drivers, `docker pull` has mirrors for docker.io only; `docker build` has them for all.</source>
        <translation>グラフドライバーを使用する場合、`docker pull` でミラーを使えるのは docker.io のみです。`docker build` ではすべてで使えます。</translation>
    </message>
    <message>
        <source>To pull from %1 through the cache, write %2/... in place of %1/...</source>
        <translation>キャッシュを通して %1 からプルするには、%1/... の代わりに %2/... と記述してください</translation>
    </message>
    <message>
        <source>With its graph drivers, Docker Engine logs in at a mirror with the login of Docker Hub only: unless that is the same, it pulls past a cache that wants a login. Let the cache tell its clients by their addresses instead.</source>
        <translation>グラフドライバーを使用する Docker Engine は、Docker Hub のログイン情報でのみミラーにログインします: 同じログイン情報でない限り、ログインを要求するキャッシュを通さずにプルします。代わりに、キャッシュがクライアントをアドレスで識別するようにしてください。</translation>
    </message>
    <message>
        <source>the mirror of Docker Hub</source>
        <translation>Docker Hub のミラー</translation>
    </message>
    <message>
        <source>The mirror of docker.io for Docker Engine of any version</source>
        <translation>すべてのバージョンの Docker Engine 用の docker.io のミラー</translation>
    </message>
    <message>
        <source>GitLab: Docker in Docker</source>
        <translation>GitLab: Docker in Docker</translation>
    </message>
    <message>
        <source>GitLab Runner: Docker in Docker reads the certs.d of its host</source>
        <translation>GitLab Runner: Docker in Docker がホストの certs.d を読み取ります</translation>
    </message>
    <message>
        <source>%1 for Docker Engine 28 and later</source>
        <extracomment>%1: a title, such as &quot;The mirror of ghcr.io&quot;</extracomment>
        <translation>%1 (Docker Engine 28 以降用)</translation>
    </message>
    <message>
        <source>In its place for Docker Engine up to 27, whose `docker build` needs more</source>
        <translation>Docker Engine 27 以前では代わりにこれを使用 (`docker build` にはさらに設定が必要)</translation>
    </message>
    <message>
        <source>Reload Docker Engine; nothing is interrupted</source>
        <translation>Docker Engine を再読み込み。中断されるものはありません</translation>
    </message>
    <message>
        <source>Reload a rootless Docker Engine, whose files are in ~/.config/docker</source>
        <translation>ルートレスの Docker Engine を再読み込み (ファイルは ~/.config/docker にあります)</translation>
    </message>
    <message>
        <source>Trust it, in a terminal of an administrator</source>
        <translation>証明書を信頼 (管理者のターミナルで)</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>証明書を信頼</translation>
    </message>
    <message>
        <source>Restart Docker Desktop; its containers stop meanwhile</source>
        <translation>Docker Desktop を再起動。その間コンテナは停止します</translation>
    </message>
    <message>
        <source>Docker in the node: docker.io only; the node is made anew, and loses what is in it</source>
        <translation>ノードの Docker: docker.io のみ。ノードは作り直され、中の内容は失われます</translation>
    </message>
    <message>
        <source>%1 (containerd in the node)</source>
        <translation>%1 (ノードの containerd)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>The mirror of docker.io; `colima start --edit` opens it, too</source>
        <translation>docker.io のミラー。`colima start --edit` でも開けます</translation>
    </message>
    <message>
        <source>Restart Colima; its containers stop meanwhile</source>
        <translation>Colima を再起動。その間コンテナは停止します</translation>
    </message>
    <message>
        <source>the mirrors of this node</source>
        <translation>このノードのミラー</translation>
    </message>
    <message>
        <source>This is one node: each node of a cluster has such a file.</source>
        <translation>これは 1 つのノードです: クラスターの各ノードに同様のファイルがあります。</translation>
    </message>
    <message>
        <source>Docker Engine was reloaded and goes on without the mirror; its log says why</source>
        <translation>Docker Engine は再読み込みされましたが、ミラーを使わずに動作を続けています。理由はログを参照してください</translation>
    </message>
    <message>
        <source>Only root may read %1: that is taken to be as it was set up. To have it written anew, such as for another password, undo the set-up first.</source>
        <translation>%1 を読み取れるのは root のみです: 設定したときのままであるとみなします。別のパスワードなどで新たに書き込むには、先に設定を元に戻してください。</translation>
    </message>
    <message>
        <source>What it needs in %1 is in the plan of %2, which has the same file: do that first.</source>
        <translation>%1 に必要な内容は、同じファイルを使用する %2 の変更内容にあります: 先にそちらを行ってください。</translation>
    </message>
    <message>
        <source>only root may read it</source>
        <translation>読み取れるのは root のみです</translation>
    </message>
    <message>
        <source>CRI-O does not read what `podman login` keeps: put the login for %1 into the file that global_auth_file in /etc/crio/crio.conf names, which has the form of Docker&apos;s config.json.</source>
        <translation>CRI-O は `podman login` が保存したものを読み取りません: %1 のログイン情報を、/etc/crio/crio.conf の global_auth_file が指すファイルに追加してください。形式は Docker の config.json と同じです。</translation>
    </message>
    <message>
        <source>the mirrors of CRI-O</source>
        <translation>CRI-O のミラー</translation>
    </message>
    <message>
        <source>the mirrors of Podman, Buildah and Skopeo</source>
        <translation>Podman、Buildah、Skopeo のミラー</translation>
    </message>
    <message>
        <source>The mirrors of Podman, Buildah, Skopeo and CRI-O</source>
        <translation>Podman、Buildah、Skopeo、CRI-O のミラー</translation>
    </message>
    <message>
        <source>Copy them into the machine of Podman</source>
        <translation>Podman のマシンにコピー</translation>
    </message>
    <message>
        <source>Only CRI-O: reload it; nothing is interrupted</source>
        <translation>CRI-O のみ: 再読み込み。中断されるものはありません</translation>
    </message>
    <message>
        <source>The cache answers</source>
        <translation>キャッシュが応答する</translation>
    </message>
    <message>
        <source>The manifest is asked for at the cache</source>
        <translation>マニフェストがキャッシュに要求される</translation>
    </message>
    <message>
        <source>The content is asked for at the cache</source>
        <translation>内容がキャッシュに要求される</translation>
    </message>
    <message>
        <source>The probe image is removed</source>
        <translation>テスト用イメージが削除される</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>名前のないプログラム</translation>
    </message>
    <message>
        <source>%1, as %2, from %3</source>
        <extracomment>Who asked: %1: a program; %2: the form of its request, a word; %3: an address</extracomment>
        <translation>%3 の %1 (%2)</translation>
    </message>
    <message>
        <source>The cache cannot be asked: %1.</source>
        <translation>キャッシュに問い合わせできません: %1。</translation>
    </message>
    <message>
        <source>The cache at %1 does not mirror %2: add it there as an upstream.</source>
        <extracomment>%1: an address; %2: a registry</extracomment>
        <translation>%1 のキャッシュは %2 をミラーしていません: アップストリームとして追加してください。</translation>
    </message>
    <message>
        <source>%1 pulls %2</source>
        <extracomment>%1: a program; %2: an image</extracomment>
        <translation>%1 が %2 をプルする</translation>
    </message>
    <message>
        <source>cannot pull: there is no program %1 here</source>
        <translation>プルできません: プログラム %1 がここにありません</translation>
    </message>
    <message>
        <source>cannot pull: %1</source>
        <translation>プルできません: %1</translation>
    </message>
    <message>
        <source>The cache at %1 does not answer any more: what arrived there is not known.</source>
        <translation>%1 のキャッシュが応答しなくなりました: 何が届いたかは不明です。</translation>
    </message>
    <message>
        <source>dockerd has not reloaded its configuration since, its command line names another mirror, or it asks a proxy for the cache (no-proxy lacks this address).</source>
        <translation>dockerd がその後設定を再読み込みしていないか、コマンドラインで別のミラーが指定されているか、キャッシュへのアクセスにプロキシを使用しています (no-proxy にこのアドレスがありません)。</translation>
    </message>
    <message>
        <source>A builder reads its configuration when it is created: remove it and create it anew, with the configuration.</source>
        <translation>ビルダーは作成時に設定を読み込みます: 削除し、この設定で新たに作成してください。</translation>
    </message>
    <message>
        <source>buildkitd reads its configuration when it starts: restart it. For a cache without TLS its own table needs http = true.</source>
        <translation>buildkitd は起動時に設定を読み込みます: 再起動してください。TLS のないキャッシュの場合は、そのテーブルに http = true が必要です。</translation>
    </message>
    <message>
        <source>Its builder still runs with what was configured before (EARTHLY_NO_BUILDKIT_UPDATE keeps it), does not reach this address from its container, or lacks http = true in the table of the cache.</source>
        <translation>ビルダーがまだ以前の設定で実行されている (EARTHLY_NO_BUILDKIT_UPDATE により維持されます) か、コンテナからこのアドレスに接続できないか、キャッシュのテーブルに http = true がありません。</translation>
    </message>
    <message>
        <source>Its hosts.toml is not in the folder that it reads (config_path, hosts_dir), or it asks a proxy for the cache.</source>
        <translation>hosts.toml が読み取り先のフォルダー (config_path、hosts_dir) にないか、キャッシュへのアクセスにプロキシを使用しています。</translation>
    </message>
    <message>
        <source>CRI-O has not reloaded its configuration since, or a later file in registries.conf.d has the word.</source>
        <translation>CRI-O がその後設定を再読み込みしていないか、registries.conf.d の後のファイルが優先されています。</translation>
    </message>
    <message>
        <source>Another file has the word: a registries.conf of the user hides those of the system, and a later file in registries.conf.d those before it.</source>
        <translation>別のファイルが優先されています: ユーザーの registries.conf はシステムのものを隠し、registries.conf.d では後のファイルが前のファイルより優先されます。</translation>
    </message>
    <message>
        <source>It reads registries.yaml when it starts: restart it on this node.</source>
        <translation>registries.yaml は起動時に読み込まれます: このノードで再起動してください。</translation>
    </message>
    <message>
        <source>It takes its configuration along when its machine is made or started: start it anew.</source>
        <translation>設定はマシンの作成時または起動時に取り込まれます: 起動し直してください。</translation>
    </message>
    <message>
        <source>%1 is another computer for it, as it runs in a container or machine of its own: give the cache&apos;s address in the network.</source>
        <extracomment>%1: an address; it: a program</extracomment>
        <translation>コンテナまたは専用のマシンで実行されているため、%1 は別のコンピューターを指します: ネットワーク内でのキャッシュのアドレスを指定してください。</translation>
    </message>
    <message>
        <source>The cache wants a login: this client may have none for %1.</source>
        <translation>キャッシュがログインを要求しています: このクライアントには %1 のログイン情報がない可能性があります。</translation>
    </message>
    <message>
        <source>Docker with its classic image store uses mirrors for docker.io alone: pull %1/%2/IMAGE instead of %2/IMAGE.</source>
        <extracomment>IMAGE stands for any image; %1: the address of the cache; %2: a registry</extracomment>
        <translation>従来のイメージストアを使用する Docker は、docker.io に対してのみミラーを使用します: %2/IMAGE の代わりに %1/%2/IMAGE をプルしてください。</translation>
    </message>
    <message>
        <source>It is not set up for the cache yet.</source>
        <translation>まだこのキャッシュ用に設定されていません。</translation>
    </message>
    <message>
        <source>It is set up for another mirror: %1.</source>
        <translation>別のミラー用に設定されています: %1。</translation>
    </message>
    <message>
        <source>Likely reasons: %1</source>
        <translation>考えられる理由: %1</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 が失敗しました。</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <extracomment>%1: a program; %2: what it said</extracomment>
        <translation>%1 が失敗しました: %2</translation>
    </message>
    <message>
        <source>This user may not let %1 pull. In a terminal: %2</source>
        <extracomment>%1: a program; %2: a command</extracomment>
        <translation>このユーザーには %1 でプルする権限がありません。ターミナルで次を実行してください: %2</translation>
    </message>
    <message>
        <source>No request for the probe image arrived at %1: %2 does not pull %3 through the cache. %4</source>
        <extracomment>%1: an address; %2: a program; %3: a registry; %4: sentences that say why</extracomment>
        <translation>テスト用イメージのリクエストが %1 に届きませんでした: %2 はキャッシュを通さずに %3 をプルしています。%4</translation>
    </message>
    <message>
        <source>The manifest was asked for at the cache, the content was not.</source>
        <translation>マニフェストはキャッシュに要求されましたが、内容は要求されませんでした。</translation>
    </message>
    <message>
        <source>%1 is content all the same: it had it already, or got it from elsewhere.</source>
        <extracomment>%1: a program</extracomment>
        <translation>それでも %1 は正常に終了しています: 内容を既に持っていたか、別の場所から取得しました。</translation>
    </message>
    <message>
        <source>All of the probe image was asked for at the cache, and yet %1</source>
        <extracomment>%1: a clause, such as &quot;Podman failed: (what it said)&quot;</extracomment>
        <translation>テスト用イメージはすべてキャッシュに要求されましたが、問題が発生しました: %1</translation>
    </message>
    <message>
        <source>would become something else than was shown; look at the changes again before they are made</source>
        <translation>表示されたものとは異なる内容になります。変更を行う前に、変更内容をもう一度確認してください</translation>
    </message>
    <message>
        <source>more would be reloaded or restarted than was shown; look at the changes again before they are made</source>
        <translation>表示されたものより多くの再読み込みや再起動が行われます。変更を行う前に、変更内容をもう一度確認してください</translation>
    </message>
    <message>
        <source>what the certificate of the cache is trusted by</source>
        <translation>キャッシュを信頼するための証明書</translation>
    </message>
    <message>
        <source>the mirror of %1</source>
        <translation>%1 のミラー</translation>
    </message>
    <message>
        <source>The mirror of %1</source>
        <translation>%1 のミラー</translation>
    </message>
    <message>
        <source>The certificate that the cache is trusted by</source>
        <translation>キャッシュを信頼するための証明書</translation>
    </message>
    <message>
        <source>Log in at the cache</source>
        <translation>キャッシュにログイン</translation>
    </message>
    <message>
        <source>The login at the cache, beside others that are there</source>
        <translation>キャッシュのログイン情報 (既存のものに追加)</translation>
    </message>
    <message>
        <source>What to write for BASE64</source>
        <extracomment>BASE64 stands so in the texts before</extracomment>
        <translation>BASE64 に記述する内容</translation>
    </message>
    <message>
        <source>%1 (in WSL)</source>
        <translation>%1 (WSL 内)</translation>
    </message>
    <message>
        <source>%1 (in the virtual machine)</source>
        <translation>%1 (仮想マシン内)</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1 (FILE is the certificate of the authority of the cache); to take it back: %2</source>
        <extracomment>FILE stands so in %1</extracomment>
        <translation>ターミナルで行うには次を実行してください: %1 (FILE はキャッシュの認証局の証明書)。取り消すには: %2</translation>
    </message>
    <message>
        <source>To do it in a terminal, run: %1; to take it back: %2</source>
        <extracomment>%1, %2: commands</extracomment>
        <translation>ターミナルで行うには次を実行してください: %1。取り消すには: %2</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告: %1</translation>
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
        <translation>%1 (ルートレス)</translation>
    </message>
    <message>
        <source>Docker Buildx, new builders</source>
        <translation>Docker Buildx (新しいビルダー)</translation>
    </message>
    <message>
        <source>Docker Buildx builder %1</source>
        <translation>Docker Buildx ビルダー %1</translation>
    </message>
    <message>
        <source>Colima profile %1</source>
        <translation>Colima プロファイル %1</translation>
    </message>
    <message>
        <source>kind cluster %1</source>
        <translation>kind クラスター %1</translation>
    </message>
    <message>
        <source>minikube profile %1</source>
        <translation>minikube プロファイル %1</translation>
    </message>
    <message>
        <source>`%1` is no message, or too long</source>
        <translation>`%1` はメッセージではないか、長すぎます</translation>
    </message>
    <message>
        <source>A note that came cannot be shown.</source>
        <translation>届いた注記を表示できません。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>not there</source>
        <extracomment>In the place of a tag rule: upstream has said so shortly before</extracomment>
        <translation>存在しない</translation>
    </message>
    <message>
        <source>revalidate always</source>
        <extracomment>How long a tag holds: at every request the registry is asked whether it still does</extracomment>
        <translation>毎回再検証</translation>
    </message>
    <message>
        <source>immutable</source>
        <extracomment>How long a tag holds: the registry is never asked again</extracomment>
        <translation>不変</translation>
    </message>
    <message>
        <source>%1, stretched from %2</source>
        <extracomment>How long a tag holds, and how long its rule says; times such as 20m</extracomment>
        <translation>%1（%2 から延長）</translation>
    </message>
    <message>
        <source>no rule</source>
        <extracomment>In the place of a tag rule: there is none for this tag</extracomment>
        <translation>ルールなし</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export requests</source>
        <translation>リクエストをエクスポート</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>リクエスト行</translation>
    </message>
    <message>
        <source>Upstream named</source>
        <translation>アップストリームの指定</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>The tag named</source>
        <translation>タグの参照先</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>タグルール</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>このリポジトリはアップストリームで一般公開されていません。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>送信量</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Until the answer began</source>
        <translation>応答開始まで</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Header of the request</source>
        <translation>リクエストのヘッダー</translation>
    </message>
    <message>
        <source>Before /v2/ in the path</source>
        <translation>パスの /v2/ の前</translation>
    </message>
    <message>
        <source>By ?ns=, as containerd does</source>
        <translation>?ns= (containerd の方式)</translation>
    </message>
    <message>
        <source>By the host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>In the image&apos;s name</source>
        <translation>イメージ名の中</translation>
    </message>
    <message>
        <source>Not at all: the default one</source>
        <translation>指定なし: デフォルト</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>プル</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Requests count as one pull that the same program of the same client made for the same repository without a long pause.</source>
        <translation>同じクライアントの同じプログラムが同じリポジトリに対して長い間を置かずに行ったリクエストは、1 回のプルとして数えます。</translation>
    </message>
    <message>
        <source>Asked of upstream</source>
        <translation>アップストリームへの問い合わせ</translation>
    </message>
    <message>
        <source>Token from %1</source>
        <translation>%1 のトークン</translation>
    </message>
    <message>
        <source>Nothing that is still known. The newest requests to upstreams are kept while the cache runs.</source>
        <translation>記録に残っているものはありません。アップストリームへの最新のリクエストは、キャッシュの実行中のみ保持されます。</translation>
    </message>
    <message>
        <source>While this request ran, for what it names; others that wanted the same share it.</source>
        <translation>このリクエストの実行中に、その対象について行われたものです。同じものを要求した他のリクエストと共有されます。</translation>
    </message>
</context>
<context>
    <name>file</name>
    <message>
        <source>%1: there is no such file</source>
        <translation>%1: ファイルがありません</translation>
    </message>
    <message>
        <source>%1: it is no file</source>
        <translation>%1: ファイルではありません</translation>
    </message>
    <message>
        <source>%1: it is too long</source>
        <translation>%1: ファイルが大きすぎます</translation>
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
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
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
        <translation>過去 24 時間: リクエスト %1 · 節約したプル %2</translation>
    </message>
    <message>
        <source>In the last 31 days: requests %1 · pulls saved %2</source>
        <translation>過去 31 日間: リクエスト %1 · 節約したプル %2</translation>
    </message>
    <message>
        <source> · fewest pulls left %1</source>
        <translation> · 最少残りプル数 %1</translation>
    </message>
    <message>
        <source>%1: requests %2 · pulls saved %3</source>
        <translation>%1: リクエスト %2 · 節約したプル %3</translation>
    </message>
</context>
<context>
    <name>image</name>
    <message>
        <source>Image for one platform</source>
        <translation>単一プラットフォームのイメージ</translation>
    </message>
    <message>
        <source>Index of images for several platforms</source>
        <translation>複数プラットフォームのイメージのインデックス</translation>
    </message>
    <message>
        <source>Artifact</source>
        <translation>アーティファクト</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>添付</translation>
    </message>
    <message>
        <source>Unknown platform</source>
        <translation>不明なプラットフォーム</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完全</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>一部</translation>
    </message>
    <message>
        <source>Partial, %1 %</source>
        <translation>一部、%1 %</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Trusted clients, until it is known to be public</source>
        <translation>信頼済みクライアント (公開と確認されるまで)</translation>
    </message>
    <message>
        <source>Trusted clients: it is private</source>
        <translation>信頼済みクライアント: プライベートです</translation>
    </message>
    <message>
        <source>Trusted clients: its registry has withdrawn access</source>
        <translation>信頼済みクライアント: レジストリがアクセスを取り消しました</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>imagetree</name>
    <message>
        <source>No tag, %1</source>
        <translation>タグなし、%1</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>構成 %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>レイヤー %1</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>newer upstream</source>
        <translation>アップストリームに新版あり</translation>
    </message>
    <message>
        <source>1 repository</source>
        <translation>リポジトリ 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%n repositories</source>
        <translation>
            <numerusform>リポジトリ %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>イメージ 1 個</translation>
    </message>
    <message numerus="yes">
        <source>%n images</source>
        <translation>
            <numerusform>イメージ %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Pulls</source>
        <translation>プル数</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共有先</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>アクセス</translation>
    </message>
    <message>
        <source>Who is served</source>
        <translation>提供先</translation>
    </message>
    <message>
        <source>Trusted clients</source>
        <translation>信頼済みクライアント</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>クライアントにログインを要求(&amp;G)</translation>
    </message>
    <message>
        <source>File of the users</source>
        <translation>ユーザーファイル</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>提供先:</translation>
    </message>
    <message>
        <source>All clients that are served</source>
        <translation>提供先のすべてのクライアント</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Private images for:</source>
        <translation>プライベートイメージ:</translation>
    </message>
    <message>
        <source>What only your own credentials can read at a registry. Clients that have logged in are trusted.</source>
        <translation>レジストリであなたの認証情報でのみ読み取れるものの提供先です。ログインしたクライアントは信頼されます。</translation>
    </message>
    <message>
        <source>Trusted clients:</source>
        <translation>信頼済みクライアント:</translation>
    </message>
    <message>
        <source>Login:</source>
        <translation>ログイン:</translation>
    </message>
    <message>
        <source>File of the users:</source>
        <translation>ユーザーファイル:</translation>
    </message>
    <message>
        <source>Anyone can come over plain HTTP: passwords can be read on the way. Encrypt the address, under Network.</source>
        <translation>平文の HTTP で誰でも接続できます: パスワードを途中で読み取られるおそれがあります。「ネットワーク」でアドレスを暗号化してください。</translation>
    </message>
    <message>
        <source>Everyone who reaches this computer can pull from it, over plain HTTP. Where it can be reached from the internet, choose private networks, or TLS and a login.</source>
        <translation>このコンピューターに接続できる人は誰でも、平文の HTTP でプルできます。インターネットから接続できる場合は、プライベートネットワークに限定するか、TLS とログインを使用してください。</translation>
    </message>
    <message>
        <source>Give the whole path of a file, from / or ~/ on.</source>
        <translation>ファイルのフルパスを / または ~/ から指定してください。</translation>
    </message>
    <message>
        <source>As `htpasswd -B` writes it; it may change at any time.</source>
        <translation>`htpasswd -B` の出力形式です。いつでも変更できます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AppliedPanel</name>
    <message>
        <source>&amp;Pause on this computer</source>
        <translation>このコンピューターでの使用を一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Resume on this computer</source>
        <translation>このコンピューターでの使用を再開(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the set-up back until you resume it: away from the cache&apos;s network, pulls are not kept waiting then</source>
        <translation>再開するまで、クライアントの設定を元に戻します: キャッシュのネットワークの外でも、プルが待たされることはありません</translation>
    </message>
    <message>
        <source>Writes the set-up again</source>
        <translation>クライアントの設定を再び書き込みます</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ArchiveProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::AttentionCard</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>確認が必要な項目はありません。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CachePanel</name>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>Clients have to log &amp;in</source>
        <translation>クライアントのログインが必要(&amp;I)</translation>
    </message>
    <message>
        <source>Certificate of its authority</source>
        <translation>認証局の証明書</translation>
    </message>
    <message>
        <source>S&amp;tart the cache</source>
        <translation>キャッシュを開始(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Which cache:</source>
        <translation>使用するキャッシュ(&amp;W):</translation>
    </message>
    <message>
        <source>Us&amp;er:</source>
        <translation>ユーザー(&amp;E):</translation>
    </message>
    <message>
        <source>Passw&amp;ord:</source>
        <translation>パスワード(&amp;O):</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA ファイル(&amp;F):</translation>
    </message>
    <message>
        <source>For images of:</source>
        <translation>対象のレジストリ:</translation>
    </message>
    <message>
        <source>This computer (%1)</source>
        <translation>このコンピューター (%1)</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 に問い合わせ中…</translation>
    </message>
    <message>
        <source>It listens on no address: give it one in Settings.</source>
        <translation>待ち受けるアドレスがありません: 「設定」でアドレスを追加してください。</translation>
    </message>
    <message>
        <source>The cache on this computer is stopped.</source>
        <translation>このコンピューターのキャッシュは停止しています。</translation>
    </message>
    <message>
        <source>Type where it is, such as 192.168.0.80:5000, or https://cache.example.com.</source>
        <translation>192.168.0.80:5000 や https://cache.example.com のように、キャッシュの場所を入力してください。</translation>
    </message>
    <message>
        <source>This is no address; 192.168.0.80:5000 and https://cache.example.com are.</source>
        <translation>アドレスではありません。例: 192.168.0.80:5000、https://cache.example.com</translation>
    </message>
    <message>
        <source>It is reached from this computer only: builders in containers and other machines do not come there. Serve your network, in Settings.</source>
        <translation>このコンピューターからのみ接続できます: コンテナ内のビルダーや他のマシンからは接続できません。「設定」で、ネットワークに提供するようにしてください。</translation>
    </message>
    <message>
        <source>It answers: Lanyard %1.</source>
        <translation>応答がありました: Lanyard %1。</translation>
    </message>
    <message>
        <source>Choose one registry at least.</source>
        <translation>レジストリを 1 つ以上選択してください。</translation>
    </message>
    <message>
        <source>This computer, one that was used before, or the address of another</source>
        <translation>このコンピューター、以前に使用したキャッシュ、または別のキャッシュのアドレス</translation>
    </message>
    <message>
        <source>It answers, and mirrors no registry: add an upstream there, or enable one.</source>
        <translation>応答しますが、どのレジストリもミラーしていません。そこでアップストリームを追加するか、有効にしてください。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientCard</name>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Set up %1</source>
        <translation>%1 を設定</translation>
    </message>
    <message>
        <source>Show the changes: %1</source>
        <translation>変更を表示: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>適用: %1</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>テスト: %1</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>元に戻す: %1</translation>
    </message>
    <message>
        <source>Hide changes</source>
        <translation>変更を非表示</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>変更を表示</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientModel</name>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>要求内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>提供量</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最終アクセス</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsField</name>
    <message>
        <source>As set under Access</source>
        <translation>「アクセス」の設定に従う</translation>
    </message>
    <message>
        <source>Private networks</source>
        <translation>プライベートネットワーク</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>ほかになし</translation>
    </message>
    <message>
        <source>These addresses and networks</source>
        <translation>次のアドレスとネットワーク</translation>
    </message>
    <message>
        <source>%1: addresses and networks</source>
        <translation>%1: アドレスとネットワーク</translation>
    </message>
    <message>
        <source>Name an address or a network, such as 10.0.0.0/8.</source>
        <translation>10.0.0.0/8 のようにアドレスまたはネットワークを指定してください。</translation>
    </message>
    <message>
        <source>“%1” is no address or network; 10.0.0.0/8 is one.</source>
        <translation>「%1」はアドレスでもネットワークでもありません。例: 10.0.0.0/8</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ClientsPage</name>
    <message>
        <source>&amp;Show its requests</source>
        <translation>リクエストを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Nobody has asked the cache yet. Who pulls through it is listed here, with what could not be given.</source>
        <translation>キャッシュへのアクセスはまだありません。キャッシュを通してプルしたクライアントと、渡せなかったものがここに表示されます。</translation>
    </message>
    <message>
        <source>Clients of the cache</source>
        <translation>キャッシュのクライアント</translation>
    </message>
    <message numerus="yes">
        <source>%n clients since the program began</source>
        <translation>
            <numerusform>プログラムの起動以降のクライアント: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CloseQuestion</name>
    <message>
        <source>Close Lanyard</source>
        <translation>Lanyard を閉じる</translation>
    </message>
    <message>
        <source>Keep the cache running in the tray?</source>
        <translation>トレイでキャッシュの実行を続けますか?</translation>
    </message>
    <message>
        <source>Quit stops it: clients then pull from elsewhere.</source>
        <translation>終了するとキャッシュは停止し、クライアントは別の場所からプルします。</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>実行を続ける(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ComputerPage</name>
    <message>
        <source>Loo&amp;k again</source>
        <translation>再検索(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Snippets…</source>
        <translation>スニペット(&amp;S)…</translation>
    </message>
    <message>
        <source>Another co&amp;mputer…</source>
        <translation>別のコンピューター(&amp;M)…</translation>
    </message>
    <message>
        <source>Look for clients on this computer again</source>
        <translation>このコンピューターのクライアントを再検索します</translation>
    </message>
    <message>
        <source>What to write on other computers</source>
        <translation>他のコンピューターに記述する内容を表示します</translation>
    </message>
    <message>
        <source>Test a client on another computer</source>
        <translation>別のコンピューターのクライアントをテストします</translation>
    </message>
    <message>
        <source>Clients on this computer</source>
        <translation>このコンピューターのクライアント</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>クライアントを検索中…</translation>
    </message>
    <message>
        <source>No program that pulls images was found here: Docker, Podman, Earthly, BuildKit, containerd and others are known. Snippets shows what to write on other computers.</source>
        <translation>このコンピューターには、イメージをプルするプログラムが見つかりませんでした。Docker、Podman、Earthly、BuildKit、containerd などに対応しています。他のコンピューターに記述する内容は「スニペット」で表示できます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy to the clipboard</source>
        <translation>クリップボードにコピーします</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialImportDialog</name>
    <message>
        <source>&amp;Not taken over:</source>
        <translation>取り込まないもの(&amp;N):</translation>
    </message>
    <message>
        <source>Import credentials</source>
        <translation>認証情報をインポート</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;File of Docker or Podman:</source>
        <translation>Docker または Podman のファイル(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose a file of Docker or Podman</source>
        <translation>Docker または Podman のファイルを選択</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>ファイルを読み込み中</translation>
    </message>
    <message>
        <source>Looking what it has</source>
        <translation>内容を確認中</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>取り込み中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;To be taken over:</source>
        <translation>取り込むもの(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Taken over:</source>
        <translation>取り込んだもの(&amp;T):</translation>
    </message>
    <message>
        <source>Credentials of the file</source>
        <translation>ファイルの資格情報</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialModel</name>
    <message>
        <source>For</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存場所</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::CredentialsView</name>
    <message>
        <source>Log o&amp;ut…</source>
        <translation>ログアウト(&amp;U)…</translation>
    </message>
    <message>
        <source>Log &amp;in…</source>
        <translation>ログイン(&amp;I)…</translation>
    </message>
    <message>
        <source>Im&amp;port from Docker…</source>
        <translation>Docker からインポート(&amp;P)…</translation>
    </message>
    <message>
        <source>Take over what Docker or Podman has for upstreams</source>
        <translation>Docker または Podman が持つアップストリームの認証情報を取り込みます</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>認証情報</translation>
    </message>
    <message>
        <source>No credentials: upstreams are asked as anybody. Log in to pull what is private and, at Docker Hub, to pull more, or import what Docker has.</source>
        <translation>認証情報なし: アップストリームには匿名で問い合わせます。ログインするとプライベートなものをプルでき、Docker Hub ではプル数が増えます。Docker の認証情報をインポートすることもできます。</translation>
    </message>
    <message>
        <source>It stands in the configuration file, and goes there</source>
        <translation>設定ファイルに記述されており、そこで削除します</translation>
    </message>
    <message>
        <source>Forget this credential</source>
        <translation>この認証情報を削除します</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Log out of %1?</source>
        <translation>%1 からログアウトしますか?</translation>
    </message>
    <message>
        <source>The credential is forgotten; to use it again you need its password.</source>
        <translation>認証情報は削除されます。再び使用するにはパスワードが必要です。</translation>
    </message>
    <message>
        <source>The helper is not asked for it any more; what it keeps stays there.</source>
        <translation>今後ヘルパーには問い合わせません。ヘルパーが保存しているものはそのまま残ります。</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>ログアウト(&amp;L)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤー</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>読み取り数</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::DownloadsCard</name>
    <message>
        <source>Nothing is being fetched from upstream.</source>
        <translation>アップストリームから取得中のものはありません。</translation>
    </message>
    <message>
        <source>Downloads in flight</source>
        <translation>進行中のダウンロード</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Downloads (%1)</source>
        <translation>ダウンロード (%1)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::EngineControl</name>
    <message>
        <source>What the configuration file says of %1 counts when the cache is restarted. Running transfers end before that.</source>
        <translation>設定ファイルの %1 の内容は、キャッシュの再起動後に有効になります。実行中の転送は再起動の前に完了します。</translation>
    </message>
    <message>
        <source>Lanyard ends when the set-up of this computer has come to an end, so that nothing is left by half. Quit once more to end it at once.</source>
        <translation>中途半端な状態が残らないよう、このコンピューターの設定が終わると Lanyard は終了します。もう一度終了を選ぶと、すぐに終了します。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ExportLine</name>
    <message>
        <source>Progress of the export</source>
        <translation>エクスポートの進捗</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>キャンセル(&amp;A)</translation>
    </message>
    <message>
        <source>Writing %1 requests</source>
        <translation>%1 件のリクエストを書き込み中</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>閉じる(&amp;O)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>%1 requests are in %2</source>
        <translation>%1 件のリクエストを %2 に書き込みました</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FieldNote</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FiguresCard</name>
    <message>
        <source>Hit ratio</source>
        <translation>ヒット率</translation>
    </message>
    <message>
        <source>Not downloaded</source>
        <translation>ダウンロード節約量</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>クライアントへの提供</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>アップストリームからの取得</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Since the program started</source>
        <translation>プログラムの起動以降</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日間</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全期間</translation>
    </message>
    <message>
        <source>F&amp;igures of</source>
        <translation>集計期間(&amp;I)</translation>
    </message>
    <message>
        <source>Hits %1 · misses %2</source>
        <translation>ヒット %1 · ミス %2</translation>
    </message>
    <message>
        <source>%1 of what was served</source>
        <translation>提供量の %1</translation>
    </message>
    <message>
        <source>Over the local network</source>
        <translation>ローカルネットワーク経由</translation>
    </message>
    <message>
        <source>Over the internet</source>
        <translation>インターネット経由</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>失敗 %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FirstSteps</name>
    <message>
        <source>&amp;Start the cache</source>
        <translation>キャッシュを開始(&amp;S)</translation>
    </message>
    <message>
        <source>Let Docker pull through it: put this into /etc/docker/daemon.json and restart it.</source>
        <translation>Docker がキャッシュを通してプルするようにする: これを /etc/docker/daemon.json に記述し、Docker を再起動します。</translation>
    </message>
    <message>
        <source>Set &amp;up this computer…</source>
        <translation>このコンピューターを設定(&amp;U)…</translation>
    </message>
    <message>
        <source>Pull an image through it, and see it arrive here.</source>
        <translation>キャッシュを通してイメージをプルし、ここに表示されることを確認します。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Set up this computer</source>
        <translation>このコンピューターを設定</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Three steps to the first pull</source>
        <translation>最初のプルまでの 3 ステップ</translation>
    </message>
    <message>
        <source>Done: it serves at %1.</source>
        <translation>完了: %1 で提供しています。</translation>
    </message>
    <message>
        <source>It serves this computer and the machines of your network.</source>
        <translation>このコンピューターとネットワーク内のマシンに提供します。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>&amp;Test this computer</source>
        <translation>このコンピューターをテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Docker, Podman, Earthly and others: you see what would change, and it is done when you agree.</source>
        <translation>Docker、Podman、Earthly など: 変更内容を確認し、同意すると実行されます。</translation>
    </message>
    <message>
        <source>Each client pulls a tiny image through it, and you see it arrive.</source>
        <translation>各クライアントがごく小さなイメージをキャッシュ経由でプルし、届くのを確認できます。</translation>
    </message>
    <message>
        <source>Done: the test pull arrived. Now pull an image, and it is kept.</source>
        <translation>完了: テストのプルが届きました。次にイメージをプルすると、保存されます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::FormField</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選択</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::HistoryChart</name>
    <message>
        <source>Requests and saved pulls over time</source>
        <translation>リクエストと節約したプルの推移</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageActions</name>
    <message>
        <source>1 image</source>
        <translation>イメージ 1 個</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>イメージ %1 個</translation>
    </message>
    <message>
        <source>&amp;Copy pull command</source>
        <translation>プルコマンドをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fetch ahead…</source>
        <translation>事前取得(&amp;F)…</translation>
    </message>
    <message>
        <source>Fetch images before a client asks for them</source>
        <translation>クライアントの要求より先にイメージを取得します</translation>
    </message>
    <message>
        <source>Ask &amp;upstream for newer ones</source>
        <translation>アップストリームに新版を確認(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pin</source>
        <translation>ピン留め(&amp;P)</translation>
    </message>
    <message>
        <source>Keep the selected images, whatever room there is</source>
        <translation>空き容量にかかわらず選択したイメージを保持します</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>ピン留めを解除(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)…</translation>
    </message>
    <message>
        <source>Show what removing the selected images frees, and remove them</source>
        <translation>選択したイメージの削除で解放される容量を表示し、削除します</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>インポート(&amp;I)…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このコンピューター用</translation>
    </message>
    <message>
        <source>On other computers</source>
        <translation>他のコンピューター用</translation>
    </message>
    <message>
        <source>Name only, for clients that use the cache as a mirror</source>
        <translation>名前のみ (キャッシュをミラーとして使うクライアント用)</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>コピーしました: %1</translation>
    </message>
    <message>
        <source>Pinning</source>
        <translation>ピン留め中</translation>
    </message>
    <message>
        <source>Unpinning</source>
        <translation>ピン留めを解除中</translation>
    </message>
    <message>
        <source>Pinned: %1.</source>
        <translation>ピン留めしました: %1。</translation>
    </message>
    <message>
        <source>Not pinned any more: %1.</source>
        <translation>ピン留めを解除しました: %1。</translation>
    </message>
    <message>
        <source>An image without a tag cannot be newer upstream.</source>
        <translation>タグのないイメージは、アップストリームに新版が存在しません。</translation>
    </message>
    <message>
        <source>Asking upstream</source>
        <translation>アップストリームに確認中</translation>
    </message>
    <message>
        <source>Asked upstream for %1; newer: %2.</source>
        <translation>%1 をアップストリームに確認しました。新版: %2。</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>Could not be done: %1. %2</source>
        <translation>実行できませんでした: %1。%2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageExportDialog</name>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>Export images</source>
        <translation>イメージをエクスポート</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>イメージ %1 個</translation>
    </message>
    <message>
        <source>Podman, Docker and skopeo read it. It has all platforms that are complete in the cache.</source>
        <translation>Podman、Docker、skopeo で読み込めます。キャッシュ内で完全なプラットフォームがすべて含まれます。</translation>
    </message>
    <message>
        <source>Tar file</source>
        <translation>tar ファイル</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>イメージ:</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>形式(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>保存先(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>エクスポート(&amp;E)</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 を %2 に書き込みました。</translation>
    </message>
    <message>
        <source>%1 without %2: not complete in the cache.</source>
        <translation>%1 (%2 を除く): キャッシュ内で完全ではありません。</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageImportDialog</name>
    <message>
        <source>&amp;Replace tags that name another image in the cache</source>
        <translation>キャッシュ内の別のイメージを指すタグを置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Import images</source>
        <translation>イメージをインポート</translation>
    </message>
    <message>
        <source>An OCI image layout as a folder or tar file, what docker save has written since Docker 25, or the storage of a registry. Every byte is verified, and no registry is asked.</source>
        <translation>フォルダーまたは tar ファイルの OCI イメージレイアウト、Docker 25 以降の docker save の出力、またはレジストリのストレージです。すべてのバイトが検証され、レジストリには問い合わせません。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>インポート(&amp;I)</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>フォルダー(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Archive:</source>
        <translation>アーカイブ(&amp;A):</translation>
    </message>
    <message>
        <source>As the archive says</source>
        <translation>アーカイブの記述に従う</translation>
    </message>
    <message>
        <source>For an archive of one image that does not say its name</source>
        <translation>名前の記述がない、単一イメージのアーカイブ用</translation>
    </message>
    <message>
        <source>&amp;Name of the image:</source>
        <translation>イメージ名(&amp;N):</translation>
    </message>
    <message>
        <source>The default upstream</source>
        <translation>デフォルトのアップストリーム</translation>
    </message>
    <message>
        <source>Whose images the storage of a registry has</source>
        <translation>レジストリのストレージにあるイメージの取得元</translation>
    </message>
    <message>
        <source>&amp;Upstream:</source>
        <translation>アップストリーム(&amp;U):</translation>
    </message>
    <message>
        <source>Tar files (*.tar)</source>
        <translation>tar ファイル (*.tar)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Images imported: %1. New content: %2.</source>
        <translation>インポートしたイメージ: %1。新しい内容: %2。</translation>
    </message>
    <message>
        <source>Pieces that are missing, and are fetched when a client asks for them: %1.</source>
        <translation>欠落しており、クライアントの要求時に取得されるもの: %1。</translation>
    </message>
    <message>
        <source>Tags left as they were, because they name another image: %1, such as %2.</source>
        <translation>別のイメージを指すため変更しなかったタグ: %1 (%2 など)。</translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation>取り込めません: %1: %2</translation>
    </message>
    <message>
        <source>Others not taken: %1.</source>
        <translation>ほかに取り込めなかったもの: %1。</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>ファイル(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagePane</name>
    <message>
        <source> (missing)</source>
        <translation> (欠落)</translation>
    </message>
    <message>
        <source>Config %1</source>
        <translation>構成 %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>レイヤー %1</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>未取得</translation>
    </message>
    <message>
        <source>%1, pulled once</source>
        <translation>%1、プル 1 回</translation>
    </message>
    <message>
        <source>%1, pulled %2 times</source>
        <translation>%1、プル %2 回</translation>
    </message>
    <message>
        <source>%1 of %2 stored</source>
        <translation>%2 中 %1 を保存済み</translation>
    </message>
    <message>
        <source>, %1 shared with other images</source>
        <translation>、%1 は他のイメージと共有</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Has no tag that could name another image</source>
        <translation>別のイメージを指しうるタグがありません</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>新版: %1</translation>
    </message>
    <message>
        <source>Last asked: %1</source>
        <translation>最終確認: %1</translation>
    </message>
    <message>
        <source>Platforms and layers of the image</source>
        <translation>イメージのプラットフォームとレイヤー</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>プラットフォーム</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>共有先</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>ダイジェスト</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>タグルール</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>アップストリーム</translation>
    </message>
    <message>
        <source>Served to</source>
        <translation>提供先</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Details of the image</source>
        <translation>イメージの詳細</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>イメージのダイジェスト</translation>
    </message>
    <message>
        <source>Copy the digest</source>
        <translation>ダイジェストをコピー</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImageTree</name>
    <message>
        <source>Images</source>
        <translation>イメージ</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ImagesPage</name>
    <message>
        <source>1 image</source>
        <translation>イメージ 1 個</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>イメージ %1 個</translation>
    </message>
    <message>
        <source>Search by upstream, repository, tag or digest</source>
        <translation>アップストリーム、リポジトリ、タグ、ダイジェストで検索</translation>
    </message>
    <message>
        <source>Search in the images</source>
        <translation>イメージを検索</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>その他(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Leave the rest of the images as they are</source>
        <translation>残りのイメージは変更しません</translation>
    </message>
    <message>
        <source>The cache does not run. Start it to see its images.</source>
        <translation>キャッシュは実行されていません。開始するとイメージが表示されます。</translation>
    </message>
    <message>
        <source>No image is cached yet. Pull one through the cache, fetch one ahead, or import an archive.</source>
        <translation>キャッシュされたイメージはまだありません。キャッシュを通してプルするか、事前取得するか、アーカイブをインポートしてください。</translation>
    </message>
    <message>
        <source>Reading what is cached…</source>
        <translation>キャッシュの内容を読み込み中…</translation>
    </message>
    <message>
        <source>No image fits the search.</source>
        <translation>検索に一致するイメージはありません。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>現在 %1</translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation>選択: %1、%2</translation>
    </message>
    <message>
        <source>Content that several of them have counts for each</source>
        <translation>複数のイメージに共通する内容は、それぞれで数えます</translation>
    </message>
    <message>
        <source>Select an image to see everything about it.</source>
        <translation>イメージを選択すると詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ListenerEditor</name>
    <message>
        <source>All IPv4 addresses of this computer.</source>
        <translation>このコンピューターのすべての IPv4 アドレス。</translation>
    </message>
    <message>
        <source>All addresses of this computer, IPv4 and IPv6.</source>
        <translation>このコンピューターのすべてのアドレス (IPv4 と IPv6)。</translation>
    </message>
    <message>
        <source>Only programs on this computer come there.</source>
        <translation>このコンピューター上のプログラムのみ接続できます。</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Who is served at this address</source>
        <translation>このアドレスの提供先</translation>
    </message>
    <message>
        <source>Clients lo&amp;g in here, where there are users</source>
        <translation>ユーザーがあればログインを要求(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>アドレス(&amp;A):</translation>
    </message>
    <message>
        <source>None (HTTP)</source>
        <translation>なし (HTTP)</translation>
    </message>
    <message>
        <source>HTTPS, certificate of this computer&apos;s own authority</source>
        <translation>HTTPS、このコンピューターの認証局の証明書</translation>
    </message>
    <message>
        <source>HTTPS, certificate from files</source>
        <translation>HTTPS、ファイルの証明書</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>暗号化(&amp;E):</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>鍵:</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>空いているポート</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>このアドレスを削除</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>ポート(&amp;O):</translation>
    </message>
    <message>
        <source>HTTPS, certificate by ACME, as the file says</source>
        <translation>HTTPS、ACME の証明書 (ファイルの設定に従う)</translation>
    </message>
    <message>
        <source>Give an address of this computer, such as 0.0.0.0 (all of them); names are not looked up.</source>
        <translation>0.0.0.0 (すべて) など、このコンピューターのアドレスを指定してください。名前の解決は行いません。</translation>
    </message>
    <message>
        <source>This address is in the list already.</source>
        <translation>このアドレスは既にリストにあります。</translation>
    </message>
    <message>
        <source>Use port %1</source>
        <translation>ポート %1 を使用</translation>
    </message>
    <message>
        <source>Name the files of the certificate and of its key, both in PEM, with their whole paths.</source>
        <translation>証明書とその鍵のファイル (いずれも PEM) をフルパスで指定してください。</translation>
    </message>
    <message>
        <source>Clients have to trust the authority, once: see below.</source>
        <translation>クライアントで一度、認証局を信頼する必要があります: 下記参照。</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>証明書:</translation>
    </message>
    <message>
        <source>Serve:</source>
        <translation>提供先:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LocalCaPanel</name>
    <message>
        <source>E&amp;xport its certificate…</source>
        <translation>証明書をエクスポート(&amp;X)…</translation>
    </message>
    <message>
        <source>The authority of this computer holds until %1. Clients have to trust its certificate; by the fingerprint one compares both ends.</source>
        <translation>このコンピューターの認証局は %1 まで有効です。クライアントはその証明書を信頼する必要があります。フィンガープリントで双方を照合できます。</translation>
    </message>
    <message>
        <source>This computer has no authority yet. The first address that uses it makes one.</source>
        <translation>このコンピューターにはまだ認証局がありません。認証局を使用する最初のアドレスで作成されます。</translation>
    </message>
    <message>
        <source>The authority is shown while the cache runs.</source>
        <translation>認証局はキャッシュの実行中に表示されます。</translation>
    </message>
    <message>
        <source>Export the certificate of the authority</source>
        <translation>認証局の証明書をエクスポート</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem)</source>
        <translation>証明書 (*.crt *.pem)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き込みました。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
    <message>
        <source>Create the authority</source>
        <translation>認証局を作成</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LogSection</name>
    <message>
        <source>Log and metrics</source>
        <translation>ログとメトリクス</translation>
    </message>
    <message>
        <source>Write a line for each request to &amp;stdout</source>
        <translation>リクエストごとに 1 行を標準出力に書き込む(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Metrics and health at</source>
        <translation>メトリクスとヘルスの提供先(&amp;M)</translation>
    </message>
    <message>
        <source>Who is answered there beside this computer</source>
        <translation>このコンピューター以外の応答先</translation>
    </message>
    <message>
        <source>Address of metrics and health</source>
        <translation>メトリクスとヘルスのアドレス</translation>
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
        <translation>アクセスログ:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>形式:</translation>
    </message>
    <message>
        <source>Debug address:</source>
        <translation>デバッグアドレス:</translation>
    </message>
    <message>
        <source>Answers there for:</source>
        <translation>応答先:</translation>
    </message>
    <message>
        <source>Give an address and a port, such as 127.0.0.1:5001.</source>
        <translation>127.0.0.1:5001 のようにアドレスとポートを指定してください。</translation>
    </message>
    <message>
        <source>Everyone who reaches that address can read what the cache does, unencrypted and without a login.</source>
        <translation>このアドレスに接続できる人は誰でも、暗号化もログインもなしにキャッシュの動作を読み取れます。</translation>
    </message>
    <message>
        <source>For Prometheus: /metrics, /healthz and /readyz.</source>
        <translation>Prometheus 用: /metrics、/healthz、/readyz。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::LoginDialog</name>
    <message>
        <source>Pass&amp;word:</source>
        <translation>パスワード(&amp;W):</translation>
    </message>
    <message>
        <source>The password is an identity &amp;token</source>
        <translation>パスワードは ID トークン(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Ask the registry first whether it is right</source>
        <translation>先にレジストリで正しいか確認(&amp;A)</translation>
    </message>
    <message>
        <source>Log in to a registry</source>
        <translation>レジストリにログイン</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Only for the repositories below this path, such as team</source>
        <translation>team など、このパス以下のリポジトリのみに使用します</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>レジストリ(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>パス(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>ユーザー名(&amp;U):</translation>
    </message>
    <message>
        <source>It is kept in the keychain of this desktop where there is one, else in a file of the data folder that only you can read. It goes to this registry only.</source>
        <translation>デスクトップのキーチェーンがあればそこに、なければデータフォルダー内のあなただけが読み取れるファイルに保存します。送信先はこのレジストリのみです。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>&amp;Identity token:</source>
        <translation>ID トークン(&amp;I):</translation>
    </message>
    <message>
        <source>Asking the registry</source>
        <translation>レジストリに確認中</translation>
    </message>
    <message>
        <source>Keeping it</source>
        <translation>保存中</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>アップストリーム</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>&amp;Cache</source>
        <translation>キャッシュ(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>オフライン作業(&amp;O)</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>レジストリには問い合わせず、キャッシュ済みのものを提供します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>フィルター(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Lanyard</source>
        <translation>Lanyard について(&amp;A)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>About Lanyard</source>
        <translation>Lanyard について</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>ネットワーク用のコンテナイメージのプルスルーキャッシュ。GNU General Public License バージョン 3 以降に基づく自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Lanyard ends in a moment</source>
        <translation>Lanyard はまもなく終了します</translation>
    </message>
    <message>
        <source>The set-up of this computer comes to an end before.</source>
        <translation>その前に、このコンピューターの設定を完了します。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::MessageLine</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>要確認 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NetworkSection</name>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>A&amp;dd an address</source>
        <translation>アドレスを追加(&amp;D)</translation>
    </message>
    <message>
        <source>Network threads:</source>
        <translation>ネットワークスレッド:</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::NoticeBar</name>
    <message>
        <source>&amp;Restart now</source>
        <translation>今すぐ再起動(&amp;R)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>ほか以前の %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lanyard::ui::OverviewPage</name>
    <message>
        <source>Traffic</source>
        <translation>トラフィック</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 日間</translation>
    </message>
    <message>
        <source>&amp;Over time, of the last</source>
        <translation>推移の期間(&amp;O)</translation>
    </message>
    <message>
        <source>New certificate authority</source>
        <translation>新しい認証局</translation>
    </message>
    <message>
        <source>Make a new local certificate authority in the place of this one?</source>
        <translation>現在のローカル認証局に代わる新しい認証局を作成しますか?</translation>
    </message>
    <message>
        <source>Each client has to trust the new one before it can pull over HTTPS again. The one that there is now is gone then.</source>
        <translation>各クライアントは、新しい認証局を信頼するまで HTTPS でプルできません。現在の認証局は失われます。</translation>
    </message>
    <message>
        <source>&amp;Make a new one</source>
        <translation>新規作成(&amp;M)</translation>
    </message>
    <message>
        <source>No new certificate authority was made: %1</source>
        <translation>新しい認証局を作成できませんでした: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選択: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PlanView</name>
    <message>
        <source>Changes of %1</source>
        <translation>%1 の変更内容</translation>
    </message>
    <message>
        <source>Then this is run, as administrator</source>
        <translation>続いて、次を管理者として実行します</translation>
    </message>
    <message>
        <source>Then this is run</source>
        <translation>続いて、次を実行します</translation>
    </message>
    <message>
        <source>%1 is not edited: %2</source>
        <translation>%1 は編集しません: %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PrefetchDialog</name>
    <message>
        <source>Stored: %1, of it fetched: %2</source>
        <translation>保存済み: %1、うち取得: %2</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>取得(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Cancel selected</source>
        <translation>選択項目をキャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lear what has ended</source>
        <translation>終了した項目を消去(&amp;L)</translation>
    </message>
    <message>
        <source>Fetch images ahead</source>
        <translation>イメージを事前取得</translation>
    </message>
    <message>
        <source>alpine:3, quay.io/org/name:1</source>
        <translation>alpine:3, quay.io/org/name:1</translation>
    </message>
    <message>
        <source>&amp;Images:</source>
        <translation>イメージ(&amp;I):</translation>
    </message>
    <message>
        <source>Platforms:</source>
        <translation>プラットフォーム:</translation>
    </message>
    <message>
        <source>windows/amd64, linux/s390x</source>
        <translation>windows/amd64, linux/s390x</translation>
    </message>
    <message>
        <source>&amp;Other platforms:</source>
        <translation>その他のプラットフォーム(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>None: that of this computer</source>
        <translation>指定なし: このコンピューターのもの</translation>
    </message>
    <message>
        <source>Images that are fetched</source>
        <translation>取得するイメージ</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進捗</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>One or several, as people write them.</source>
        <translation>1 つまたは複数を、通常の書き方で指定します。</translation>
    </message>
    <message>
        <source>Only what is not stored yet is fetched.</source>
        <translation>まだ保存されていないものだけを取得します。</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>開始中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>中止</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProbeDialog</name>
    <message>
        <source>Proved</source>
        <translation>動作確認済み</translation>
    </message>
    <message>
        <source>Test another computer</source>
        <translation>別のコンピューターをテスト</translation>
    </message>
    <message>
        <source>Run this on the other computer, once it is set up. It pulls a tiny image that %1 makes for this test alone; no registry is asked.</source>
        <translation>別のコンピューターの設定が済んだら、そこでこれを実行してください。%1 がこのテストのためだけに作成する小さなイメージをプルします。レジストリには問い合わせません。</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>クライアント(&amp;L):</translation>
    </message>
    <message>
        <source>For images &amp;of:</source>
        <translation>対象のレジストリ(&amp;O):</translation>
    </message>
    <message>
        <source>S&amp;nippets…</source>
        <translation>スニペット(&amp;N)…</translation>
    </message>
    <message>
        <source>What sets the other computer up</source>
        <translation>別のコンピューターの設定に使う内容を表示します</translation>
    </message>
    <message>
        <source>There is no command for this client: see on the page Clients whether it asks.</source>
        <translation>このクライアント用のコマンドはありません: 「クライアント」ページで確認してください。</translation>
    </message>
    <message>
        <source>Waiting for the pull</source>
        <translation>プルを待っています</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>動作確認済み: %1</translation>
    </message>
    <message>
        <source>It begins to arrive: %1</source>
        <translation>届き始めています: %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ProgramSection</name>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Start when I log in to this computer</source>
        <translation>コンピューターへのログイン時に起動</translation>
    </message>
    <message>
        <source>Start without its &amp;window, in the tray</source>
        <translation>ウィンドウを開かずトレイで起動(&amp;W)</translation>
    </message>
    <message>
        <source>Tell me what happens with &amp;notifications</source>
        <translation>通知で状況を知らせる(&amp;N)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>トレイで実行を続ける</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>言語:</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>起動時:</translation>
    </message>
    <message>
        <source>When the window is closed:</source>
        <translation>ウィンドウを閉じたとき:</translation>
    </message>
    <message>
        <source>Notifications:</source>
        <translation>通知:</translation>
    </message>
    <message>
        <source>Its words change when Lanyard is started next.</source>
        <translation>表示言語は次回の Lanyard 起動時に切り替わります。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1、プライベート</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PullTree</name>
    <message>
        <source>Request log, by pull</source>
        <translation>リクエストログ (プル別)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::PurgeDialog</name>
    <message>
        <source>Stays: it is pinned</source>
        <translation>残ります: ピン留めされています</translation>
    </message>
    <message>
        <source>Stays: it is in use</source>
        <translation>残ります: 使用中です</translation>
    </message>
    <message>
        <source>Stays: what it consists of is not known yet</source>
        <translation>残ります: 構成内容が未確認です</translation>
    </message>
    <message>
        <source>%1 that others have</source>
        <translation>%1 (他のイメージと共有)</translation>
    </message>
    <message>
        <source>%1 that %2 has</source>
        <translation>%1 (%2 と共有)</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>イメージ 1 個</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>イメージ %1 個</translation>
    </message>
    <message>
        <source>Remove &amp;pinned images, too</source>
        <translation>ピン留めしたイメージも削除(&amp;P)</translation>
    </message>
    <message>
        <source>Remove images</source>
        <translation>イメージを削除</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>削除されるものと残るもの</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>残るもの</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>解放量</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Looking at what would go…</source>
        <translation>削除されるものを確認中…</translation>
    </message>
    <message>
        <source>What would go could not be found out.</source>
        <translation>削除されるものを確認できませんでした。</translation>
    </message>
    <message>
        <source>%1 would go, and free %2. The next pull fetches anew what was removed.</source>
        <translation>%1 が削除され、%2 が解放されます。削除したものは次回のプル時に再取得されます。</translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>削除されるものはありません。</translation>
    </message>
    <message>
        <source>The first of them are listed.</source>
        <translation>先頭の一部のみ表示しています。</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>削除中…</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>何も削除されませんでした。</translation>
    </message>
    <message>
        <source>%1 removed, %2 freed.</source>
        <translation>%1 を削除し、%2 を解放しました。</translation>
    </message>
    <message>
        <source>%1 stay: pinned or in use.</source>
        <translation>%1 が残ります: ピン留めまたは使用中です。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RegistriesView</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>テスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Log in…</source>
        <translation>ログイン(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>その他(&amp;M)</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>アップストリーム</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>無効化(&amp;D)</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>有効化(&amp;N)</translation>
    </message>
    <message>
        <source>Remove an upstream</source>
        <translation>アップストリームを削除</translation>
    </message>
    <message>
        <source>Remove %1 from the upstreams?</source>
        <translation>%1 をアップストリームから削除しますか?</translation>
    </message>
    <message>
        <source>Clients that ask for it are refused from then on. Its settings go, in the configuration file too, with a password that stands there. To keep them, disable it instead.</source>
        <translation>以後、これを要求するクライアントは拒否されます。設定は、設定ファイル内のものやそこに記述されたパスワードも含めて削除されます。設定を残すには、代わりに無効化してください。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>What was changed of %1 counts until Lanyard ends: %2.</source>
        <translation>%1 の変更は Lanyard の終了までのみ有効です: %2。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestDetails</name>
    <message>
        <source>Details of the request</source>
        <translation>リクエストの詳細</translation>
    </message>
    <message>
        <source>Choose a request to see what is known of it.</source>
        <translation>リクエストを選択すると詳細が表示されます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestExport</name>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 に書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestFilterBar</name>
    <message>
        <source>All clients</source>
        <translation>すべてのクライアント</translation>
    </message>
    <message>
        <source>All upstreams</source>
        <translation>すべてのアップストリーム</translation>
    </message>
    <message>
        <source>Filter by image, tag, digest, client or path</source>
        <translation>イメージ、タグ、ダイジェスト、クライアント、パスで絞り込み</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>リクエストログのフィルター</translation>
    </message>
    <message>
        <source>Requests that have all of these words; client:, image: and upstream: before a word look for it there only</source>
        <translation>すべての語を含むリクエストを表示します。語の前に client:、image:、upstream: を付けると、その項目だけを検索します</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>アップストリーム</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>すべての結果</translation>
    </message>
    <message>
        <source>Kind of request</source>
        <translation>リクエストの種類</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>すべてのリクエスト</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestMenu</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy d&amp;etails</source>
        <translation>詳細をコピー(&amp;E)</translation>
    </message>
    <message>
        <source>Only this cl&amp;ient</source>
        <translation>このクライアントのみ(&amp;I)</translation>
    </message>
    <message>
        <source>Only this i&amp;mage</source>
        <translation>このイメージのみ(&amp;M)</translation>
    </message>
    <message>
        <source>Only this &amp;upstream</source>
        <translation>このアップストリームのみ(&amp;U)</translation>
    </message>
    <message>
        <source>E&amp;xport shown requests…</source>
        <translation>表示中のリクエストをエクスポート(&amp;X)…</translation>
    </message>
    <message>
        <source>Export &amp;selected requests…</source>
        <translation>選択したリクエストをエクスポート(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>消去(&amp;L)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestModel</name>
    <message>
        <source>%1, private</source>
        <translation>%1、プライベート</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>イメージ</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>所要時間</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestTable</name>
    <message>
        <source>Request log</source>
        <translation>リクエストログ</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::RequestsPage</name>
    <message>
        <source>&amp;Group pulls</source>
        <translation>プルをまとめる(&amp;G)</translation>
    </message>
    <message>
        <source>Show the requests of one pull as one line that opens</source>
        <translation>1 回のプルのリクエストを、展開できる 1 行にまとめて表示します</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Show what is known of the chosen row</source>
        <translation>選択した行の詳細を表示します</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>最新(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the newest request and stay there</source>
        <translation>最新のリクエストに移動し、追従します</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>一時停止(&amp;U)</translation>
    </message>
    <message>
        <source>Keep the log as it is</source>
        <translation>ログの更新を止めます</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>その他(&amp;O)</translation>
    </message>
    <message>
        <source>Copy, export and clear</source>
        <translation>コピー、エクスポート、消去</translation>
    </message>
    <message>
        <source>No request fits the filter.</source>
        <translation>フィルターに一致するリクエストはありません。</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>すべて表示(&amp;S)</translation>
    </message>
    <message>
        <source>%1 of %2 requests shown</source>
        <translation>%2 件中 %1 件のリクエストを表示</translation>
    </message>
    <message>
        <source>, %1 skipped</source>
        <translation>、%1 件を省略</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>再開(&amp;U)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::ServiceBar</name>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止処理中…</translation>
    </message>
    <message>
        <source>Nothing is served. What is cached stays on the disk.</source>
        <translation>何も提供していません。キャッシュ済みのものはディスクに残っています。</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>ストアを開いています</translation>
    </message>
    <message>
        <source>Serving this computer at %1</source>
        <translation>%1 でこのコンピューターに提供中</translation>
    </message>
    <message>
        <source>Serving your network at %1</source>
        <translation>%1 でネットワークに提供中</translation>
    </message>
    <message>
        <source>Running transfers come to their end</source>
        <translation>実行中の転送の完了を待っています</translation>
    </message>
    <message>
        <source>State of the cache</source>
        <translation>キャッシュの状態</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Copy %1 to the clipboard</source>
        <translation>%1 をクリップボードにコピーします</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start the cache</source>
        <translation>キャッシュを開始</translation>
    </message>
    <message>
        <source>Stop the cache</source>
        <translation>キャッシュを停止</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SetUpFooter</name>
    <message>
        <source>&amp;Apply</source>
        <translation>適用(&amp;A)</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>設定する(&amp;U)</translation>
    </message>
    <message>
        <source>Working; what is done is shown at each client.</source>
        <translation>実行中です。処理の内容は各クライアントに表示されます。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Looking for clients…</source>
        <translation>クライアントを検索中…</translation>
    </message>
    <message>
        <source>Choose a cache that answers, above.</source>
        <translation>上で、応答のあるキャッシュを選択してください。</translation>
    </message>
    <message>
        <source>Choose a cache that mirrors a registry, above.</source>
        <translation>上で、レジストリをミラーしているキャッシュを選択してください。</translation>
    </message>
    <message>
        <source>Choose a registry, above.</source>
        <translation>上でレジストリを選択してください。</translation>
    </message>
    <message>
        <source>Apply makes the changes that are shown above, and tests each client.</source>
        <translation>「適用」で、上に表示されている変更を行い、各クライアントをテストします。</translation>
    </message>
    <message>
        <source>To be set up: %1. Nothing is changed before you have seen it.</source>
        <translation>設定するクライアント: %1。変更内容を確認するまでは何も変更しません。</translation>
    </message>
    <message>
        <source>Nothing is chosen to be set up.</source>
        <translation>設定するクライアントが選択されていません。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SettingsPage</name>
    <message>
        <source>Rever&amp;t</source>
        <translation>元に戻す(&amp;T)</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>適用(&amp;Y)</translation>
    </message>
    <message>
        <source>Kept in %1, which the server reads as well.</source>
        <translation>%1 に保存されます。サーバーもこのファイルを読み込みます。</translation>
    </message>
    <message>
        <source>There is no configuration file yet. Apply makes %1.</source>
        <translation>設定ファイルはまだありません。「適用」で %1 を作成します。</translation>
    </message>
    <message>
        <source>These settings can be looked at, and not changed here. %1</source>
        <translation>これらの設定は表示のみで、ここでは変更できません。%1</translation>
    </message>
    <message>
        <source>The file was changed meanwhile. Apply writes what you have changed here, and keeps the rest; Revert shows what the file says.</source>
        <translation>ファイルがその間に変更されました。「適用」はここで変更した内容だけを書き込み、残りはそのままにします。「元に戻す」はファイルの内容を表示します。</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>まだ適用されていません。</translation>
    </message>
    <message>
        <source>Something above is not right yet.</source>
        <translation>上記に正しくない項目があります。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き込み中…</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>適用しました。</translation>
    </message>
    <message>
        <source>Applied. The cache restarts for %1; running transfers end before that.</source>
        <translation>適用しました。%1 のためキャッシュを再起動します。実行中の転送は再起動の前に完了します。</translation>
    </message>
    <message>
        <source>Applied; it counts in a moment.</source>
        <translation>適用しました。まもなく有効になります。</translation>
    </message>
    <message>
        <source>Applied; it counts when the cache is started.</source>
        <translation>適用しました。キャッシュの開始時に有効になります。</translation>
    </message>
    <message>
        <source>Applied. An import, an export or a prefetch runs; %1 counts when the cache is restarted.</source>
        <translation>適用しました。インポート、エクスポート、または事前取得の実行中のため、%1 はキャッシュの再起動後に有効になります。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetBlock</name>
    <message>
        <source>In a terminal</source>
        <translation>ターミナルで実行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>保存: %1</translation>
    </message>
    <message>
        <source>Save the snippet</source>
        <translation>スニペットを保存</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1 に書き込みました。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SnippetDialog</name>
    <message>
        <source>Snippets for other computers</source>
        <translation>他のコンピューター用のスニペット</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>スニペット</translation>
    </message>
    <message>
        <source>Where Lanyard does not make the changes itself: this lets clients pull through %1.</source>
        <translation>Lanyard が直接書き込まない環境用です: これで、クライアントが %1 を通してプルするようになります。</translation>
    </message>
    <message>
        <source>C&amp;lient:</source>
        <translation>クライアント(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;System:</source>
        <translation>システム(&amp;S):</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>接続方式(&amp;V):</translation>
    </message>
    <message>
        <source>As this cache is</source>
        <translation>このキャッシュに合わせる</translation>
    </message>
    <message>
        <source>Plain HTTP</source>
        <translation>平文の HTTP</translation>
    </message>
    <message>
        <source>HTTPS</source>
        <translation>HTTPS</translation>
    </message>
    <message>
        <source>HTTPS and a login</source>
        <translation>HTTPS とログイン</translation>
    </message>
    <message>
        <source>There is no such client for this system.</source>
        <translation>このクライアントは、このシステムにはありません。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::StorageSection</name>
    <message>
        <source>Storage</source>
        <translation>ストレージ</translation>
    </message>
    <message>
        <source>Folder of the cache</source>
        <translation>キャッシュのフォルダー</translation>
    </message>
    <message>
        <source>Fetch what is newer</source>
        <translation>新版を取得</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>キャッシュの最大サイズ</translation>
    </message>
    <message>
        <source>5GiB, or a twentieth of a small disk</source>
        <translation>5GiB (小さいディスクでは 20 分の 1)</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Keep free:</source>
        <translation>確保する空き(&amp;K):</translation>
    </message>
    <message>
        <source>Do not look for them</source>
        <translation>確認しない</translation>
    </message>
    <message>
        <source>Look every hour</source>
        <translation>1 時間ごとに確認</translation>
    </message>
    <message>
        <source>Look every day</source>
        <translation>毎日確認</translation>
    </message>
    <message>
        <source>Newer &amp;pinned images:</source>
        <translation>ピン留めしたイメージの新版(&amp;P):</translation>
    </message>
    <message>
        <source>Give the whole path, from / or ~/ on.</source>
        <translation>フルパスを / または ~/ から指定してください。</translation>
    </message>
    <message>
        <source>What is cached in another folder stays there.</source>
        <translation>別のフォルダーにキャッシュ済みのものはそのまま残ります。</translation>
    </message>
    <message>
        <source>The cache may take what is not to be kept free.</source>
        <translation>キャッシュは、確保する空きを除くすべてを使用できます。</translation>
    </message>
    <message>
        <source>Give a size such as 50GiB.</source>
        <translation>50GiB のようにサイズを指定してください。</translation>
    </message>
    <message>
        <source>That is more than the whole disk has.</source>
        <translation>ディスク全体の容量を超えています。</translation>
    </message>
    <message>
        <source>Images that were used longest ago make room; pinned ones stay.</source>
        <translation>最後の使用が古いイメージから削除して空きを作ります。ピン留めしたものは残ります。</translation>
    </message>
    <message>
        <source>Give a size such as 5GiB.</source>
        <translation>5GiB のようにサイズを指定してください。</translation>
    </message>
    <message>
        <source>That is more than the whole disk has: nothing would be stored.</source>
        <translation>ディスク全体の容量を超えています: 何も保存されなくなります。</translation>
    </message>
    <message>
        <source>So much of the disk is left to others, whatever the size of the cache may be. It has %1, of which %2 are free now.</source>
        <translation>キャッシュのサイズにかかわらず、ディスクのこの容量を他の用途に確保します。ディスクは %1、現在の空きは %2 です。</translation>
    </message>
    <message>
        <source>So much of the disk is left to others.</source>
        <translation>ディスクのこの容量を他の用途に確保します。</translation>
    </message>
    <message>
        <source>Limit the size of the cache to</source>
        <translation>キャッシュのサイズを次に制限</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>サイズ(&amp;Z):</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::SuggestionList</name>
    <message>
        <source>Clients ask for %1, which is no upstream. Requests: %2, the last at %3.</source>
        <translation>クライアントがアップストリームではない %1 を要求しています。リクエスト: %2、最終 %3。</translation>
    </message>
    <message numerus="yes">
        <source>and %n other registries</source>
        <translation>
            <numerusform>ほか %n 個のレジストリ</numerusform>
        </translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TagRuleTable</name>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>下へ移動(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>削除(&amp;M)</translation>
    </message>
    <message>
        <source>The first rule whose pattern fits a tag says how long its answer holds. A pattern has * and ?, or is re: and a regular expression. Without rules the usual ones count.</source>
        <translation>タグに最初に一致したパターンのルールが、応答の有効期間を決めます。パターンには * と ? を使うか、re: に続けて正規表現を指定します。ルールがない場合は標準のルールが適用されます。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>The registry is asked</source>
        <translation>レジストリへの確認</translation>
    </message>
    <message>
        <source>Tag rules</source>
        <translation>タグルール</translation>
    </message>
    <message>
        <source>Add &amp;rule</source>
        <translation>ルールを追加(&amp;R)</translation>
    </message>
    <message>
        <source>When the registry is asked</source>
        <translation>レジストリに確認するタイミング</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrafficChart</name>
    <message>
        <source>In the last hour</source>
        <translation>過去 1 時間</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>過去 30 日間</translation>
    </message>
    <message>
        <source>Served to clients</source>
        <translation>クライアントへの提供</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Fetched from upstream</source>
        <translation>アップストリームからの取得</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Chart of the bytes served and fetched</source>
        <translation>提供・取得バイト数のグラフ</translation>
    </message>
    <message>
        <source>Chart of the requests and hits</source>
        <translation>リクエストとヒットのグラフ</translation>
    </message>
    <message>
        <source>%1 nothing was asked for.</source>
        <translation>%1のリクエストはありません。</translation>
    </message>
    <message>
        <source>%1 %2 were served and %3 fetched.</source>
        <translation>%1の提供は %2、取得は %3 です。</translation>
    </message>
    <message>
        <source>Most of it at %1: %2.</source>
        <translation>最大は %1: %2。</translation>
    </message>
    <message>
        <source>%1: %2 served, %3 fetched</source>
        <translation>%1: 提供 %2、取得 %3</translation>
    </message>
    <message>
        <source>%1: %2 requests, %3 hits</source>
        <translation>%1: リクエスト %2、ヒット %3</translation>
    </message>
    <message>
        <source>%1: requests %2 · hits %3.</source>
        <translation>%1: リクエスト %2 · ヒット %3。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::TrayIcon</name>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>オフライン作業(&amp;O)</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>ウィンドウを表示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Lanyard: not serving</source>
        <translation>Lanyard: 停止中</translation>
    </message>
    <message>
        <source>Lanyard offline: %1 hits, %2 served</source>
        <translation>Lanyard オフライン: ヒット %1、提供 %2</translation>
    </message>
    <message>
        <source>Lanyard: %1 hits, %2 served</source>
        <translation>Lanyard: ヒット %1、提供 %2</translation>
    </message>
    <message>
        <source>Lanyard keeps running</source>
        <translation>Lanyard は実行を続けています</translation>
    </message>
    <message>
        <source>The cache goes on serving. Open the window or quit from this icon.</source>
        <translation>キャッシュは提供を続けます。このアイコンからウィンドウを開くか、終了できます。</translation>
    </message>
    <message>
        <source>&amp;Recent images</source>
        <translation>最近のイメージ(&amp;R)</translation>
    </message>
    <message>
        <source>O&amp;pen</source>
        <translation>開く(&amp;P)</translation>
    </message>
    <message>
        <source>Lanyard needs attention</source>
        <translation>Lanyard に確認が必要です</translation>
    </message>
    <message>
        <source>Pause on this &amp;computer</source>
        <translation>このコンピューターでの使用を一時停止(&amp;C)</translation>
    </message>
    <message>
        <source>Resu&amp;me on this computer</source>
        <translation>このコンピューターで再開(&amp;M)</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamDetails</name>
    <message>
        <source>Details of the upstream</source>
        <translation>アップストリームの詳細</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>認証情報</translation>
    </message>
    <message>
        <source>Tags: when the registry is asked</source>
        <translation>タグ: レジストリに確認するタイミング</translation>
    </message>
    <message>
        <source>Pull budget</source>
        <translation>プル枠</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>31 days</source>
        <translation>31 日間</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>さかのぼる期間</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>pulls saved</source>
        <translation>節約したプル</translation>
    </message>
    <message>
        <source>fewest pulls left</source>
        <translation>最少残りプル数</translation>
    </message>
    <message>
        <source>It is disabled: clients that ask for it are refused.</source>
        <translation>無効です: これを要求するクライアントは拒否されます。</translation>
    </message>
    <message>
        <source>No upstream is asked while you work offline.</source>
        <translation>オフライン作業中は、アップストリームに問い合わせません。</translation>
    </message>
    <message>
        <source>It has not said that it counts pulls.</source>
        <translation>プル数の制限は通知されていません。</translation>
    </message>
    <message>
        <source>%1 pulls left</source>
        <translation>残りプル数 %1</translation>
    </message>
    <message>
        <source>Counted for %1</source>
        <translation>%1 として集計</translation>
    </message>
    <message>
        <source>None: what is public is pulled.</source>
        <translation>なし: 公開されているものをプルします。</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 を編集</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>アップストリームを追加</translation>
    </message>
    <message>
        <source>&amp;Known registries:</source>
        <translation>既知のレジストリ(&amp;K):</translation>
    </message>
    <message>
        <source>%1, is an upstream</source>
        <translation>%1 (登録済み)</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>レジストリ</translation>
    </message>
    <message>
        <source>Writing the configuration</source>
        <translation>設定を書き込み中</translation>
    </message>
    <message>
        <source>Known registries</source>
        <translation>既知のレジストリ</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamForm</name>
    <message>
        <source>Line %1: %2</source>
        <translation>%1 行目: %2</translation>
    </message>
    <message>
        <source>&amp;Where it is</source>
        <translation>場所(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Names and trust</source>
        <translation>名前と信頼(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tag rules</source>
        <translation>タグルール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Registry:</source>
        <translation>レジストリ(&amp;R):</translation>
    </message>
    <message>
        <source>Its name as it stands in the names of images.</source>
        <translation>イメージ名に現れる名前です。</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>URL(&amp;U):</translation>
    </message>
    <message>
        <source>Where the registry is. Without encryption (http) only when it is given here.</source>
        <translation>レジストリの場所です。暗号化なし (http) は、ここで指定した場合のみ使用します。</translation>
    </message>
    <message>
        <source>&amp;Fallbacks:</source>
        <translation>フォールバック(&amp;F):</translation>
    </message>
    <message>
        <source>Servers with the same content, one a line, that are asked in this order while the URL fails.</source>
        <translation>同じ内容を持つサーバーです (1 行に 1 つ)。URL が失敗している間、この順に問い合わせます。</translation>
    </message>
    <message>
        <source>&amp;CA file:</source>
        <translation>CA ファイル(&amp;C):</translation>
    </message>
    <message>
        <source>Certificates (PEM) that are trusted for it beside those of the system.</source>
        <translation>システムのものに加えて信頼する証明書 (PEM) です。</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>プロキシ(&amp;P):</translation>
    </message>
    <message>
        <source>By which it is reached: http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>接続に使用するプロキシ: http://HOST:PORT または socks5://HOST:PORT。</translation>
    </message>
    <message>
        <source>&amp;Aliases:</source>
        <translation>別名(&amp;A):</translation>
    </message>
    <message>
        <source>Other names for it in the names of images, one a line.</source>
        <translation>イメージ名に使われる別の名前です (1 行に 1 つ)。</translation>
    </message>
    <message>
        <source>&amp;Host names:</source>
        <translation>ホスト名(&amp;H):</translation>
    </message>
    <message>
        <source>Names of this computer under which it is this registry, one a line.</source>
        <translation>このレジストリとして扱う、このコンピューターの名前です (1 行に 1 つ)。</translation>
    </message>
    <message>
        <source>T&amp;oken services:</source>
        <translation>トークンサービス(&amp;O):</translation>
    </message>
    <message>
        <source>Hosts beyond its own domain, one a line, that may be given its password.</source>
        <translation>自身のドメイン以外で、パスワードを渡してよいホストです (1 行に 1 つ)。</translation>
    </message>
    <message>
        <source>Re&amp;directs:</source>
        <translation>リダイレクト(&amp;D):</translation>
    </message>
    <message>
        <source>Hosts in the private network, one a line, to which it may redirect.</source>
        <translation>リダイレクトを許可する、プライベートネットワーク内のホストです (1 行に 1 つ)。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamModel</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 個</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>レジストリ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Pulls left</source>
        <translation>残りプル数</translation>
    </message>
    <message>
        <source>Pulls saved</source>
        <translation>節約したプル</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>認証情報</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamTestDialog</name>
    <message>
        <source>Reachable in %1.</source>
        <translation>%1 で接続できました。</translation>
    </message>
    <message>
        <source>Not reachable.</source>
        <translation>接続できません。</translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation>%1 のテスト</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Test &amp;again</source>
        <translation>再テスト(&amp;A)</translation>
    </message>
    <message>
        <source>Asking its servers</source>
        <translation>サーバーに問い合わせ中</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UpstreamsPage</name>
    <message>
        <source>The cache is stopped. Press Start to see how the upstreams are, and to change them.</source>
        <translation>キャッシュは停止しています。「開始」を押すと、アップストリームの状態の表示と変更ができます。</translation>
    </message>
    <message>
        <source>Re&amp;gistries</source>
        <translation>レジストリ(&amp;G)</translation>
    </message>
    <message>
        <source>Cre&amp;dentials</source>
        <translation>認証情報(&amp;D)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>オフライン作業(&amp;O)</translation>
    </message>
    <message>
        <source>No registry is asked: what is cached is served</source>
        <translation>レジストリには問い合わせず、キャッシュ済みのものを提供します</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsageCard</name>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 時間後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分後</numerusform>
        </translation>
    </message>
    <message>
        <source>counted for %1</source>
        <translation>%1 として集計</translation>
    </message>
    <message>
        <source>all again by %1</source>
        <translation>%1 までに全回復</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a description</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>キャッシュ</translation>
    </message>
    <message>
        <source>No registry has said yet how many pulls it grants.</source>
        <translation>プル数の上限を通知したレジストリはまだありません。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Pulls left at the registries</source>
        <translation>レジストリの残りプル数</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>%1 free on the disk of %2, of which %3 are left to others</source>
        <translation>%2 のディスクの空き %1、うち %3 は他の用途に確保</translation>
    </message>
    <message>
        <source>%1 of unfinished downloads wait to be resumed</source>
        <translation>未完了のダウンロード %1 が再開待ち</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>bytes used and bytes there are</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>pulls</comment>
        <translation>残り %1</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>ユーザーを追加</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>パスワード(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>再入力(&amp;A):</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>追加(&amp;D)</translation>
    </message>
    <message>
        <source>A name has no colon.</source>
        <translation>名前にコロンは使用できません。</translation>
    </message>
    <message>
        <source>A password has at most 72 bytes.</source>
        <translation>パスワードは 72 バイトまでです。</translation>
    </message>
    <message>
        <source>The passwords differ.</source>
        <translation>パスワードが一致しません。</translation>
    </message>
    <message>
        <source>Who is there already gets this password.</source>
        <translation>既存のユーザーにはこのパスワードが設定されます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::UsersPanel</name>
    <message>
        <source>Add &amp;user…</source>
        <translation>ユーザーを追加(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Remove user…</source>
        <translation>ユーザーを削除(&amp;R)…</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Users can be added when the login has been applied.</source>
        <translation>ログインの設定を適用すると、ユーザーを追加できます。</translation>
    </message>
    <message>
        <source>Users can be added while the cache runs.</source>
        <translation>ユーザーはキャッシュの実行中に追加できます。</translation>
    </message>
    <message>
        <source>Users can be added when the login counts.</source>
        <translation>ログインの設定が有効になると、ユーザーを追加できます。</translation>
    </message>
    <message>
        <source>There are no users yet: nobody can pull.</source>
        <translation>ユーザーがまだいません: 誰もプルできません。</translation>
    </message>
    <message>
        <source>Remove a user</source>
        <translation>ユーザーを削除</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 を削除しますか?</translation>
    </message>
    <message>
        <source>Clients with this name can no longer pull.</source>
        <translation>この名前のクライアントはプルできなくなります。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::Welcome</name>
    <message>
        <source>Try it on this computer:</source>
        <translation>このコンピューターで試す:</translation>
    </message>
    <message>
        <source>Let Docker pull through it, in /etc/docker/daemon.json:</source>
        <translation>/etc/docker/daemon.json で Docker がキャッシュを通してプルするようにする:</translation>
    </message>
    <message>
        <source>Waiting for the first pull</source>
        <translation>最初のプルを待っています</translation>
    </message>
    <message>
        <source>Every machine that pulls through %1 gets its images from here; each image is downloaded once. Requests appear in this place as they are answered.</source>
        <translation>%1 を通してプルするマシンは、すべてここからイメージを取得します。各イメージのダウンロードは 1 回だけです。応答したリクエストはここに表示されます。</translation>
    </message>
    <message>
        <source>The cache is stopped</source>
        <translation>キャッシュは停止しています</translation>
    </message>
    <message>
        <source>Press Start: images are then served to this computer and to the machines of your network.</source>
        <translation>「開始」を押すと、このコンピューターとネットワーク内のマシンにイメージが提供されます。</translation>
    </message>
</context>
<context>
    <name>lanyard::ui::WorkView</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Proved</source>
        <translation>動作確認済み</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>動作を確認できませんでした</translation>
    </message>
    <message>
        <source>Proved: %1</source>
        <translation>動作確認済み: %1</translation>
    </message>
    <message>
        <source>What arrived: %1</source>
        <translation>届いたもの: %1</translation>
    </message>
    <message>
        <source>Not proved: %1</source>
        <translation>動作を確認できませんでした: %1</translation>
    </message>
    <message>
        <source>What the client said</source>
        <translation>クライアントの出力</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Lanyard runs already, and does not answer. End it, and try again.</source>
        <translation>Lanyard は既に実行中ですが、応答しません。終了してからもう一度試してください。</translation>
    </message>
    <message>
        <source>Use this configuration instead of the one in the usual place: Lanyard&apos;s YAML, or the proxy configuration of a Docker registry.</source>
        <translation>通常の場所の設定の代わりにこの設定を使用します: Lanyard の YAML、または Docker レジストリのプロキシ設定。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>A pull-through container image cache for your network, with a window.</source>
        <translation>ネットワーク用のコンテナイメージのプルスルーキャッシュ (ウィンドウ付き)。</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>予期しない引数: %1</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message numerus="yes">
        <source>%n requests</source>
        <translation>
            <numerusform>リクエスト %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n fetched</source>
        <translation>
            <numerusform>、%n 件を取得</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from the cache</source>
        <translation>
            <numerusform>キャッシュから %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from upstream</source>
        <translation>
            <numerusform>アップストリームから %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed or cut off</source>
        <translation>
            <numerusform>失敗または中断 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pullcommand</name>
    <message>
        <source>Docker, with the cache in its insecure-registries</source>
        <translation>Docker (insecure-registries にキャッシュを指定)</translation>
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
        <translation>ヒット</translation>
    </message>
    <message>
        <source>Revalidated</source>
        <translation>再検証済み</translation>
    </message>
    <message>
        <source>Miss</source>
        <translation>ミス</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共有</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>The cache was not asked.</source>
        <translation>キャッシュへの要求ではありません。</translation>
    </message>
    <message>
        <source>Served from the cache.</source>
        <translation>キャッシュから提供しました。</translation>
    </message>
    <message>
        <source>Served from the cache after upstream confirmed it.</source>
        <translation>アップストリームでの確認後、キャッシュから提供しました。</translation>
    </message>
    <message>
        <source>Fetched from upstream.</source>
        <translation>アップストリームから取得しました。</translation>
    </message>
    <message>
        <source>Fetched once for this and other requests.</source>
        <translation>このリクエストと他のリクエストのために 1 回だけ取得しました。</translation>
    </message>
    <message>
        <source>Served from the cache; upstream could not be asked.</source>
        <translation>アップストリームに確認できなかったため、キャッシュから提供しました。</translation>
    </message>
    <message>
        <source>Not in the cache, and not to be had upstream.</source>
        <translation>キャッシュになく、アップストリームからも取得できませんでした。</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>マニフェスト</translation>
    </message>
    <message>
        <source>Blob</source>
        <translation>ブロブ</translation>
    </message>
    <message>
        <source>Tag list</source>
        <translation>タグ一覧</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>リファラー</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>カタログ</translation>
    </message>
    <message>
        <source>%1, cut off</source>
        <translation>%1、中断</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>ユーザーエージェント</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>プライベート</translation>
    </message>
    <message>
        <source>Not everybody may read this repository upstream.</source>
        <translation>このリポジトリはアップストリームで一般公開されていません。</translation>
    </message>
    <message>
        <source>Tag rule</source>
        <translation>タグルール</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Nothing has to be restarted.</source>
        <translation>再起動は不要です。</translation>
    </message>
    <message>
        <source>Its service reads its configuration anew, and nothing stops.</source>
        <translation>サービスが設定を再読み込みします。停止するものはありません。</translation>
    </message>
    <message>
        <source>Paused: pulls without the cache</source>
        <translation>一時停止中: キャッシュを使わずにプルします</translation>
    </message>
    <message>
        <source>Set up for this cache</source>
        <translation>このキャッシュ用に設定済み</translation>
    </message>
    <message>
        <source>Uses another mirror: %1</source>
        <translation>別のミラーを使用: %1</translation>
    </message>
    <message>
        <source>Set up in part; it uses %1</source>
        <translation>一部のみ設定済み (%1 を使用)</translation>
    </message>
    <message>
        <source>Not set up for a cache</source>
        <translation>キャッシュ用の設定なし</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>必要な作業は残っていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) change.</source>
        <translation>
            <numerusform>%n 個のファイルを変更します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be edited by Lanyard.</source>
        <translation>
            <numerusform>%n 個のファイルは Lanyard では編集できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The administrator&apos;s password is asked for.</source>
        <translation>管理者のパスワードの入力を求められます。</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>新規ファイル</translation>
    </message>
    <message>
        <source>the file goes</source>
        <translation>ファイルを削除</translation>
    </message>
    <message>
        <source>as administrator</source>
        <translation>管理者権限</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>順番待ち</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>設定中</translation>
    </message>
    <message>
        <source>Being tested</source>
        <translation>テスト中</translation>
    </message>
    <message>
        <source>Being undone</source>
        <translation>元に戻しています</translation>
    </message>
    <message>
        <source>by ns=%1</source>
        <translation>ns=%1 で指定</translation>
    </message>
    <message>
        <source>by the path /%1/v2/</source>
        <translation>パス /%1/v2/ で指定</translation>
    </message>
    <message>
        <source>by the name %1/…</source>
        <translation>名前 %1/… で指定</translation>
    </message>
    <message>
        <source>by a host name of %1</source>
        <translation>%1 のホスト名で指定</translation>
    </message>
    <message>
        <source>without a name, so for %1</source>
        <translation>指定なしのため %1 として処理</translation>
    </message>
    <message>
        <source>%1 %2 from %3</source>
        <translation>%3 の %1、%2</translation>
    </message>
    <message>
        <source>Paused on this computer until resumed: %1, for %2.</source>
        <translation>このコンピューターでの使用は一時停止中です: 再開するまで、%1 は %2 を使わずにプルします。</translation>
    </message>
    <message>
        <source>Set up on this computer: %1, for %2.</source>
        <translation>このコンピューターで設定済み: %1 (%2 用)。</translation>
    </message>
    <message>
        <source>This computer is set up</source>
        <translation>このコンピューターを設定しました</translation>
    </message>
    <message>
        <source>Not all of the set-up worked</source>
        <translation>設定を完了できませんでした</translation>
    </message>
    <message>
        <source>The test pull arrived</source>
        <translation>テストのプルが届きました</translation>
    </message>
    <message>
        <source>The test failed</source>
        <translation>テストに失敗しました</translation>
    </message>
    <message>
        <source>The set-up is undone</source>
        <translation>設定を元に戻しました</translation>
    </message>
    <message>
        <source>The set-up is not undone</source>
        <translation>設定を元に戻せませんでした</translation>
    </message>
    <message>
        <source>Paused on this computer</source>
        <translation>このコンピューターでの使用を一時停止しました</translation>
    </message>
    <message>
        <source>Not paused</source>
        <translation>一時停止できませんでした</translation>
    </message>
    <message>
        <source>Resumed on this computer</source>
        <translation>このコンピューターでの使用を再開しました</translation>
    </message>
    <message>
        <source>Not resumed</source>
        <translation>再開できませんでした</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is interrupted: %1.</source>
        <translation>次が中断されます: %1。</translation>
    </message>
    <message>
        <source>Nothing is interrupted.</source>
        <translation>中断されるものはありません。</translation>
    </message>
    <message>
        <source>The rest can be set up when that is put right: see the changes.</source>
        <translation>それを直すと、残りを設定できます。変更内容を確認してください。</translation>
    </message>
    <message>
        <source>Its set-up was cut short: undo it, or set it up again</source>
        <translation>設定が中断されました。元に戻すか、設定し直してください</translation>
    </message>
    <message>
        <source>Lanyard does not do this itself. What to paste, and where, is under the changes.</source>
        <translation>Lanyard 自身はこの設定を行いません。貼り付ける内容と場所は変更内容にあります。</translation>
    </message>
    <message>
        <source>Cut short, so set up by half: %1, for %2. Undo takes it back.</source>
        <translation>中断されたため、途中まで設定されています: %1 (%2 用)。「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>%1 is not found here any more; what was written for it can be taken back.</source>
        <translation>%1 はここに見つからなくなりました。そのために書き込まれた内容は元に戻せます。</translation>
    </message>
    <message>
        <source>Set up, and not proved yet</source>
        <translation>設定済み、未確認</translation>
    </message>
    <message>
        <source>Not every test pull arrived</source>
        <translation>届かなかったテストプルがあります</translation>
    </message>
    <message>
        <source>Not all of it is paused</source>
        <translation>すべては一時停止されていません</translation>
    </message>
    <message>
        <source>Not all of it is resumed</source>
        <translation>すべては再開されていません</translation>
    </message>
    <message>
        <source>not proved yet: %1</source>
        <translation>未確認: %1</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>マニフェスト</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>構成</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>レイヤー</translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message>
        <source>%1 d</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>無効</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>問い合わせなし</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>未問い合わせ</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>On a fallback</source>
        <translation>フォールバック中</translation>
    </message>
    <message>
        <source>Limits requests</source>
        <translation>リクエスト制限中</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>接続不可</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 (%2 まで)</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 (%2 から)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 ほか %2 個</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>All of it is there again by %1.</source>
        <translation>%1 までにすべて回復します。</translation>
    </message>
    <message>
        <source>%1, full by %2</source>
        <translation>%1、%2 までに全回復</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>再確認しない</translation>
    </message>
    <message>
        <source>at every pull</source>
        <translation>プルごとに確認</translation>
    </message>
    <message>
        <source>again after %1</source>
        <translation>%1後に再確認</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Access: not known.</source>
        <translation>アクセス: 不明です。</translation>
    </message>
    <message>
        <source>Access: open to everybody.</source>
        <translation>アクセス: 全員に公開されています。</translation>
    </message>
    <message>
        <source>Access: everybody may pull what is public.</source>
        <translation>アクセス: 公開されているものは誰でもプルできます。</translation>
    </message>
    <message>
        <source>Access: the credential is right.</source>
        <translation>アクセス: 認証情報は正しいです。</translation>
    </message>
    <message>
        <source>Access: the credential is refused.</source>
        <translation>アクセス: 認証情報は拒否されました。</translation>
    </message>
    <message>
        <source>Access: it wants a credential, and there is none.</source>
        <translation>アクセス: 認証情報が必要ですが、ありません。</translation>
    </message>
    <message>
        <source>Certificate: %1, issued by %2, until %3.</source>
        <translation>証明書: %1、発行者 %2、有効期限 %3。</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>設定ファイル</translation>
    </message>
    <message>
        <source>File in the data folder</source>
        <translation>データフォルダー内のファイル</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>キーチェーン</translation>
    </message>
    <message>
        <source>as the helper says</source>
        <translation>ヘルパーに従う</translation>
    </message>
    <message>
        <source>identity token</source>
        <translation>ID トークン</translation>
    </message>
</context>
</TS>
