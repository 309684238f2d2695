/**
 * The semantic book: one story as data. Pages, pictures and files are computed from it.
 * The Zod schemas are the format of `.koma` and of everything stored; the types come from them.
 */
import { z } from 'zod';
import { BubbleByHand, Crop, Directions, Edition, Id as id, PageByHand, Stress } from './hand-made.ts';
import * as K from './kinds.ts';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const unit = z.number().min(0).max(1);

export const Look = z.object({
  being: z.enum(K.BEINGS).default('human'),
  gender: z.enum(K.GENDERS),
  age: z.enum(K.AGES),
  build: z.enum(K.BUILDS),
  /** Height relative to an average adult of 1; a child about 0.62. */
  height: z.number().min(0.3).max(1.3),
  hair: z.enum(K.HAIR_STYLES),
  hairInk: z.enum(K.INKS),
  /** Variation of the face that tells look-alikes apart: 0..1 each. */
  face: z.object({ shape: unit, eyes: unit, brows: unit, nose: unit, mouth: unit }),
  facialHair: z.enum(K.FACIAL_HAIR).default('none'),
  glasses: z.enum(K.GLASSES).default('none'),
  headwear: z.enum(K.HEADWEARS).default('none'),
  freckles: z.boolean().default(false),
  scar: z.boolean().default(false),
  /** Iconify-like noun of a speaking animal: `fox`, `cat`, `dragon`. */
  animal: z.string().max(40).optional(),
  /** Colours for the colour palettes, as `#rrggbb`; black-and-white uses the inks. */
  colours: z.object({ skin: colour, hair: colour, top: colour, bottom: colour, accent: colour }),
});
export type Look = z.infer<typeof Look>;

export const OutfitSpec = z.object({
  kind: z.enum(K.OUTFITS),
  topInk: z.enum(K.INKS),
  bottomInk: z.enum(K.INKS),
  pattern: z.enum(['plain', 'stripes', 'dots', 'checks', 'emblem']).default('plain'),
});
export type OutfitSpec = z.infer<typeof OutfitSpec>;

export const Character = z.object({
  id,
  name: z.string().min(1).max(200),
  aliases: z.array(z.string().max(200)),
  look: Look,
  /** The first outfit is the usual one; others start at a scene (story time). */
  outfits: z.array(z.object({ id, fromSceneId: id.optional(), outfit: OutfitSpec })).min(1),
  voice: z.enum(['normal', 'rough', 'soft', 'machine']).default('normal'),
  /** How many lines the person speaks; leads come first in the cast. */
  lines: z.number().int().min(0).default(0),
});
export type Character = z.infer<typeof Character>;

export const Place = z.object({ id, name: z.string().max(200), kind: z.enum(K.PLACES), era: z.enum(['modern', 'past', 'fantasy', 'future']).default('modern') });
export type Place = z.infer<typeof Place>;

export const Fact = z.object({ id, subject: z.string().max(200), text: z.string().max(2000), fromSceneId: id.optional() });
export type Fact = z.infer<typeof Fact>;

/** A run of ruby (furigana, pinyin) over a part of a line's text: UTF-16 offsets. */
export const Ruby = z.object({ start: z.number().int().min(0), end: z.number().int().min(1), text: z.string().max(100), /** The book's own when absent. */ language: z.enum(K.LANGUAGES).optional() });

export const Line = z.object({
  id,
  kind: z.enum(K.LINE_KINDS),
  /** Character id; absent for narrator and sound effects, or an unknown voice. */
  speakerId: id.optional(),
  /** The speaker's name as a reader says it, also when nobody of the cast fits. */
  speaker: z.string().max(200),
  /** Text per language; the book's own language is always there. */
  text: z.partialRecord(z.enum(K.LANGUAGES), z.string()),
  ruby: z.array(Ruby).default([]),
  /** Place among all lines of the book, from 0. */
  order: z.number().int().min(0),
  /** The voice comes from outside the picture (phone, other room, unseen). */
  isOffPanel: z.boolean().default(false),
  /** True for words that stood in quotes in the story: each is kept once, in order. */
  isQuoted: z.boolean().default(false),
  /** The writer was not sure of the speaker: somebody else is nearly as likely. */
  isUnsure: z.boolean().optional(),
  /** The text goes on from the line before it: a very long line is spread over panels without losing a character. */
  continues: z.boolean().default(false),
  /** Its last comma stands where a tag closed the sentence ("Come here," said Tom.): a bubble shows a full stop. */
  isClosedByTag: z.boolean().optional(),
  /** Set by hand, per language. */
  letter: z.partialRecord(z.enum(K.LANGUAGES), BubbleByHand).optional(),
  stress: z.partialRecord(z.enum(K.LANGUAGES), z.array(Stress).max(40)).optional(),
  /** Nobody may change it but by hand. */
  isLocked: z.boolean().optional(),
});
export type Line = z.infer<typeof Line>;

/** A touch between people (`with`), or of a person and a thing that is worked on (`thing`: `door`, `rope`, `ladder`). */
export const Contact = z.object({ how: z.enum(K.CONTACTS), with: id.optional(), thing: z.string().max(60).optional() });
export type Contact = z.infer<typeof Contact>;

export const PanelCharacter = z.object({
  id,
  outfitId: id.optional(),
  expression: z.enum(K.EXPRESSIONS),
  pose: z.enum(K.POSES),
  facing: z.enum(K.FACINGS),
  /** From left 0 to right 1 of the picture. */
  x: unit,
  /** 0 at the front plane, 1 far back. */
  depth: unit,
  holds: z.string().max(60).optional(),
  contact: Contact.optional(),
  /** What the arms do where the pose leaves them free: who sits may point. */
  gesture: z.enum(K.POSES).optional(),
});
export type PanelCharacter = z.infer<typeof PanelCharacter>;

/** A thing in the picture, found from a noun: `umbrella`, `letter`, `cat`. `by` = who it belongs to. */
export const Prop = z.object({ noun: z.string().max(60), by: id.optional() });
export type Prop = z.infer<typeof Prop>;

export const Take = z.object({
  id, provider: z.string(), model: z.string(), prompt: z.string(), seed: z.number(), references: z.array(z.string()).default([]),
  parentId: id.optional(), inputsHash: z.string(), cost: z.number().default(0), state: z.enum(['done', 'failed', 'refused']),
  /** Content address of the picture, or absent for drawings that are computed when shown. */
  picture: z.string().regex(/^[0-9a-f]{64}$/).optional(),
  directions: Directions.optional(),
  /** In a bundle, of what a model drew: the model as it was called, and all that it was told. */
  drawnBy: z.object({ name: z.string().max(200), told: z.string().max(8000) }).optional(),
  /** Put aside: kept, and never shown by itself. */
  isRejected: z.boolean().optional(),
  /** In a bundle: what the page shows where nothing is chosen and it is not the latest. */
  isShown: z.boolean().optional(),
});
export type Take = z.infer<typeof Take>;

export const Panel = z.object({
  id,
  /** 1 (a beat) to 6 (a splash). */
  importance: z.number().int().min(1).max(6),
  shot: z.enum(K.SHOTS),
  /** Camera roll in degrees, small; a tense picture leans. */
  tilt: z.number().min(-20).max(20).default(0),
  action: z.string().max(4000),
  characters: z.array(PanelCharacter).max(12),
  /** Number of nameless people behind (market, class, battle). */
  crowd: z.number().int().min(0).max(40).default(0),
  props: z.array(Prop).max(8),
  effects: z.array(z.enum(K.EFFECTS)),
  lines: z.array(Line),
  isLocked: z.boolean().default(false),
  /** The first panel of a new place, time or chapter. */
  opensScene: z.boolean().default(false),
  takes: z.array(Take).max(24).default([]),
  /** The latest done one when absent. */
  adoptedTakeId: id.optional(),
  crop: Crop.optional(),
});
export type Panel = z.infer<typeof Panel>;

export const Scene = z.object({
  id, placeId: id, time: z.enum(K.DAY_TIMES), weather: z.enum(K.WEATHERS), season: z.enum(K.SEASONS).default('summer'),
  mood: z.enum(K.MOODS), panels: z.array(Panel),
});
export type Scene = z.infer<typeof Scene>;

export const Chapter = z.object({ id, title: z.string().max(400), scenes: z.array(Scene) });
export type Chapter = z.infer<typeof Chapter>;

/** Books made before the axes were drawn say `anime/manga` and `clean` for what is `none` today. */
const withoutOldDefaults = (style: unknown): unknown =>
  typeof style === 'object' && style !== null && 'art' in style && style.art === 'anime/manga' ? { ...style, art: 'none', line: 'none' } : style;

export const Style = z.preprocess(withoutOldDefaults, z.object({
  preset: z.string().max(60).default('storyboard'),
  art: z.enum(K.ARTS).default('none'), mood: z.enum(K.STYLE_MOODS).default('none'), palette: z.enum(K.PALETTES).default('black-and-white'),
  character: z.enum(K.CHARACTER_STYLES).default('none'), line: z.enum(K.LINE_STYLES).default('none'), composition: z.enum(K.COMPOSITIONS).default('none'),
  notes: z.string().max(2000).default(''),
}));
export type Style = z.infer<typeof Style>;

export const Book = z.object({
  schema: z.literal(1),
  id, title: z.string().min(1).max(400), author: z.string().max(200).default(''),
  language: z.enum(K.LANGUAGES), direction: z.enum(K.DIRECTIONS), format: z.enum(K.FORMATS),
  style: Style, seed: z.number().int().min(0),
  bible: z.object({ cast: z.array(Character), places: z.array(Place), facts: z.array(Fact) }),
  chapters: z.array(Chapter).min(1),
  /** Pages cut by hand, in no order; kept when the rest is laid out again. */
  layout: z.object({ pages: z.array(PageByHand).max(1000).default([]) }).default({ pages: [] }),
  /** Page templates of the author's own; their panels are named 1, 2, 3. */
  templates: z.array(PageByHand).max(60).optional(),
  /** The languages it can be read in beside its own. */
  editions: z.partialRecord(z.enum(K.LANGUAGES), Edition).optional(),
  /** Which artist and writer made it, for labels and metadata. */
  madeBy: z.object({ writer: z.string(), artist: z.string() }),
});
export type Book = z.infer<typeof Book>;

export function listPanels(book: Book): Panel[] {
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
}

export function listLines(book: Book): Line[] {
  return listPanels(book).flatMap((panel) => panel.lines);
}
