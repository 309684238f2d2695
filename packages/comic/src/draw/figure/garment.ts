/** What an outfit is made of. Inks are chosen by the wearer's OutfitSpec. */
import type { ShoeKind } from './shoe.ts';
import type { SkirtCut } from './skirt.ts';
import type { TrunkLevel } from './solids.ts';

export type SleeveCut = 'none' | 'short' | 'elbow' | 'long' | 'loose' | 'wide' | 'hanging' | 'plate' | 'space';
export type Collar =
  | 'crew' | 'turtleneck' | 'shirt' | 'lapels' | 'coat' | 'stand' | 'sailor' | 'crossed' | 'hood' | 'v-neck' | 'boat' | 'plate' | 'ring' | 'straps' | 'zip' | 'none';
export type Front = 'plain' | 'buttons' | 'double' | 'zip' | 'open' | 'pocket' | 'none';
/** Which ink: the top's, the bottom's, or a fixed one. */
export type Role = 'top' | 'bottom' | 'paper' | 'black' | 'skin' | 'accent';

export type Outfitting = {
  top: { cut: SleeveCut; ease: number; hem: TrunkLevel; isTucked?: boolean; collar: Collar; front: Front; role?: Role; waist?: number };
  /** Worn under an open top: its front shows. */
  inner?: { collar: 'shirt' | 'crew' | 'tie' | 'v-neck' | 'bow'; role: Role };
  legs: { cut: 'trousers' | 'wide' | 'shorts' | 'tight' | 'none'; role: Role };
  skirt?: SkirtCut & { role: Role; pleats?: number; isOpen?: boolean };
  shoes: { kind: ShoeKind; role: Role };
  socks?: 'ankle' | 'knee' | 'tights';
  extras?: readonly Extra[];
};

export type Extra =
  | 'belt' | 'sash' | 'obi' | 'apron' | 'bib' | 'cloak' | 'badge' | 'tie' | 'neckerchief' | 'chest-emblem' | 'side-stripes' | 'backpack' | 'hood-up' | 'patches' | 'gloves' | 'breastplate' | 'cuffs' | 'kangaroo' | 'waistcoat' | 'joints' | 'pauldrons';
