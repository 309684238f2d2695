import { z } from 'zod';

/** What the socket says of a job, whichever form it has. `promptId` is absent where the frame does not tell it. */
export type Heard =
  | { kind: 'works'; promptId?: string }
  | { kind: 'step'; promptId?: string; node: string; value: number; max: number }
  | { kind: 'over'; promptId?: string }
  | { kind: 'preview'; promptId?: string; bytes: Uint8Array };

const Frame = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()).nullish() });
const Step = z.object({ node: z.union([z.string(), z.number()]).nullish(), value: z.number(), max: z.number() });
const States = z.record(z.string(), z.object({ state: z.string().nullish(), value: z.number(), max: z.number() }));
const PREVIEW = 1;
const PREVIEW_WITH_METADATA = 4;

/** Nothing for what is not understood, and for what is not about a job. */
export function heardIn(message: string | Uint8Array): Heard[] {
  return typeof message === 'string' ? heardInText(message) : heardInBytes(message);
}

function heardInText(text: string): Heard[] {
  const frame = Frame.safeParse(jsonOf(text));
  if (!frame.success) return [];
  const { type, data } = frame.data;
  const promptId = idIn(data);
  switch (type) {
    case 'execution_start': case 'execution_cached': case 'executed': return [{ kind: 'works', promptId }];
    case 'executing': return [{ kind: data?.['node'] === null ? 'over' : 'works', promptId }];
    case 'progress': return stepsIn(data, promptId);
    case 'progress_state': return statesIn(data, promptId);
    case 'execution_success': case 'execution_error': case 'execution_interrupted': return [{ kind: 'over', promptId }];
    default: return [];
  }
}

function stepsIn(data: unknown, promptId: string | undefined): Heard[] {
  const step = Step.safeParse(data);
  return step.success ? [{ kind: 'step', promptId, node: String(step.data.node ?? ''), value: step.data.value, max: step.data.max }] : [];
}

function statesIn(data: Record<string, unknown> | null | undefined, promptId: string | undefined): Heard[] {
  const states = States.safeParse(data?.['nodes']);
  return Object.entries(states.data ?? {}).map(([node, { value, max }]) => ({ kind: 'step', promptId, node, value, max }));
}

/** Big-endian: 1, the format, the picture; or 4, the length of JSON, that JSON, the picture. */
function heardInBytes(bytes: Uint8Array): Heard[] {
  if (bytes.byteLength < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [event, second] = [view.getUint32(0), view.getUint32(4)];
  if (event === PREVIEW) return [{ kind: 'preview', bytes: bytes.subarray(8) }];
  if (event !== PREVIEW_WITH_METADATA || second > bytes.byteLength - 8) return [];
  const metadata = jsonOf(new TextDecoder().decode(bytes.subarray(8, 8 + second)));
  return [{ kind: 'preview', promptId: idIn(metadata), bytes: bytes.subarray(8 + second) }];
}

function idIn(data: unknown): string | undefined {
  const id = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)['prompt_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
