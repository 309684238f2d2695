import { drawOnce, spoiltBytes, type Album, type PictureFault } from './ark-album.ts';
import type { Fault } from './fault.ts';
import { messageOf, VisualRefusal } from './visual-errors.ts';
import { visualFields, type VisualOrder } from './visual-submit.ts';

/** How a task ends; what is not delivered is not billed. */
type Ending = 'delivered' | 'empty' | 'input-refused' | 'output-refused' | 'task-failed';

export type VisualStatus = 'in_queue' | 'generating' | 'done' | 'not_found' | 'expired';

type Task = { id: string; order: VisualOrder; submittedAt: number; polls: number; ending: Ending; spoilt?: PictureFault | 'expired-address'; isOver: boolean; isForgotten: boolean; isExpired: boolean };

/** A task as a test sees it. */
export type VisualTask = { taskId: string; prompt: string; reqKey: string; status: VisualStatus; pictures: number };

export type TaskRules = {
  now: () => number;
  /** How long a task waits, and then works; 0 counts polls instead: first in the queue, then generating, then done. */
  stepMs: number;
  lifeMs: number;
  invalidCode: number;
  /** What a field of the result holds that was not asked for. */
  absent: null | [];
  album: Album;
};

/** The tasks of the service and what it tells about them. */
export class VisualTasks {
  readonly #rules: TaskRules;
  readonly #tasks: Task[] = [];

  constructor(rules: TaskRules) {
    this.#rules = rules;
  }

  /** Accepts a task, with what will befall it; gives its id. */
  add(order: VisualOrder, fault: Fault | undefined): string {
    const id = String(7_392_616_336_519_610_000n + BigInt(this.#tasks.length + 1));
    const spoilt = fault?.kind === 'wrong-type' || fault?.kind === 'bomb' || fault?.kind === 'expired-address' ? { spoilt: fault.kind } : {};
    this.#tasks.push({ id, order, submittedAt: this.#rules.now(), polls: 0, ending: endingOf(fault) ?? 'delivered', ...spoilt, isOver: false, isForgotten: false, isExpired: false });
    return id;
  }

  /** How many tasks have not ended. */
  get running(): number {
    return this.#tasks.filter((task) => ['in_queue', 'generating'].includes(this.#statusOf(task))).length;
  }

  get billed(): number {
    return this.#tasks.reduce((sum, { ending, order }) => sum + (ending === 'delivered' ? order.count : 0), 0);
  }

  list(): VisualTask[] {
    return this.#tasks.map((task) => ({ taskId: task.id, prompt: task.order.prompt, reqKey: task.order.reqKey, status: this.#statusOf(task), pictures: task.order.count }));
  }

  /** The service knows no such task any more (`not_found`), or says that it is over (`expired`). */
  end(taskId: string, how: 'not_found' | 'expired'): void {
    const task = this.#tasks.find(({ id }) => id === taskId);
    if (!task) throw new Error(`there is no task ${taskId}`);
    if (how === 'expired') task.isExpired = true;
    else task.isForgotten = true;
  }

  /** The answer to a poll: the outer code and `data`. A fault that befalls it ends the task. */
  async poll(body: unknown, fault: Fault | undefined): Promise<{ code: number; message: string; data: object }> {
    const fields = visualFields(body, this.#rules.invalidCode);
    const [reqKey, taskId] = [fields.needText('req_key'), fields.needText('task_id')];
    const wish = this.#readWish(fields.text('req_json'));
    const task = this.#tasks.find(({ id, order }) => id === taskId && order.reqKey === reqKey);
    const bare = { binary_data_base64: this.#rules.absent, image_urls: this.#rules.absent };
    const ending = endingOf(fault);
    if (task && ending) Object.assign(task, { ending, isOver: true });
    const status = task ? this.#statusOf(task) : 'not_found';
    if (task) task.polls += 1;
    if (!task || status !== 'done') return { code: 10_000, message: 'Success', data: { ...bare, status } };
    const code = codeOf(task);
    const pictures = task.ending === 'delivered' ? await this.#pictures(task, wish.return_url === true) : {};
    return { code, message: messageOf(code), data: { ...bare, ...pictures, status } };
  }

  async #pictures({ order, spoilt }: Task, asUrl: boolean): Promise<object> {
    const bytes = await Promise.all(Array.from({ length: order.count }, (_, index) => (spoilt === 'wrong-type' || spoilt === 'bomb' ? spoiltBytes(spoilt) : drawOnce(order, index, 'png'))));
    if (asUrl) return { image_urls: bytes.map((one) => this.#rules.album.keep(one, 'png', spoilt === 'expired-address')) };
    if (spoilt === 'expired-address') throw new Error('base64 has no address that could expire');
    return { binary_data_base64: bytes.map((one) => one.toString('base64')) };
  }

  /** `req_json` is JSON in a string. */
  #readWish(text: string | undefined): { return_url?: unknown } {
    try {
      const wish: unknown = JSON.parse(text ?? '{}');
      if (typeof wish === 'object' && wish !== null) return wish;
    } catch {
      // Told below, like everything that is no object.
    }
    throw new VisualRefusal(this.#rules.invalidCode, 'req_json must be the JSON of an object');
  }

  #statusOf({ isOver, isForgotten, isExpired, submittedAt, polls }: Task): VisualStatus {
    const ageMs = this.#rules.now() - submittedAt;
    if (isForgotten) return 'not_found';
    if (isExpired || ageMs >= this.#rules.lifeMs) return 'expired';
    const steps = this.#rules.stepMs > 0 ? ageMs / this.#rules.stepMs : polls;
    return isOver || steps >= 2 ? 'done' : steps < 1 ? 'in_queue' : 'generating';
  }
}

function endingOf(fault: Fault | undefined): Ending | undefined {
  return (['empty', 'input-refused', 'output-refused', 'task-failed'] as const).find((ending) => ending === fault?.kind);
}

function codeOf({ ending, order }: Task): number {
  if (ending === 'input-refused') return order.references > 0 ? 50_411 : 50_412;
  return ending === 'output-refused' ? 50_511 : ending === 'task-failed' ? 50_500 : 10_000;
}
