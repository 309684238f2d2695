/** The three stories of the house. */
import bus from '../../../../../../docs/samples/last-bus.zh.md?raw';
import lighthouse from '../../../../../../docs/samples/lighthouse.en.md?raw';
import umbrella from '../../../../../../docs/samples/umbrella.ja.md?raw';
import type { UiLanguage } from '@komawari/contract';
import type { Word } from './choices.ts';
import busFirst from '../pictures/first-bus.webp';
import lighthouseFirst from '../pictures/first-lighthouse.webp';
import umbrellaFirst from '../pictures/first-umbrella.webp';
import busPicture from '../pictures/sample-bus.webp';
import lighthousePicture from '../pictures/sample-lighthouse.webp';
import umbrellaPicture from '../pictures/sample-umbrella.webp';

export type Sample = { story: { title: string; text: string }; title: Word; note: Word; picture: string };

export const SAMPLES: readonly Sample[] = [
  { story: storyOf(lighthouse), title: 'sampleLighthouse', note: 'sampleLighthouseNote', picture: lighthousePicture },
  { story: storyOf(bus), title: 'sampleBus', note: 'sampleBusNote', picture: busPicture },
  { story: storyOf(umbrella), title: 'sampleUmbrella', note: 'sampleUmbrellaNote', picture: umbrellaPicture },
];

/** The heading is the title, and stands in its own field. */
function storyOf(markdown: string): { title: string; text: string } {
  const [, title = '', text = markdown] = /^# ([^\n]+)\n+([^]*)$/.exec(markdown) ?? [];
  return { title, text };
}

/** What the first panel is drawn of while there is no story, in the reader's language. */
export function sampleFor(language: UiLanguage): string {
  return language === 'zh-CN' ? bus : language === 'ja' ? umbrella : lighthouse;
}

/** That panel as it looks while nothing is chosen. */
export function samplePictureFor(language: UiLanguage): string {
  return language === 'zh-CN' ? busFirst : language === 'ja' ? umbrellaFirst : lighthouseFirst;
}

/** One of ours as it is: nobody's work is lost when another takes its place. */
export function isSampleStory(text: string): boolean {
  return SAMPLES.some((sample) => sample.story.text === text);
}
