/** What an adapter of a provider brings along to be held against the suites. */
import type { OpenProvider, ProviderFault, ProviderKind } from '../../../apps/server/src/ports/provider.ts';
import type { Asked, FakeProvider } from '../fakes/providers/fake-provider.ts';
import type { Fault, OwnFault } from '../fakes/providers/fault.ts';

/** What may come of a request: an answer, or one of these faults. */
export type Outcome = readonly ('answer' | ProviderFault)[];

/** `cut`, or with a status `status 429`. */
export type FaultName = Exclude<Fault['kind'], 'status'> | `status ${number}`;

/** How a request came to the fake: known as soon as its head is. */
export type WorkHead = Pick<Asked, 'method' | 'path' | 'query'>;

export type ProviderHarness<Settings, Fake extends FakeProvider> = {
  kind: ProviderKind<Settings>;
  /** `stepMs`: how long a step of its work takes, 0 unless told. */
  startFake(options: { stepMs?: number }): Promise<Fake>;
  /** What the operator would have typed; the address is the fake's unless told, secrets must be the fake's own. */
  endpoint?(fake: Fake): { url?: string; secrets?: Record<string, string>; settings?: unknown };
  /** Whether a request is one for work: that is what may be billed, is told to `onSending`, and meets the faults. */
  isWork(head: WorkHead): boolean;
  /** Own faults that the fake can act out for what the suite asks. */
  own: readonly OwnFault['kind'][];
  /** Where the original's fault comes to something else than `usualOutcome` says. */
  differs?: Partial<Record<FaultName, Outcome>>;
  /** Refusals with the provider's own codes. */
  codes?: readonly { status: number; code: string; outcome: Outcome }[];
  /** Where the original does not tell which side it refused. */
  hidesSide?: boolean;
  /** `stepMs` that lets one request last about 300 ms, for what happens in its middle. */
  slowStepMs: number;
  /** Whether the fake is at work now: for a cancel in its middle. Without it, once a request for work came. */
  isAtWork?(fake: Fake): boolean;
  /** Whether the provider was told of the cancel, where there is a way to tell it. */
  wasTold?(fake: Fake): boolean;
  /** Requests for work that one task may come to, 1 unless told. */
  worksMax?: number;
};

/** What the suite asks of a provider in one go, and whether the answer is whole. */
export type Act<Answer> = {
  name: string;
  run(provider: OpenProvider, call: ActCall): Promise<Answer>;
  /** Throws when `answer` is not as good as `whole`, which came without any fault. */
  holds(answer: Answer, whole: Answer): void | Promise<void>;
};

/** `told` is every callback besides the two of the ports, so that none comes after the end. */
export type ActCall = { id: string; signal: AbortSignal; onSending(): Promise<void>; onAccepted(handle: string): Promise<void>; told(what: string): void };

export function faultName(fault: Fault): FaultName {
  return fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
}

/** What a fault comes to at a kind that bills, or does not. */
export function usualOutcome(fault: Fault, bills: boolean): Outcome {
  const lost: Outcome = bills ? ['unknown'] : ['down'];
  switch (fault.kind) {
    case 'slow': case 'split': return ['answer'];
    case 'cut': case 'lost': case 'garbage': case 'html': case 'stall': return lost;
    case 'redirect': return ['invalid'];
    case 'input-refused': case 'output-refused': return ['refused'];
    case 'slot': return ['answer'];
    case 'empty': case 'wrong-type': case 'bomb': return ['empty'];
    case 'expired-address': return bills ? ['unknown', 'empty'] : ['down', 'empty'];
    case 'stream-error': case 'task-failed': return bills ? ['unknown', 'down', 'empty'] : ['down', 'empty'];
    case 'status': return statusOutcome(fault.status, lost);
  }
}

function statusOutcome(status: number, lost: Outcome): Outcome {
  if (status === 429) return ['busy'];
  if (status === 401 || status === 403) return ['denied'];
  // A route that is not there, or a model.
  if (status === 404) return ['no-model', 'invalid'];
  if (status === 502 || status === 504) return lost;
  return status >= 500 ? ['down'] : ['invalid'];
}
