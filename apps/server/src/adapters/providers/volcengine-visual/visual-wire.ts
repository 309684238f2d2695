import { z } from 'zod';
import { ProviderError, type Endpoint, type ProviderFault, type ProviderTools } from '../../../ports/provider.ts';
import { cleanSaid } from '../wire/said.ts';
import { openWire, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';
import { signedHeaders } from './visual-signature.ts';
import type { VisualSettings } from './visual-settings.ts';

export const SUCCESS = 10_000;

/** The service's own answer; `data` differs by what was asked. */
export const Outer = z.object({ code: z.number(), message: z.string().nullish(), request_id: z.string().nullish() });
export type Outer = z.infer<typeof Outer>;

export function visualWire({ url, secrets, settings: { region, service } }: Endpoint<VisualSettings>, tools: ProviderTools): Wire {
  // Pasted out of a web page, often with a line's end.
  const [accessKey, secretKey, sessionToken] = ['accessKey', 'secretKey', 'sessionToken'].map((name) => (secrets[name] ?? '').trim());
  const keys = { accessKey: accessKey ?? '', secretKey: secretKey ?? '', ...(sessionToken ? { sessionToken } : {}) };
  return openWire({
    url, tools, bills: true, readRefusal, secretsToMask: Object.values(keys).filter((key) => key !== ''),
    headers: (leaving) => signedHeaders(leaving, { keys, region, service, now: tools.now() }),
  });
}

/** `path` of an action. */
export function actionPath(action: string, { version }: VisualSettings): string {
  return `/?${new URLSearchParams({ Action: action, Version: version }).toString()}`;
}

/** A code that is no success, told under 200. */
export function readingOfCode({ code, message, request_id: requestId }: Outer): RefusalReading & { fault: ProviderFault } {
  const [fault, side] = BY_CODE[code] ?? [code >= 50_500 && code < 50_600 ? 'down' : 'invalid'];
  return { fault, code: String(code), ...(message ? { said: message } : {}), ...(side ? { side } : {}), ...(requestId ? { requestId } : {}) };
}

/** The error without what it repeats of the prompt: a look after a task does not hold the words that it was asked with. */
export function withoutPrompt(error: unknown, prompt: string): unknown {
  if (!(error instanceof ProviderError) || error.facts.said === undefined) return error;
  return new ProviderError(error.fault, { ...error.facts, said: cleanSaid(error.facts.said, { secrets: [], texts: [prompt] }) });
}

/** Before the code of a task that has ended: what failed then is not the look after it. */
export const ENDED = 'task.';

const BY_CODE: Readonly<Record<number, [ProviderFault, ('input' | 'output')?]>> = {
  50400: ['denied'], 50411: ['refused', 'input'], 50412: ['refused', 'input'], 50413: ['refused', 'input'], 50511: ['refused', 'output'], 50512: ['refused', 'output'], 50429: ['busy'], 50430: ['busy'],
};

const Refused = Outer.extend({ data: z.object({ status: z.string().nullish() }).nullish().catch(undefined) });
/** Of the gate before the service: signatures, actions. What stands in it is not told in the reference of the API. */
const Gate = z.object({ ResponseMetadata: z.object({ RequestId: z.string().nullish(), Error: z.object({ Code: z.string().nullish(), Message: z.string().nullish() }) }) });

function readRefusal({ json }: Refusal): RefusalReading | undefined {
  const gate = Gate.safeParse(json);
  if (gate.success) return readGate(gate.data);
  const body = Refused.safeParse(json);
  if (!body.success) return undefined;
  const { fault, code, ...facts } = readingOfCode(body.data);
  if (body.data.data?.status === 'done') return { ...facts, fault, code: ENDED + code };
  return { ...facts, code, ...(BY_CODE[body.data.code] ? { fault } : {}) };
}

function readGate({ ResponseMetadata: { RequestId: requestId, Error: { Code: code, Message: said } } }: z.infer<typeof Gate>): RefusalReading {
  const isKey = /Signature|AccessKey|Credential|Authenticat|Authoriz|SecurityToken|Timestamp|AccessDenied|Forbidden/i.test(code ?? '');
  return { ...(isKey ? { fault: 'denied' } : {}), ...(code ? { code } : {}), ...(said ? { said } : {}), ...(requestId ? { requestId } : {}) };
}
