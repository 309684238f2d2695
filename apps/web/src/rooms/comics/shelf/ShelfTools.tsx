import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { SearchIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { ShelfSearch } from './shelf-search.ts';

const REST_MS = 250;

/** Finding, ordering and narrowing; all of it stands in the address. */
export function ShelfTools({ search }: { search: ShelfSearch }) {
  const { say } = useWords('comics-shelf');
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.q ?? '');
  useShortcut('comics.find', '/', () => field.current?.focus(), { word: say('keyFind') });

  const go = (change: { [K in keyof ShelfSearch]: ShelfSearch[K] | undefined }) => {
    const { q, sort, state } = { ...search, ...change };
    void navigate({ to: '/comics', replace: true, resetScroll: false, search: { ...(q === undefined || q === '' ? {} : { q }), ...(sort === undefined ? {} : { sort }), ...(state === undefined ? {} : { state }) } });
  };

  const asked = useRef(go);
  useEffect(() => { asked.current = go; });
  useEffect(() => {
    if (words.trim() === (search.q ?? '')) return undefined;
    const timer = setTimeout(() => asked.current({ q: words.trim() }), REST_MS);
    return () => clearTimeout(timer);
  }, [words, search.q]);

  return (
    <div className="shelf-tools" role="search">
      <div className="shelf-find">
        <SearchIcon aria-hidden="true" />
        <input ref={field} type="search" aria-label={say('find')} placeholder={say('find')} maxLength={200} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <SegmentedChoice label={say('show')} isLabelHidden value={search.state ?? 'all'} onChange={(state) => go({ state: state === 'all' ? undefined : state })}
        options={[{ value: 'all', word: say('showAll') }, { value: 'done', word: say('showDone') }, { value: 'unfinished', word: say('showUnfinished') }]} />
      <SelectField label={say('sort')} isLabelHidden value={search.sort ?? 'newest'} onChange={(sort) => go({ sort: sort === 'newest' ? undefined : sort })}
        options={[{ value: 'newest', word: say('sortNewest') }, { value: 'changed', word: say('sortChanged') }, { value: 'title', word: say('sortTitle') }]} />
    </div>
  );
}
