/** What `koma secrets` says. Gaps are written `{name}`. */
export const SECRETS_SENTENCES = {
  'secrets.running': {
    en: 'Komawari is running and knows the old key alone: stop it, run this again, then start it.',
    'zh-CN': 'Komawari 正在运行，只认得旧密钥：请先停止它，再次运行本命令，然后重新启动。', ja: 'Komawari が動作中で、古い鍵しか知りません。止めてからこのコマンドをもう一度実行し、その後に起動してください。',
  },
  'secrets.given': {
    en: 'The key comes from KOMA_ENCRYPTION_KEY: put a new one there (openssl rand -base64 32), the present one into KOMA_ENCRYPTION_KEY_OLD, restart every machine with both, and run this again.',
    'zh-CN': '密钥来自 KOMA_ENCRYPTION_KEY：请在其中填入新密钥（openssl rand -base64 32），把现有密钥填入 KOMA_ENCRYPTION_KEY_OLD，让所有机器带着两者重新启动，然后再次运行本命令。',
    ja: '鍵は KOMA_ENCRYPTION_KEY で指定されています。そこに新しい鍵（openssl rand -base64 32）を、KOMA_ENCRYPTION_KEY_OLD に今の鍵を入れ、すべてのマシンを両方付きで再起動してから、もう一度実行してください。',
  },
  'secrets.place': { en: '{name}: {count} sealed anew', 'zh-CN': '{name}：重新加密 {count} 项', ja: '{name}：{count} 件を封印し直しました' },
  'secrets.unreadable': {
    en: '{name}: {count} open with no key there is, and stay as they were. Enter keys of providers again; who uses such an authenticator signs in with a recovery code and sets it up anew.',
    'zh-CN': '{name}：有 {count} 项用现有的任何密钥都打不开，已保持原样。请重新填写服务商密钥；使用此类验证器的人请用恢复代码登录后重新设置。',
    ja: '{name}：{count} 件はどの鍵でも開けず、そのままにしました。プロバイダーのキーは入力し直し、該当する認証アプリの利用者は回復コードでログインして設定し直してください。',
  },
  'secrets.done': {
    en: 'The new key is in use and the old one is gone. Backups of secrets.json made before open older backups of the data alone: make a new backup of both.',
    'zh-CN': '新密钥已启用，旧密钥已删除。此前备份的 secrets.json 只能打开旧的数据备份：请把两者重新备份。', ja: '新しい鍵が使われ、古い鍵は消えました。以前の secrets.json のバックアップで開けるのは以前のデータだけです。両方を新たにバックアップしてください。',
  },
  'secrets.done-given': {
    en: 'Nothing is sealed with the old key any more: take KOMA_ENCRYPTION_KEY_OLD away on every machine.', 'zh-CN': '已没有内容使用旧密钥加密：请在所有机器上去掉 KOMA_ENCRYPTION_KEY_OLD。', ja: '古い鍵で封印されたものはもうありません。すべてのマシンから KOMA_ENCRYPTION_KEY_OLD を外してください。',
  },
};
