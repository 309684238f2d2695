/** Of models on their way: how much, how long still, and what is worth a line. */
import type { HostedModel, ModelPull } from '@komawari/contract';

export type Sample = { atMs: number; doneBytes: number };

/** Speed is that of the last while: the line to a registry is not the same all the time. */
const LOOK_BACK_MS = 30_000;
/** A shorter look says nothing. */
const LOOK_MIN_MS = 3000;

const UNITS = [[1e12, 'terabyte'], [1e9, 'gigabyte'], [1e6, 'megabyte'], [1e3, 'kilobyte']] as const;

/** `5.2 GB`, as the language writes it. */
export function bytesText(bytes: number, language: string): string {
  const [size, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, 'byte'];
  const value = bytes / size;
  return value.toLocaleString(language, { style: 'unit', unit, maximumFractionDigits: value < 100 && unit !== 'byte' ? 1 : 0 });
}

/** With one look more. What counts backwards is another beginning. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last && sample.doneBytes < last.doneBytes) return [sample];
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= LOOK_BACK_MS), sample];
}

/** Seconds until `totalBytes`; undefined while nobody can say. */
export function secondsLeftOf(samples: readonly Sample[], totalBytes: number): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.atMs - first.atMs < LOOK_MIN_MS || last.doneBytes <= first.doneBytes || totalBytes <= last.doneBytes) return undefined;
  return ((totalBytes - last.doneBytes) * (last.atMs - first.atMs)) / (last.doneBytes - first.doneBytes) / 1000;
}

export function isOpen({ state }: ModelPull): boolean {
  return state === 'queued' || state === 'running';
}

/** Those under way, and those that ended without the model: what is there stands in the list itself. */
export function pullsToShow(pulls: readonly ModelPull[], models: readonly HostedModel[]): readonly ModelPull[] {
  return pulls.filter((pull) => isOpen(pull) || (pull.state !== 'done' && !models.some(({ modelId }) => modelId === pull.model || modelId === `${pull.model}:latest`)));
}
