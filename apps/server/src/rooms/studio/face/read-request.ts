import { z } from 'zod';
import { invalid } from './openai-refusal.ts';

/** Reads the body of a request; what does not fit is said with its place. A field that is null is as good as none. Throws OpenaiRefusal. */
export function readRequest<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid(null, 'The body of the request must be a JSON object.', 'invalid_type');
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = placeOf(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const param = place === '' ? key : `${place}.${key}`;
    throw invalid(param.slice(0, 200), `Unrecognized request argument: ${param.slice(0, 200)}. What this server would not pass on it does not take.`, 'unknown_parameter');
  }
  if (issue?.code === 'invalid_type' && valueAt(given, issue.path) === undefined) throw invalid(place, `Missing required parameter: '${place}'.`, 'missing_required_parameter');
  throw invalid(place === '' ? null : place, `${place}: ${issue?.message ?? 'does not fit'}`.slice(0, 500));
}

/** `messages[0].content` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('').replace(/^\./, '').slice(0, 200);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined), value);
}
