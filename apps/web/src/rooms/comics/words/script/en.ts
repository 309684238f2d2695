export const words = {
  script: 'Script', tools: 'Tools of the script', undoStep: 'Undo', redoStep: 'Redo', find: 'Find', findNext: 'Next place', findBefore: 'Place before', foundNone: 'Not in this script', foundOf: '{n} of {total}',
  replace: 'Replace', replaceAll: 'Replace all', replaceBy: 'Replace with', replaced_one: '{count} place replaced.', replaced_other: '{count} places replaced.', replacedKept_one: '{count} is locked and stays.', replacedKept_other: '{count} are locked and stay.',
  // Size and drawing
  panelCount_one: '{count} panel', panelCount_other: '{count} panels', aboutPages_one: 'about {count} page', aboutPages_other: 'about {count} pages', drawComic: 'Draw the comic', isDrawing: 'The comic is being drawn. You can go on writing.',
  panelsChanged_one: '{count} panel changed since it was drawn', panelsChanged_other: '{count} panels changed since they were drawn', wordsChanged: 'The script changed since the pages were made', free: 'free', costs_one: '{count} credit', costs_other: '{count} credits', updatePages: 'Update the pages',
  // Parts
  chapterN: 'Chapter {n}', chapterTitle: 'Title of chapter {n}', chapterMenu: 'More for chapter {n}', mergeChapter: 'Join to the chapter before',
  sceneN: 'Scene {n}', moveScene: 'Move scene {n}', sceneMenu: 'More for scene {n}', changePlace: ': change the place', timeOf: 'Time of scene {n}: {time}', weatherOf: 'Weather of scene {n}: {weather}', moodOf: 'Mood of scene {n}: {mood}',
  addPanelToScene: 'Add a panel at its end', mergeScene: 'Join with the next scene', splitChapterHere: 'Begin a new chapter here', removeScene: 'Delete the scene',
  panelN: 'Panel {n}', choosePanel: 'Choose panel {n}', movePanel: 'Move panel {n}', panelMenu: 'More for panel {n}', moveHint: 'Drag, or press the arrow keys', seenIn: 'What is seen in panel {n}', actionOf: 'What happens in panel {n}', actionPlaceholder: 'What happens in the picture',
  addPanel: 'Add a panel', addPanelBelow: 'Add a panel behind it', mergePanel: 'Join with the next panel', splitSceneHere: 'Begin a new scene here', removePanel: 'Delete the panel', unlockPanel: 'Panel {n} is locked. Unlock it',
  lineOf: 'Line {n} of panel {panel}, {name}', moveLine: 'Move: {label}', kindOf: '{kind}: change the bubble. {label}', speakerOf: '{name}: change the speaker. {label}', linePlaceholder: 'What is said', lineMenu: 'More for: {label}', unlockLine: 'This line is locked. Unlock it',
  addLine: 'Add a line', addLineBelow: 'Add a line below', splitLine: 'Split at the caret', mergeLine: 'Join with the next line', splitPanelHere: 'Begin a new panel here', removeLine: 'Delete the line',
  moveUp: 'Move up', moveDown: 'Move down', lock: 'Lock', unlock: 'Unlock', lockUnlock: 'Lock or unlock', panelIsLocked: 'Panel {n} is locked. Unlock it to change it.', lineIsLocked: 'This line of panel {n} is locked. Unlock it to change it.',
  tooLarge: 'This is longer than a line can be (4 000 characters). Shorten or split it; until then it is not saved.',
  // What is seen
  importance: 'Importance', importanceOf: 'Importance of panel {n}: {value} of 6', 'importance-1': '1 · a beat', 'importance-2': '2 · small', 'importance-3': '3 · usual', 'importance-4': '4 · wide', 'importance-5': '5 · half a page', 'importance-6': '6 · splash',
  shot: 'Shot', shotOf: 'Shot of panel {n}: {shot}', personOf: '{name}: {expression}, {pose}', personViews: 'What to change', expression: 'Face', pose: 'Pose', facing: 'Turned', removePerson: 'Take out of the panel', addPerson: 'Add a person', addPersonTo: 'Add a person to panel {n}', everybodyThere: 'Everybody of the cast is in this panel.',
  things: 'Things', thingsOf: 'Things in panel {n}: {list}', addThing: 'Another thing', addThingHint: 'A noun: umbrella, letter, cat', add: 'Add', removeThing: 'Take out: {thing}', crowd: 'People in the background', crowdOf: 'crowd of {n}', effects: 'Effects', effectsOf: 'Effects in panel {n}: {list}',
  placesHere: 'Places of this comic', placeNew: 'Somewhere new', time: 'Time of day', weather: 'Weather', season: 'Season', mood: 'Mood', kind: 'Bubble', speaker: 'Speaker', speakerSeek: 'Find or name somebody', narrator: 'Narrator', sound: 'Sound', someVoice: 'A voice', newPerson: 'New: {name}',
  'pick-importance': 'How important is it?', 'pick-shot': 'From how far?', 'pick-effects': 'Effects', 'pick-props': 'Things and crowd', 'pick-add-person': 'Who comes in?', 'pick-person': 'How do they look?', 'pick-place': 'Where is it?', 'pick-time': 'What time is it?', 'pick-weather': 'What is the weather?', 'pick-mood': 'What is the mood?', 'pick-kind': 'How is it said?', 'pick-speaker': 'Who says it?', 'pick-line-menu': 'Line', 'pick-panel-menu': 'Panel', 'pick-scene-menu': 'Scene', 'pick-chapter-menu': 'Chapter',
  // Choosing several
  chosen_one: '{count} panel', chosen_other: '{count} panels', chooseNone: 'Choose none', chooseToHere: 'Choose up to here', removeChosen: 'Delete them',
  // Warnings
  warnings_one: '{count} to look at', warnings_other: '{count} to look at', noWarnings: 'Nothing to look at', warningsHint: 'To the next one', rightAsItIs: 'Right as it is', languageZh: 'Chinese', languageEn: 'English', languageJa: 'Japanese',
  'warn-unsure': 'Who says this? The writer was not sure.', 'warn-empty-line': 'An empty line is left out of the bubbles.', 'warn-long-line': 'Too long for one bubble. Split it with Ctrl+Enter.', 'warn-untranslated': 'Not yet in the {language} edition.', 'warn-crowded': 'Too many words for a panel of this size.', 'warn-nobody': 'Somebody speaks, but nobody is in the picture.', 'warn-empty-panel': 'An empty panel: nobody, nothing, no word.',
  // Two pages, no way, no room
  noticeMerged: 'Another page changed this line too. Both changes are in it. It was: ', noticeOverwrote: 'Another page changed this line too. It said: ', useIt: 'Use it', keepMine: 'Keep mine', keepBoth: 'Good',
  keptHere: 'The server does not answer. What you write is kept on this device and goes out by itself.', signInAgain: 'You are signed out. What you wrote is kept on this device until you sign in again.', comicGone: 'This comic is no longer there, or no longer yours. What you wrote last could not be saved.',
  refusedStep: 'The server did not take a step: {why}', goneMeanwhile: 'Another page deleted what you changed. It was: ', changedMeanwhile: 'Another page changed the same. It said: ', copy: 'Copy', allRight: 'All right',
  // The drawing beside
  seePanel: 'See the panel', noPanel: 'Choose a panel to see it drawn.', viewAlt: 'The panel as it would be drawn now', viewNote: 'As the built-in artist draws it now.', emptyTitle: 'An empty script', emptyText: 'Add the first panel: somebody, somewhere, a word.',
} as const;
