/** The settings of a make, read from its JSON Schema: the shapes that forms know, and text in JSON for all others. */
import type { SettingsBody } from '../../../api/studio-providers.ts';

export type Setting = { name: string; title: string | undefined; note: string | undefined; fallback: unknown } & (
  | { kind: 'text'; lengthMin: number; lengthMax: number; pattern: string | undefined }
  | { kind: 'number'; isWhole: boolean; min: number | undefined; max: number | undefined; above: number | undefined }
  | { kind: 'switch' }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'lines' }
  | { kind: 'json'; shape: 'list' | 'object' | 'any' }
);

/** What was typed, by the name of the setting; an empty text leaves it to the make's own value. */
export type Typed = Readonly<Record<string, string>>;
type FaultWord = 'settingWhole' | 'settingNumber' | 'settingMin' | 'settingMax' | 'settingAbove' | 'settingShort' | 'settingLong' | 'settingPattern' | 'settingJson' | 'settingList' | 'settingObject';
export type SettingFault = { word: FaultWord; fill: Record<string, string | number> };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: unknown) => (typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined);
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** In the order of the schema, what is written in JSON last. */
export function settingsOf(schemaText: string): Setting[] {
  const schema = parse(schemaText);
  const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {};
  const all = Object.entries(properties).map(([name, shape]) => settingOf(name, isObject(shape) ? shape : {}));
  return [...all.filter(({ kind }) => kind !== 'json'), ...all.filter(({ kind }) => kind === 'json')];
}

function settingOf(name: string, shape: Json): Setting {
  const common = { name, title: textOf(shape['title']), note: textOf(shape['description']), fallback: shape['default'] };
  const choices = Array.isArray(shape['enum']) ? shape['enum'].filter((one) => typeof one === 'string') : [];
  if (choices.length > 0) return { ...common, kind: 'choice', choices };
  switch (shape['type']) {
    case 'boolean': return { ...common, kind: 'switch' };
    case 'string': return { ...common, kind: 'text', lengthMin: numberOf(shape['minLength']) ?? 0, lengthMax: numberOf(shape['maxLength']) ?? 8000, pattern: textOf(shape['pattern']) };
    case 'integer': case 'number': return { ...common, kind: 'number', isWhole: shape['type'] === 'integer', min: numberOf(shape['minimum']), max: numberOf(shape['maximum']), above: numberOf(shape['exclusiveMinimum']) };
    case 'array': return isObject(shape['items']) && shape['items']['type'] === 'string' && shape['items']['enum'] === undefined ? { ...common, kind: 'lines' } : { ...common, kind: 'json', shape: 'list' };
    case 'object': return { ...common, kind: 'json', shape: 'object' };
    default: return { ...common, kind: 'json', shape: 'any' };
  }
}

/** Settings as they are kept, laid into the fields. */
export function typeSettings(settings: readonly Setting[], keptText: string): Typed {
  const kept = parse(keptText);
  if (!isObject(kept)) return {};
  return Object.fromEntries(settings.flatMap((setting) => (kept[setting.name] === undefined ? [] : [[setting.name, write(setting, kept[setting.name])]])));
}

/** The text of a value, as its field holds it. */
export function write(setting: Setting, value: unknown): string {
  if (value === undefined) return '';
  if (setting.kind === 'lines' && Array.isArray(value)) return value.join('\n');
  return setting.kind === 'json' || typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

/** What was typed as the server takes it, beside `keptText`'s settings that no field shows; and what is wrong, by setting. */
export function readSettings(settings: readonly Setting[], typed: Typed, keptText = '{}'): { body: SettingsBody; faults: Record<string, SettingFault> } {
  const kept = parse(keptText);
  const others = Object.entries(isObject(kept) ? kept : {}).filter(([name]) => !settings.some((setting) => setting.name === name));
  const body = Object.fromEntries(others) as SettingsBody;
  const faults: Record<string, SettingFault> = {};
  for (const setting of settings) {
    const text = (typed[setting.name] ?? '').trim();
    if (text === '') continue;
    const { value, fault } = read(setting, text);
    if (fault) faults[setting.name] = fault;
    else body[setting.name] = value as SettingsBody[string];
  }
  return { body, faults };
}

function read(setting: Setting, text: string): { value?: unknown; fault?: SettingFault } {
  const wrong = (word: FaultWord, fill: SettingFault['fill'] = {}) => ({ fault: { word, fill } });
  switch (setting.kind) {
    case 'switch': return { value: text === 'true' };
    case 'choice': return { value: text };
    case 'lines': return { value: text.split('\n').map((line) => line.trim()).filter((line) => line !== '') };
    case 'text':
      if (text.length < setting.lengthMin) return wrong('settingShort', { min: setting.lengthMin });
      if (text.length > setting.lengthMax) return wrong('settingLong', { max: setting.lengthMax });
      return setting.pattern !== undefined && !fits(setting.pattern, text) ? wrong('settingPattern', { pattern: setting.pattern }) : { value: text };
    case 'number': {
      const value = Number(text.replaceAll(/[\s_]/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2'));
      if (!Number.isFinite(value)) return wrong('settingNumber');
      if (setting.isWhole && !Number.isSafeInteger(value)) return wrong('settingWhole');
      if (setting.min !== undefined && value < setting.min) return wrong('settingMin', { min: setting.min });
      if (setting.above !== undefined && value <= setting.above) return wrong('settingAbove', { min: setting.above });
      return setting.max !== undefined && value > setting.max ? wrong('settingMax', { max: setting.max }) : { value };
    }
    case 'json': {
      const value = parse(text);
      if (value === undefined) return wrong('settingJson');
      if (setting.shape === 'list' && !Array.isArray(value)) return wrong('settingList');
      return setting.shape === 'object' && !isObject(value) ? wrong('settingObject') : { value };
    }
  }
}

function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // The server knows.
    return true;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
