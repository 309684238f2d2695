/** How the original complains of single fields: the path in snake_case, the type by its full name. UNCONFIRMED: the words. */
import { GeminiRefusal } from './gemini-errors.ts';

export const V1BETA = 'type.googleapis.com/google.ai.generativelanguage.v1beta.';

export function badField(path: string, describe: (field: string) => string): GeminiRefusal {
  const field = path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const description = describe(field);
  return new GeminiRefusal(400, description, [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] }]);
}

export function invalid(path: string, type: string, value: unknown): GeminiRefusal {
  return badField(path, (field) => `Invalid value at '${field}' (${type}), ${String(JSON.stringify(value)).slice(0, 80)}`);
}

/** The fields of an object that has no others. */
export function known(value: unknown, path: string, names: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw invalid(path, 'TYPE_MESSAGE', value);
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw badField(path, (field) => `Invalid JSON payload received. Unknown name "${unknown}"${field ? ` at '${field}'` : ''}: Cannot find field.`);
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
