import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importBundle } from '../../../api/comics-shelf.ts';
import { useWords } from '../../../language/use-words.ts';
import { TEXT_MAX } from '../book-choices.ts';
import { decodeStory } from './decode-story.ts';
import type { Draft } from './draft.ts';
import { countCharacters, cutToFit, looksLikeHtml, putIn } from './pasted-text.ts';
import { reducePage } from './reduce-page.ts';
import { holdFile, kindOfFile } from './story-file.ts';
import { countAndLimit } from './text-limit.ts';

/** Shorter pastes are the browser's own, with its own undo. */
const LONG_PASTE = 20_000;

type Place = { from: number; to: number };
type Former = Pick<Draft, 'text' | 'title'>;

/** Takes what is pasted, dropped or opened. `former` is what lay on the sheet before it was replaced or cleared. */
export function useIntake(draft: Draft, onChange: (part: Partial<Draft>) => void, onFault: (text: string) => void) {
  const { say, sayError, language } = useWords('comics-desk');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [work, setWork] = useState<string>();
  const [excess, setExcess] = useState<{ text: string; count: number; place: Place | undefined }>();
  const [former, setFormer] = useState<Former>();

  const write = (text: string, place: Place | undefined) => {
    setFormer({ text: draft.text, title: draft.title });
    setExcess(undefined);
    holdFile(undefined);
    onChange(place ? { text: putIn(draft.text, text, place.from, place.to) } : { text, title: '', language: 'auto' });
  };

  const takeText = async (raw: string, place?: Place) => {
    let text = raw;
    if (looksLikeHtml(raw)) {
      setWork(say('reducing'));
      text = await reducePage(raw).catch(() => raw);
      setWork(undefined);
    }
    const count = countCharacters(text);
    if (count > TEXT_MAX) return setExcess({ text, count, place });
    write(text, place);
  };

  const takeBundle = async (file: File) => {
    setWork(say('bundleReading'));
    try {
      const comic = await importBundle(file);
      void client.invalidateQueries({ queryKey: ['comics'] });
      await navigate({ to: '/comics/$comicId', params: { comicId: comic.id } });
    } catch (error) {
      onFault(say('bundleFailed', { why: sayError(error) }));
    }
    setWork(undefined);
  };

  const takeFile = async (file: File | undefined) => {
    if (!file) return;
    const [kind, fill] = [kindOfFile(file.name, file.size), { name: shortName(file.name) }];
    if (file.size === 0) return onFault(say('isEmptyFile', fill));
    if (kind === 'other') return onFault(say('otherKind', fill));
    if (kind === 'too-large') return onFault(say('fileTooLarge', fill));
    if (kind === 'bundle') return takeBundle(file);
    onFault('');
    if (kind === 'document') return holdFile(file);
    const text = decodeStory(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) return onFault(say('notText'));
    await takeText(text);
  };

  return {
    work, former,
    excess: excess && { words: say('excess', countAndLimit(excess.count, language)), take: () => write(cutToFit(excess.text, TEXT_MAX), excess.place), drop: () => setExcess(undefined) },
    takeFile,
    /** Returns true when the paste is taken care of here. */
    paste: (data: DataTransfer, place: Place): boolean => {
      const file = data.files[0];
      if (file) return void takeFile(file), true;
      const plain = data.getData('text/plain');
      const text = plain.trim() === '' ? data.getData('text/html') : plain;
      if (text === '' || (text.length < LONG_PASTE && !looksLikeHtml(text))) return false;
      void takeText(text, place);
      return true;
    },
    clear: () => { setFormer({ text: draft.text, title: draft.title }); setExcess(undefined); onChange({ text: '', title: '' }); },
    bringBack: () => { if (former) onChange(former); setFormer(undefined); },
    forget: () => { setFormer(undefined); setExcess(undefined); },
  };
}

function shortName(name: string): string {
  return name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-14)}` : name;
}
