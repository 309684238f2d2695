import type { WordRow } from './match.ts';
import { CRAFT_WORDS } from './props/crafts.ts';
import { FOOD_WORDS } from './props/food.ts';
import { HOUSEHOLD_WORDS } from './props/household.ts';
import { NATURE_WORDS } from './props/nature.ts';

/** Things a story names and the artist can draw: a row each, in three languages. */
export const PROP_WORDS: readonly WordRow<string>[] = [...HOUSEHOLD_WORDS, ...FOOD_WORDS, ...CRAFT_WORDS, ...NATURE_WORDS];
