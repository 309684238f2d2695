import type { Translation } from '../../../../language/namespaces.ts';

export const words: Translation<'studio-vision'> = {
  whatIsOnIt: '何が写っている？', describe: '説明する', proposeTags: 'タグを提案', readText: '文字を読み取る', noneSees: '画像を見られるモデルがまだありません。管理者が「設定 › プロバイダー」で追加できます。',
  oneThatSees: '画像を見られるモデル', free: '無料', about: '約 {price}', priceUnknown: '料金不明', cached: '既存の結果、無料', looking: 'モデルが画像を見ています……', stop: '止める', saidBy: '{name} による · {cost}',
  copy: 'コピー', copied: 'コピーしました', noText: '画像に文字は見つかりませんでした。', proposedTags: '提案されたタグ', addTag: 'タグ「{tag}」を付ける', addAll_other: 'すべて付ける（{count} 個）', isThere: '追加済み', allThere: 'これらのタグはすべて付いています。', tagsFull: 'タグの数が上限に達しています。一つ外してから付けてください。',
};
