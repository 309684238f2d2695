/**
 * Choices `{red|2::blue|}`, lists `__weather__` and variables `{{hair}}` or `{{hair=silver}}` in a prompt. The seed chooses, so the form can show what the server will send.
 * What is written for a variable stands in its place as it is: signs in it mean nothing. Braces around a bar are choices, never a variable.
 * Braces without a bar stay as they are; `\{`, `\}`, `\|` and `\_` are the signs themselves. Pure; takes any string.
 */

/** Lines by the name of their list, which is in small letters. */
export type WordLists = ReadonlyMap<string, readonly string[]>;

/** What is written for variables, by their names in small letters. */
export type VariableValues = Readonly<Record<string, string>>;
/** One that a prompt asks for: its name, as it is written first, and what it is unless told; undefined where it has to be told. */
export type PromptVariable = { name: string; label: string; fallback: string | undefined };

/** Of one prompt; what comes after them stands as it is written. */
export const VARIABLES_MAX = 40;
/** In small letters, which may be more than those that are written. */
export const VARIABLE_NAME_MAX = 120;
export const VARIABLE_VALUE_MAX = 2000;
/** Characters (UTF-16 units) that words grow to; the rest is cut off. */
export const EXPANDED_MAX = 40_000;
/** More ways than this are not told apart. */
export const COMBINATIONS_MAX = 1_000_000;
const CHOICES_DEEP_MAX = 12;
const LISTS_DEEP_MAX = 6;
/** Lists that are looked into for one prompt, so that lists that name lists end. */
const LOOKS_MAX = 4000;

const NAME = /__([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|_(?!_)){0,39})__/uy;
/** `{{ hair colour = silver }}`: a name of letters and digits, and what it is unless told, without braces and bars. */
const VARIABLE = /\{\{[ \t]{0,8}([\p{L}\p{N}](?:[\p{L}\p{M}\p{N} -]|_(?!_)){0,39})(?:=([^{}|\\\n]{0,300}))?\}\}/uy;
const WEIGHT = /^[^\S\n]*(\d{1,4}(?:\.\d{1,3})?)::/;
const SIGNS = '{}|_';

type Part = string | { list: string; text: string } | { variable: string; text: string } | { options: readonly Option[] };
type Option = { weight: number; parts: readonly Part[] };

/** Whether something in it is chosen, or a sign is set apart; what has neither is sent as it stands. */
export function hasChoices(prompt: string): boolean {
  return readPrompt(prompt).isCrafted;
}

/** What a prompt asks for, in the order it does; a fallback is the first that is given for a name. */
export function variablesOf(prompt: string): PromptVariable[] {
  return [...readPrompt(prompt).variables.values()];
}

/** Of all that was ever written for variables, what is meant for this prompt; what is blank was not written. */
export function valuesFor(prompt: string, values: VariableValues): Record<string, string> {
  return Object.fromEntries(variablesOf(prompt).flatMap(({ name }) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
    return value === '' ? [] : [[name, value.slice(0, VARIABLE_VALUE_MAX)]];
  }));
}

/** The words of one picture: equal prompt, lists, seed and values give equal words. A list that is not there stays as it is written, and so does a variable that nothing was written for. */
export function expandPrompt(prompt: string, lists: WordLists, seed: number, values: VariableValues = {}): string {
  const { parts, isCrafted, isChosen, variables } = readPrompt(prompt);
  if (!isCrafted) return prompt;
  const filled = filledBy(variables, values);
  const draw = drawsOf(seed);
  const words: string[] = [];
  let [length, looks] = [0, 0];
  const add = (text: string): void => {
    if (length >= EXPANDED_MAX) return;
    words.push(text.slice(0, EXPANDED_MAX - length));
    length += text.length;
  };
  const say = (some: readonly Part[], depth: number): void => {
    for (const part of some) {
      if (length >= EXPANDED_MAX) return;
      if (typeof part === 'string') add(part);
      else if ('variable' in part) add(depth === 0 ? (filled.get(part.variable) ?? part.text) : part.text);
      else if ('options' in part) say(pickOf(part.options, draw()).parts, depth);
      else {
        const lines = linesOf(lists, part.list, depth);
        looks += 1;
        if (!lines || looks > LOOKS_MAX) add(part.text);
        else say(readPrompt(lines[Math.floor(draw() * lines.length)] ?? '').parts, depth + 1);
      }
    }
  };
  say(parts, 0);
  return isChosen ? tidy(words.join('')) : words.join('');
}

export type PromptMeasure = {
  /** Ways to go through it, `COMBINATIONS_MAX` at most; 1 where nothing is chosen. */
  combinations: number;
  /** What asks the most of a model: nothing at all where nothing may come of it, else the longest that may. */
  hardest: string;
  /** Lists that it names and that are not there. */
  missing: readonly string[];
  /** Variables that nothing was written for, and that are nothing of themselves: they would be sent as they stand. */
  unfilled: readonly PromptVariable[];
};

export function measurePrompt(prompt: string, lists: WordLists, values: VariableValues = {}): PromptMeasure {
  const { parts, isCrafted, variables } = readPrompt(prompt);
  if (!isCrafted) return { combinations: 1, hardest: prompt, missing: [], unfilled: [] };
  const filled = filledBy(variables, values);
  const missing = new Set<string>();
  const known = new Map<string, Size>();
  const sizeOfList = (part: { list: string; text: string }, depth: number): Size => {
    const lines = linesOf(lists, part.list, depth);
    if (!lines) {
      if (!lists.get(part.list)?.length) missing.add(part.list);
      return { ways: 1, longest: part.text, mayBeBlank: false };
    }
    const key = `${depth} ${part.list}`;
    const size = known.get(key) ?? oneOf(lines.map((line) => sizeOf(readPrompt(line).parts, depth + 1)));
    known.set(key, size);
    return size;
  };
  const sizeOf = (some: readonly Part[], depth: number): Size => {
    let [ways, longest, mayBeBlank] = [1, '', true];
    for (const part of some) {
      const text = typeof part === 'string' ? part : 'variable' in part ? ((depth === 0 ? filled.get(part.variable) : undefined) ?? part.text) : undefined;
      const size = typeof part === 'string' || 'variable' in part ? { ways: 1, longest: text ?? '', mayBeBlank: text?.trim() === '' } : 'options' in part ? oneOf(part.options.map((option) => sizeOf(option.parts, depth))) : sizeOfList(part, depth);
      ways = Math.min(ways * size.ways, COMBINATIONS_MAX);
      longest = longest.length >= EXPANDED_MAX ? longest : (longest + size.longest).slice(0, EXPANDED_MAX);
      mayBeBlank &&= size.mayBeBlank;
    }
    return { ways, longest, mayBeBlank };
  };
  const { ways, longest, mayBeBlank } = sizeOf(parts, 0);
  return { combinations: ways, hardest: mayBeBlank ? '' : longest, missing: [...missing], unfilled: [...variables.values()].filter(({ name }) => !filled.has(name)) };
}

/** A prompt that says just these words, whatever signs are in them. */
export function escapePrompt(words: string): string {
  return hasChoices(words) ? words.replace(/[{}|_]/g, '\\$&') : words;
}

type Size = { ways: number; longest: string; mayBeBlank: boolean };

function oneOf(sizes: readonly Size[]): Size {
  return sizes.reduce((all, size) => ({
    ways: Math.min(all.ways + size.ways, COMBINATIONS_MAX), longest: size.longest.length > all.longest.length ? size.longest : all.longest, mayBeBlank: all.mayBeBlank || size.mayBeBlank,
  }), { ways: 0, longest: '', mayBeBlank: false });
}

function filledBy(variables: ReadonlyMap<string, PromptVariable>, values: VariableValues): Map<string, string> {
  return new Map([...variables.values()].flatMap(({ name, fallback }) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const text = value === undefined || value.trim() === '' ? fallback : value;
    return text === undefined ? [] : [[name, text] as const];
  }));
}

function linesOf(lists: WordLists, name: string, depth: number): readonly string[] | undefined {
  const lines = depth < LISTS_DEEP_MAX ? lists.get(name) : undefined;
  return lines && lines.length > 0 ? lines : undefined;
}

function pickOf(options: readonly Option[], share: number): Option {
  let left = share * options.reduce((sum, { weight }) => sum + weight, 0);
  for (const option of options) {
    left -= option.weight;
    if (left < 0) return option;
  }
  return options.at(-1) ?? { weight: 1, parts: [] };
}

/** Chosen words leave gaps where nothing was chosen. */
function tidy(text: string): string {
  return text.replace(/[ \t]+/g, ' ').replace(/,(?: ?,)+/g, ',').trim();
}

type Frame = { done: Part[][]; current: Part[] };
type ReadPrompt = { parts: readonly Part[]; isCrafted: boolean; isChosen: boolean; variables: ReadonlyMap<string, PromptVariable> };

function readPrompt(prompt: string): ReadPrompt {
  const open: Frame[] = [{ done: [], current: [] }];
  const variables = new Map<string, PromptVariable>();
  let [isEscaped, isChosen, tooDeep] = [false, false, 0];
  let variable: ReturnType<typeof variableAt>;
  const top = (): Frame => open.at(-1) as Frame;
  for (let at = 0; at < prompt.length; at += 1) {
    const sign = prompt[at] as string;
    const next = prompt[at + 1] ?? '';
    if (sign === '\\' && next !== '' && SIGNS.includes(next)) {
      isEscaped = true;
      write(top().current, next);
      at += 1;
    } else if (sign === '_' && next === '_') {
      NAME.lastIndex = at;
      const [text = '', name = ''] = NAME.exec(prompt) ?? [];
      if (text === '') write(top().current, sign);
      else {
        top().current.push({ list: name.normalize('NFC').toLowerCase(), text });
        isChosen = true;
        at += text.length - 1;
      }
    } else if (sign === '{' && next === '{' && (variable = variableAt(prompt, at)) && (variables.has(variable.name) || variables.size < VARIABLES_MAX)) {
      const { text, name, label, fallback } = variable;
      const known = variables.get(name);
      variables.set(name, { name, label: known?.label ?? label, fallback: known?.fallback ?? fallback });
      top().current.push({ variable: name, text });
      isChosen = true;
      at += text.length - 1;
    } else if (sign === '{' && open.length > CHOICES_DEEP_MAX) {
      tooDeep += 1;
      write(top().current, sign);
    } else if (sign === '{') open.push({ done: [], current: [] });
    else if (tooDeep > 0 && (sign === '}' || sign === '|')) {
      if (sign === '}') tooDeep -= 1;
      write(top().current, sign);
    } else if (sign === '|' && open.length > 1) {
      top().done.push(top().current);
      top().current = [];
    } else if (sign === '}' && open.length > 1) {
      const { done, current } = open.pop() as Frame;
      if (done.length > 0) {
        top().current.push({ options: weighed([...done, current]) });
        isChosen = true;
      } else join(top().current, ['{', ...current, '}']);
    } else write(top().current, sign);
  }
  // What was never closed is no choice.
  while (open.length > 1) {
    const { done, current } = open.pop() as Frame;
    join(top().current, ['{', ...[...done, current].flatMap((parts, index) => (index === 0 ? parts : ['|', ...parts]))]);
  }
  return { parts: top().current, isCrafted: isEscaped || isChosen, isChosen, variables };
}

function variableAt(prompt: string, at: number): (PromptVariable & { text: string }) | undefined {
  VARIABLE.lastIndex = at;
  const found = VARIABLE.exec(prompt);
  if (!found) return undefined;
  const label = (found[1] ?? '').normalize('NFC').trim();
  return { text: found[0], label, name: label.toLowerCase().replace(/ +/g, ' '), fallback: found[2]?.trim() };
}

function write(parts: Part[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}

function join(parts: Part[], more: readonly Part[]): void {
  for (const part of more) {
    if (typeof part === 'string') write(parts, part);
    else parts.push(part);
  }
}

/** `3::red` comes three times as often as `blue`, and `0::red` never, unless all are such. */
function weighed(options: readonly Part[][]): readonly Option[] {
  const all = options.map((parts): Option => {
    const [first, ...rest] = parts;
    const [sign = '', weight = '1'] = (typeof first === 'string' ? WEIGHT.exec(first) : null) ?? [];
    return { weight: Number(weight), parts: sign === '' || typeof first !== 'string' ? parts : [first.slice(sign.length), ...rest] };
  });
  const some = all.filter(({ weight }) => weight > 0);
  return some.length > 0 ? some : all.map(({ parts }) => ({ weight: 1, parts }));
}

/** Uniform in [0, 1), by mulberry32 (public domain) over both halves of the seed, mixed so that neighbours have nothing in common. */
function drawsOf(seed: number): () => number {
  let state = mixed(mixed(seed >>> 0) ^ (Math.floor(seed / 2 ** 32) >>> 0));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 2 ** 32;
  };
}

function mixed(value: number): number {
  const t = Math.imul(value ^ (value >>> 15), 1 | value);
  const u = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (u ^ (u >>> 14)) >>> 0;
}
