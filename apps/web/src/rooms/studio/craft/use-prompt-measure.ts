import { hasChoices, measurePrompt, type PromptMeasure, type VariableValues, type WordLists } from '@komawari/contract/studio-craft';
import { useMemo } from 'react';
import { useWordLists } from './use-word-lists.ts';

const NO_LISTS: WordLists = new Map();

export type MeasuredPrompt = { lists: WordLists; measure: PromptMeasure };

/** What may come of a prompt; undefined where nothing in it is chosen, and until its lists are there. */
export function usePromptMeasure(prompt: string, values: VariableValues | undefined): MeasuredPrompt | undefined {
  const namesLists = prompt.includes('__');
  const { lists } = useWordLists(namesLists);
  return useMemo(() => {
    const known = namesLists ? lists : NO_LISTS;
    return known && hasChoices(prompt) ? { lists: known, measure: measurePrompt(prompt, known, values) } : undefined;
  }, [prompt, lists, namesLists, values]);
}
