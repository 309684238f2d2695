import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const loader = () => loadWords('accounts');
const word = (value: unknown) => (typeof value === 'string' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => rootRoute, path: '/sign-in', loader, validateSearch: ({ next }: Record<string, unknown>): { next?: string } => ({ next: word(next) }),
  component: lazyRouteComponent(() => import('./SignIn.tsx'), 'SignIn'),
});

const welcome = createRoute({
  getParentRoute: () => rootRoute, path: '/welcome', loader, validateSearch: ({ token }: Record<string, unknown>): { token?: string } => ({ token: word(token) }),
  component: lazyRouteComponent(() => import('./Welcome.tsx'), 'Welcome'),
});

export const accountRoutes = [signIn, welcome] as const;
