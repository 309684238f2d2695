import type { PlaceFamily } from './family.ts';
import { dream, futureCity, screen, space, spaceship, voidPlace } from './elsewhere.ts';
import { oldStreet } from './old-street.ts';
import { castle, courtyard, dungeon, palace, throneRoom } from './past.ts';
import { bridge, church, constructionSite, graveyard, parking, shrine, temple } from './town-outdoor.ts';

export const FAR_AWAY = {
  bridge: { paint: bridge },
  'construction-site': { paint: constructionSite },
  parking: { paint: parking },
  graveyard: { paint: graveyard },
  church: { paint: church, isIndoor: true },
  shrine: { paint: shrine },
  temple: { paint: temple },
  'old-town': { paint: oldStreet },
  castle: { paint: castle },
  'throne-room': { paint: throneRoom, isIndoor: true },
  palace: { paint: palace, isIndoor: true },
  courtyard: { paint: courtyard },
  dungeon: { paint: dungeon, isIndoor: true },
  space: { paint: space, isIndoor: true },
  spaceship: { paint: spaceship, isIndoor: true },
  'future-city': { paint: futureCity },
  screen: { paint: screen, isIndoor: true },
  dream: { paint: dream, isIndoor: true },
  void: { paint: voidPlace, isIndoor: true },
} satisfies PlaceFamily;
