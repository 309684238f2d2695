import { createRouter } from '@tanstack/react-router';
import { CrashPage, WaitingPage } from './frame/PageStates.tsx';
import { rootRoute } from './frame/root-route.tsx';
import { frameRoutes } from './frame/routes.tsx';
import { accountRoutes } from './rooms/accounts/routes.tsx';
import { comicRoutes } from './rooms/comics/routes.tsx';
import { studioRoutes } from './rooms/studio/routes.tsx';

/** Every address of the app. A room keeps its own in its `routes.tsx`; the pages behind them are loaded when wanted. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([...frameRoutes, ...comicRoutes, ...accountRoutes, ...studioRoutes]),
  defaultPreload: 'intent',
  defaultPendingComponent: WaitingPage,
  defaultPendingMs: 400,
  defaultPendingMinMs: 0,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
