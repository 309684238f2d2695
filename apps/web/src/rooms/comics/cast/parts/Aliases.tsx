import type { Character } from '@komawari/comic';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { AddIcon, CloseIcon } from '../../../../ui/icons.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { useCast } from '../cast-context.ts';

const NAME_MAX = 200;
const ALIASES_MAX = 60;

/** The other names a story calls somebody by. */
export function Aliases({ person }: { person: Character }) {
  const { say } = useWords('comics-cast');
  const { change } = useCast();
  const [draft, setDraft] = useState('');
  const { aliases } = person;
  const over = draft.length - NAME_MAX;
  const fault = over > 0 ? say('tooLong', { over, most: NAME_MAX }) : aliases.length >= ALIASES_MAX && draft !== '' ? say('aliasMany') : undefined;
  const keep = (next: (now: readonly string[]) => readonly string[]) => change((book) => {
    const now = book.bible.cast.find((one) => one.id === person.id)?.aliases;
    return now ? [{ op: 'set', kind: 'character', id: person.id, field: 'aliases', value: next(now), was: now }] : [];
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const name = draft.replace(/\s+/g, ' ').trim();
    if (name === '' || fault !== undefined) return;
    if (name !== person.name) keep((now) => [...new Set([...now, name])]);
    setDraft('');
  };
  return (
    <div className="cast-aliases">
      <ul aria-label={say('aliases')}>
        {aliases.map((alias) => (
          <li key={alias} className="cast-alias"><bdi>{alias}</bdi><button type="button" aria-label={say('removeAlias', { name: alias })} onClick={() => keep((now) => now.filter((one) => one !== alias))}><CloseIcon /></button></li>
        ))}
      </ul>
      <form onSubmit={add}>
        <TextField label={say('aliases')} hint={say('aliasesHint')} placeholder={say('newAlias')} value={draft} onChange={setDraft} {...(fault === undefined ? {} : { fault })} end={<Button type="submit" look="quiet" icon={<AddIcon />}>{say('addAlias')}</Button>} />
      </form>
    </div>
  );
}
