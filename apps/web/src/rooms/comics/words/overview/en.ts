export const words = {
  // The bar over all pages of a comic
  tabs: 'This comic', tabOverview: 'Overview', tabScript: 'Script', tabCast: 'Cast', tabPages: 'Pages', tabRead: 'Read', rename: 'Rename', renameLabel: 'Title of the comic', renameKeep: 'Keep the title', actions: 'More for this comic',
  saved: 'Saved', saving: 'Saving …', savingOffline: 'Kept here, waiting for the server', savingSignedOut: 'Kept here. Sign in to save it', savingGone: 'This comic is gone; nothing more can be saved',
  duplicate: 'Make a copy', duplicated: 'This is the copy.', versions: 'Versions …', share: 'Share by link …', saveKoma: 'Save as .koma', savingKoma: 'Writing the .koma file …', toTrash: 'Move to the trash', trashed: '“{title}” lies in the trash.',
  shareTitle: 'Share by link', shareNone: 'Nobody else can read this comic. Make a link, and whoever has it can read it, without an account.', shareMake: 'Make a link', shareText: 'Whoever has this link can read the comic as its pages are now, and nothing else of yours.', shareCopy: 'Copy the link', shareCopied: 'Copied', shareEnd: 'Take the link back',
  // What is happening
  doQueued: 'Waiting for its turn', doWriting: 'Reading the story and writing the script …', doPlanning: 'Laying out the pages …', doDrawing: 'Drawing panel {n}', doLettering: 'Lettering page {n}',
  endIncomplete: 'Some panels are missing', endFailed: 'It could not be made', endRefused: 'Declined', endCancelled: 'Stopped. What is drawn stays.', endUnknown: 'Nobody knows how it ended', endPaused: 'Paused', pausing: 'Pausing after this panel …', reconnecting: 'Connection lost. Coming back …',
  pause: 'Pause', goOn: 'Go on drawing', stopMaking: 'Stop', continueUnfinished: 'Continue unfinished', tryAgain: 'Try once more',
  noScriptFailed: 'No script came of this story', noScriptFailedText: 'The story is kept. Try once more, or begin with another text.', noScriptRefused: 'This story was declined', noScriptRefusedText: 'The writer would not turn it into a comic. Change the story and begin anew.', noScriptStopped: 'Stopped before the first line', noScriptStoppedText: 'The story is kept. It can be written whenever you like.', noScriptPausedText: 'The story waits where it stopped.', anotherStory: 'Another story',
  // Pages and panels
  openPage: 'Read page {n}', pageComing: 'Page {n}, being drawn', panelN: 'Panel {n}', panelRunning: 'Panel {n}, being drawn', panelWaiting: 'Panel {n}, not drawn yet', panelFault: 'It could not be drawn', panelOnPage: 'Panel {n}, page {page}',
  faults_one: '{count} panel could not be drawn', faults_other: '{count} panels could not be drawn', faultsMore_one: 'and {count} more', faultsMore_other: 'and {count} more',
  // Out of date
  outOfDate: 'Your last changes are not on the pages yet.', updatePages: 'Update the pages', updateAbout_one: 'Update {count} page', updateAbout_other: 'Update about {count} pages', updateWaits: 'The pages are updated as soon as what is running has ended.',
  stale_one: '{count} panel shows something else than the book says now.', stale_other: '{count} panels show something else than the book says now.', staleLook: 'Look at them', staleTitle: 'Panels to draw again', staleText: 'What these pictures show was changed in the cast or the script after they were drawn. The pictures there are now stay among their takes.',
  staleAll: 'All', staleNone: 'None', staleLocked: 'Locked: it stays as it is', staleFree: 'Free with the built-in storyboard artist', staleCost_one: 'Costs {count} credit', staleCost_other: 'Costs {count} credits', staleRedraw_one: 'Redraw this one', staleRedraw_other: 'Redraw these {count}',
  // A script that waits
  scriptReady: 'The script is ready', scriptReadyText: '{scenes} scenes, {panels} panels, {lines} lines. Nothing is drawn yet: read it, change what you like, then have it drawn.', scriptEdit: 'Edit the script', scriptDraw: 'Draw it now', scriptCast: 'Cast', scriptScenes: 'Scenes', inPanels_one: '{count} panel', inPanels_other: '{count} panels', scenesMore_one: 'and {count} scene more', scenesMore_other: 'and {count} scenes more',
} as const;
