import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';

const you = createRoute({ getParentRoute: () => rootRoute, path: '/you', component: lazyRouteComponent(() => import('./You.tsx'), 'You') });

export const frameRoutes = [you] as const;
