/** The makes of provider that others wrote. Each is loaded by itself: one that cannot be used is named with its reason, and nothing else suffers. */
import { pathToFileURL } from 'node:url';
import type { BrokenPlugIn, InstalledKinds, ProviderKind } from '../../../ports/provider.ts';
import { findPlugIn } from './find-plug-in.ts';
import { PlugInNonsense, readPlugIn } from './read-plug-in.ts';
import { secondsOf, tryPlugIn, wordsOf } from './try-plug-in.ts';

const LOAD_MS = 20_000;

export type PlugInPlace = {
  /** Package names, or folders; in this order, and of two that make the same kind the first stays. */
  names: readonly string[];
  /** From which they are seen: the data folder. */
  folder: string;
  /** What came with the program. */
  shipped: readonly ProviderKind[];
  /** Of each, for its trial and for the load that counts. */
  timeoutMs?: number;
};

/** Never throws. */
export async function loadPlugIns({ names, folder, shipped, timeoutMs = LOAD_MS }: PlugInPlace): Promise<InstalledKinds> {
  const kinds = [...shipped];
  const broken: BrokenPlugIn[] = [];
  const found = await Promise.all([...new Set(names)].map(async (name) => ({ name, ...(await loadOne(name, folder, timeoutMs)) })));
  for (const { name, made, code, detail } of found) {
    const taken = made?.find(({ kind }, at) => kinds.some((one) => one.kind === kind) || made.findIndex((one) => one.kind === kind) !== at);
    if (taken) broken.push({ name, code: 'studio.plug-in-taken', detail: taken.kind });
    else if (made) kinds.push(...made);
    else if (code) broken.push({ name, code, detail });
  }
  return { kinds, broken };
}

type Loaded = { made: ProviderKind[]; code?: undefined; detail?: undefined } | { made?: undefined; code: BrokenPlugIn['code']; detail: string };

async function loadOne(name: string, folder: string, timeoutMs: number): Promise<Loaded> {
  try {
    const entry = findPlugIn(name, folder);
    if (entry === undefined) return { code: 'studio.plug-in-missing', detail: name };
    const { href } = pathToFileURL(entry);
    const trial = await tryPlugIn(href, timeoutMs);
    if (!trial.isGood) return { code: `studio.plug-in-${trial.why}`, detail: trial.said };
    const exported = await inTime(import(/* @vite-ignore */ href), timeoutMs);
    if (exported === LATE) return { code: 'studio.plug-in-late', detail: secondsOf(timeoutMs) };
    return read(exported);
  } catch (error) {
    return { code: 'studio.plug-in-threw', detail: wordsOf(error) };
  }
}

function read(exported: unknown): Loaded {
  try {
    return { made: readPlugIn(exported) };
  } catch (error) {
    return { code: 'studio.plug-in-nonsense', detail: error instanceof PlugInNonsense ? error.message : wordsOf(error) };
  }
}

const LATE = Symbol('late');

async function inTime(loading: Promise<unknown>, timeoutMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => { timer = setTimeout(() => resolve(LATE), timeoutMs); });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}
