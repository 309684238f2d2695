import type { ComponentType } from 'react';
import type { WordKey } from '../language/namespaces.ts';
import { ComicsIcon, HomeIcon, StudioIcon, YouIcon } from '../ui/icons.ts';

type Place = { to: '/' | '/comics' | '/studio' | '/you'; word: WordKey; Icon: ComponentType; holds: (path: string) => boolean };

/** The places of the rail and of the bar on a phone, in their order. A room joins when it is built. */
export const PLACES: readonly Place[] = [
  { to: '/', word: 'navHome', Icon: HomeIcon, holds: (path) => path === '/' || path === '/new' },
  { to: '/comics', word: 'navComics', Icon: ComicsIcon, holds: (path) => path.startsWith('/comics') },
  { to: '/studio', word: 'navStudio', Icon: StudioIcon, holds: (path) => path.startsWith('/studio') },
  { to: '/you', word: 'navYou', Icon: YouIcon, holds: (path) => /^\/(you|settings|admin|sign-in|sign-up|password|waiting)\b/.test(path) },
];
