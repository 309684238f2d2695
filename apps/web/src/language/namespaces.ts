/**
 * All words of the interface, by namespace. A namespace is a room (`rooms/comics/words/en.ts`) or a part of one
 * (`rooms/comics/words/script/en.ts` is `comics-script`). English gives the keys; the other languages must have them all.
 * A new namespace is one line here and three files.
 */
import type { words as frame } from '../frame/words/en.ts';
import type { words as accounts } from '../rooms/accounts/words/en.ts';
import type { words as accountsSettings } from '../rooms/accounts/words/settings/en.ts';
import type { words as accountsPeople } from '../rooms/accounts/words/people/en.ts';
import type { words as comics } from '../rooms/comics/words/en.ts';
import type { words as comicsScript } from '../rooms/comics/words/script/en.ts';
import type { words as comicsTerms } from '../rooms/comics/words/terms/en.ts';
import type { words as comicsThings } from '../rooms/comics/words/things/en.ts';
import type { words as comicsShelf } from '../rooms/comics/words/shelf/en.ts';
import type { words as comicsDesk } from '../rooms/comics/words/desk/en.ts';
import type { words as comicsReader } from '../rooms/comics/words/reader/en.ts';
import type { words as comicsDownloads } from '../rooms/comics/words/downloads/en.ts';
import type { words as comicsCast } from '../rooms/comics/words/cast/en.ts';
import type { words as comicsOverview } from '../rooms/comics/words/overview/en.ts';
import type { words as comicsTakes } from '../rooms/comics/words/takes/en.ts';
import type { words as comicsPages } from '../rooms/comics/words/pages/en.ts';
import type { words as studio } from '../rooms/studio/words/en.ts';
import type { words as studioKeeping } from '../rooms/studio/words/keeping/en.ts';
import type { words as studioRetention } from '../rooms/studio/words/retention/en.ts';
import type { words as studioCanvas } from '../rooms/studio/words/canvas/en.ts';
import type { words as studioCraft } from '../rooms/studio/words/craft/en.ts';
import type { words as studioGrids } from '../rooms/studio/words/grids/en.ts';
import type { words as studioTemplates } from '../rooms/studio/words/templates/en.ts';
import type { words as studioHomeHosts } from '../rooms/studio/words/home-hosts/en.ts';
import type { words as studioProviders } from '../rooms/studio/words/providers/en.ts';
import type { words as studioVision } from '../rooms/studio/words/vision/en.ts';

export type Namespaces = {
  frame: typeof frame;
  accounts: typeof accounts;
  'accounts-settings': typeof accountsSettings;
  'accounts-people': typeof accountsPeople;
  comics: typeof comics;
  'comics-script': typeof comicsScript;
  'comics-terms': typeof comicsTerms;
  'comics-things': typeof comicsThings;
  'comics-shelf': typeof comicsShelf;
  'comics-desk': typeof comicsDesk;
  'comics-cast': typeof comicsCast;
  'comics-overview': typeof comicsOverview;
  'comics-takes': typeof comicsTakes;
  'comics-reader': typeof comicsReader;
  'comics-downloads': typeof comicsDownloads;
  'comics-pages': typeof comicsPages;
  studio: typeof studio;
  'studio-keeping': typeof studioKeeping;
  'studio-retention': typeof studioRetention;
  'studio-canvas': typeof studioCanvas;
  'studio-craft': typeof studioCraft;
  'studio-grids': typeof studioGrids;
  'studio-templates': typeof studioTemplates;
  'studio-home-hosts': typeof studioHomeHosts;
  'studio-providers': typeof studioProviders;
  'studio-vision': typeof studioVision;
};

export type Namespace = keyof Namespaces;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<K> = K extends `${infer B}_${PluralForm}` ? B : K;

/** A key as it is said: `pages` for `pages_one` and `pages_other`. The words of the frame can be said everywhere. */
export type WordKey<N extends Namespace = 'frame'> = Base<keyof Namespaces[N] | keyof Namespaces['frame']> & string;

/** What another language must say: each plain key, and of a plural the forms it has (`other` at least). */
export type Translation<N extends Namespace> = {
  [K in keyof Namespaces[N] as K extends `${string}_${'one' | 'two' | 'few' | 'many' | 'zero'}` ? never : K]: string;
} & { [K in keyof Namespaces[N] as K extends `${string}_one` ? K : never]?: string };
