export const words = {
  whatIsOnIt: 'What is on it?', describe: 'Describe it', proposeTags: 'Find tags', readText: 'Read the text in it', noneSees: 'None of the models here can see pictures. An administrator adds one that can under Settings › Providers.',
  oneThatSees: 'A model that sees', free: 'free', about: 'about {price}', priceUnknown: 'price not known', cached: 'was there already, free', looking: 'The model is looking at it …', stop: 'Stop', saidBy: 'By {name} · {cost}',
  copy: 'Copy', copied: 'Copied', noText: 'No text was found in it.', proposedTags: 'Proposed tags', addTag: 'Add the tag “{tag}”', addAll_one: 'Add it', addAll_other: 'Add all {count}', isThere: 'Added', allThere: 'The picture has all of these tags.', tagsFull: 'The picture has as many tags as it may. Remove one to add another.',
} as const;
