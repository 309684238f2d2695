import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { createComic } from '../../../api/comics.ts';
import { ApiError } from '../../../api/call.ts';
import { useSend } from '../../../api/use-call.ts';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TEXT_MAX } from '../book-choices.ts';
import { BookChoices } from './BookChoices.tsx';
import './desk.css';
import { optionsOf, type Draft } from './draft.ts';
import { Samples } from './Samples.tsx';
import { StorySheet } from './StorySheet.tsx';
import { useDraft } from './use-draft.ts';

/** The desk: a sheet for the story on the left, how it shall look on the right, one red button. */
export function NewComic() {
  const { say, sayError, language } = useWords('comics');
  usePageTitle(say('navNew'));
  const navigate = useNavigate();
  const { draft, isKept, change, drop } = useDraft();
  const [fault, setFault] = useState<string>();
  const create = useSend(createComic, { touches: [['comics']] });

  const changeFrom = (part: Partial<Draft>) => {
    if (part.text !== undefined) setFault(undefined);
    change(part);
  };

  const send = async () => {
    const characters = [...draft.text].length;
    const found = draft.text.trim() === '' ? say('emptyStory') : characters > TEXT_MAX ? say('tooLong', { n: characters.toLocaleString(language) }) : undefined;
    if (found !== undefined) return tell(found);
    setFault(undefined);
    try {
      const comic = await create.mutateAsync({ text: draft.text, options: optionsOf(draft), idempotencyKey: draft.key });
      drop();
      await navigate({ to: '/comics/$comicId', params: { comicId: comic.id } });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return navigate({ to: '/sign-in', search: { next: '/new' } });
      tell(sayError(error));
    }
  };

  const tell = (text: string) => {
    setFault(text);
    document.getElementById('story')?.focus();
  };

  return (
    <form className="desk" noValidate onSubmit={(event) => { event.preventDefault(); if (!create.isPending) void send(); }}>
      <div className="desk-head">
        <h1>{say('newTitle')}</h1>
        <p className="lead">{say('newLead')}</p>
      </div>
      <div className="desk-story">
        <StorySheet draft={draft} fault={fault} isKept={isKept} onChange={changeFrom} onFault={tell} />
        <Samples onPick={(text) => changeFrom({ text, title: '', language: 'auto' })} />
      </div>
      <div className="desk-choices">
        <BookChoices draft={draft} onChange={changeFrom} />
        <div className="go">
          <Button type="submit" look="primary" isWide isBusy={create.isPending}>{say(create.isPending ? 'drawing' : 'draw')}</Button>
          <p className="hint">{say('storyboardNote')}</p>
        </div>
      </div>
    </form>
  );
}
