import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'comics-takes'> = {
  panel: 'コマ', panelTitle: '{n} コマ目（{page} ページ）', previousPanel: '前のコマ', nextPanel: '次のコマ', noPanel: 'このコマはもうありません', noPanelText: '脚本からなくなったコマです。コマが戻れば、テイクも戻ります。',
  takes: 'テイク', takeNumber: 'テイク {n}', takeOwn: '自分の絵 {n}', byStoryboard: 'テイク {n} · 内蔵作家のネーム', byOwn: 'テイク {n} · 自分の画像', takeComing: '作画中…', takeFailed: '失敗しました', shown: '採用中', aside: '保留', noTake: 'まだ描かれていません', noTakeText: '作画が始まると最初のテイクができます。今すぐ頼むこともできます。',
  adopt: 'ページに使う', isShown: 'このテイクがページに使われています', reject: '保留にする', takeBack: '元に戻す', lock: '絵をロック', unlock: 'ロックを外す', lockedNote: 'ロック中：何を描き直しても、ページはこの絵のままです。', pageFollows: 'まもなくページに反映されます…',
  understood: '描き方', leans: '傾き', mirrored: '左右反転', crowdOf_other: '背景に {count} 人',
  redraw: '描き直す', redrawLabel: 'もう一度描く', redrawExample: '例：アップ、夜、マラが微笑む', redrawFrom: '{take}をもとにします。', redrawHint: 'ネーム作家に通じるのは、画角、アングル、表情、ポーズ、光、天気、効果です（日本語、中国語、英語）。ほかの言葉では見え方だけが変わります。', anotherView: '別の見え方', tooMany: 'テイクは八つまでです。ひとつ保留にすると、新しく描けます。',
  own: '自分の画像を使う', ownHint: 'ここへのドロップや貼り付けもできます。PNG、JPEG、WebP、AVIF、GIF、50 MB まで。', ownSending: '画像を送っています…',
  crop: '切り抜き', cropArea: 'コマに見える部分。矢印で移動、プラスとマイナスで拡大縮小、0 で全体。', cropHint: 'ドラッグで移動、ホイールか二本指で拡大縮小。矢印キーと +、− でもできます。', zoom: '拡大', cropDone: 'この部分を使う', cropWhole: '全体を見せる',
  compare: '比べる', compareEnd: '比較を終える', compareMore: '下から二つ以上選んでください。', compareWay: '比べ方', compareBeside: '並べる', compareWipe: 'ワイプ',
  byModel: 'テイク {n}・{artist}', toldModel: 'モデルに伝えた内容', whoDraws: '誰が描くか', asTheComic: 'この漫画と同じ', storyboardArtist: 'ネーム画家', modelMayCost: 'このリクエストには料金がかかることがあります。', modelCostsNothing: 'このリクエストは無料です。', redrawHintModel: 'この言葉は、コマ、ネーム、人物、もとになるテイクとともにモデルへ伝えられます。', troubleUnknown: 'この絵がどうなったか分かりません', troubleUnknownWhy: '答えが途中で失われました。プロバイダーは描いて課金したかもしれません。まず確認してください。送り直すと二重に課金されることがあります。', troubleRefused: 'プロバイダーがこの絵を断りました', troubleFailed: 'この絵は描けませんでした', check: '確認する', resend: '送り直す', giveUp: 'あきらめる', byStoryboardInstead: 'ネーム画家に描いてもらう',
};
