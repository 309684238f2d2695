import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useState } from 'react';
import { ApiError } from '../../../api/call.ts';
import { testProvider, type TestResult } from '../../../api/studio-providers.ts';
import { useWords } from '../../../language/use-words.ts';
import type { Setting } from './settings-schema.ts';
import { adviceOf, faultsOf, placeOfFault, placeOfRefusal, type Draft, type Place } from './setup-form.ts';
import { useNoteProvider } from './use-providers.ts';

type Form = { kind: ProviderKindInfo | undefined; settings: readonly Setting[]; provider?: Provider | undefined };
export type Tried = TestResult & { tookMs: number };

/** Sends a form and tries what it set up; what goes wrong stands beside the field it belongs to. */
export function useSetUp() {
  const { say, sayError } = useWords('studio-providers');
  const note = useNoteProvider();
  const [faults, setFaults] = useState<Readonly<Record<Place, string>>>({});
  const [isBusy, setIsBusy] = useState(false);

  const sayOutcome = useSayOutcome();

  /** Tries it and tells how long that took; a bad result is laid beside its field. */
  const tryOut = async (id: string, draft: Draft, form: Form): Promise<Tried> => {
    const began = performance.now();
    const result = await testProvider(id);
    note(result.provider);
    if (!result.isGood) setFaults({ [placeOfFault(result.fault, draft, form)]: sayOutcome(result) });
    return { ...result, tookMs: performance.now() - began };
  };

  /** `send` writes; undefined when something is wrong, which is shown then. */
  const submit = async <Answer>(draft: Draft, form: Form, send: () => Promise<Answer>): Promise<Answer | undefined> => {
    const found = Object.entries(faultsOf(draft, form)).map(([place, { word, fill }]) => [place, say(word, fill)] as const);
    setFaults(Object.fromEntries(found));
    if (found.length > 0 || isBusy) {
      focusFault();
      return undefined;
    }
    setIsBusy(true);
    try {
      return await send();
    } catch (error) {
      setFaults({ [error instanceof ApiError && error.code === 'studio.provider-setup' ? placeOfRefusal(error.message, form) : 'form']: sayError(error) });
      return undefined;
    } finally {
      setIsBusy(false);
      focusFault();
    }
  };

  /** Once somebody mends a field, its old sentence goes. */
  const mend = (before: Draft, after: Draft) => {
    const changed = new Set<Place>([
      ...(before.name === after.name ? [] : ['name']), ...(before.url === after.url ? [] : ['url', 'private']), ...(before.isPrivateAllowed === after.isPrivateAllowed ? [] : ['private', 'url']), ...(before.inFlightMax === after.inFlightMax ? [] : ['inFlight']),
      ...Object.keys({ ...before.secrets, ...after.secrets }).filter((name) => before.secrets[name] !== after.secrets[name]).map((name) => `secret-${name}`),
      ...Object.keys({ ...before.settings, ...after.settings }).filter((name) => before.settings[name] !== after.settings[name]).map((name) => `setting-${name}`),
    ]);
    setFaults(Object.fromEntries(Object.entries(faults).filter(([place]) => !changed.has(place) && place !== 'form')));
  };

  return { faults, isBusy, submit, tryOut, mend, clear: () => setFaults({}) };
}

/** Why a test failed, in a sentence for who can mend it, with what the provider said. */
export function useSayOutcome(): (result: TestResult) => string {
  const { say } = useWords('studio-providers');
  return ({ fault, message, provider }) => {
    const advice = adviceOf(fault);
    const said = advice === undefined ? null : provider.health.lastSaid;
    return `${advice === undefined ? (message ?? say('testFailed')) : say(`advice-${advice}`)}${said === null || said === '' ? '' : say('saidWords', { words: said.slice(0, 200) })}`;
  };
}

/** The first field that is wrong, once it is drawn. */
function focusFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.prov-form [aria-invalid="true"]')?.focus());
}
