import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';
import { wallSearch } from './history/wall-search.ts';

const getParentRoute = () => rootRoute;
const providerWords = () => loadWords('accounts', 'studio-providers');
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const providers = createRoute({ getParentRoute, path: '/admin/providers', loader: () => loadWords('accounts', 'accounts-settings', 'studio-providers', 'studio-home-hosts'), component: lazyRouteComponent(() => import('./providers/Providers.tsx'), 'Providers') });
const newProvider = createRoute({ getParentRoute, path: '/admin/providers/new', loader: providerWords, validateSearch: ({ kind }: Record<string, unknown>): { kind?: string } => ({ kind: word(kind) }), component: lazyRouteComponent(() => import('./providers/NewProvider.tsx'), 'NewProvider') });
const oneProvider = createRoute({ getParentRoute, path: '/admin/providers/$providerId', loader: providerWords, component: lazyRouteComponent(() => import('./providers/OneProvider.tsx'), 'OneProvider') });

const queue = createRoute({ getParentRoute, path: '/studio/queue', loader: () => loadWords('studio'), component: lazyRouteComponent(() => import('./queue/QueuePage.tsx'), 'QueuePage') });

const keeping = createRoute({ getParentRoute, path: '/admin/keeping', loader: () => loadWords('studio-retention'), component: lazyRouteComponent(() => import('./retention/Keeping.tsx'), 'Keeping') });

const gridWords = () => loadWords('studio', 'studio-grids');
const grids = createRoute({ getParentRoute, path: '/studio/grids', loader: gridWords, component: lazyRouteComponent(() => import('./grids/Grids.tsx'), 'Grids') });
const newGrid = createRoute({ getParentRoute, path: '/studio/grids/new', loader: gridWords, component: lazyRouteComponent(() => import('./grids/NewGrid.tsx'), 'NewGrid') });
const oneGrid = createRoute({ getParentRoute, path: '/studio/grids/$generationId', loader: gridWords, component: lazyRouteComponent(() => import('./grids/GridPage.tsx'), 'GridPage') });

/** The wall stays in place under the picture that opens over it. */
const studio = createRoute({ getParentRoute, path: '/studio', validateSearch: wallSearch, loader: () => loadWords('studio', 'studio-keeping', 'studio-retention'), component: lazyRouteComponent(() => import('./StudioPage.tsx'), 'StudioPage') });
const lightbox = createRoute({ getParentRoute: () => studio, path: '/pictures/$pictureId', component: lazyRouteComponent(() => import('./picture/Lightbox.tsx'), 'Lightbox') });

export const studioRoutes = [studio.addChildren([lightbox]), queue, grids, newGrid, oneGrid, keeping, providers, newProvider, oneProvider] as const;
