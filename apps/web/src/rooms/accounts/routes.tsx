import type { Role, UserState } from '@komawari/contract';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const loader = () => loadWords('accounts');
const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const withNext = ({ next }: Record<string, unknown>): { next?: string } => ({ next: word(next) });
const withToken = ({ token }: Record<string, unknown>): { token?: string } => ({ token: word(token) });
const getParentRoute = () => rootRoute;
const oneOf = <V extends string>(values: readonly V[], value: unknown) => values.find((one) => one === value);

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

const goodbye = createRoute({ getParentRoute, path: '/goodbye', loader, validateSearch: ({ until }: Record<string, unknown>): { until?: string } => ({ until: word(until) }), component: lazyRouteComponent(() => import('./door/Goodbye.tsx'), 'Goodbye') });

const settings = createRoute({ getParentRoute, path: '/settings', loader: () => loadWords('accounts', 'accounts-settings'), component: lazyRouteComponent(() => import('./settings/Settings.tsx'), 'Settings') });
const getSettings = () => settings;
const settingsParts = [
  createRoute({ getParentRoute: getSettings, path: '/', component: lazyRouteComponent(() => import('./settings/Profile.tsx'), 'Profile') }),
  createRoute({ getParentRoute: getSettings, path: 'profile', component: lazyRouteComponent(() => import('./settings/Profile.tsx'), 'Profile') }),
  createRoute({ getParentRoute: getSettings, path: 'security', component: lazyRouteComponent(() => import('./settings/Security.tsx'), 'Security') }),
  createRoute({ getParentRoute: getSettings, path: 'sessions', component: lazyRouteComponent(() => import('./settings/Sessions.tsx'), 'Sessions') }),
  createRoute({ getParentRoute: getSettings, path: 'keys', component: lazyRouteComponent(() => import('./settings/Keys.tsx'), 'Keys') }),
  createRoute({ getParentRoute: getSettings, path: 'shortcuts', component: lazyRouteComponent(() => import('./settings/Shortcuts.tsx'), 'Shortcuts') }),
  createRoute({ getParentRoute: getSettings, path: 'data', component: lazyRouteComponent(() => import('./settings/Data.tsx'), 'Data') }),
] as const;

type PeopleSearch = { view?: 'invitations' | 'sign-up'; search?: string; role?: Role; state?: UserState };

const people = createRoute({
  getParentRoute, path: '/admin/users', loader: () => loadWords('accounts', 'accounts-settings', 'accounts-people'), component: lazyRouteComponent(() => import('./people/People.tsx'), 'People'),
  validateSearch: ({ view, search, role, state }: Record<string, unknown>): PeopleSearch => ({
    view: oneOf(['invitations', 'sign-up'], view), search: word(search), role: oneOf(['owner', 'admin', 'moderator', 'operator', 'viewer', 'user'], role), state: oneOf(['active', 'pending', 'suspended', 'leaving'], state),
  }),
});

export const accountRoutes = [signIn, secondFactor, askLink, useLink, signUp, confirmSignUp, checkMail, waiting, reset, confirmEmail, welcome, goodbye, settings.addChildren(settingsParts), people] as const;
