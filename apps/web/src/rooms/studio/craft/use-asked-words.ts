import { useEffect, useRef, useState } from 'react';
import { writeText, type WrittenText } from '../../../api/studio-craft.ts';
import { useWords } from '../../../language/use-words.ts';
import { wordsOfAnswer } from './ask-words.ts';

export type Ask = (signal: AbortSignal) => Promise<Parameters<typeof writeText>[0]>;
/** What a model has proposed, and who it was. */
export type Proposed = { words: string; answer: WrittenText };

/** Asks a model for words, one question at a time. Leaving the page, or stopping, ends the question. */
export function useAskedWords() {
  const { say, sayError } = useWords('studio-craft');
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState('');
  const [proposed, setProposed] = useState<Proposed>();
  const out = useRef<AbortController>(undefined);
  useEffect(() => () => out.current?.abort(), []);

  const ask = async (question: Ask) => {
    out.current?.abort();
    const control = new AbortController();
    out.current = control;
    setIsAsking(true);
    setFault('');
    setProposed(undefined);
    try {
      const answer = await writeText(await question(control.signal), control.signal);
      const words = wordsOfAnswer(answer.text);
      if (control.signal.aborted) return;
      if (words === '') setFault(say('nothingCame'));
      else setProposed({ words, answer });
    } catch (error) {
      if (!control.signal.aborted) setFault(sayError(error));
    }
    if (out.current === control) setIsAsking(false);
  };
  const stop = () => {
    out.current?.abort();
    setIsAsking(false);
  };
  return { isAsking, fault, proposed, ask, stop, leave: () => setProposed(undefined) };
}
