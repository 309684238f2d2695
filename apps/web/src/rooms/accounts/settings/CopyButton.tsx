import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon, CopyIcon } from '../../../ui/icons.ts';

const TELL_MS = 2500;

/** Copies, and says so in its own place. Without a clipboard (plain HTTP) the text is selected to be copied by hand. */
export function CopyButton({ text, word }: { text: string; word?: string }) {
  const { say } = useWords('accounts-settings');
  const [told, setTold] = useState<'copied' | 'copyFailed'>();
  const copy = async () => {
    setTold(await write(text).then(() => 'copied' as const, () => 'copyFailed' as const));
    setTimeout(() => setTold(undefined), TELL_MS);
  };
  return <Button icon={told === 'copied' ? <CheckIcon /> : <CopyIcon />} onClick={() => void copy()}><span aria-live="polite">{told === undefined ? (word ?? say('copy')) : say(told === 'copied' ? 'copied' : 'copyFailed')}</span></Button>;
}

async function write(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('no clipboard outside of secure pages');
  await navigator.clipboard.writeText(text);
}
