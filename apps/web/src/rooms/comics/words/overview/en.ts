export const words = {
  // The bar over all pages of a comic
  tabs: 'This comic', tabOverview: 'Overview', tabScript: 'Script', tabCast: 'Cast', tabPages: 'Pages', tabRead: 'Read', rename: 'Rename', renameLabel: 'Title of the comic', renameKeep: 'Keep the title', actions: 'More for this comic',
  saved: 'Saved', saving: 'Saving …', savingOffline: 'Kept here, waiting for the server', savingSignedOut: 'Kept here. Sign in to save it', savingGone: 'This comic is gone; nothing more can be saved',
  duplicate: 'Make a copy', duplicated: 'This is the copy.', versions: 'Versions …', share: 'Share by link …', saveKoma: 'Save as .koma', savingKoma: 'Writing the .koma file …', toTrash: 'Move to the trash', trashed: '“{title}” lies in the trash.',
  shareTitle: 'Share by link', shareNone: 'Nobody else can read this comic. Make a link, and whoever has it can read it, without an account.', shareMake: 'Make a link', shareText: 'Whoever has this link can read the comic as its pages are now, and nothing else of yours.', shareCopy: 'Copy the link', shareCopied: 'Copied', shareEnd: 'Take the link back',
} as const;
