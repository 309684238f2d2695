import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const getParentRoute = () => rootRoute;
const providerWords = () => loadWords('accounts', 'studio-providers');

const providers = createRoute({ getParentRoute, path: '/admin/providers', loader: providerWords, component: lazyRouteComponent(() => import('./providers/Providers.tsx'), 'Providers') });

export const studioRoutes = [providers] as const;
