import type { Provider } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listDefaults, listKinds, listProviders } from '../../../api/studio-providers.ts';
import { useCall } from '../../../api/use-call.ts';

export const PROVIDERS_KEY = ['studio', 'providers'] as const;
export const DEFAULTS_KEY = ['studio', 'model-defaults'] as const;
const KINDS_KEY = ['studio', 'provider-kinds'] as const;
/** How often it is looked how they are. */
const LOOK_MS = 10_000;

/** All that the pages of providers show; `providers` is kept fresh. */
export function useProviders() {
  const providers = useCall(PROVIDERS_KEY, listProviders, { pollMs: LOOK_MS });
  const kinds = useCall(KINDS_KEY, listKinds);
  const defaults = useCall(DEFAULTS_KEY, listDefaults);
  const all = [providers, kinds, defaults];
  return {
    error: all.find(({ data, error }) => data === undefined && error)?.error,
    retry: () => { for (const one of all) if (one.error) void one.refetch(); },
    loaded: providers.data && kinds.data && defaults.data ? { providers: providers.data.items, kinds: kinds.data.items, broken: kinds.data.broken ?? [], defaults: defaults.data.items } : undefined,
  };
}

/** Puts what the server answered into the list at once; a new one at its end. */
export function useNoteProvider(): (provider: Provider) => Provider {
  const client = useQueryClient();
  return (provider) => {
    // A look that is under way may know less.
    void client.cancelQueries({ queryKey: PROVIDERS_KEY });
    client.setQueryData<{ items: Provider[] }>(PROVIDERS_KEY, (before) => before && { items: before.items.some(({ id }) => id === provider.id) ? before.items.map((one) => (one.id === provider.id ? provider : one)) : [...before.items, provider] });
    return provider;
  };
}

/** The time, looked at again as often as the providers are: so that “3 minutes ago” grows. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
