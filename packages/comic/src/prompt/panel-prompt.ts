/** What a model of pictures is told of a panel: style, shot, who does what where. Never the words of bubbles: they are lettered over the picture. */
import { outfitAt, type PanelScene } from '../draw/stage/scene-of.ts';
import { sceneOf } from '../make/panel-scene.ts';
import type { Book, Style } from '../model/book.ts';
import { deedWords, lookWords, PALETTE_WORDS, plain, SHOT_WORDS } from './prompt-words.ts';

/** A picture that goes with the prompt, in the order in which it is sent. */
export type PromptInput =
  /** The storyboard of the panel: who stands where. */
  | { kind: 'layout' }
  /** A person of the cast alone. */
  | { kind: 'sheet'; personId: string }
  /** The take that this one starts from. */
  | { kind: 'before' };

export type PromptWish = {
  /** What the author asks of this take, in words of any language. */
  request?: string | undefined;
  inputs: readonly PromptInput[];
  charactersMax: number;
};

export type PanelPrompt = { text: string; negative: string };

/** Sentences by weight: the lightest are left out where a model takes only so many characters. */
type Part = { weight: number; text: string };

const NEGATIVE = 'text, letters, captions, speech bubbles, sound effects, watermark, signature, panel border, several panels, extra fingers, extra limbs, blurry';

/** Throws RangeError when the book has no such panel. `text` has at most `charactersMax` UTF-16 units. */
export function panelPrompt(book: Book, panelId: string, wish: PromptWish): PanelPrompt {
  const at = sceneOf(book, panelId);
  const parts: Part[] = [
    { weight: 9, text: styleSentence(book.style) },
    { weight: 9, text: `${sentence(SHOT_WORDS[at.panel.shot])}${at.panel.tilt === 0 ? '' : ' The camera leans a little.'}` },
    ...inputParts(book, wish.inputs),
    { weight: 8, text: happening(at) },
    ...peopleParts(book, at),
    { weight: 6, text: placeSentence(at) },
    { weight: 5, text: thingsSentence(at) },
    { weight: 3, text: at.panel.effects.length === 0 ? '' : `Drawn effects: ${at.panel.effects.map(plain).join(', ')}.` },
    { weight: 3, text: `Mood: ${plain(at.scene.mood)}.` },
    ...factParts(book, at),
    { weight: 4, text: at.panel.lines.length === 0 ? '' : 'Leave calm room near the top for lettering that is added later.' },
    { weight: 10, text: wish.request?.trim() ? `Above all, as the author asks: ${sentence(oneLine(wish.request))}` : '' },
    { weight: 10, text: 'One single picture without any frame, text, letters or speech bubbles.' },
  ];
  return { text: fitted(parts.filter(({ text }) => text !== ''), wish.charactersMax), negative: NEGATIVE };
}

/** What a drawing by a model depends on: when it changes, the drawing is stale. */
export function promptFacts(book: Book, panelId: string): string {
  return panelPrompt(book, panelId, { inputs: [], charactersMax: Number.POSITIVE_INFINITY }).text;
}

/** The people of a panel whose looks matter in it, leads first: whose sheets are worth sending. */
export function peopleToShow(book: Book, panelId: string): string[] {
  const { panel, cast } = sceneOf(book, panelId);
  const near = panel.characters.filter((person) => person.facing !== 'back' && cast.has(person.id)).toSorted((a, b) => a.depth - b.depth);
  return panel.shot === 'establishing' || panel.shot === 'insert' ? [] : near.map((person) => person.id);
}

function styleSentence(style: Style): string {
  const words = [
    style.art === 'none' ? 'hand-drawn manga' : plain(style.art), style.line === 'none' ? undefined : `${plain(style.line)} lines`, style.character === 'none' ? undefined : `${plain(style.character)} characters`,
    style.mood === 'none' ? undefined : `${plain(style.mood)} mood`, style.composition === 'none' ? undefined : `${plain(style.composition)} composition`, PALETTE_WORDS[style.palette],
  ];
  return `A panel of a comic, ${words.filter((word) => word !== undefined).join(', ')}.${style.notes.trim() === '' ? '' : ` ${sentence(oneLine(style.notes))}`}`;
}

/** The story's own sentences, without what is said in them. */
function happening({ panel }: PanelScene): string {
  const deed = oneLine(panel.action.replace(/["“”„«»『「][^"“”„«»』」]*["“”„«»』」]/g, ' '));
  return deed === '' ? '' : `What happens: ${sentence(deed)}`;
}

function peopleParts(book: Book, at: PanelScene): Part[] {
  const people = at.panel.characters.flatMap((person) => {
    const character = at.cast.get(person.id);
    if (!character) return [];
    const looks = lookWords(character, outfitAt(character, at.scene.id, at.sceneIds, person.outfitId), book.style);
    const other = person.contact?.with === undefined ? undefined : at.cast.get(person.contact.with)?.name;
    const touch = person.contact === undefined ? '' : `; ${plain(person.contact.how)}: ${[other, person.contact.thing].filter(Boolean).join(', ')}`;
    return [{ weight: 7, text: `${oneLine(character.name)} (${looks}) is ${deedWords(person)}${touch}.` }];
  });
  const crowd = at.panel.crowd === 0 ? [] : [{ weight: 5, text: `Behind them a crowd of about ${at.panel.crowd} nameless people.` }];
  return people.length === 0 && at.panel.crowd === 0 ? [{ weight: 7, text: 'Nobody is in the picture.' }] : [...people, ...crowd];
}

function placeSentence({ place, scene }: PanelScene): string {
  const named = oneLine(place.name);
  return `Place: ${plain(place.kind)}${named === '' ? '' : ` (${named})`}, ${place.era === 'past' ? 'in the past' : place.era}; ${scene.time}, ${scene.weather}, ${scene.season}.`;
}

function thingsSentence({ panel }: PanelScene): string {
  return panel.props.length === 0 ? '' : `In the picture: ${panel.props.map(({ noun }) => plain(noun)).join(', ')}.`;
}

/** What the bible says of the people and the place of the panel, as it is known by then. */
function factParts(book: Book, at: PanelScene): Part[] {
  const names = new Set([at.place.name, ...at.panel.characters.flatMap(({ id }) => { const one = at.cast.get(id); return one ? [one.name, ...one.aliases] : []; })]);
  const now = at.sceneIds.indexOf(at.scene.id);
  return book.bible.facts.filter(({ subject, fromSceneId }) => names.has(subject) && (fromSceneId === undefined || at.sceneIds.indexOf(fromSceneId) <= now))
    .map(({ subject, text }) => ({ weight: 4, text: `${oneLine(subject)}: ${sentence(oneLine(text))}` }));
}

function inputParts(book: Book, inputs: readonly PromptInput[]): Part[] {
  const names = new Map(book.bible.cast.map(({ id, name }) => [id, oneLine(name)]));
  return inputs.map((input, index) => ({ weight: 8, text: `Picture ${index + 1} ${inputWords(input, names)}` }));
}

function inputWords(input: PromptInput, names: ReadonlyMap<string, string>): string {
  if (input.kind === 'layout') return 'is a rough storyboard of this panel: keep who stands where, the camera and the poses; draw everything anew in the style above.';
  if (input.kind === 'before') return 'is the earlier drawing of this panel: keep what is not asked to change.';
  return `shows ${names.get(input.personId) ?? 'a person'}: keep face, hair and clothes the same.`;
}

function fitted(parts: readonly Part[], charactersMax: number): string {
  const kept = [...parts];
  const length = () => kept.reduce((sum, { text }) => sum + text.length + 1, -1);
  while (kept.length > 1 && length() > charactersMax) {
    const lightest = kept.reduce((best, part) => (part.weight <= best.weight ? part : best));
    kept.splice(kept.lastIndexOf(lightest), 1);
  }
  return cut(kept.map(({ text }) => text).join(' '), charactersMax);
}

/** Never through the middle of a character of two units. */
function cut(text: string, max: number): string {
  const end = /[\uD800-\uDBFF]$/.test(text.slice(0, max)) ? max - 1 : max;
  return text.slice(0, end);
}

function sentence(text: string): string {
  return /[.!?。！？…]$/.test(text) ? text : `${text}.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
