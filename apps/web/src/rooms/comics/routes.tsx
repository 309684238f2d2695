import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';

const loader = () => loadWords('comics');

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', loader, component: lazyRouteComponent(() => import('./home/Home.tsx'), 'Home') });

const newComic = createRoute({ getParentRoute: () => rootRoute, path: '/new', loader, component: lazyRouteComponent(() => import('./desk/NewComic.tsx'), 'NewComic') });

const shelf = createRoute({ getParentRoute: () => rootRoute, path: '/comics', loader, component: lazyRouteComponent(() => import('./shelf/Shelf.tsx'), 'Shelf') });

/** Counts from 1; what is no page number is left out. */
function pageOf({ page }: Record<string, unknown>): { page?: number } {
  const number = Number(page);
  return Number.isInteger(number) && number > 0 ? { page: number } : {};
}

/** The book stays in place under the reader that opens over it. */
const comic = createRoute({
  getParentRoute: () => rootRoute, path: '/comics/$comicId', loader,
  component: lazyRouteComponent(() => import('./overview/ComicPage.tsx'), 'ComicPage'),
});

const overview = createRoute({
  getParentRoute: () => comic, path: '/', validateSearch: pageOf,
  // Links of the first version opened the reader by the query alone.
  beforeLoad: ({ search, params }) => {
    if (search.page !== undefined) throw redirect({ to: '/comics/$comicId/read', params, search: { page: search.page }, replace: true });
  },
});

const reader = createRoute({
  getParentRoute: () => comic, path: '/read', validateSearch: pageOf,
  component: lazyRouteComponent(() => import('./Reader.tsx'), 'ReaderPage'),
});

export const comicRoutes = [home, newComic, shelf, comic.addChildren([overview, reader])] as const;
