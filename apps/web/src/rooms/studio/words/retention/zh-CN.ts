import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-retention'> = {
  used: '已用 {used}', usedOf: '已用 {used} / {most}', nextGo_other: '接下来有 {count} 张图片会移入回收站', fullNow: '空间已满，无法再生成图片。请清空回收站，或先删除图片再清空。',
  ruleDays_other: '这里的图片 {count} 天后会移入回收站。', ruleQuota: '你的空间用满后，最早的图片会先移走。', ruleTotal: '所有人的图片占用过多时，最早的图片会先移走。', ruleKept: '收藏的、放在画板上的、有备注或标签的图片始终保留。',
  keptAndTrash: '{kept} 始终保留，回收站占 {trash}。', openTrash: '查看回收站', goNext_other: '接下来移走 {count} 张（{size}）', nextOf: '{name}：{why}', andMore_other: '另有 {count} 张',
  'why-days': '超过保留天数', 'why-quota': '你的空间已满', 'why-total': '总空间已满', goesOn: '{day} 彻底删除', wentAndGoes: '{why} · {day} 彻底删除',
  keeping: '图片保留', keepingLead: '图片保留多久、可以占用多少空间。要移走的图片先进回收站；收藏的、放在画板上的、有备注或标签的图片不会移走。', limits: '限制',
  keepDays: '保留天数', keepDaysHint: '针对没有整理过的图片。留空则永久保留。', quota: '每人空间（GB）', quotaHint: '包含图片、上传的素材和回收站。用满后不能再生成。留空表示不限。', total: '总空间（GB）', totalHint: '留空表示不限。', trashDays: '回收站天数', trashDaysHint: '到期后彻底删除，无论是谁放进去的。', notRule: '这个数值不能用在这里。',
  save: '保存', saved: '已保存。十分钟内的下一次整理会按新规则进行。', usedNow: '当前占用', pictures_other: '{count} 张图片', amount: '{pictures}，{size}', given: '上传的素材', givenNote: '30 天内没有用来作画的会删除', inTrash: '回收站', peopleWith_other: '来自 {count} 人', smallOnes: '缩略图', smallFacts: '已有 {made} 张，待生成 {waiting} 张', smallFailed_other: '{count} 张无法生成', lastRun: '上次整理', neverRan: '尚未进行', ranAt: '{at}：{pictures}移入回收站',
  dryRun: '预览', dryRunLead: '按上面填写的限制计算，无论是否已保存。预览不会改动任何图片。', look: '看看哪些会移走', nothingGoes: '没有图片会移走。', wouldGo_other: '将有 {count} 张图片移入回收站，共 {size}', wentNow_other: '已将 {count} 张图片移入回收站，共 {size}', 'by-days': '超过保留天数', 'by-quota': '个人空间已满', 'by-total': '总空间已满', fullPeople_other: '有 {count} 人仍超出限额，剩下的都是他们保留的图片。', stillOver: '总占用仍超出限制：剩下的都是大家保留的图片。', notWhole: '一次整理最多处理这些，其余由下一次继续。',
  person: '用户', you: '你', nobodyKnown: '访客或已离开的成员', goes: '将移走', before: '之前', after: '之后', privateHint: '具体是哪些图片，只有本人能在画室里看到。', runNow: '现在移入回收站', runTitle_other: '将 {count} 张图片移入回收站？', runText_other: '在 {count} 天后彻底删除之前，主人可以恢复它们。', saveFirst: '请先保存：整理按已保存的限制进行。',
};
