/** What a model cannot do, in the reader's words, before anything is sent. */
import type { RecipeProblem, RecipeProblemCode } from '@komawari/contract';
import type { WordKey } from '../../../language/namespaces.ts';
import type { Say } from '../../../language/use-words.ts';
import type { Ability } from './draft.ts';

export const ABILITY_WORDS: Record<Ability, WordKey<'studio'>> = { generate: 'canGenerate', vary: 'canVary', edit: 'canEdit', inpaint: 'canInpaint', outpaint: 'canOutpaint', upscale: 'canUpscale', 'cut-out': 'canCutOut' };

const WORDS: Record<RecipeProblemCode, WordKey<'studio'>> = {
  ability: 'cannotAbility', 'prompt-missing': 'cannotPromptMissing', 'prompt-long': 'cannotPromptLong', 'negative-none': 'cannotNegative', 'negative-long': 'cannotNegativeLong', size: 'cannotSize', count: 'cannotCount',
  'seed-none': 'cannotSeed', 'seed-large': 'cannotSeedLarge', 'steps-none': 'cannotSetting', 'steps-range': 'cannotSteps', 'guidance-none': 'cannotSetting', 'guidance-range': 'cannotGuidance', 'strength-none': 'cannotSetting', 'strength-range': 'cannotStrength',
  'source-missing': 'cannotSourceMissing', 'source-none': 'cannotSource', 'references-none': 'cannotReferences', 'references-many': 'cannotReferencesMany', 'input-large': 'cannotInputLarge', 'input-pixels': 'cannotInputPixels', 'input-type': 'cannotInputType',
  'mask-none': 'cannotMask', 'mask-missing': 'cannotMaskMissing', 'mask-size': 'cannotMaskSize', 'grow-missing': 'cannotGrowMissing', 'grow-none': 'cannotGrow', 'grow-large': 'cannotGrowLarge', 'setting-unknown': 'cannotSetting', 'setting-value': 'cannotSettingValue',
};

export function problemWords({ code, limit = '' }: RecipeProblem, say: Say<'studio'>): string {
  return say(WORDS[code], { limit });
}
