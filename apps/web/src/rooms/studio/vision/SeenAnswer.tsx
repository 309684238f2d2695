import type { PictureWithRecipe, Seen } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { AddIcon, CheckIcon, CopyIcon } from '../../../ui/icons.ts';
import { useSorting } from '../history/use-sorting.ts';
import { addable, proposedTags } from './seen-tags.ts';

type Props = { title: string; answer: Seen; saidBy: string; picture: PictureWithRecipe };

/** One answer: words to be copied, or tags of which each, or all, become the picture's by one press. */
export function SeenAnswer({ title, answer, saidBy, picture }: Props) {
  const { say } = useWords('studio-vision');
  return (
    <section className="seen-answer" aria-label={title}>
      {answer.kind === 'tags' ? <SeenTags answer={answer} picture={picture} /> : answer.text === '' ? <p role="status">{say('noText')}</p> : <SeenWords answer={answer} />}
      <p className="hint">{saidBy}</p>
    </section>
  );
}

function SeenWords({ answer: { kind, text } }: { answer: Seen }) {
  const { say } = useWords('studio-vision');
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setIsCopied(true), () => undefined);
  return (
    <>
      <p className="seen-words" data-kind={kind} dir="auto" tabIndex={0} role="status">{text}</p>
      {/* Over plain HTTP browsers give no clipboard: the words can be selected. */}
      {'clipboard' in navigator && <Button look="quiet" icon={isCopied ? <CheckIcon /> : <CopyIcon />} onClick={() => void copy()}>{say(isCopied ? 'copied' : 'copy')}</Button>}
    </>
  );
}

function SeenTags({ answer, picture }: Pick<Props, 'answer' | 'picture'>) {
  const { say, sayError } = useWords('studio-vision');
  const sorting = useSorting();
  const [fault, setFault] = useState('');
  const proposed = proposedTags(answer.tags, picture.tags);
  const left = addable(proposed, picture.tags);
  const add = async (tags: readonly string[]) => {
    setFault('');
    await sorting.tag([picture], { add: tags }).catch((error: unknown) => setFault(sayError(error)));
  };
  return (
    <>
      <ul className="seen-tags" aria-label={say('proposedTags')}>
        {proposed.map(({ tag, isThere }) => (
          <li key={tag}>
            {isThere ? <span className="seen-tag" data-there="true"><CheckIcon aria-label={say('isThere')} /><span dir="auto">{tag}</span></span> : (
              <button type="button" className="seen-tag" aria-label={say('addTag', { tag })} disabled={!left.includes(tag)} onClick={() => void add([tag])}><AddIcon aria-hidden="true" /><span dir="auto">{tag}</span></button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="seen-all">{proposed.every(({ isThere }) => isThere) ? say('allThere') : left.length === 0 ? say('tagsFull') : ''}</p>
      {left.length > 1 && <Button onClick={() => void add(left)}>{say('addAll', { count: left.length })}</Button>}
      {fault !== '' && <p className="fault" role="alert">{fault}</p>}
    </>
  );
}
