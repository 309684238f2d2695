import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-home-hosts'> = {
  hosts: '家のマシン', hostsLead: 'グラフィックカードのあるマシンなら、公開アドレスがなくてもモデルをここで使えます。マシンの側からこのサーバーにつなぎ、指定した一つのプログラム宛ての要求にだけ答えます。', addHost: 'マシンを追加',
  hostName: 'マシンの名前', hostNameHint: '小文字の英字、数字、ハイフン（例：gaming-pc）。アドレスの一部になります。', nameWrong: '小文字の英字、数字、ハイフンで 1～32 文字にし、最初と最後は英字か数字にしてください。', makeToken: 'トークンを作る',
  here: '接続中', away: '未接続', stateHere: '{when}に接続しました。', stateGone: '最後の接続：{when}。', stateNever: 'まだ接続したことがありません。', addressIs: 'プロバイダーに入れるアドレス：',
  renew: 'トークンを替える', renewThing: '{name} のトークンを替える', renewTitle: '「{name}」の新しいトークンを作りますか？', renewText: '古いトークンとその接続はすぐに無効になります。そのマシンのコマンドは新しいトークンで起動し直してください。', renewGo: '新しく作る',
  remove: '削除', removeThing: '{name} を削除', removeTitle: '「{name}」を削除しますか？', removeText: 'トークンと接続はすぐに無効になります。このアドレスを使うプロバイダーは一覧に残りますが、つながらなくなります。', removeGo: '削除する',
  tokenFor: '「{name}」をつなぐ', stepCommand: 'そのマシンの Komawari のフォルダーで、次のコマンドを起動します。', stepTo: '最後の部分は、そこでモデルを動かすプログラムです。そのマシンのほかのものには届きません。', copyCommand: 'コマンドをコピー', stepToken: '求められたら、このトークンを入力します。', tokenOnce: '表示は今回だけです。ここには指紋だけを残します。', copyToken: 'トークンをコピー', stepProvider: '続いて、合う種類のプロバイダーをこのアドレスで追加します。', addProvider: 'プロバイダーを追加',
  waits: 'マシンの接続を待っています …', hasCome: '接続されました。', done: '完了',
};
