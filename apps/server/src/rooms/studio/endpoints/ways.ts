/** Which of a provider's ways takes a request. Decisions on plain data. */
import { isLimited, type Health } from '../gateway/health.ts';
import type { OtherWay, Ready } from '../gateway/ready-model.ts';

/** `endpointId` is absent for the provider's own address. */
export type Way<Provider> = Omit<OtherWay<Provider>, 'endpointId'> & { endpointId?: string };

/** All of them, the provider's own first. */
export function waysOf<Provider>({ inFlightMax, provider, others = [] }: Pick<Ready<unknown, Provider>, 'inFlightMax' | 'provider' | 'others'>): Way<Provider>[] {
  return [{ isEnabled: true, inFlightMax, provider }, ...others];
}

/** The model by way of the endpoint that took a request; undefined when that is gone. */
export function byWay<Provider, Model extends Ready<unknown, Provider>>(model: Model, endpointId: string | null): Model | undefined {
  if (endpointId === null) return model;
  const way = model.others?.find((one) => one.endpointId === endpointId);
  return way && { ...model, endpointId, provider: way.provider, inFlightMax: way.inFlightMax };
}

/** Of the ways that may be asked, the one with the least on its way in relation to what it takes; undefined where none has room. */
export function leastLoaded<One extends { inFlightMax: number }>(ways: readonly One[], loadOf: (way: One) => number): One | undefined {
  const share = (way: One) => loadOf(way) / way.inFlightMax;
  return ways.filter((way) => share(way) < 1).reduce<One | undefined>((best, way) => (best && share(best) <= share(way) ? best : way), undefined);
}

/** How long until the first of these may be asked again, where a limit is all that ails it; undefined where none is merely limited. */
export function limitedForMs(healths: readonly Health[], now: Date): number | undefined {
  const waits = healths.filter((health) => isLimited(health, now)).map(({ closedUntil }) => (closedUntil?.getTime() ?? 0) - now.getTime());
  return waits.length === 0 ? undefined : Math.min(...waits);
}
