import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const getParentRoute = () => rootRoute;
const providerWords = () => loadWords('accounts', 'studio-providers');
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const providers = createRoute({ getParentRoute, path: '/admin/providers', loader: providerWords, component: lazyRouteComponent(() => import('./providers/Providers.tsx'), 'Providers') });
const newProvider = createRoute({ getParentRoute, path: '/admin/providers/new', loader: providerWords, validateSearch: ({ kind }: Record<string, unknown>): { kind?: string } => ({ kind: word(kind) }), component: lazyRouteComponent(() => import('./providers/NewProvider.tsx'), 'NewProvider') });
const oneProvider = createRoute({ getParentRoute, path: '/admin/providers/$providerId', loader: providerWords, component: lazyRouteComponent(() => import('./providers/OneProvider.tsx'), 'OneProvider') });

export const studioRoutes = [providers, newProvider, oneProvider] as const;
