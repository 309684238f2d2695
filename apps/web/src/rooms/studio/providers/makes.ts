/** What is known of the makes that come with the program, beside what they tell of themselves. */
import type { ProviderKindInfo } from '@komawari/contract';
import { isAtHome } from './setup-form.ts';

type Gives = 'pictures' | 'words';
type Known = { gives: readonly Gives[]; guide?: string; group?: 'home' };

const KNOWN: Readonly<Record<string, Known>> = {
  ark: { gives: ['pictures', 'words'], guide: 'ark' },
  openai: { gives: ['pictures', 'words'], guide: 'openai' },
  gemini: { gives: ['pictures', 'words'], guide: 'gemini' },
  'openai-compatible': { gives: ['words', 'pictures'], guide: 'openai-compatible' },
  'volcengine-visual': { gives: ['pictures'], guide: 'volcengine-visual' },
  comfyui: { gives: ['pictures'], guide: 'comfyui' },
  ollama: { gives: ['words'], guide: 'ollama' },
  a1111: { gives: ['pictures'], guide: 'a1111' },
  sdcpp: { gives: ['pictures'], guide: 'sdcpp' },
  'openai-local': { gives: ['words', 'pictures'], guide: 'openai-compatible' },
  minimind: { gives: ['words'], guide: 'minimind' },
  'built-in': { gives: ['pictures'], group: 'home' },
};
const ORDER = Object.keys(KNOWN);

export type Make = { info: ProviderKindInfo; group: 'cloud' | 'home' | 'plug-in'; gives: readonly Gives[]; /** Of the guide, in the folder of the program. */ guidePath: string | undefined };

/** Best known first, plug-ins at the end by their titles. */
export function makesOf(kinds: readonly ProviderKindInfo[]): Make[] {
  const rank = ({ info }: Make) => (ORDER.includes(info.kind) ? ORDER.indexOf(info.kind) : ORDER.length);
  return kinds.map(makeOf).toSorted((a, b) => rank(a) - rank(b) || a.info.title.localeCompare(b.info.title));
}

export function makeOf(info: ProviderKindInfo): Make {
  const known = KNOWN[info.kind];
  const group = known === undefined ? 'plug-in' : (known.group ?? (isAtHome(info) ? 'home' : 'cloud'));
  return { info, group, gives: known?.gives ?? [], guidePath: known?.guide === undefined ? undefined : `docs/providers/${known.guide}.md` };
}

/** The artist that comes along: it has no address and no key, and is there without being added. */
export function isBuiltIn({ kind }: { kind: string }): boolean {
  return kind === 'built-in';
}

/** The name of a make in the reader's language where it has one, else as it calls itself. */
export function titleOf({ kind, title }: { kind: string; title: string }, say: (key: never) => string): string {
  const key = `title-${kind}`;
  const word = say(key as never);
  return word === key ? title : word;
}

/** A name of a setting or a key, said in words where there are some, else as it is written with spaces. */
export function wordOr(key: string, name: string, say: (key: never) => string): string {
  const word = say(key as never);
  return word === key ? spaced(name) : word;
}

function spaced(name: string): string {
  const text = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/[-_]+/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
