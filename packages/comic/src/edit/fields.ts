/** Which fields may be set by an edit, and what they hold. Everything else has an op of its own or is computed. */
import { z } from 'zod';
import { Book, Chapter, Character, Fact, Line, Panel, Place, Ruby, Scene } from '../model/book.ts';
import { PageByHand } from '../model/hand-made.ts';
import { shapeAtOnce } from '../model/shape-in-turns.ts';
import { EditError, LINE_MAX, type ItemKind } from './ops.ts';

type Fields = Readonly<Record<string, z.ZodType>>;

export const SCHEMAS = { chapter: Chapter, scene: Scene, panel: Panel, line: Line, character: Character, place: Place, fact: Fact, page: PageByHand } as const satisfies Record<ItemKind, z.ZodType>;

const { shape: book } = Book;
const { shape: panel } = Panel;
const { shape: line } = Line;

export const FIELDS: Readonly<Record<ItemKind | 'book', Fields>> = {
  book: { title: book.title, author: book.author, direction: book.direction, format: book.format, style: book.style, seed: book.seed, editions: book.editions, language: book.language, templates: book.templates },
  chapter: { title: Chapter.shape.title },
  scene: { placeId: Scene.shape.placeId, time: Scene.shape.time, weather: Scene.shape.weather, season: Scene.shape.season, mood: Scene.shape.mood },
  panel: {
    importance: panel.importance, shot: panel.shot, tilt: panel.tilt, action: z.string().max(LINE_MAX), characters: panel.characters, crowd: panel.crowd, props: panel.props, effects: z.array(panel.effects.element).max(6),
    isLocked: panel.isLocked, opensScene: panel.opensScene, adoptedTakeId: panel.adoptedTakeId, crop: panel.crop,
  },
  line: { kind: line.kind, speakerId: line.speakerId, speaker: line.speaker, ruby: z.array(Ruby).max(60).default([]), isOffPanel: line.isOffPanel, isUnsure: line.isUnsure, letter: line.letter, stress: line.stress, isLocked: line.isLocked, isClosedByTag: line.isClosedByTag },
  character: { name: Character.shape.name, aliases: z.array(z.string().max(200)).max(60), look: Character.shape.look, outfits: Character.shape.outfits.max(60), voice: Character.shape.voice },
  place: { name: Place.shape.name, kind: Place.shape.kind, era: Place.shape.era },
  fact: { subject: Fact.shape.subject, text: Fact.shape.text, fromSceneId: Fact.shape.fromSceneId },
  page: { template: PageByHand.shape.template, cut: PageByHand.shape.cut, bleeds: PageByHand.shape.bleeds },
};

/** The value as the book keeps it; undefined takes an optional field away. Throws EditError. */
export function parseField(kind: ItemKind | 'book', field: string, value: unknown): unknown {
  const schema = Object.hasOwn(FIELDS[kind], field) ? FIELDS[kind][field] : undefined;
  if (!schema) throw new EditError('edit.invalid', `${kind}.${field}`);
  return shaped(schema, value === null ? undefined : value, `${kind}.${field}`);
}

export function parseItem(kind: ItemKind, value: unknown): Item {
  return shaped<z.ZodType<Item>>(SCHEMAS[kind], value, kind);
}

/** It ends at the first part with a fault: what came in may have a million of them. */
function shaped<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  try {
    return shapeAtOnce(schema, value);
  } catch (cause) {
    throw new EditError('edit.invalid', what, cause);
  }
}

export type Item = z.infer<(typeof SCHEMAS)[ItemKind]>;
