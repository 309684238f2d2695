import { expect, test } from 'vitest';
import { sampleFor, SAMPLES } from './sample-stories.ts';

test('a sample lies on the sheet as a story: its title apart, no marks of Markdown', () => {
  expect(SAMPLES.map(({ story }) => story.title)).toEqual(['The Night the Light Went Out', '末班车', '忘れ傘図書館']);
  for (const { story } of SAMPLES) {
    expect(story.text).not.toMatch(/^#/m);
    expect(story.text.length).toBeGreaterThan(500);
  }
  expect(sampleFor('ja')).toContain('忘れ傘図書館');
});
