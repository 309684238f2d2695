import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../../../api/call.ts';
import { createComic } from '../../../api/comics.ts';
import { useWords } from '../../../language/use-words.ts';
import { showToast } from '../../../ui/toast.ts';
import { TEXT_MAX } from '../book-choices.ts';
import { optionsOf, type Draft } from './draft.ts';
import { countCharacters } from './pasted-text.ts';
import { sendStoryFile } from './send-file.ts';
import { holdFile } from './story-file.ts';
import { countAndLimit } from './text-limit.ts';

type Make = { draft: Draft; file: File | undefined; drop: (sent: Draft, isFile: boolean) => void; onFault: (text: string) => void };

/** Sends the story once, however often the button is pressed, and goes on to its comic, or to its script. */
export function useMake({ draft, file, drop, onFault }: Make) {
  const { say, sayError, language } = useWords('comics-desk');
  const navigate = useNavigate();
  const client = useQueryClient();
  const isSending = useRef(false);
  const [busy, setBusy] = useState<'comic' | 'script'>();

  const faultOf = (): string | undefined => {
    if (file) return undefined;
    if (draft.text.trim() === '') return say('emptyStory');
    const count = countCharacters(draft.text);
    return count > TEXT_MAX ? say('tooLong', countAndLimit(count, language)) : undefined;
  };

  const send = async (scriptOnly: boolean) => {
    const made = { options: optionsOf(draft), scriptOnly, idempotencyKey: [draft.key, ...(scriptOnly ? ['script'] : []), ...(file ? [file.size, file.lastModified] : [])].join('-') };
    const comic = file ? await sendStoryFile(file, made) : { ...(await createComic({ text: draft.text, ...made })), notices: [] };
    drop(draft, file !== undefined);
    holdFile(undefined);
    void client.invalidateQueries({ queryKey: ['comics'] });
    // The first comic makes a guest of nobody.
    void client.invalidateQueries({ queryKey: ['accounts', 'me'] });
    await navigate({ to: scriptOnly ? '/comics/$comicId/script' : '/comics/$comicId', params: { comicId: comic.id } });
    if (comic.notices.length > 0) showToast({ text: comic.notices.join(' ') });
  };

  const make = async (scriptOnly: boolean) => {
    if (isSending.current) return;
    const fault = faultOf();
    onFault(fault ?? '');
    if (fault !== undefined) return;
    isSending.current = true;
    setBusy(scriptOnly ? 'script' : 'comic');
    try {
      await send(scriptOnly);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) await navigate({ to: '/sign-in', search: { next: '/new' } });
      else onFault(sayError(error));
    }
    isSending.current = false;
    setBusy(undefined);
  };

  return { busy, make };
}
