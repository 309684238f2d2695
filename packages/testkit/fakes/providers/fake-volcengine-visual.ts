/**
 * The visual service of Volcengine (Jimeng pictures) with its signer as the vendor's SDK of August 2026 has it, and the parameters
 * of a copy of the vendor's page on Jimeng 4.0. `POST /?Action=CVSync2AsyncSubmitTask|CVSync2AsyncGetResult&Version=2022-08-31`.
 * Every signature is worked out anew and compared; the headers of the vendor's own signer must all be signed.
 *
 * Own faults. `fault`, at the submit: input-refused (50411 with references, else 50412), and for the task to come output-refused
 * (50511), task-failed (50500), empty, wrong-type, bomb, expired-address. `faultAt('poll', ...)`, which ends the task:
 * input-refused, output-refused, task-failed, empty. `faultAt('download', ...)`: expired-address, wrong-type, bomb. Wire faults
 * befall all three. Any other throws; so does a code that the service does not have.
 *
 * Unconfirmed or untold, so chosen here: what a wrong signature, action or version answers (`gatewayRefusal`); the code of a wrong
 * field, 50215 (`invalidCode`); the HTTP status of refusals but 429 (400, or 500 for 505xx of the service itself), and of a task
 * that is done and failed, 200 (`failedTaskStatus`); no check of the clock unless `maxSkewMs` says so; unknown fields are refused
 * (`onUnsupported`); what was not asked for is null (`absent`); pictures are png; `return_url` replaces base64; dead addresses
 * answer 403 (`expiredStatus`); a `req_key` other than the task's finds nothing. Sentences are not the vendor's.
 *
 * Left out: logos on pictures, rates a second (use a fault), fetching references from outside the machine.
 */
import { Album } from './ark-album.ts';
import { FaultQueues } from './ark-fault-queues.ts';
import { startFakeProvider, type Asked, type FakeProvider } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import type { Answer, Reply } from './reply.ts';
import { visualAnswer, visualCode, VisualRefusal } from './visual-errors.ts';
import { signatureFault, type SignatureFault, type VisualAccount } from './visual-signature.ts';
import { picksOneUnlessNamed, readVisualOrder, VISUAL_MODELS, type VisualModel, type VisualRules } from './visual-submit.ts';
import { VisualTasks, type VisualTask } from './visual-tasks.ts';

export type GatewayRefusal = { code: SignatureFault | 'InvalidActionOrVersion'; requestId: string; action: string; version: string };

export type FakeVolcengineVisualOptions = Partial<VisualAccount> & {
  models?: Record<string, VisualModel>;
  onUnsupported?: 'refuse' | 'ignore';
  /** How many pictures a task makes without `force_single`; usually what the prompt names, else one. */
  picks?: (prompt: string) => number;
  invalidCode?: number;
  gatewayRefusal?: (about: GatewayRefusal) => Answer;
  failedTaskStatus?: number;
  maxSkewMs?: number;
  absent?: null | [];
  /** More tasks at once are refused with 50430. */
  maxRunning?: number;
  /** How long a task waits, and then works. Without it, the first poll finds it in the queue, the second generating, the third done. */
  stepMs?: number;
  taskLifeMs?: number;
  addressLifeMs?: number;
  expiredStatus?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
};

export type FakeVolcengineVisual = FakeProvider & {
  readonly account: VisualAccount;
  /** Every task so far. */
  tasks(): VisualTask[];
  /** `fault` befalls the next submit; this, the next call of that kind. */
  faultAt(place: 'submit' | 'poll' | 'download', ...faults: Fault[]): void;
  /** From now on polls answer so for this task; `expired` is what 12 hours do by themselves. */
  endTask(taskId: string, how: 'not_found' | 'expired'): void;
  /** All addresses given out so far die, as after 24 hours. */
  expireAddresses(): void;
};

const HOUR_MS = 3_600_000;
const VERSION = '2022-08-31';

export async function startFakeVolcengineVisual(options: FakeVolcengineVisualOptions = {}): Promise<FakeVolcengineVisual> {
  const { accessKey = 'AKTESTEXAMPLE', secretKey = 'SKTESTEXAMPLE', sessionToken, region = 'cn-north-1', service = 'cv', now = Date.now, invalidCode = 50_215, maxRunning = Infinity, gatewayRefusal = usualGatewayRefusal } = options;
  const account: VisualAccount = { accessKey, secretKey, sessionToken, region, service };
  const album = new Album({ origin: () => inner.url, now, lifeMs: options.addressLifeMs ?? 24 * HOUR_MS, expiredStatus: options.expiredStatus ?? 403 });
  const tasks = new VisualTasks({ now, stepMs: options.stepMs ?? 0, lifeMs: options.taskLifeMs ?? 12 * HOUR_MS, invalidCode, absent: options.absent ?? null, album });
  const rules: VisualRules = { models: options.models ?? VISUAL_MODELS, onUnsupported: options.onUnsupported ?? 'refuse', invalidCode, picks: options.picks ?? picksOneUnlessNamed };
  let requests = 0;
  const requestId = () => `20260102030405${String(requests).padStart(6, '0')}`;
  const queues = new FaultQueues<'submit' | 'poll' | 'download'>({
    known: { submit: ['input-refused', 'output-refused', 'task-failed', 'empty', 'wrong-type', 'bomb', 'expired-address'], poll: ['input-refused', 'output-refused', 'task-failed', 'empty'], download: ['expired-address', 'wrong-type', 'bomb'] },
    codeOf: visualCode, hand: (fault) => { inner.fault(fault); },
  });

  async function submit(asked: Asked, fault: Fault | undefined): Promise<Answer> {
    const order = await readVisualOrder(bodyOf(asked), rules);
    if (fault?.kind === 'input-refused') throw new VisualRefusal(order.references > 0 ? 50_411 : 50_412);
    if (tasks.running >= maxRunning) throw new VisualRefusal(50_430);
    return { body: { code: 10_000, data: { task_id: tasks.add(order, fault) }, message: 'Success', request_id: requestId() } };
  }

  async function poll(asked: Asked, fault: Fault | undefined): Promise<Answer> {
    const told = await tasks.poll(bodyOf(asked), fault);
    return { status: told.code === 10_000 ? 200 : (options.failedTaskStatus ?? 200), body: { ...told, request_id: requestId() } };
  }

  const act = (asked: Asked, reply: Reply) => {
    const [action, version] = [asked.query.get('Action') ?? '', asked.query.get('Version') ?? ''];
    const refuse = (code: GatewayRefusal['code']) => reply.answer(gatewayRefusal({ code, requestId: requestId(), action, version }));
    const wrong = signatureFault(asked, account, { now: now(), maxSkewMs: options.maxSkewMs });
    if (wrong) return refuse(wrong);
    const call = { CVSync2AsyncSubmitTask: { place: 'submit', run: submit }, CVSync2AsyncGetResult: { place: 'poll', run: poll } } as const;
    const known = action === 'CVSync2AsyncSubmitTask' || action === 'CVSync2AsyncGetResult' ? call[action] : undefined;
    if (!known || version !== VERSION) return refuse('InvalidActionOrVersion');
    return queues.work(known.place, reply, async (fault) => {
      const answer = await known.run(asked, fault).catch((error: unknown) => {
        if (error instanceof VisualRefusal) return visualAnswer(error, requestId());
        throw error;
      });
      await reply.answer(answer);
    });
  };

  const inner: FakeProvider = await startFakeProvider({
    // Faults have their code by now: without one, the path itself is wrong.
    refusal: (status, code) => {
      if (code === undefined) return { status, headers: { 'content-type': 'text/plain' }, body: 'not found' };
      return code === 'SignatureDoesNotMatch' ? gatewayRefusal({ code, requestId: requestId(), action: '', version: VERSION }) : visualAnswer(new VisualRefusal(Number(code)), requestId());
    },
    routes: { 'POST /': act, 'GET /pictures/:name': album.route(queues) },
  });
  inner.server.prependListener('request', () => { requests += 1; });
  return {
    ...inner, account, tasks: () => tasks.list(), billed: () => tasks.billed,
    fault: (...faults) => { queues.add('submit', faults); },
    faultAt: (place, ...faults) => { queues.add(place, faults); },
    endTask: (taskId, how) => { tasks.end(taskId, how); },
    expireAddresses: () => { album.expireAll(); },
  };
}

function usualGatewayRefusal({ code, requestId, action, version }: GatewayRefusal): Answer {
  const error = { Code: code, Message: `The request was refused: ${code}.` };
  return { status: code === 'InvalidActionOrVersion' ? 404 : 401, body: { ResponseMetadata: { RequestId: requestId, Action: action, Version: version, Service: 'cv', Region: 'cn-north-1', Error: error } } };
}

/** The body as JSON, or `undefined`, which no call takes. */
function bodyOf(asked: Asked): unknown {
  try {
    return asked.json<unknown>();
  } catch {
    return undefined;
  }
}
