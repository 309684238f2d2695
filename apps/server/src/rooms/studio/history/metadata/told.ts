/** What another program says of a picture, before it is measured against ours. */
import type { RecalledRecipe } from '@komawari/contract';

/** Values as they were found: whoever takes them over checks them. */
export type Told = {
  source: RecalledRecipe['source'];
  fields: Record<string, unknown>;
  modelName?: string | undefined;
  others: { name: string; value: string }[];
};

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** Undefined for what is no object. Python writes numbers that JSON has not: they are nothing. */
export function readObject(text: string): JsonObject | undefined {
  return parse(text) ?? (/NaN|Infinity/.test(text) ? parse(text.replace(/([:[,]\s{0,9})-?(?:NaN|Infinity)(?=\s{0,9}[,\]}])/g, '$1null')) : undefined);
}

/** No graph is so deep, and what is takes long to be refused. */
const DEPTH_MAX = 100;

function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x22) {
      for (at += 1; at < text.length && text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1;
    } else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  return false;
}

function parse(text: string): JsonObject | undefined {
  if (isDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Its own member alone: no name leads to what every object has. */
export function member(object: Json | undefined, name: string): Json | undefined {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

export function textOfJson(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `Name: value` for what ours has no place for. */
export function othersOf(pairs: readonly (readonly [string, Json | undefined])[]): Told['others'] {
  return pairs.flatMap(([name, value]) => {
    const text = textOfJson(value);
    return text === undefined || text === '' ? [] : [{ name, value: text }];
  });
}
