import { z } from 'zod';
import { wordsOf } from './try-plug-in.ts';

const TheirIssues = z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).catch([]), message: z.string().catch('') })).max(100).catch([]);
type Theirs = { safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues?: unknown } } };

/** The schema of a plug-in's settings behind one of ours: one of another copy of Zod, and one that breaks, are looked at from outside. Throws what the conversion throws. */
export function guardedSettings(settings: unknown): z.ZodType {
  if (settings === undefined) return z.strictObject({});
  const theirs = settings as Theirs;
  const described: unknown = z.toJSONSchema(settings as z.ZodType, { io: 'input', unrepresentable: 'any' });
  const { $schema: _, id: __, ...schema } = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(described)));
  if (schema['type'] !== 'object' || typeof theirs.safeParse !== 'function') throw new TypeError('settings: must be a Zod 4 object');
  return z.record(z.string(), z.unknown()).meta(schema).transform((given, context) => {
    try {
      const read = theirs.safeParse(given);
      if (read.success) return read.data;
      const issues = TheirIssues.parse(read.error?.issues);
      for (const { path, message } of issues.length === 0 ? [{ path: [], message: 'not taken' }] : issues) context.issues.push({ code: 'custom', path, message, input: given });
    } catch (error) {
      context.issues.push({ code: 'custom', message: wordsOf(error), input: given });
    }
    return z.NEVER;
  });
}
