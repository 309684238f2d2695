import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const loader = () => loadWords('accounts');
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const withNext = ({ next }: Record<string, unknown>): { next?: string } => ({ next: word(next) });
const withToken = ({ token }: Record<string, unknown>): { token?: string } => ({ token: word(token) });
const getParentRoute = () => rootRoute;

const signIn = createRoute({ getParentRoute, path: '/sign-in', loader, validateSearch: withNext, component: lazyRouteComponent(() => import('./door/SignIn.tsx'), 'SignIn') });
const secondFactor = createRoute({ getParentRoute, path: '/sign-in/code', loader, validateSearch: withNext, component: lazyRouteComponent(() => import('./door/SecondFactor.tsx'), 'SecondFactor') });
const askLink = createRoute({ getParentRoute, path: '/sign-in/mail', loader, component: lazyRouteComponent(() => import('./door/MailPages.tsx'), 'AskLink') });
const useLink = createRoute({ getParentRoute, path: '/sign-in/link', loader, validateSearch: withToken, component: lazyRouteComponent(() => import('./door/TokenPages.tsx'), 'UseLink') });
const signUp = createRoute({
  getParentRoute, path: '/sign-up', loader, validateSearch: ({ invitation, next }: Record<string, unknown>): { invitation?: string; next?: string } => ({ invitation: word(invitation), next: word(next) }),
  component: lazyRouteComponent(() => import('./door/SignUp.tsx'), 'SignUp'),
});
const confirmSignUp = createRoute({ getParentRoute, path: '/sign-up/confirm', loader, validateSearch: withToken, component: lazyRouteComponent(() => import('./door/TokenPages.tsx'), 'ConfirmSignUp') });
const checkMail = createRoute({ getParentRoute, path: '/check-mail', loader, component: lazyRouteComponent(() => import('./door/MailPages.tsx'), 'CheckMail') });
const waiting = createRoute({ getParentRoute, path: '/waiting', loader, component: lazyRouteComponent(() => import('./door/WaitingRoom.tsx'), 'WaitingRoom') });
const reset = createRoute({ getParentRoute, path: '/password/reset', loader, validateSearch: withToken, component: lazyRouteComponent(() => import('./door/Reset.tsx'), 'Reset') });
const confirmEmail = createRoute({ getParentRoute, path: '/email/confirm', loader, validateSearch: withToken, component: lazyRouteComponent(() => import('./door/TokenPages.tsx'), 'ConfirmEmail') });
const welcome = createRoute({ getParentRoute, path: '/welcome', loader, validateSearch: withToken, component: lazyRouteComponent(() => import('./door/Welcome.tsx'), 'Welcome') });

export const accountRoutes = [signIn, secondFactor, askLink, useLink, signUp, confirmSignUp, checkMail, waiting, reset, confirmEmail, welcome] as const;
