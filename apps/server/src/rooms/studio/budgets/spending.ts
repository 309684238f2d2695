/** Whether something may still be paid for. Pure. */
import type { Budgets } from '@komawari/contract';

/** In millionths of the budgets' currency: what counts so far of the same task, of the same person today, of everybody today. */
export type Spent = { task: number; userDay: number; day: number };

export type Cap = 'task' | 'user' | 'all';
export type Refusal = { cap: Cap; leftMicros: number };

/** The first cap that it does not fit under; undefined where it fits under all. */
export function refusalOf(budgets: Budgets, spent: Spent, wantedMicros: number): Refusal | undefined {
  return roomsOf(budgets, spent).find(({ leftMicros }) => wantedMicros > leftMicros);
}

/** What may still be spent; undefined where nothing is capped. */
export function leftOf(budgets: Budgets, spent: Spent): number | undefined {
  const rooms = roomsOf(budgets, spent);
  return rooms.length === 0 ? undefined : Math.min(...rooms.map(({ leftMicros }) => leftMicros));
}

function roomsOf({ perTaskMicros, perUserDayMicros, perDayMicros }: Budgets, spent: Spent): Refusal[] {
  return [{ cap: 'task', max: perTaskMicros, has: spent.task } as const, { cap: 'user', max: perUserDayMicros, has: spent.userDay } as const, { cap: 'all', max: perDayMicros, has: spent.day } as const]
    .flatMap(({ cap, max, has }) => (max === null ? [] : [{ cap, leftMicros: Math.max(0, max - has) }]));
}

/** What a price counts in the budgets' money; undefined where it is not known there and may not be guessed. */
export function countsAs(budgets: Budgets, cost: { currency: string; micros: number } | undefined, requests: number): number | undefined {
  if (cost && (cost.currency === budgets.currency || cost.micros === 0)) return cost.micros;
  return budgets.unknownMicros === null ? undefined : budgets.unknownMicros * requests;
}

/** `2026-11-23`, of UTC. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The midnight that follows. */
export function renewsAt(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1)).toISOString();
}
