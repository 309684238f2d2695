/** Every sentence that can end a start, in the languages of the program. Gaps are written `{name}`. */
import { SECRETS_SENTENCES } from './secrets-sentences.ts';
import { HOST_SENTENCES } from './host-sentences.ts';
import { STUDIO_SENTENCES } from './studio-sentences.ts';

export type Language = 'en' | 'zh-CN' | 'ja';
type Texts = Record<Language, string>;

const sentences = {
  ready: {
    en: 'Komawari is ready: {url}',
    'zh-CN': 'Komawari 已就绪：{url}',
    ja: 'Komawari の準備ができました：{url}',
  },
  usage: { en: 'Usage: koma COMMAND [options]', 'zh-CN': '用法：koma 命令 [选项]', ja: '使い方：koma コマンド [オプション]' },
  stopping: { en: 'Stopping ...', 'zh-CN': '正在停止……', ja: '停止しています……' },
  restarting: {
    en: 'The {part} process ended ({why}); it is started again in {seconds} s.',
    'zh-CN': '{part} 进程已结束（{why}），{seconds} 秒后重新启动。',
    ja: '{part} プロセスが終了しました（{why}）。{seconds} 秒後に再起動します。',
  },
  'config.number': {
    en: '{name} must be a whole number from {min} to {max}, not "{value}".',
    'zh-CN': '{name} 必须是 {min} 到 {max} 之间的整数，而不是“{value}”。',
    ja: '{name} は {min} から {max} までの整数にしてください（現在は「{value}」）。',
  },
  'config.host': {
    en: '{name} must be a host name or an IP address without a port, not "{value}".',
    'zh-CN': '{name} 必须是不带端口的主机名或 IP 地址，而不是“{value}”。',
    ja: '{name} はポートを含まないホスト名か IP アドレスにしてください（現在は「{value}」）。',
  },
  'config.url': {
    en: '{name} must be an address that begins with {schemes}.',
    'zh-CN': '{name} 必须是以 {schemes} 开头的地址。',
    ja: '{name} は {schemes} で始まるアドレスにしてください。',
  },
  'config.choice': {
    en: '{name} must be one of {choices}, not "{value}".',
    'zh-CN': '{name} 必须是 {choices} 之一，而不是“{value}”。',
    ja: '{name} は {choices} のいずれかにしてください（現在は「{value}」）。',
  },
  'config.networks': {
    en: '{name} must list addresses or networks, such as 127.0.0.1, 10.0.0.0/8 (no names, and no network of everybody), not "{value}".',
    'zh-CN': '{name} 必须是 IP 地址或网段的列表，例如 127.0.0.1, 10.0.0.0/8（不能是域名，也不能包含所有地址），而不是“{value}”。',
    ja: '{name} は 127.0.0.1, 10.0.0.0/8 のように IP アドレスかネットワークを並べてください（名前や全アドレスの指定は不可。現在は「{value}」）。',
  },
  'config.plug-ins': {
    en: '{name} must list packages or folders, such as komawari-stripes, ./my-plug-in, not "{value}".',
    'zh-CN': '{name} 必须是软件包名或文件夹的列表，例如 komawari-stripes, ./my-plug-in，而不是“{value}”。',
    ja: '{name} は komawari-stripes, ./my-plug-in のようにパッケージ名かフォルダーを並べてください（現在は「{value}」）。',
  },
  'config.text': {
    en: '{name} must be a text that is not empty.',
    'zh-CN': '{name} 必须是非空文本。',
    ja: '{name} は空でない文字列にしてください。',
  },
  'config.missing': {
    en: '{name} is missing: it is needed because {because} is set.',
    'zh-CN': '缺少 {name}：已设置 {because}，因此必须同时设置它。',
    ja: '{name} がありません。{because} を設定した場合は必須です。',
  },
  'config.unknown': {
    en: '{file} has a setting "{name}" that Komawari does not know.',
    'zh-CN': '{file} 中有 Komawari 不认识的设置“{name}”。',
    ja: '{file} に Komawari の知らない設定「{name}」があります。',
  },
  'config.json': {
    en: '{file} is not valid JSON: {why}',
    'zh-CN': '{file} 不是有效的 JSON：{why}',
    ja: '{file} は正しい JSON ではありません：{why}',
  },
  'role.database': {
    en: 'A {role} process of its own needs DATABASE_URL: set it to the PostgreSQL that all machines share.',
    'zh-CN': '单独运行 {role} 进程需要 DATABASE_URL：请设为所有机器共用的 PostgreSQL。',
    ja: '{role} を単独で動かすには DATABASE_URL が必要です。全マシンで共有する PostgreSQL を指定してください。',
  },
  'role.unknown': {
    en: '--role must be web or worker, not "{value}".',
    'zh-CN': '--role 必须是 web 或 worker，而不是“{value}”。',
    ja: '--role は web か worker にしてください（現在は「{value}」）。',
  },
  'command.unknown': {
    en: 'There is no command "{name}". Known commands: {known}.',
    'zh-CN': '没有“{name}”命令。可用命令：{known}。',
    ja: '「{name}」というコマンドはありません。使えるコマンド：{known}。',
  },
  'port.taken': {
    en: 'Port {port} on {host} is used by another program: stop it, or choose another port with KOMA_PORT.',
    'zh-CN': '{host} 的端口 {port} 已被其他程序占用：请停止该程序，或用 KOMA_PORT 另选端口。',
    ja: '{host} のポート {port} は別のプログラムが使用中です。そのプログラムを止めるか、KOMA_PORT で別のポートを選んでください。',
  },
  'port.forbidden': {
    en: 'This user may not listen on port {port} of {host}: choose a port above 1023 with KOMA_PORT.',
    'zh-CN': '当前用户无权监听 {host} 的端口 {port}：请用 KOMA_PORT 选择大于 1023 的端口。',
    ja: 'このユーザーは {host} のポート {port} を使えません。KOMA_PORT で 1024 以上のポートを選んでください。',
  },
  'host.unknown': {
    en: 'This machine has no address {host}: set KOMA_HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.',
    'zh-CN': '本机没有地址 {host}：请把 KOMA_HOST 设为 127.0.0.1、0.0.0.0 或本机的某个地址。',
    ja: 'このマシンにアドレス {host} はありません。KOMA_HOST を 127.0.0.1、0.0.0.0、またはこのマシンのアドレスにしてください。',
  },
  'lan.no-address': {
    en: 'This machine has no address on a home network ({host}): connect it to Wi-Fi or a cable and start again, or start without --lan.',
    'zh-CN': '本机在家庭网络中没有地址（{host}）：请连接 Wi-Fi 或网线后重新启动，或去掉 --lan 启动。',
    ja: 'このマシンには家庭内ネットワークのアドレスがありません（{host}）。Wi-Fi かケーブルにつないで再起動するか、--lan なしで起動してください。',
  },
  'lan.authority': {
    en: 'The certificate file {file} cannot be used ({why}): mend its permissions or put it back from a backup; or delete it to get a new one, which every device must then trust again.',
    'zh-CN': '证书文件 {file} 无法使用（{why}）：请修正权限或从备份恢复；也可以删除它以生成新证书，届时每台设备都要重新信任。',
    ja: '証明書ファイル {file} を使えません（{why}）。権限を直すかバックアップから戻してください。削除すれば作り直せますが、すべての端末で信頼し直す必要があります。',
  },
  'lan.name': {
    en: 'The certificate authority {file} was made without the name {name} of KOMA_PUBLIC_URL: leave that setting out, or delete the file to get a new authority, which every device must then trust again.',
    'zh-CN': '证书颁发机构 {file} 创建时不含 KOMA_PUBLIC_URL 中的名称 {name}：请去掉该设置，或删除此文件以生成新的颁发机构，届时每台设备都要重新信任。',
    ja: '認証局 {file} は KOMA_PUBLIC_URL の名前 {name} を含まずに作られています。その設定を外すか、ファイルを削除して作り直してください（すべての端末で信頼し直す必要があります）。',
  },
  'lan.trust-port': {
    en: 'No port from {from} to {to} is free for the page that helps devices to trust this machine: choose another port with KOMA_PORT.',
    'zh-CN': '端口 {from} 到 {to} 均被占用，无法提供信任引导页：请用 KOMA_PORT 另选端口。',
    ja: '端末に信頼してもらうためのページに使えるポートが {from} から {to} までの間にありません。KOMA_PORT で別のポートを選んでください。',
  },
  'lan.urls': { en: 'On your home network:', 'zh-CN': '在家庭网络中打开：', ja: '家庭内ネットワークから開く：' },
  'lan.trust': {
    en: 'First time on a phone or computer? Scan this, or open {url}: the page shows how to trust this machine.',
    'zh-CN': '手机或电脑首次使用？请扫描下面的二维码，或打开 {url}，按页面说明信任本机。',
    ja: 'スマートフォンやパソコンで初めて使うときは、下のコードを読み取るか {url} を開いてください。このマシンを信頼する手順が表示されます。',
  },
  'lan.fingerprint': {
    en: 'The page must show this fingerprint (SHA-256): {fingerprint}',
    'zh-CN': '页面显示的指纹（SHA-256）必须与此一致：{fingerprint}',
    ja: 'ページに表示される指紋（SHA-256）が次と同じか確かめてください：{fingerprint}',
  },
  'data.unwritable': {
    en: 'The data folder {dir} cannot be written ({why}): mend its permissions or choose another with KOMA_DATA.',
    'zh-CN': '数据文件夹 {dir} 无法写入（{why}）：请修正权限，或用 KOMA_DATA 另选文件夹。',
    ja: 'データフォルダー {dir} に書き込めません（{why}）。権限を直すか、KOMA_DATA で別のフォルダーを選んでください。',
  },
  'data.full': {
    en: 'The disk of the data folder {dir} is full: free some space and start again.',
    'zh-CN': '数据文件夹 {dir} 所在磁盘已满：请清理空间后重新启动。',
    ja: 'データフォルダー {dir} のディスクに空きがありません。空きを作ってから再起動してください。',
  },
  'data.locked': {
    en: 'Another instance of Komawari uses the data folder {dir}: stop it first, or choose another folder with KOMA_DATA.',
    'zh-CN': '另一个 Komawari 实例正在使用数据文件夹 {dir}：请先停止它，或用 KOMA_DATA 另选文件夹。',
    ja: '別の Komawari がデータフォルダー {dir} を使用中です。先にそれを止めるか、KOMA_DATA で別のフォルダーを選んでください。',
  },
  'data.newer': {
    en: 'The data was written by a newer version of Komawari ({found}): update the program, or choose another folder with KOMA_DATA.',
    'zh-CN': '数据由更新版本的 Komawari 写入（{found}）：请升级程序，或用 KOMA_DATA 另选文件夹。',
    ja: 'データは新しいバージョンの Komawari（{found}）が書いたものです。プログラムを更新するか、KOMA_DATA で別のフォルダーを選んでください。',
  },
  'data.secrets': {
    en: '{file} is damaged: put it back from a backup, or delete it to get new secrets (everybody must then sign in again).',
    'zh-CN': '{file} 已损坏：请从备份恢复，或删除它以生成新密钥（届时所有人需要重新登录）。',
    ja: '{file} が壊れています。バックアップから戻すか、削除して作り直してください（その場合は全員がログインし直します）。',
  },
  'postgres.missing': {
    en: 'There is no PostgreSQL for {platform} in the package: set DATABASE_URL to a PostgreSQL 15 or newer.',
    'zh-CN': '软件包中没有适用于 {platform} 的 PostgreSQL：请把 DATABASE_URL 设为 PostgreSQL 15 或更新版本。',
    ja: '{platform} 用の PostgreSQL は同梱されていません。DATABASE_URL に PostgreSQL 15 以降を指定してください。',
  },
  'postgres.version': {
    en: 'The database runs PostgreSQL {found}; Komawari needs 15 or newer.',
    'zh-CN': '数据库运行的是 PostgreSQL {found}，而 Komawari 需要 15 或更新版本。',
    ja: 'データベースは PostgreSQL {found} です。Komawari には 15 以降が必要です。',
  },
  'postgres.cluster-version': {
    en: 'The data folder {dir} belongs to PostgreSQL {found}, but this version of Komawari brings PostgreSQL {ours}: start the version that wrote it and move the data with a backup.',
    'zh-CN': '数据文件夹 {dir} 属于 PostgreSQL {found}，而此版本的 Komawari 自带 PostgreSQL {ours}：请启动写入它的版本，并通过备份迁移数据。',
    ja: 'データフォルダー {dir} は PostgreSQL {found} のもので、この Komawari には PostgreSQL {ours} が付属します。書いたバージョンを起動し、バックアップで移してください。',
  },
  'postgres.unreachable': {
    en: 'The database of DATABASE_URL does not answer: {why}',
    'zh-CN': 'DATABASE_URL 指定的数据库没有响应：{why}',
    ja: 'DATABASE_URL のデータベースが応答しません：{why}',
  },
  'postgres.failed': {
    en: 'PostgreSQL does not start: {why}',
    'zh-CN': 'PostgreSQL 无法启动：{why}',
    ja: 'PostgreSQL を起動できません：{why}',
  },
  'child.failed': {
    en: 'The {part} process cannot start: {why}',
    'zh-CN': '{part} 进程无法启动：{why}',
    ja: '{part} プロセスを起動できません：{why}',
  },
  'make.story': {
    en: 'koma make takes one story, a file or - for standard input; {count} were given.',
    'zh-CN': 'koma make 需要一个故事（文件，或用 - 表示标准输入），实际给出了 {count} 个。',
    ja: 'koma make には物語を一つ指定してください（ファイル、または標準入力なら -）。指定数：{count}。',
  },
  'make.arguments': { en: 'These options do not fit: {why}. See koma make --help.', 'zh-CN': '选项有误：{why}。请看 koma make --help。', ja: 'オプションが正しくありません：{why}。koma make --help をご覧ください。' },
  'make.unreadable': { en: 'The story {file} cannot be read ({why}).', 'zh-CN': '无法读取故事 {file}（{why}）。', ja: '物語 {file} を読めません（{why}）。' },
  'make.file-kind': {
    en: '{file} is no plain text: save the story as .txt or .md and try again.',
    'zh-CN': '{file} 不是纯文本：请把故事存为 .txt 或 .md 后再试。',
    ja: '{file} はプレーンテキストではありません。物語を .txt か .md で保存してからお試しください。',
  },
  'make.file-large': {
    en: '{file} is larger than {megabytes} MB: split the story into several files.',
    'zh-CN': '{file} 超过 {megabytes} MB：请把故事分成几个文件。',
    ja: '{file} は {megabytes} MB を超えています。物語をいくつかのファイルに分けてください。',
  },
  'make.empty': { en: 'The story is empty: there is nothing to draw.', 'zh-CN': '故事是空的：没有可画的内容。', ja: '物語が空です。描くものがありません。' },
  'make.too-long': {
    en: 'The story has {length} characters; 200 000 are the limit. Split it into several comics.',
    'zh-CN': '故事有 {length} 个字符，上限为 20 万。请分成几部漫画。',
    ja: '物語は {length} 文字あり、上限の20万文字を超えています。複数のコミックに分けてください。',
  },
  'make.not-text': {
    en: 'This file is no readable text: save it as UTF-8 (.txt or .md) and try again.',
    'zh-CN': '该文件不是可读的文本：请存为 UTF-8 的 .txt 或 .md 后再试。',
    ja: '読み取れるテキストではありません。UTF-8 の .txt か .md で保存してからお試しください。',
  },
  'make.unwritable': {
    en: '{file} cannot be written ({why}): choose another folder with --out.',
    'zh-CN': '无法写入 {file}（{why}）：请用 --out 另选文件夹。',
    ja: '{file} に書き込めません（{why}）。--out で別のフォルダーを選んでください。',
  },
  'make.model-alone': { en: '{name}: models draw and read through a running Komawari. Start it first (npm start), and leave out --alone and --print.', 'zh-CN': '{name}：模型要通过正在运行的 Komawari 来画和读。请先启动（npm start），并去掉 --alone 与 --print。', ja: '{name}：モデルで描く・読むには、起動中の Komawari が必要です。先に起動し（npm start）、--alone と --print を外してください。' },
  'make.failed': { en: 'The comic could not be made: {why}', 'zh-CN': '漫画制作失败：{why}', ja: 'コミックを作れませんでした：{why}' },
  'make.drawing': { en: 'drawing panels', 'zh-CN': '正在绘制分格', ja: 'コマを描いています' },
  'make.writing': { en: 'writing files', 'zh-CN': '正在写入文件', ja: 'ファイルを書いています' },
  'make.done': {
    en: '{title}: {pages} pages, {panels} panels, {lines} lines in {seconds} s',
    'zh-CN': '《{title}》：{pages} 页、{panels} 格、{lines} 句，用时 {seconds} 秒',
    ja: '『{title}』：{pages}ページ、{panels}コマ、{lines}行、{seconds}秒',
  },
  'make.readable': { en: 'Readability: every line is there and can be read.', 'zh-CN': '可读性：所有台词都在，且清晰可读。', ja: '読みやすさ：すべてのセリフが入り、読めます。' },
  'make.problems': { en: 'Readability: {count} places want a look:', 'zh-CN': '可读性：有 {count} 处需要检查：', ja: '読みやすさ：{count}か所を確認してください：' },
  'make.unsure': {
    en: 'Speakers: {count} of {quoted} spoken lines may belong to somebody else:', 'zh-CN': '说话人：{quoted} 句台词中有 {count} 句不确定是谁说的：', ja: '話者：セリフ{quoted}のうち{count}は話し手が不確かです：',
  },
  ...STUDIO_SENTENCES,
  ...HOST_SENTENCES,
  ...SECRETS_SENTENCES,
} satisfies Record<string, Texts>;

export type SentenceCode = keyof typeof sentences;

export function isSentence(code: string): code is SentenceCode {
  return Object.hasOwn(sentences, code);
}

export function sentence(language: Language, code: SentenceCode, params: Record<string, string | number> = {}): string {
  return sentences[code][language].replace(/\{(\w+)\}/g, (gap, name: string) => String(params[name] ?? gap));
}

/** The language of the terminal, by the usual order of the POSIX variables; English when it is none of ours. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  if (/^zh/i.test(locale)) return 'zh-CN';
  if (/^ja/i.test(locale)) return 'ja';
  return 'en';
}
