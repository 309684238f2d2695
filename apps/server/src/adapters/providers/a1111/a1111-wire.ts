import { z } from 'zod';
import type { Endpoint, ProviderTools } from '../../../ports/provider.ts';
import { openWire, type Ask, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';
import type { A1111Settings } from './a1111-settings.ts';

/** The wire to one server, with HTTP Basic where it was started with `--api-auth`. */
export function a1111Wire({ url, secrets }: Endpoint<A1111Settings>, tools: ProviderTools): Wire {
  const login = secrets['login'];
  const basic = login ? Buffer.from(login).toString('base64') : undefined;
  return openWire({
    url, tools, bills: false, readRefusal,
    secretsToMask: login ? [login, login.slice(login.indexOf(':') + 1), basic ?? ''].filter(Boolean) : [],
    headers: (): Record<string, string> => (basic ? { authorization: `Basic ${basic}` } : {}),
  });
}

/** For what is only told: answers are `null`, `{}` or nothing, by version. Throws ProviderError. */
export async function tell(wire: Wire, path: string, body: unknown, ask: Ask): Promise<void> {
  const { discard } = await wire.stream(path, body, ask);
  await discard();
}

/** A1111 says four things, Forge `detail` alone; the words of an exception stand in `errors`. */
const Body = z.object({ error: z.string().nullish(), detail: z.unknown().optional(), errors: z.unknown().optional() });
const Problems = z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])).default([]), msg: z.string() }));

function readRefusal({ json, status }: Refusal): RefusalReading | undefined {
  const body = Body.safeParse(json);
  if (!body.success) return undefined;
  const { error, detail, errors } = body.data;
  const problems = Problems.safeParse(detail);
  const said = problems.success ? problems.data.map(({ loc, msg }) => `${loc.slice(1).join('.')}: ${msg}`).join('; ') : wordsOf(detail) || wordsOf(errors);
  // Told as a failure of the server, though the same again fails again.
  const isNoModel = status === 500 && /\b(?:model|checkpoint)\b.{0,300}\bnot found/is.test(said);
  return { ...(isNoModel ? { fault: 'no-model' } : {}), ...(said ? { said } : {}), ...(error ? { code: error } : {}) };
}

const wordsOf = (part: unknown) => (typeof part === 'string' ? part : '');
