/**
 * Asks a provider by one of its addresses and keys. All of them have one line before them; whoever leaves it is sent to the
 * one with the least on its way. Another is tried only when the one before did nothing and cost nothing.
 */
import { TryLaterError } from '../../../kernel/errors.ts';
import type { App } from '../../../kernel/app.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { endOf, mayTurnElsewhere } from '../gateway/faults.ts';
import { isOpen, type Health } from '../gateway/health.ts';
import { listWayHealth } from '../gateway/health-store.ts';
import type { Ready } from '../gateway/ready-model.ts';
import type { Turns } from '../gateway/turns.ts';
import { leastLoaded, limitedForMs, waysOf, type Way } from './ways.ts';

/** A way may have become free by then. */
const FULL_MS = 1000;

type Tools = { app: App; turns: Turns };
type Looked<Provider> = { well: Way<Provider>[]; healths: Health[] };

/** How many requests the ways that are well take together, for the line before the provider; or what to end with where none is. */
export async function roomOf<Provider>(tools: Tools, model: Ready<unknown, Provider>): Promise<{ atOnceMax: number } | { end: Error }> {
  const { well, healths } = await look(tools.app, model);
  if (well.length > 0) return { atOnceMax: well.reduce((sum, { inFlightMax }) => sum + inFlightMax, 0) };
  const limitedMs = limitedForMs(healths, tools.app.ports.clock.now());
  return { end: limitedMs === undefined ? endOf(new ProviderError('down')) : endOf(new ProviderError('busy', { retryAfterMs: limitedMs })) };
}

/** `ask` gets the model by way of one endpoint; it is called once for each that is tried. `mayGoOn` false: nobody else is asked after this fault. */
export async function askLeastLoaded<Provider, Model extends Ready<unknown, Provider>, T>(tools: Tools, model: Model, options: { signal: AbortSignal; ask(model: Model): Promise<T>; mayGoOn?(): boolean }): Promise<T> {
  if (!model.others || model.others.length === 0) return options.ask(model);
  const tried = new Set<string>();
  const faults: ProviderError[] = [];
  for (;;) {
    const { well } = await look<Provider>(tools.app, model);
    const untried = well.filter((way) => !tried.has(deskOf(model, way)));
    const way = leastLoaded(untried, (one) => tools.turns.count(deskOf(model, one)));
    if (!way) throw untried.length > 0 || faults.length === 0 ? new TryLaterError('studio.provider-busy', { waitMs: FULL_MS, isFailure: false }) : mostHopeful(faults);
    const desk = deskOf(model, way);
    tried.add(desk);
    // It has room, and nothing comes in between: the turn is had at once.
    const endTurn = await tools.turns.take(desk, { atOnceMax: way.inFlightMax, signal: options.signal });
    try {
      return await options.ask({ ...model, ...(way.endpointId === undefined ? {} : { endpointId: way.endpointId }), provider: way.provider, inFlightMax: way.inFlightMax });
    } catch (error) {
      if (options.signal.aborted || !(error instanceof ProviderError) || !mayTurnElsewhere(error) || options.mayGoOn?.() === false) throw error;
      faults.push(error);
    } finally {
      endTurn();
    }
  }
}

async function look<Provider>(app: App, model: Pick<Ready<unknown, Provider>, 'providerId' | 'inFlightMax' | 'provider' | 'others'>): Promise<Looked<Provider>> {
  const ways = waysOf(model);
  const found = await listWayHealth(app, model.providerId, ways.flatMap(({ endpointId }) => endpointId ?? []));
  const now = app.ports.clock.now();
  const inUse = ways.map((way, at) => ({ way, health: found[at] ?? { failures: 0, closedUntil: null } })).filter(({ way }) => way.isEnabled);
  return { well: inUse.filter(({ health }) => isOpen(health, now)).map(({ way }) => way), healths: inUse.map(({ health }) => health) };
}

/** The line before the provider has its id as a name; these are the places behind it. */
function deskOf({ providerId }: { providerId: string }, { endpointId }: { endpointId?: string }): string {
  return `way:${endpointId ?? providerId}`;
}

/** One that is worth another try, else the first. */
function mostHopeful(faults: readonly ProviderError[]): ProviderError {
  const [best] = faults.toSorted((a, b) => rankOf(a) - rankOf(b));
  return best ?? new ProviderError('down');
}

function rankOf({ fault }: ProviderError): number {
  return fault === 'busy' ? 0 : fault === 'down' ? 1 : 2;
}
