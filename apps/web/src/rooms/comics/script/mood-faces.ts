import type { Expression, Mood } from '@komawari/comic';

/** The mood of a scene is shown as a face. */
export const MOOD_FACES: Readonly<Record<Mood, Expression>> = {
  calm: 'neutral', happy: 'smile', sad: 'sad', tense: 'worried', dark: 'terrified', romantic: 'loving', comic: 'laugh', mysterious: 'suspicious', dramatic: 'shocked', action: 'determined',
};
