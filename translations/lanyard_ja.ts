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
        <source>%1 there were %2 requests and %3 hits.</source>
        <translation>%1のリクエストは %2 件、ヒットは %3 件です。</translation>
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
        <source>all containers and builds of Docker Desktop</source>
        <translation>Docker Desktop のすべてのコンテナーとビルド</translation>
    </message>
    <message>
        <source>builds that run</source>
        <translation>実行中のビルド</translation>
    </message>
    <message>
        <source>the Kubernetes API of this node for some seconds, no pods</source>
        <translation>このノードの Kubernetes API（数秒間、Pod は影響を受けません）</translation>
    </message>
    <message>
        <source>the agent of this node for some seconds, no pods</source>
        <translation>このノードのエージェント（数秒間、Pod は影響を受けません）</translation>
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
