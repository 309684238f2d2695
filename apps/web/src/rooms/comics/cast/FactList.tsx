import type { Fact } from '@komawari/comic';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { AddIcon, TrashIcon } from '../../../ui/icons.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import { newId } from '../book/use-book.ts';
import { useCast } from './cast-context.ts';
import { DraftField } from './DraftField.tsx';
import './places.css';
import { useSceneName } from './scene-name.ts';

const SUBJECT_MAX = 200;
const TEXT_MAX = 2000;
const FROM_START = '';

/** What must stay true through the story, each from a scene on. */
export function FactList() {
  const { say } = useWords('comics-cast');
  const { open, change } = useCast();
  const { facts } = open.book.bible;
  const add = () => change((book) => [{ op: 'insert', kind: 'fact', parentId: book.id, afterId: book.bible.facts.at(-1)?.id ?? null, item: { id: newId('fact'), subject: '', text: '' } }]);
  const addButton = <Button icon={<AddIcon />} onClick={add}>{say('addFact')}</Button>;
  if (facts.length === 0) return <EmptyState picture="no-facts" title={say('emptyFacts')} text={say('factsText')}>{addButton}</EmptyState>;
  return (
    <section className="cast-facts">
      <p className="cast-facts-text">{say('factsText')}</p>
      <ol className="cast-fact-list">{facts.map((fact) => <FactCard key={fact.id} fact={fact} />)}</ol>
      <div>{addButton}</div>
    </section>
  );
}

function FactCard({ fact }: { fact: Fact }) {
  const { say } = useWords('comics-cast');
  const { change, scenes, tell } = useCast();
  const sceneName = useSceneName();
  const set = (field: 'subject' | 'text' | 'fromSceneId', value: string | null) => change([{ op: 'set', kind: 'fact', id: fact.id, field, value, was: fact[field] ?? null }], { merge: `${fact.id}:${field}` });
  const remove = () => {
    change([{ op: 'remove', kind: 'fact', id: fact.id }]);
    tell(say('removedFact'));
  };
  return (
    <li className="cast-fact">
      <DraftField isEager label={say('factSubject')} placeholder={say('factSubjectHint')} value={fact.subject} most={SUBJECT_MAX} onKeep={(next) => set('subject', next)} />
      <DraftField isEager label={say('factText')} isLong value={fact.text} most={TEXT_MAX} onKeep={(next) => set('text', next)} />
      <SelectField label={say('factFrom')} value={fact.fromSceneId ?? FROM_START} onChange={(next) => set('fromSceneId', next === FROM_START ? null : next)} options={[{ value: FROM_START, word: say('fromStart') }, ...scenes.map((at) => ({ value: at.scene.id, word: sceneName(at) }))]} />
      <IconButton label={`${say('removeFact')}: ${fact.subject}`} icon={<TrashIcon />} onClick={remove} />
    </li>
  );
}
