import type { Translation } from '../../../language/namespaces.ts';

export const words: Translation<'comics'> = {
  storyboard: '分镜稿', storyboardWhy: '这些画是内置画师的分镜稿。', untitled: '无题',
  pageCount_other: '{count} 页', panelCount_other: '{count} 格', reconnecting: '连接中断，正在恢复…', read: '阅读',
  readFromStart: '从头阅读', readOn: '接着读第 {n} 页', pages: '页面', page: '第 {n} 页', download: '下载',
  downloadPdf: '打印与存档，文字可搜索', downloadCbz: '漫画阅读器', downloadEpub: '电子书阅读器', downloadWebtoon: '切片长条', downloadPng: '每页一张图片', downloadWebp: '每页一张，文件更小', downloadPsd: '分图层，供绘画软件使用', downloadMp4: '可分享的预告短片', downloadGif: '无声动图预告', downloadKoma: '完整工程，可继续编辑',
  report: '可读性', reportGood: '每句台词都在，清晰可读，顺序正确。', reportBad_other: '有 {count} 处需要留意', problemTooSmall: '文字偏小',
  problemFace: '气泡挡住了脸', problemOverlap: '气泡重叠', problemOrder: '阅读顺序不清', problemCut: '文字被裁切', problemMissing: '缺少一句台词', problemGlyph: '有字无法显示', problemEyes: '气泡遮住了眼睛',
  problemTail: '气泡尾巴指错了人', problemOther: '有些问题（{code}）', problemWhere: '第 {n} 页',
  bookIsFull: '一部漫画最多有 {n} {what}。没有改动任何内容：请先删去一些，或另开一部漫画继续。', lineIsFull: '一句最多 {n} 字。请删减或拆开，在此之前不会保存。',
  stepMisfits: '这期间别处改动了这本书，这一步已经对不上了。没有改动任何内容。',
  stepRefused: '您的一处改动没能保存：{why}', copyWords: '复制文字',
  'full-chapter': '章', 'full-scene': '个场景', 'full-panel': '格', 'full-line': '句台词', 'full-character': '个人物', 'full-place': '个地点', 'full-fact': '条设定', 'full-page': '张手排页面',
  shelfTitle: '我的漫画',
  byModelWhy: '由服务商的图像模型绘制',
};
