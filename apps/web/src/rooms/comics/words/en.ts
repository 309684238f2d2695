export const words = {
  storyboard: 'storyboard',
  storyboardWhy: 'These drawings are a storyboard by the built-in artist.', untitled: 'Untitled',
  pageCount_one: '{count} page', pageCount_other: '{count} pages', panelCount_one: '{count} panel', panelCount_other: '{count} panels', reconnecting: 'Connection lost. Coming back …', read: 'Read',
  readFromStart: 'Read from the start', readOn: 'Go on reading, page {n}', pages: 'Pages', page: 'Page {n}',
  download: 'Download', downloadPdf: 'Print and archive, searchable text',
  downloadCbz: 'For comic readers', downloadEpub: 'For e-book readers', downloadWebtoon: 'One long strip in slices', downloadPng: 'Every page as a picture',
  downloadWebp: 'Every page, smaller files', downloadPsd: 'Layers for painting programs', downloadMp4: 'A teaser to share', downloadGif: 'A moving teaser without sound', downloadKoma: 'The whole project, to go on working',
  report: 'Readability', reportGood: 'Every line is there, readable, and in order.', reportBad_one: '{count} place to look at', reportBad_other: '{count} places to look at', problemTooSmall: 'The text is small',
  problemFace: 'A bubble covers a face', problemOverlap: 'Bubbles touch', problemOrder: 'The reading order is unclear', problemCut: 'Text is cut',
  problemMissing: 'A line is missing', problemGlyph: 'A character has no letterform', problemEyes: 'A bubble hides an eye',
  problemTail: 'A tail points to the wrong mouth', problemOther: 'Something is off ({code})', problemWhere: 'page {n}',
  shelfTitle: 'My comics',
} as const;
