/** Whose the icons are. */
import type { IconId } from './catalogue.ts';

/** Authors after the folders of github.com/game-icons/icons: the package itself does not name them. */
const AUTHOR: Readonly<Record<string, string>> = {
  'baseball-bat': 'Delapouite', breastplate: 'Lorc', cauldron: 'Lorc', comb: 'Lorc', deer: 'Caro Asercion', diploma: 'Delapouite', 'gold-bar': 'Willdabeast', harp: 'Delapouite', 'magic-lamp': 'Lorc', marbles: 'Delapouite',
  matchbox: 'Delapouite', 'music-spell': 'Lorc', 'old-wagon': 'Delapouite', 'rope-coil': 'Delapouite', 'round-potion': 'Caro Asercion', 'smoking-pipe': 'Delapouite', 'tv-remote': 'Delapouite',
};

/** The line that every export with this icon must carry. */
export function creditOf(id: IconId): string {
  if (id.startsWith('fluent:')) return 'Fluent Emoji (Microsoft), MIT';
  return `Icons: game-icons.net, CC BY 3.0 (${AUTHOR[id.slice('game:'.length)] ?? 'game-icons.net contributors'})`;
}

/** Icons whose author is written down; the tests hold the catalogue to it. */
export function hasAuthor(id: IconId): boolean {
  return id.startsWith('fluent:') || AUTHOR[id.slice('game:'.length)] !== undefined;
}
