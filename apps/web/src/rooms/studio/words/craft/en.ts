export const words = {
  // Choices and lists
  forExample: 'For example:', withSeed: 'With this seed:', anotherExample: 'Another example', ways_one: '{n} way to draw it', ways_other: '{n} ways to draw it', waysMany: '{n} ways and more',
  missing_one: 'There is no list named {names}: it would be sent as it stands.', missing_other: 'There are no lists named {names}: they would be sent as they stand.', variables: 'What the prompt asks for', variableNeeded: 'Write something here: the words ask for it.', variableFallback: 'Left empty: {words}', variableMayBeEmpty: 'May stay empty', variableExample: 'hair',
  choicesHint: '{example} draws one or the other, {variable} asks you each time', choicesExample: 'dog|cat',
  templates: 'Templates', lists: 'Word lists', listsHint: 'Write a name between double underscores, such as __weather__, and each picture gets one line of that list.', newList: 'New list', listName: 'Name', listNameHint: 'Letters and digits, such as: hair colour', listNameIs: 'In a prompt: {name}',
  lines: 'Words', linesOf: 'Words of {name}', linesHint: 'One a line. A line may have choices and other lists in it.', insert: 'Put into the prompt', saveList: 'Keep the list', removeList: 'Remove the list', starterHint: 'Came with Komawari. Change it, and yours is used.',
  nameNeeded: 'Give the list a name of letters and digits, 40 at most.', linesNeeded: 'Write at least one line.',
  // Words by a model
  improve: 'Improve the words', seeWords: 'Words from the picture', oneOfYours: 'A model that sees', free: 'free', about: 'about {price}', priceUnknown: 'price not known', cached: 'was there already, free',
  asking: 'The model is writing …', stop: 'Stop', proposal: 'Proposed words', nothingChanges: 'The model would change nothing.', nothingCame: 'The model wrote nothing. Try again, or change your words.', writtenBy: 'Written by {name} · {cost}',
  take: 'Take these words', leave: 'Keep mine', taken: 'The words are in the form.',
} as const;
