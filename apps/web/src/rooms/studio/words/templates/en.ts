export const words = {
  // Styles
  styles: 'Styles', stylesHint: 'A style is words behind yours. Make your own, or change those of the house: only you see that.', newStyle: 'New style', hidden: 'not offered',
  styleName: 'Name', styleNameNeeded: 'Give the style a name.', styleAdds: 'Added to your words', styleAddsHint: 'In English most models understand it best.', styleWordsNeeded: 'Write the words that make the style.', styleKeepsOut: 'Keep out of the picture', styleKeepsOutHint: 'Sent only to models that can keep things out.',
  offered: 'Offer it in the form', offeredHint: 'Pictures of it are found all the same.', keepStyle: 'Keep the style', useStyle: 'Use it', removeStyle: 'Remove the style', styleAsItWas: 'As it came', styleCameBack: 'The style “{name}” is as it came.', styleRemoved: 'The style “{name}” was removed.',
  // Templates
  templates: 'Templates', templatesHint: 'Prompts to use again: words with gaps such as {variable}, with their style and shape. Nobody but you sees yours.', find: 'Find a template', none: 'No template of yours yet', noneText: 'Keep what stands in the form, or begin with one of the house.', noneFound: 'No template answers to that.',
  yours: 'Yours', ofHouse: 'With Komawari', keepForm: 'Keep what is in the form', newTemplate: 'New template', readFile: 'Read a file', saveFile: 'Save as a file',
  title: 'Title', titleNeeded: 'Give the template a title.', prompt: 'Words', promptHint: '{variable} asks for something each time; {filled} has it filled in already. Choices and word lists work too.', promptNeeded: 'Write the words of the template.', negative: 'Keep out of the picture', note: 'Note', wordsLanguage: 'Language of the words', anyLanguage: 'not said',
  style: 'Style', styleStays: 'as in the form', shape: 'Shape', shapeStays: 'as in the form', model: 'Who draws', modelStays: 'as in the form', modelGone: 'a model that is not here', keep: 'Keep the template',
  use: 'Use it', useOf: 'Use it: {title}', moreOf: 'More: {title}', edit: 'Change', copy: 'Copy', copyOf: '{title} (copy)', remove: 'Remove', removed: 'The template “{title}” was removed.', change: 'What changes in the form',
  imported_one: '{count} template was added.', imported_other: '{count} templates were added.', knownToo_one: '{count} was here already.', knownToo_other: '{count} were here already.', leftOut_one: '{count} could not be read, or there was no room for it.', leftOut_other: '{count} could not be read, or there was no room for them.',
  notAFile: 'This file has no templates in it. Choose one that was saved here as a file.', asksFor: 'Asks for',
} as const;
