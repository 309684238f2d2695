/** The wardrobe: each kind of outfit as garments over the bones. */
import type { Outfit } from '../../model/kinds.ts';
import type { Outfitting } from './garment.ts';

const SNEAKERS = { kind: 'sneaker', role: 'paper' } as const;
const LEATHER = { kind: 'leather', role: 'black' } as const;
const TROUSERS = { cut: 'trousers', role: 'bottom' } as const;
const NO_LEGS = { cut: 'none', role: 'bottom' } as const;

export const WARDROBE: Record<Outfit, Outfitting> = {
  tshirt: { top: { cut: 'short', ease: 7, hem: 'hip', collar: 'crew', front: 'plain', waist: 10 }, legs: TROUSERS, shoes: SNEAKERS },
  shirt: { top: { cut: 'long', ease: 7, hem: 'waist', isTucked: true, collar: 'shirt', front: 'buttons', waist: 5 }, legs: TROUSERS, shoes: LEATHER, extras: ['belt', 'cuffs'] },
  hoodie: { top: { cut: 'loose', ease: 15, hem: 'hip', collar: 'hood', front: 'none', waist: 24 }, legs: TROUSERS, shoes: SNEAKERS, extras: ['kangaroo', 'cuffs'] },
  sweater: { top: { cut: 'loose', ease: 12, hem: 'hip', collar: 'turtleneck', front: 'none', waist: 18 }, legs: TROUSERS, shoes: SNEAKERS, extras: ['cuffs'] },
  jacket: { top: { cut: 'loose', ease: 13, hem: 'low', collar: 'stand', front: 'open', waist: 18 }, inner: { collar: 'crew', role: 'paper' }, legs: TROUSERS, shoes: SNEAKERS, extras: ['cuffs'] },
  coat: { top: { cut: 'loose', ease: 15, hem: 'hip', collar: 'coat', front: 'double', waist: 16 }, inner: { collar: 'crew', role: 'paper' }, skirt: { from: 'low', length: 0.55, ease: 17, flare: 34, role: 'top', isOpen: true }, legs: TROUSERS, shoes: LEATHER },
  suit: { top: { cut: 'long', ease: 11, hem: 'crotch', collar: 'lapels', front: 'buttons', waist: 11 }, inner: { collar: 'tie', role: 'paper' }, legs: TROUSERS, shoes: LEATHER },
  dress: { top: { cut: 'short', ease: 4, hem: 'waist', collar: 'boat', front: 'plain', waist: 3 }, skirt: { from: 'waist', length: 0.58, ease: 10, flare: 58, role: 'top', hang: 0.6 }, legs: NO_LEGS, shoes: { kind: 'pump', role: 'black' }, extras: ['belt'] },
  'skirt-blouse': { top: { cut: 'long', ease: 7, hem: 'waist', isTucked: true, collar: 'shirt', front: 'buttons', waist: 4 }, skirt: { from: 'waist', length: 0.6, ease: 8, flare: 36, role: 'bottom', hang: 0.5 }, legs: NO_LEGS, shoes: { kind: 'pump', role: 'black' } },
  'sailor-uniform': { top: { cut: 'long', ease: 9, hem: 'low', collar: 'sailor', front: 'none', waist: 11, role: 'top' }, skirt: { from: 'waist', length: 0.47, ease: 10, flare: 46, role: 'bottom', pleats: 9, hang: 0.6 }, legs: NO_LEGS, socks: 'knee', shoes: LEATHER, extras: ['neckerchief', 'cuffs'] },
  'school-blazer': { top: { cut: 'long', ease: 10, hem: 'crotch', collar: 'lapels', front: 'buttons', waist: 10 }, inner: { collar: 'tie', role: 'paper' }, legs: TROUSERS, shoes: LEATHER, extras: ['badge'] },
  gakuran: { top: { cut: 'long', ease: 11, hem: 'crotch', collar: 'stand', front: 'buttons', waist: 13 }, legs: { cut: 'trousers', role: 'top' }, shoes: LEATHER },
  tracksuit: { top: { cut: 'loose', ease: 12, hem: 'low', collar: 'zip', front: 'zip', waist: 17 }, legs: TROUSERS, shoes: SNEAKERS, extras: ['side-stripes', 'cuffs'] },
  apron: { top: { cut: 'elbow', ease: 8, hem: 'hip', collar: 'shirt', front: 'plain', waist: 11 }, legs: TROUSERS, shoes: LEATHER, extras: ['apron'] },
  'lab-coat': { top: { cut: 'loose', ease: 13, hem: 'hip', collar: 'lapels', front: 'open', role: 'paper', waist: 15 }, inner: { collar: 'tie', role: 'top' }, skirt: { from: 'low', length: 0.5, ease: 15, flare: 30, role: 'paper', isOpen: true }, legs: TROUSERS, shoes: LEATHER, extras: ['badge'] },
  uniform: { top: { cut: 'long', ease: 10, hem: 'crotch', collar: 'shirt', front: 'buttons', waist: 8 }, legs: TROUSERS, shoes: { kind: 'boot', role: 'black' }, extras: ['belt', 'badge', 'tie'] },
  kimono: { top: { cut: 'hanging', ease: 8, hem: 'low', collar: 'crossed', front: 'none', waist: 12 }, skirt: { from: 'waist', length: 0.97, ease: 10, flare: 15, role: 'top', hang: 0.5 }, legs: NO_LEGS, socks: 'ankle', shoes: { kind: 'geta', role: 'black' }, extras: ['obi'] },
  yukata: { top: { cut: 'hanging', ease: 8, hem: 'low', collar: 'crossed', front: 'none', waist: 12 }, skirt: { from: 'waist', length: 0.93, ease: 10, flare: 15, role: 'top', hang: 0.5 }, legs: NO_LEGS, shoes: { kind: 'geta', role: 'black' }, extras: ['sash'] },
  hanfu: { top: { cut: 'wide', ease: 7, hem: 'waist', isTucked: true, collar: 'crossed', front: 'none', waist: 4 }, skirt: { from: 'waist', length: 1, ease: 12, flare: 75, role: 'bottom', hang: 0.65, pleats: 7 }, legs: NO_LEGS, shoes: { kind: 'slipper', role: 'black' }, extras: ['sash'] },
  robe: { top: { cut: 'wide', ease: 13, hem: 'low', collar: 'crossed', front: 'none', waist: 16 }, skirt: { from: 'waist', length: 0.98, ease: 18, flare: 48, role: 'top', hang: 0.6 }, legs: NO_LEGS, shoes: { kind: 'slipper', role: 'black' }, extras: ['belt'] },
  armour: { top: { cut: 'plate', ease: 12, hem: 'low', collar: 'plate', front: 'none', waist: 8 }, skirt: { from: 'low', length: 0.24, ease: 14, flare: 30, role: 'top', pleats: 6 }, legs: { cut: 'tight', role: 'bottom' }, shoes: { kind: 'armour', role: 'top' }, extras: ['belt', 'breastplate', 'gloves', 'pauldrons'] },
  cloak: { top: { cut: 'long', ease: 9, hem: 'hip', collar: 'v-neck', front: 'plain', role: 'bottom', waist: 9 }, legs: { cut: 'tight', role: 'bottom' }, shoes: { kind: 'boot', role: 'black' }, extras: ['cloak', 'belt'] },
  gown: { top: { cut: 'none', ease: 3, hem: 'waist', collar: 'boat', front: 'none', waist: 2 }, skirt: { from: 'waist', length: 1.02, ease: 14, flare: 120, role: 'top', hang: 0.75, pleats: 5 }, legs: NO_LEGS, shoes: { kind: 'pump', role: 'black' }, extras: ['sash', 'gloves'] },
  rags: { top: { cut: 'elbow', ease: 12, hem: 'hip', collar: 'v-neck', front: 'plain', waist: 20 }, legs: { cut: 'shorts', role: 'bottom' }, shoes: { kind: 'bare', role: 'skin' }, extras: ['patches'] },
  pyjamas: { top: { cut: 'loose', ease: 13, hem: 'crotch', collar: 'lapels', front: 'buttons', waist: 18 }, legs: { cut: 'wide', role: 'top' }, shoes: { kind: 'slipper', role: 'paper' } },
  swimsuit: { top: { cut: 'none', ease: 1.5, hem: 'crotch', collar: 'straps', front: 'none' }, legs: NO_LEGS, shoes: { kind: 'bare', role: 'skin' } },
  spacesuit: { top: { cut: 'space', ease: 20, hem: 'low', collar: 'ring', front: 'none', waist: 26 }, legs: { cut: 'wide', role: 'top' }, shoes: { kind: 'boot', role: 'paper' }, extras: ['backpack', 'belt', 'gloves'] },
  overalls: { top: { cut: 'short', ease: 8, hem: 'low', collar: 'crew', front: 'none', waist: 10 }, legs: { cut: 'wide', role: 'bottom' }, shoes: { kind: 'boot', role: 'black' }, extras: ['bib'] },
  raincoat: { top: { cut: 'loose', ease: 17, hem: 'hip', collar: 'hood', front: 'buttons', waist: 24 }, skirt: { from: 'low', length: 0.42, ease: 24, flare: 52, role: 'top', hang: 0.6 }, legs: TROUSERS, shoes: { kind: 'boot', role: 'paper' } },
vest: { top: { cut: 'long', ease: 8, hem: 'low', collar: 'shirt', front: 'none', role: 'paper', waist: 8 }, legs: TROUSERS, shoes: LEATHER, extras: ['waistcoat', 'cuffs', 'tie'] },
};

/** What this wearer puts on: the school blazer of a girl goes with a skirt, a man swims in trunks. */
export function outfitFor(kind: Outfit, isFeminine: boolean): Outfitting {
  const worn = WARDROBE[kind];
  if (kind === 'school-blazer' && isFeminine) return { ...worn, legs: NO_LEGS, socks: 'knee', skirt: { from: 'waist', length: 0.44, ease: 8, flare: 42, role: 'bottom', pleats: 8, hang: 0.6 } };
  if (kind === 'swimsuit' && !isFeminine) return { ...worn, top: { ...worn.top, role: 'skin', collar: 'none', hem: 'low' }, legs: { cut: 'shorts', role: 'top' } };
  return worn;
}
