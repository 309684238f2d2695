import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-shelf'> = {
  shelfTitle: '本棚', untitled: '無題', newComic: '新しい漫画', importKoma: '.koma を読み込む', importing: '{name} を読み込んでいます', importQueued: '{name}：{why}', importDrop: '.koma ファイルをドロップして読み込む', trash: 'ゴミ箱', backToShelf: '本棚に戻る',
  find: 'タイトルで探す', sort: '並び順', sortNewest: '新しい順', sortChanged: '更新順', sortTitle: 'タイトル順', show: '表示', showAll: 'すべて', showDone: '完成', showUnfinished: '未完成',
  shelfEmpty: '本棚はまだ空です。', shelfEmptyNext: '最初の一冊まで、あと数段落。', noneFound: '見つかりませんでした。', noneFoundNext: '文字を減らすか、すべてを表示してください。', showEverything: 'すべての漫画を表示',
  guestInvited: 'ゲストとして使っています。サインインするまで、漫画はこのブラウザにだけあります。アカウントは招待制です。', guestNote: 'ゲストとして作業中です。サインインか登録をするまで、漫画はこのブラウザーに結び付いています。', signedOutNote: 'サインインすると、あなたのアカウントの漫画がここに並びます。', guestJoin: 'アカウントを作る', actionsOf: '「{title}」のその他の操作', selectOf: '「{title}」を選ぶ', renameOf: '「{title}」の題名', open: '開く', readIt: '読む', renameIt: '題名を変える', copyIt: 'コピーを作る', saveAsKoma: '.koma で保存', savingAsKoma: '.koma を書き出しています…', versionsOf: 'バージョン…', moveToTrash: 'ゴミ箱に入れる',
  movedToTrash: '「{title}」をゴミ箱に移しました。', movedMany_other: '{count} 冊をゴミ箱に移しました。', copied: '「{title}」を本棚に置きました。', couldNot_other: '{count} 冊を処理できませんでした：{why}',
  selected_other: '{count} 冊を選択中', selectAll: 'すべて選ぶ', selectNone: '選択を解除', selectMany: '選択', selectDone: '完了', keySelect: 'この漫画を選ぶ', keyRename: 'この漫画の題名を変える', keyTrash: 'この漫画をゴミ箱に入れる', keyAll: 'すべての漫画を選ぶ', keyNone: '選択をすべて解除', keyFind: '漫画を探す',
  trashTitle: 'ゴミ箱', trashNote: '完全に削除するまでは、元に戻せます。', trashEmpty: 'ゴミ箱は空です。', trashEmptyNext: '片付けた漫画はここで待っています。', restore: '元に戻す', restored: '「{title}」を本棚に戻しました。', restoredMany_other: '{count} 冊を本棚に戻しました。', deleteGood: '完全に削除', deleteTitle: '「{title}」を完全に削除しますか', deleteManyTitle_other: '{count} 冊を完全に削除しますか',
  deleteText: '本、絵、ファイルがこのサーバーから消え、元に戻せません。', emptyTrash: 'ゴミ箱を空にする', emptyTitle: 'ゴミ箱を空にしますか', emptyText: 'ゴミ箱の漫画は、本、絵、ファイルごとすべて完全に削除されます。',
  stateWaiting: '順番待ち', stateWriting: '脚本を執筆中', stateLettering: '写植を入れています', stateDrawing: '作画しています', stateDrawn: '{done} / {total} コマ', stateLeft: '未完成：{done} / {total}', stateScript: '脚本あり', stateFinished: '完成', stateUnfinished: '未完成', stateNotMade: '作れませんでした', stateRefusal: '断られました', stateStopped: '停止しました', stateUncertain: '結果不明',
  pagesOf_other: '{count} ページ', panelsOf_other: '{count} コマ', changedOn: '{date} 更新',
};
