import type { Translation } from '../../language/namespaces.ts';

export const words: Translation<'frame'> = {
  skip: '本文へ移動', places: '行き先', navHome: 'ホーム', navComics: '本棚', navStudio: 'スタジオ', navNew: '新しい漫画', navYou: 'マイページ', navProviders: 'モデルのプロバイダー', toStart: '最初へ',
  language: '言語', theme: '外観', themeLight: 'ライト', themeDark: 'ダーク', themeSystem: 'システムに合わせる',
  signIn: 'サインイン', signOut: 'サインアウト', undo: '元に戻す', cancel: 'キャンセル', close: '閉じる', retry: 'もう一度', more: 'もっと見る', loading: '読み込み中…', search: '検索',
  showPassword: 'パスワードを表示', increase: '増やす', decrease: '減らす',
  progressOf: '{done} / {total}', secondsLeft_other: '残り約 {count} 秒', minutesLeft_other: '残り約 {count} 分',
  errorTitle: 'うまくいきませんでした', errorOffline: 'サーバーが応答しません。Komawari が動いているか確かめて、もう一度お試しください。', errorUnknown: '問題が起きました。もう一度お試しください。',
  goneTitle: '新しい Komawari になりました', goneText: 'このページは古いままです。読み込み直してください。作品は保存されています。', goneLoad: '読み込み直す',
  crashTitle: 'ページが一枚、抜け落ちました', crashText: '画面に問題が起きました。作品は保存されています。開き直してください。',
  notFoundTitle: 'ここには何もありません', notFoundPage: 'このアドレスには何もありません。漫画は削除されたか、ほかの人のものです。',
  offlineBar: 'サーバーにつながりません。書いた内容はここに残り、つながれば自動で続きます。', signInFirst: 'サインインしてください', signInFirstText: 'このページを開くにはアカウントが必要です。',
  youTitle: 'マイページ', youAccount: 'アカウント', youLook: '見た目と言語', youGuest: 'ゲストとして制作中です。漫画はこのブラウザーに結び付いています。', youAnonymous: 'サインインしていません。', youLocal: 'このマシンで直接使っています。サインインは不要です。',
  paletteOpen: '行き先や操作を探す', palettePlaceholder: 'どこへ行く？ 何をする？', paletteNone: '見つかりません。別の言葉でお試しください。', paletteHere: 'このページで', paletteGo: '移動', paletteDo: '操作',
  shortcuts: 'キーボードショートカット', shortcutsHint: '変えたいショートカットを押し、続けて新しいキーを押してください。Backspace で無効になります。', shortcutChange: '「{name}」のキーを変更', shortcutPress: 'キーを押す…', shortcutNone: '無効', shortcutReset: '元のキーに戻す',
  shortcutTaken: '「{name}」が使っています。先にそちらを変えるか、別のキーを押してください。', shortcutReserved: 'ブラウザーが使うキーです。別のキーを押してください。',
  updateReady: '新しい Komawari の準備ができました。', updateNow: '読み込む',
};
