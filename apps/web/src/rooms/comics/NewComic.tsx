import { useEffect, useRef, useState } from 'react';
import { createComic } from '../../api/comics.ts';
import { ApiError } from '../../api/call.ts';
import { navigate } from '../../frame/navigation.tsx';
import { usePageTitle } from '../../frame/use-page-title.ts';
import { useWords } from '../../language/use-words.tsx';
import { TEXT_MAX } from './book-choices.ts';
import { BookChoices } from './BookChoices.tsx';
import { changeDraft, dropStory, loadDraft, optionsOf, saveDraft, type Draft } from './draft.ts';
import { Samples } from './Samples.tsx';
import { StorySheet } from './StorySheet.tsx';

/** The desk: a sheet for the story on the left, how it shall look on the right, one red button. */
export function NewComic() {
  const { say, sayError, language } = useWords();
  usePageTitle(say('navNew'));
  const [draft, setDraft] = useState<Draft>(loadDraft);
  const [fault, setFault] = useState<string>();
  const [isSending, setIsSending] = useState(false);
  const [isKept, setIsKept] = useState(true);
  const isDropped = useRef(false);

  useEffect(() => {
    if (!isDropped.current) setIsKept(saveDraft(draft));
  }, [draft]);

  const change = (part: Partial<Draft>) => {
    if (part.text !== undefined) setFault(undefined);
    setDraft((before) => changeDraft(before, part));
  };

  const send = async () => {
    const characters = [...draft.text].length;
    const found = draft.text.trim() === '' ? say('emptyStory') : characters > TEXT_MAX ? say('tooLong', { n: characters.toLocaleString(language) }) : undefined;
    if (found !== undefined) return tell(found);
    setFault(undefined);
    setIsSending(true);
    try {
      const comic = await createComic({ text: draft.text, options: optionsOf(draft), idempotencyKey: draft.key });
      isDropped.current = true;
      dropStory(draft);
      navigate(`/comics/${comic.id}`);
    } catch (error) {
      setIsSending(false);
      if (error instanceof ApiError && error.status === 401) return navigate('/sign-in?next=/');
      tell(sayError(error));
    }
  };

  const tell = (text: string) => {
    setFault(text);
    document.getElementById('story')?.focus();
  };

  return (
    <form className="desk" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div className="desk-head">
        <h1>{say('newTitle')}</h1>
        <p className="lead">{say('newLead')}</p>
      </div>
      <div className="desk-story">
        <StorySheet draft={draft} fault={fault} isKept={isKept} onChange={change} onFault={tell} />
        <Samples onPick={(text) => change({ text, title: '', language: 'auto' })} />
      </div>
      <div className="desk-choices">
        <BookChoices draft={draft} onChange={change} />
        <div className="go">
          <button type="submit" className="button primary big" disabled={isSending}>{say(isSending ? 'drawing' : 'draw')}</button>
          <p className="hint">{say('storyboardNote')}</p>
        </div>
      </div>
    </form>
  );
}
