/** What `koma host` says. Gaps are written `{name}`. */
export const HOST_SENTENCES = {
  'host.missing': { en: '{name} is missing. See koma host --help.', 'zh-CN': '缺少 {name}。请看 koma host --help。', ja: '{name} がありません。koma host --help をご覧ください。' },
  'host.shown': {
    en: 'The token must not stand on the command line, where every program of this machine can read it: put it into KOMA_HOST_TOKEN, or enter it when asked.',
    'zh-CN': '令牌不能写在命令行上，否则本机的所有程序都能读到。请放入 KOMA_HOST_TOKEN，或在提示时输入。', ja: 'トークンをコマンドラインに書かないでください。このマシンのどのプログラムからも読めてしまいます。KOMA_HOST_TOKEN に入れるか、求められたときに入力してください。',
  },
  'host.plain': {
    en: 'Warning: {server} is not HTTPS. Whoever is on the way can read the token and all that is asked.', 'zh-CN': '警告：{server} 未使用 HTTPS，途中的人可以读到令牌和全部请求内容。', ja: '警告：{server} は HTTPS ではありません。経路上の第三者がトークンとすべての内容を読めます。',
  },
  'host.connected': { en: 'Connected as "{host}". Requests go to {to} and nowhere else. Ctrl-C ends it.', 'zh-CN': '已连接，名为“{host}”。请求只会转到 {to}。按 Ctrl-C 结束。', ja: '「{host}」として接続しました。リクエストは {to} にだけ送られます。Ctrl-C で終了します。' },
  'host.lost': { en: 'The connection is gone ({why}); trying again in {seconds} s.', 'zh-CN': '连接已断开（{why}），{seconds} 秒后重试。', ja: '接続が切れました（{why}）。{seconds} 秒後にもう一度つなぎます。' },
  'host.denied': {
    en: 'The server does not take this token: it was replaced, or the host was removed. Make a new one under Providers and start again.', 'zh-CN': '服务器不接受此令牌：它已被更换，或该主机已被移除。请在“服务商”页面生成新令牌后重新启动。', ja: 'サーバーはこのトークンを受け付けません。新しいものに替えられたか、ホストが削除されています。「プロバイダー」で新しいトークンを作り、もう一度起動してください。',
  },
  'host.another': {
    en: 'Another machine or window has connected with the same token, and this one has made room for it. Give each machine a host of its own.', 'zh-CN': '另一台机器或窗口用同一令牌连接，本连接已让位。请为每台机器分别建立主机。', ja: '別のマシンまたは画面が同じトークンで接続したため、こちらの接続を終えました。マシンごとに別のホストを用意してください。',
  },
  'host.not-komawari': {
    en: 'There is no Komawari that takes home hosts at {server} ({why}). Give the address as it stands in the browser.', 'zh-CN': '{server} 处没有可接受家用主机的 Komawari（{why}）。请填写浏览器中显示的地址。', ja: '{server} には家庭のホストを受け入れる Komawari がありません（{why}）。ブラウザーに表示されるアドレスを指定してください。',
  },
} as const;
