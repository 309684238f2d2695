import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-overview'> = {
  tabs: 'この漫画', tabOverview: '一覧', tabScript: '脚本', tabCast: '人物', tabPages: 'ページ', tabRead: '読む', rename: '題名を変える', renameLabel: '漫画の題名', renameKeep: 'この題名にする', actions: 'その他の操作',
  saved: '保存済み', saving: '保存中…', savingOffline: 'この端末に保存、サーバー待ち', savingSignedOut: 'この端末に保存。サインインすると送信します', savingGone: 'この漫画はもうないため、保存できません',
  duplicate: 'コピーを作る', duplicated: 'こちらがコピーです。', versions: 'バージョン…', share: 'リンクで共有…', saveKoma: '.koma で保存', savingKoma: '.koma を書き出しています…', toTrash: 'ゴミ箱に入れる', trashed: '「{title}」をゴミ箱に移しました。',
 
  doQueued: '順番待ち', doWriting: '物語を読み、脚本を書いています…', doPlanning: 'ページを割っています…', doDrawing: '{n} コマ目を作画中', doLettering: '{n} ページ目を写植中',
  endPagesMissing: 'コマはすべて描けていますが、ページが仕上がっていません', endOurFault: 'サーバー側で問題が起きました。描けたものは残っています。もう一度お試しください。繰り返すときは管理者にお知らせください。',
  endIncomplete: '描けていないコマがあります', endFailed: '作れませんでした', endRefused: '断られました', endCancelled: '停止しました。描けたものは残ります。', endUnknown: '結果が分かりません', endPaused: '一時停止中', pausing: 'このコマのあとで止まります…', stopping: '停止しています…', reconnecting: '接続が切れました。再接続しています…',
  pause: '一時停止', goOn: '作画を続ける', stopMaking: 'やめる', continueUnfinished: '残りを続ける', tryAgain: 'もう一度',
  noScriptFailed: '脚本にできませんでした', noScriptFailedText: '物語は残っています。もう一度試すか、別の文章で始めてください。', noScriptRefused: 'この物語は断られました', noScriptRefusedText: '漫画にすることはできないとのことです。物語を変えて、はじめからお試しください。', noScriptStopped: '一行目の前に止まりました', noScriptStoppedText: '物語は残っています。いつでも続けられます。', noScriptPausedText: '止まったところで待っています。', anotherStory: '別の物語',
  openPage: '{n} ページを読む', pageComing: '{n} ページ、作画中', pageUnfinished: '{n} ページ、未完成', panelN: '{n} コマ目', panelRunning: '{n} コマ目、作画中', panelWaiting: '{n} コマ目、まだ描かれていません', panelFault: '描けませんでした', panelOnPage: '{n} コマ目（{page} ページ）',
  faults_other: '{count} コマが描けませんでした', faultsMore_other: 'ほか {count} コマ',
  outOfDate: '最後の変更は、まだページに反映されていません。', updatePages: 'ページを更新', updateAbout_other: '約 {count} ページを更新', updateWaits: '今の作業が終わりしだい、ページを更新します。',
  stale_other: '{count} コマが前の姿のまま', staleLook: '見て描き直す', staleLookFree: '見て描き直す（無料）', staleTitle: '前の姿のコマ', staleText: '左が今、右が描き直した後。印のあるものだけ描き直します。今の絵はテイクとして残ります。',
  staleAll: 'すべて選ぶ', staleNone: '選択を外す', staleLocked: 'ロック中：このまま', staleFree: '内蔵のネーム作家なら無料', staleCost_other: '{count} クレジット', staleRedraw_other: '{count} コマを描き直す', staleNow: '今', staleNext: '描き直し', staleRedrawing: '描き直し中', staleRedrawn: 'コマが新しい姿になりました。', staleWaits: '変更が保存されると描き直せます。',
  scriptReady: '脚本ができました', scriptReadyText: '{scenes} 場面、{panels} コマ、セリフ {lines}。まだ何も描いていません。読んで、好きに直してから作画へ。', scriptEdit: '脚本を編集', scriptDraw: '今すぐ描く', scriptCast: '登場人物', scriptScenes: '場面', inPanels_other: '{count} コマ', scenesMore_other: 'ほか {count} 場面',
  versionsTitle: 'バージョン', versionsText: '脚本、人物、ページをふくむ本全体を、今の姿で取っておきます。絵はもともとテイクに残ります。', versionName: 'バージョンの名前', versionKeep: '取っておく', versionsNone: 'まだありません', versionsNoneText: '大きく直す前に取っておくと、いつでも戻れます。',
  versionCounts: '{panels} コマ、{pages} ページ', versionRestore: 'この版に戻す', versionRestored: '「{name}」の状態に戻しました。', versionCompare: '今と比べる', versionCompareTitle: '「{name}」からの変更', versionGone: 'この版はもうありません', versionGoneText: '消されたか、アドレスが途中で切れています。本はそのままです。', versionsBack: 'すべての版', versionRemove: '「{name}」を消す', versionRemoveYes: '消す', versionRemoveText: '本はこのままです。この版には二度と戻れません。',
  diffNone: 'その後の変更はありません。', diffBook: '本全体', diffTitle: '題名', diffFormat: '判型', diffDirection: '読む向き', diffStyle: '画風', diffLanguage: '言語', diffPages: '手で割ったページ', diffPlaces: '場所', diffScenes_other: '{count} 場面に変更', diffFacts_other: '設定 {count} 件に変更',
  diffPanels_other: '{count} コマ', diffMore_other: 'ほか {count} 件', diffNew: '追加', diffGone: '削除', diffChanged: '変更', diffMoved: '移動', diffPicture: '絵', diffImportance: '重み', diffTake: 'テイク', diffLock: 'ロック', diffSpeakers: '話し手', diffLettering: '写植',
  scriptResend: '送り直す', scriptGiveUp: 'あきらめる', scriptLostWhy: '答えが途中で失われました。プロバイダーは課金したかもしれません。送り直すと二重に課金されることがあります。',
  diffAll: '変わったところ',
};
