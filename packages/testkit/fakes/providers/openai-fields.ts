/** Checks of single fields, refused in the original's way of speaking. All throw OpenaiRefusal. */
import { invalid, missing } from './openai-errors.ts';

export type Body = Record<string, unknown>;

export function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body of a JSON request. */
export function bodyOf(bytes: Buffer): Body {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw invalid('We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.', null, null);
  }
  if (!isObject(body)) throw wrongType('body', 'an object', body);
  return body;
}

export function onlyKnown(body: Body, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
}

export function textField(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongType(name, 'a string', value);
  return value;
}

export function neededText(body: Body, name: string, maxLength = Infinity): string {
  const value = textField(body, name);
  if (value === undefined || value === '') throw missing(name);
  if (value.length > maxLength) throw invalid(`Invalid '${name}': string too long. Expected a string with maximum length ${maxLength}, but got a string with length ${value.length} instead.`, name, 'string_above_max_length');
  return value;
}

export function wholeField(body: Body, name: string, [min, max]: readonly [number, number]): number | undefined {
  const value = numberField(body, name, [min, max]);
  if (value !== undefined && !Number.isInteger(value)) throw wrongType(name, 'an integer', value, 'a decimal number');
  return value;
}

export function numberField(body: Body, name: string, [min, max]: readonly [number, number]): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw wrongType(name, 'a number', value);
  if (value > max) throw invalid(`Invalid '${name}': integer above maximum value. Expected a value <= ${max}, but got ${value} instead.`, name, 'integer_above_max_value');
  if (value < min) throw invalid(`Invalid '${name}': integer below minimum value. Expected a value >= ${min}, but got ${value} instead.`, name, 'integer_below_min_value');
  return value;
}

export function flagField(body: Body, name: string): boolean {
  const value = body[name];
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw wrongType(name, 'a boolean', value);
  return value;
}

export function choiceField(body: Body, name: string, choices: readonly string[]): string | undefined {
  const value = textField(body, name);
  if (value === undefined || choices.includes(value)) return value;
  throw invalid(`Invalid value: '${value}'. Supported values are: ${choices.map((choice) => `'${choice}'`).join(', ')}.`, name);
}

export function wrongType(name: string, wanted: string, value: unknown, got = nameOfType(value)) {
  return invalid(`Invalid type for '${name}': expected ${wanted}, but got ${got} instead.`, name, 'invalid_type');
}

function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
