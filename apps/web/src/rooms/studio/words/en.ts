export const words = {
  studio: 'Studio', formName: 'What is to be drawn', picture: 'Picture', noWords: 'Picture without words',
  // The form
  prompt: 'What do you want to see?', promptHint: 'A fishing boat at dawn, a cat asleep on the nets, mist over the harbour …', promptKeys: 'Ctrl + Enter draws', countOf: '{n} / {max}',
  style: 'Style', styleNone: 'None', styleOwn: 'Own words', styleWords: 'Added to your words', styleWordsHint: 'It is sent just as it stands here. Change it as you like.',
  styleAnime: 'Anime', styleManga: 'Manga', styleComic: 'Comic book', styleInk: 'Ink wash', styleLineArt: 'Line art', styleWatercolour: 'Watercolour', stylePhoto: 'Photograph', styleCinematic: 'Cinema', styleFilm: 'Analog film',
  styleDigital: 'Digital painting', styleFantasy: 'Fantasy', styleNeon: 'Neon', styleIsometric: 'Isometric', styleLowPoly: 'Low poly', styleOrigami: 'Origami', styleClay: 'Modelling clay', styleModel: '3D model', stylePixel: 'Pixel art',
  model: 'Who draws', findModel: 'Find a model', noModelFound: 'No model answers to that.', usual: 'Usual', everyModel: 'Any model', canWordsOnly: 'From words', canReferences_one: '{count} reference', canReferences_other: 'Up to {count} references',
  canGenerate: 'From words', canVary: 'Vary', canEdit: 'Edit by words', canInpaint: 'Redraw a part', canOutpaint: 'Extend', canUpscale: 'Enlarge', canCutOut: 'Cut out',
  shape: 'Shape', byHand: 'Pixels', width: 'Width', height: 'Height', resolution: 'Size', count: 'How many',
  source: 'Picture to work on', sourceHint: 'Drop it here, paste it, or choose a file.', work: 'What to do with it', references: 'Reference pictures', referencesHint_one: '{count} picture that shows what you mean.', referencesHint_other: 'Up to {count} pictures that show what you mean.',
  referenceN: 'Reference {n}', addPicture: 'Add a picture', sending: '{name} is being sent', moveBefore: 'Move {name} forward', moveAfter: 'Move {name} back', removeOf: 'Remove {name}', strength: 'How far from the picture',
  moreSettings: 'More settings', changedCount_one: '{count} changed', changedCount_other: '{count} changed', negativePrompt: 'Not in the picture', negativeHint: 'Such as: text, extra fingers, blur',
  seed: 'Seed', seedRandom: 'New each time', seedFixed: 'Always this one', seedNumber: 'Seed number', seedHint: 'The same number with the same words gives the same picture.', fresh: 'Draw anew in any case', freshHint: 'Otherwise the same request gives the picture that is there, free.',
  steps: 'Steps', guidance: 'How strictly by the words', asModel: 'As the model does', asModelIs: 'As the model does ({value})', asBefore: 'Back to the usual', leftOut: 'This model has no use for: {parts}. It is kept for others.',
  make_one: 'Draw {count} picture', make_other: 'Draw {count} pictures', about: 'about {price}', eachAbout: '{price} each', free: 'free', priceUnknown: 'price not known', waitForPictures: 'Pictures are being sent …',
  // What a model cannot do
  cannotAbility: 'This model cannot work on a picture. Take the picture out, or choose a model that can.', cannotPromptMissing: 'Say what is to be drawn.', cannotPromptLong: 'This model reads {limit} characters at most. Shorten your words.',
  cannotNegative: 'This model has no list of what shall not be there.', cannotNegativeLong: 'At most {limit} characters here.', cannotSize: 'This model draws: {limit}.', cannotCount: 'At most {limit} pictures.', cannotSeed: 'This model takes no seed.', cannotSeedLarge: 'The largest seed of this model is {limit}.',
  cannotSteps: 'Steps: {limit}.', cannotGuidance: 'By the words: {limit}.', cannotStrength: 'How far: {limit}.', cannotSetting: 'This model does not know this setting.', cannotSettingValue: 'This does not fit: {limit}.',
  cannotSourceMissing: 'Add the picture that is to be worked on.', cannotSource: 'There is a picture to work on, and nothing to do with it. Take it out.', cannotReferences: 'This model takes no pictures. Take them out, or choose one that does.', cannotReferencesMany: 'This model takes {limit} pictures at most. Take some out.',
  cannotInputLarge: 'A picture is too large: at most {limit}.', cannotInputPixels: 'A picture has too many pixels: at most {limit}.', cannotInputType: 'This model takes {limit}.', cannotMask: 'The mask does not fit.',
  // Nobody can draw yet
  mayNotMake: 'Your role lets you look at pictures, not draw them. An administrator can change that under People.', noModels: 'Nobody here can draw yet', noModelsOperator: 'Connect a provider of picture models: a service with a key, or a program on your own machine.', noModelsOthers: 'No picture model is set up. Ask the person who runs this Komawari to add one.', addProvider: 'Add a provider', lookAgain: 'Look again',
  // On their way
  stateQueued: 'Waiting', stateRunning: 'Drawing', stateDone: 'Done', stateFailed: 'Did not work', stateRefused: 'Refused', stateCancelled: 'Stopped', stateUnknown: 'Nobody knows', drawnShare: 'How much is drawn', stop: 'Stop', drawAgain: 'Draw again', cachedFree: 'Was there already, free',
  unknownBrief: 'The answer was lost, and it may have been charged. Sent again, it may be charged twice.', unknownWhy: 'The answer was lost on its way. The provider may have drawn and charged it. Check first; sent again, it may be charged twice.', check: 'Check', resend: 'Send again', abandon: 'Give up',
  // All that was drawn
  history: 'All pictures', historyEmpty: 'The wall is still white', historyEmptyNext: 'Say what you want to see, and press the button. Pictures hang here as they are drawn.', find: 'Find in words', show: 'Show', showAll: 'Everything', showFavourites: 'Favourites', showTroubled: 'Did not work', showTrash: 'Trash',
  since: 'Since', sinceEver: 'Any time', sinceDay: 'Today', sinceWeek: '7 days', sinceMonth: '30 days', look: 'Arrangement', lookWaterfall: 'True shapes', lookGrid: 'Squares', noneFound: 'No picture answers to that', showEverything: 'Show everything',
  favourite: 'Favourite', unfavourite: 'No favourite', isFavourite: 'A favourite', favouriteOf: 'Favourite: {name}', selectOf: 'Select: {name}', pick: 'Select', pickDone: 'Done selecting', picked_one: '{count} selected', picked_other: '{count} selected', pickAll: 'All', pickNone: 'None',
  toTrash: 'To the trash', zip: 'As a zip', compare: 'Compare', compareLine: 'Line between the two', restore: 'Restore', removeForGood: 'Delete for good', removeTitle_one: 'Delete {count} picture for good?', removeTitle_other: 'Delete {count} pictures for good?', removeText: 'Nothing brings them back.',
  emptyTrash: 'Empty the trash', emptyTitle: 'Empty the trash for good?', trashHint: 'What lies here is deleted after 30 days.', trashEmpty: 'The trash is empty', movedToTrash_one: '{count} picture lies in the trash.', movedToTrash_other: '{count} pictures lie in the trash.', restored_one: '{count} picture is back.', restored_other: '{count} pictures are back.',
  skipped_one: '{count} picture stayed as it was: it is still being drawn, or no longer there.', skipped_other: '{count} pictures stayed as they were: they are still being drawn, or no longer there.', copied: 'Copied.',
  // One picture
  before: 'Before', after: 'Next', closer: 'Closer', farther: 'Farther', whole: 'Whole picture', copyPrompt: 'Copy the words', download: 'Download', regenerate: 'Draw anew', asSource: 'Work on it', size: 'Size', given: 'Went in', madeAt: 'Made', weight: 'File',
  recall: 'Use for the form', recallPrompt: 'Words', recallSeed: 'Seed', recallAll: 'Everything', recallRemix: 'Remix', recallPromptNote: 'Takes what was written, and nothing else.', recallSeedNote: 'Takes the seed: change your words, and the picture stays kin.', recallAllNote: 'Draws this very picture again.', recallRemixNote: 'Takes everything but the seed: other pictures of the same recipe.',
  recallNothing: 'The form says so already.', recallApply: 'Put into the form', nothing: 'nothing', pictureCount_one: '{count} picture', pictureCount_other: '{count} pictures',
  // Keys
  keyPrompt: 'Write what to draw', keyFind: 'Find pictures', keySelect: 'Select the picture', keyAll: 'Select all', keyNone: 'Select none', keyTrash: 'To the trash',
  // A part of a picture, and a larger one
  mask: 'Part to draw anew', maskDraw: 'Paint the part', maskChange: 'Change the part', maskTitle: 'Paint over what is to be drawn anew', maskStage: 'Picture to paint on', maskTool: 'Tool', maskBrush: 'Brush', maskErase: 'Eraser',
  maskLasso: 'Lasso', maskMove: 'Move', maskSize: 'Brush', maskUndo: 'Undo', maskRedo: 'Redo', maskInvert: 'Swap', maskClear: 'Clear', maskDone: 'Use this part',
  maskHint: 'Two fingers, or Ctrl and the wheel, look closer. Keys on the picture: arrows lead the brush, Space sets a dot, Shift with arrows paints; B, E, L, M choose the tool, [ and ] its size, I swaps, Ctrl + Z undoes.',
  maskNoSource: 'The picture to work on is no longer there. Add it again.', maskTooLarge: 'This browser cannot hold a picture of that size. Use a smaller one, or another browser.',
  enlargeBy: 'Enlarge {n}×', enlargeNone: 'It cannot be enlarged: at most 64 megapixels are made.', enlarged: 'Enlarged', cannotMaskMissing: 'Paint over the part that is to be drawn anew.',
} as const;
