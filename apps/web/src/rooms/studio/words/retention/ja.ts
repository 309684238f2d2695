import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-retention'> = {
  used: '{used} 使用中', usedOf: '{most} 中 {used} 使用中', nextGo_other: '次に {count} 枚がゴミ箱へ移ります', fullNow: '容量がいっぱいで、新しい画像を作れません。ゴミ箱を空にするか、画像を削除してから空にしてください。',
  ruleDays_other: 'ここでは画像は {count} 日でゴミ箱へ移ります。', ruleQuota: '自分の容量がいっぱいになると、古いものから移ります。', ruleTotal: '全員の画像が容量を超えると、古いものから移ります。', ruleKept: 'お気に入り、ボードにあるもの、メモやタグのあるものは残ります。',
  keptAndTrash: '{kept} は必ず残ります。ゴミ箱は {trash}。', openTrash: 'ゴミ箱を見る', goNext_other: '次に移る {count} 枚（{size}）', nextOf: '{name}：{why}', andMore_other: 'ほか {count} 枚',
  'why-days': '保管日数を過ぎました', 'why-quota': '自分の容量がいっぱいでした', 'why-total': '全体の容量がいっぱいでした', goesOn: '{day}に完全に削除', wentAndGoes: '{why}・{day}に完全に削除',
  keeping: '画像の保管', keepingLead: '画像をいつまで残し、どれだけの容量を使えるかを決めます。移る画像はまずゴミ箱に入ります。お気に入り、ボードにあるもの、メモやタグのあるものは移りません。', limits: '上限',
  keepDays: '保管する日数', keepDaysHint: '整理されていない画像が対象です。空欄ならずっと残ります。', quota: '一人あたりの容量（GB）', quotaHint: '画像、渡した素材、ゴミ箱を含みます。いっぱいになると新しく作れません。空欄なら上限なし。', total: '全体の容量（GB）', totalHint: '空欄なら上限なし。', trashDays: 'ゴミ箱に残す日数', trashDaysHint: '過ぎると、誰が入れたものでも完全に削除されます。', notRule: 'ここでは使えない数値です。',
  save: '保存', saved: '保存しました。10 分以内の次の整理から適用されます。', usedNow: '現在の使用量', pictures_other: '画像 {count} 枚', amount: '{pictures}、{size}', given: '渡した素材', givenNote: '30 日以内に使われなければ削除', inTrash: 'ゴミ箱', peopleWith_other: '{count} 人分', smallOnes: 'サムネイル', smallFacts: '{made} 枚あり、{waiting} 枚はこれから', smallFailed_other: '{count} 枚は作れません', lastRun: '前回の整理', neverRan: 'まだありません', ranAt: '{at}：{pictures}をゴミ箱へ',
  dryRun: '試し', dryRunLead: '上の上限で計算します。保存していなくてもかまいません。見るだけでは何も変わりません。', look: '移る画像を調べる', nothingGoes: '移る画像はありません。', wouldGo_other: '{count} 枚（{size}）がゴミ箱へ移ります', wentNow_other: '{count} 枚（{size}）をゴミ箱へ移しました', 'by-days': '保管日数を過ぎた', 'by-quota': '個人の容量がいっぱい', 'by-total': '全体の容量がいっぱい', fullPeople_other: '{count} 人はまだ上限を超えています。残りは本人が残している画像だけです。', stillOver: '全体ではまだ上限を超えています。残りは皆が残している画像です。', notWhole: '一度に移るのはここまでで、続きは次の整理で行います。',
  person: '利用者', you: '自分', nobodyKnown: 'ゲストまたは退会した人', goes: '移る画像', before: '前', after: '後', privateHint: 'どの画像かは、本人だけがスタジオで見られます。', runNow: '今すぐゴミ箱へ移す', runTitle_other: '{count} 枚をゴミ箱へ移しますか？', runText_other: '{count} 日後に完全に削除されるまで、持ち主が元に戻せます。', saveFirst: '先に保存してください。整理は保存された上限で行います。',
};
