import { COMBINATIONS_MAX, expandPrompt, type VariableValues } from '@komawari/contract/studio-craft';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AgainIcon, AlertIcon } from '../../../ui/icons.ts';
import type { MeasuredPrompt } from './use-prompt-measure.ts';

type Props = MeasuredPrompt & { prompt: string; values: VariableValues | undefined; /** Null where it is another each time. */ seed: number | null };

/** What may come of choices and lists: one example, or with a seed what will be sent, and how many ways there are. */
export function ChoicePreview({ prompt, values, seed, lists, measure }: Props) {
  const { say, language } = useWords('studio-craft');
  const [example, setExample] = useState(1);
  const { combinations, missing } = measure;
  return (
    <div className="choice-preview">
      <p className="choice-example"><span className="hint">{say(seed === null ? 'forExample' : 'withSeed')}</span> <span dir="auto">{expandPrompt(prompt, lists, seed ?? example, values)}</span></p>
      {combinations > 1 && <p className="choice-ways hint">
        <span>{combinations >= COMBINATIONS_MAX ? say('waysMany', { n: COMBINATIONS_MAX.toLocaleString(language) }) : say('ways', { count: combinations, n: combinations.toLocaleString(language) })}</span>
        {seed === null && <IconButton label={say('anotherExample')} icon={<AgainIcon />} onClick={() => setExample(example + 1)} />}
      </p>}
      {missing.length > 0 && <p className="choice-missing"><AlertIcon aria-hidden="true" /><span>{say('missing', { count: missing.length, names: missing.map((name) => `__${name}__`).join(' · ') })}</span></p>}
    </div>
  );
}
