export const words = {
  turnBack: 'Page back', turnOn: 'Next page', closeReader: 'Close the reader', placeOf: 'Page {n} of {total}', panelOf: 'Page {n} of {total}, panel {panel} of {panels}', textOfPage: 'The text of this page', pageName: 'Page {n}',
  notReady: 'This page is still being drawn.', pageFailed: 'This page did not load.', modes: 'How to read', modeSingle: 'One page', modeDouble: 'Two pages', modeScroll: 'Scroll', modeGuided: 'Panel by panel', noDouble: 'Two pages need a wider window',
  wholeFirst: 'Whole page first', fullscreen: 'Full screen', fullscreenEnd: 'Leave full screen', allPages: 'All pages', fullText: 'The whole text', bookLanguageOf: 'Language of the book', goToPage: 'Go to page {n}', slider: 'Place in the book',
  welcomeBack: 'You stopped at page {n}.', fromStart: 'From the beginning', outdated: 'The pages do not show your last changes.', update: 'Update', updating: 'The pages are being updated …',
  noPagesTitle: 'No pages in {language} yet', noPagesText: 'The translation is there, but its pages are not lettered. Update the pages, then read on.', noPagesShared: 'This comic has no pages in this language yet.', readInOwn: 'Read in {language}',
  emptyTitle: 'No page is drawn yet', emptyText: 'Pages appear here as soon as they are drawn.', endTitle: 'The end', endText: '{title}', readAgain: 'Read again', takeAway: 'Download', shareIt: 'Share', backToComic: 'To the comic',
  revokedTitle: 'This link leads nowhere any more', revokedText: 'The link was taken back, or its address is not complete. Ask the person who sent it for a new one.', madeWith: 'Made with Komawari', openWhole: 'Open in a window of its own', by: 'by {author}',
  keyLeft: 'Turn to the left', keyRight: 'Turn to the right', keyFirst: 'First page', keyLast: 'Last page', zoomIn: 'Closer', zoomOut: 'Further away', noText: 'This page has no words.', langZh: 'Chinese', langEn: 'English', langJa: 'Japanese', closeText: 'Back to the pictures',
} as const;
