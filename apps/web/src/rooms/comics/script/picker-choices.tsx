import type { Effect, Expression, LineKind } from '@komawari/comic';
import { EFFECTS, EXPRESSIONS, FACINGS, LINE_KINDS, MOODS, PLACES, POSES, SEASONS, SHOTS, WEATHERS, DAY_TIMES } from '@komawari/comic';
import { lineAt, panelAt, type EditOp } from '@komawari/comic/edit';
import { useState, type ReactNode } from 'react';
import { pictureOf, pictureSizeOf, type PicturedChoices, type PicturedKind } from '../../../engine/choice-pictures.ts';
import { useWords, type Say } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { SurePicture } from '../../../ui/SurePicture.tsx';
import { Sketch } from '../cast/Sketch.tsx';
import { personSketch, type PersonWish } from '../cast/views.ts';
import { newId } from '../book/use-book.ts';
import { ImportanceGlyph } from './ImportanceGlyph.tsx';
import { MOOD_FACES } from './mood-faces.ts';
import { placeName } from '../book/place-name.ts';
import { addPerson, changePerson, setOnPanels, setPanel } from './panel-steps.ts';
import { useScript } from './script-context.ts';
import { SpeakerChip } from './SpeakerChip.tsx';

type OfPanel = { panelId: string };
type OfPerson = { panelId: string; characterId: string };
type OfScene = { sceneId: string };
type OfLine = { lineId: string };

function cards<K extends PicturedKind & ('shot' | 'expression' | 'pose' | 'facing' | 'effect' | 'place' | 'time' | 'weather' | 'season'), V extends PicturedChoices[K] & string>(kind: K, values: readonly V[], term: Say<'comics-terms'>) {
  const { width, height } = pictureSizeOf(kind);
  return values.map((value) => ({ value, word: term(`${kind}-${value}` as Parameters<typeof term>[0]), picture: <SurePicture src={pictureOf(kind, value)} width={width} height={height} /> }));
}

const set = (kind: 'panel' | 'scene' | 'line', id: string, field: string, value: unknown): EditOp[] => [{ op: 'set', kind, id, field, value }];

export function ImportanceChoice({ pick }: { pick: OfPanel }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { panel } = panelAt(script.book(), pick.panelId);
  const options = ([1, 2, 3, 4, 5, 6] as const).map((value) => ({ value: String(value), word: say(`importance-${value}`), picture: <ImportanceGlyph value={value} size={36} /> }));
  return <PictureChoice label={say('importance')} value={String(panel.importance)} options={options} cardWidthPx={84} isLabelHidden onChange={(value) => setOnPanels(script, pick.panelId, 'importance', () => Number(value))} />;
}

export function ShotChoice({ pick }: { pick: OfPanel }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  return <PictureChoice label={say('shot')} value={panelAt(script.book(), pick.panelId).panel.shot} options={cards('shot', SHOTS, term)} cardWidthPx={104} isLabelHidden onChange={(shot) => setOnPanels(script, pick.panelId, 'shot', () => shot)} />;
}

export function PersonChoice({ pick, onDone }: { pick: OfPerson; onDone: () => void }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const [view, setView] = useState<'expression' | 'pose' | 'facing'>('expression');
  const person = panelAt(script.book(), pick.panelId).panel.characters.find((one) => one.id === pick.characterId);
  if (!person) return null;
  const { bible, style } = script.book();
  const who = bible.cast.find((one) => one.id === pick.characterId);
  /** The very person; somebody else where the book does not know who it is. */
  const own = <V extends string>(options: readonly { value: V; word: string; picture: ReactNode }[], wish: (value: V) => PersonWish, shape: 'head' | 'pose' = 'head') =>
    (who ? options.map((one) => ({ ...one, picture: <Sketch shape={shape} sketch={personSketch(who, style, { ...wish(one.value), shows: shape })} /> })) : options);
  const change = (part: Partial<typeof person>) => changePerson(script, pick.panelId, pick.characterId, (before) => ({ ...before, ...part }));
  return (
    <>
      <div className="script-views" role="group" aria-label={say('personViews')}>
        {(['expression', 'pose', 'facing'] as const).map((one) => <button key={one} type="button" className="script-chip" aria-pressed={view === one} onClick={() => setView(one)}>{say(one)}</button>)}
      </div>
      {view === 'expression' && <PictureChoice label={say('expression')} isLabelHidden isChosenSought value={person.expression} options={own(cards('expression', EXPRESSIONS, term), (expression) => ({ expression }))} cardWidthPx={92} onChange={(expression: Expression) => change({ expression })} />}
      {view === 'pose' && <PictureChoice label={say('pose')} isLabelHidden isChosenSought value={person.pose} options={own(cards('pose', POSES, term), (pose) => ({ pose, expression: person.expression }), 'pose')} cardWidthPx={84} onChange={(pose) => change({ pose })} />}
      {view === 'facing' && <PictureChoice label={say('facing')} isLabelHidden isChosenSought value={person.facing} options={own(cards('facing', FACINGS, term), (facing) => ({ facing, expression: person.expression }))} cardWidthPx={84} onChange={(facing) => change({ facing })} />}
      <Button look="danger" onClick={() => { changePerson(script, pick.panelId, pick.characterId, () => undefined); onDone(); }}>{say('removePerson')}</Button>
    </>
  );
}

export function PersonToAdd({ pick, onDone }: { pick: OfPanel; onDone: () => void }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const there = new Set(panelAt(script.book(), pick.panelId).panel.characters.map((one) => one.id));
  const others = script.book().bible.cast.filter((one) => !there.has(one.id));
  if (others.length === 0) return <p>{say('everybodyThere')}</p>;
  return <ul className="script-options">{others.map((one) => <li key={one.id}><button type="button" className="menu-item" onClick={() => { addPerson(script, pick.panelId, one.id); onDone(); }}><SpeakerChip character={one} name={one.name} /></button></li>)}</ul>;
}

export function EffectsChoice({ pick }: { pick: OfPanel }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const { effects } = panelAt(script.book(), pick.panelId).panel;
  const toggle = (effect: Effect) => setPanel(script, pick.panelId, 'effects', effects.includes(effect) ? effects.filter((one) => one !== effect) : [...effects, effect].slice(-6));
  return (
    <div className="cards script-toggles" role="group" aria-label={say('effects')}>
      {cards('effect', EFFECTS, term).map(({ value, word, picture }) => <button key={value} type="button" className="card" aria-pressed={effects.includes(value)} onClick={() => toggle(value)}><span className="card-picture">{picture}</span><span className="card-word">{word}</span></button>)}
    </div>
  );
}

export function KindChoice({ pick, onDone }: { pick: OfLine; onDone: () => void }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const { line } = lineAt(script.book(), pick.lineId);
  const { width, height } = pictureSizeOf('line-kind');
  const options = LINE_KINDS.map((value: LineKind) => ({ value, word: term(`kind-${value}`), picture: <SurePicture src={pictureOf('line-kind', value)} width={width} height={height} /> }));
  return <div onClick={(event) => { if ((event.target as HTMLElement).closest('.card') && event.detail > 0) window.setTimeout(onDone, 120); }}><PictureChoice label={say('kind')} isLabelHidden value={line.kind} options={options} cardWidthPx={92} onChange={(kind) => script.change(set('line', line.id, 'kind', kind))} /></div>;
}

export function PlaceChoice({ pick }: { pick: OfScene }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const book = script.book();
  const scene = book.chapters.flatMap((chapter) => chapter.scenes).find((one) => one.id === pick.sceneId);
  if (!scene) return null;
  const { width, height } = pictureSizeOf('place');
  const known = book.bible.places.map((place) => ({ value: place.id, word: placeName(place, term), picture: <SurePicture src={pictureOf('place', place.kind)} width={width} height={height} /> }));
  const addPlace = (kind: (typeof PLACES)[number]) => {
    const id = newId('place');
    script.change([{ op: 'insert', kind: 'place', parentId: book.id, afterId: book.bible.places.at(-1)?.id ?? null, item: { id, name: term(`place-${kind}`), kind, era: 'modern' } }, ...set('scene', scene.id, 'placeId', id)]);
  };
  return (
    <>
      <PictureChoice label={say('placesHere')} value={scene.placeId} options={known} cardWidthPx={104} onChange={(placeId) => script.change(set('scene', scene.id, 'placeId', placeId))} />
      <p className="script-heading">{say('placeNew')}</p>
      <div className="cards script-toggles" role="group" aria-label={say('placeNew')}>
        {cards('place', PLACES, term).map(({ value, word, picture }) => <button key={value} type="button" className="card" onClick={() => addPlace(value)}><span className="card-picture">{picture}</span><span className="card-word">{word}</span></button>)}
      </div>
    </>
  );
}

export function SettingChoice({ pick }: { pick: OfScene & { what: string } }) {
  const script = useScript();
  const { say } = useWords('comics-script');
  const { say: term } = useWords('comics-terms');
  const scene = script.book().chapters.flatMap((chapter) => chapter.scenes).find((one) => one.id === pick.sceneId);
  if (!scene) return null;
  const write = (field: 'time' | 'weather' | 'season' | 'mood') => (value: string) => script.change(set('scene', scene.id, field, value));
  if (pick.what === 'time') return <PictureChoice label={say('time')} isLabelHidden value={scene.time} options={cards('time', DAY_TIMES, term)} cardWidthPx={104} onChange={write('time')} />;
  if (pick.what === 'mood') return <PictureChoice label={say('mood')} isLabelHidden value={scene.mood} options={MOODS.map((mood) => ({ value: mood, word: term(`mood-${mood}`), picture: <SurePicture src={pictureOf('expression', MOOD_FACES[mood])} width={84} height={84} /> }))} cardWidthPx={84} onChange={write('mood')} />;
  return (
    <>
      <PictureChoice label={say('weather')} isLabelHidden value={scene.weather} options={cards('weather', WEATHERS, term)} cardWidthPx={104} onChange={write('weather')} />
      <SelectField label={say('season')} value={scene.season} options={SEASONS.map((season) => ({ value: season, word: term(`season-${season}`) }))} onChange={write('season')} />
    </>
  );
}
