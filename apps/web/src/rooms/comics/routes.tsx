import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../frame/root-route.tsx';
import { loadWords } from '../../language/i18n.ts';
import { castSearch, type CastSearch } from './cast/cast-search.ts';
import { shelfSearch, type ShelfSearch } from './shelf/shelf-search.ts';
import { takesSearchOf, type TakesSearch } from './takes/takes-search.ts';
import { said, shelfVersionsSearch, versionsSearch, type ShelfVersionsSearch, type VersionsSearch } from './versions/versions-search.ts';

const deskLoader = () => loadWords('comics', 'comics-desk', 'comics-shelf');
const shelfLoader = () => loadWords('comics', 'comics-shelf', 'comics-overview');

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', loader: deskLoader, component: lazyRouteComponent(() => import('./home/Home.tsx'), 'Home') });

const newComic = createRoute({ getParentRoute: () => rootRoute, path: '/new', loader: deskLoader, component: lazyRouteComponent(() => import('./desk/NewComic.tsx'), 'NewComic') });

const shelf = createRoute({ getParentRoute: () => rootRoute, path: '/comics', loader: shelfLoader, validateSearch: (search: Record<string, unknown>): ShelfSearch & ShelfVersionsSearch => ({ ...shelfSearch(search), ...shelfVersionsSearch(search) }), component: lazyRouteComponent(() => import('./shelf/Shelf.tsx'), 'Shelf') });

const trash = createRoute({ getParentRoute: () => rootRoute, path: '/comics/trash', loader: shelfLoader, component: lazyRouteComponent(() => import('./shelf/Trash.tsx'), 'Trash') });

/** Counts from 1; what is no page number is taken out, since what is left unsaid stays in the address. */
function pageOf({ page }: Record<string, unknown>): { page?: number } {
  const number = Number(page);
  return Number.isInteger(number) && number > 0 ? { page: number } : nothing({ page: undefined });
}

/** An optional key that is there without a value: what is read from it is the same. */
function nothing(search: { page: undefined }): { page?: number } {
  return search as object;
}

/** Over what lies over the book already, no versions open. */
const NO_VERSIONS = said({ versions: undefined });

/** The book stays in place under the reader that opens over it. */
const comic = createRoute({
  getParentRoute: () => rootRoute, path: '/comics/$comicId', loader: () => loadWords('comics', 'comics-overview'),
  component: lazyRouteComponent(() => import('./overview/ComicPage.tsx'), 'ComicPage'),
});

const overview = createRoute({
  getParentRoute: () => comic, path: '/', validateSearch: (search: Record<string, unknown>): { page?: number } & VersionsSearch => ({ ...pageOf(search), ...versionsSearch(search) }),
  // Links of the first version opened the reader by the query alone.
  beforeLoad: ({ search, params }) => {
    if (search.page !== undefined) throw redirect({ to: '/comics/$comicId/read', params, search: { page: search.page }, replace: true });
  },
});

const reader = createRoute({
  getParentRoute: () => comic, path: '/read', validateSearch: (search: Record<string, unknown>): { page?: number } & VersionsSearch => ({ ...pageOf(search), ...NO_VERSIONS }),
  loader: () => loadWords('comics-reader'), component: lazyRouteComponent(() => import('./reader/OwnReader.tsx'), 'ReaderPage'),
});

/** The takes of a panel, over the overview; which are looked at stands in the address. */
const takes = createRoute({
  getParentRoute: () => comic, path: '/panels/$panelId', validateSearch: (search: Record<string, unknown>): TakesSearch & VersionsSearch => ({ ...takesSearchOf(search), ...NO_VERSIONS }), loader: () => loadWords('comics', 'comics-overview', 'comics-takes', 'comics-terms'),
  component: lazyRouteComponent(() => import('./takes/TakesSheet.tsx'), 'TakesSheet'),
});

const script = createRoute({
  getParentRoute: () => rootRoute, path: '/comics/$comicId/script', validateSearch: versionsSearch, loader: () => loadWords('comics', 'comics-overview', 'comics-script', 'comics-terms', 'comics-things'),
  component: lazyRouteComponent(() => import('./script/ScriptPage.tsx'), 'ScriptPage'),
});

const cast = createRoute({
  getParentRoute: () => rootRoute, path: '/comics/$comicId/cast', validateSearch: (search: Record<string, unknown>): CastSearch & VersionsSearch => ({ ...castSearch(search), ...versionsSearch(search) }), loader: () => loadWords('comics', 'comics-overview', 'comics-cast', 'comics-terms'),
  component: lazyRouteComponent(() => import('./cast/CastPage.tsx'), 'CastPage'),
});
/** The model sheet of one of them; the cast's page shows it in its own place. */
const castSheet = createRoute({ getParentRoute: () => cast, path: '/$characterId' });

/** For whoever has the link; the second one stands in pages of others. */
const sharedReader = createRoute({ getParentRoute: () => rootRoute, path: '/read/$token', loader: () => loadWords('comics-reader'), component: lazyRouteComponent(() => import('./reader/SharedReader.tsx'), 'SharedReaderPage') });
const embeddedReader = createRoute({ getParentRoute: () => rootRoute, path: '/embed/$token', loader: () => loadWords('comics-reader'), component: lazyRouteComponent(() => import('./reader/SharedReader.tsx'), 'EmbeddedReaderPage') });

const pageEditor = createRoute({
  getParentRoute: () => rootRoute, path: '/comics/$comicId/pages/$number', validateSearch: versionsSearch, loader: () => loadWords('comics', 'comics-pages'),
  component: lazyRouteComponent(() => import('./pages/PageEditor.tsx'), 'PageEditor'),
});

export const comicRoutes = [home, newComic, shelf, trash, script, cast.addChildren([castSheet]), comic.addChildren([overview, reader, takes]), sharedReader, embeddedReader, pageEditor] as const;
