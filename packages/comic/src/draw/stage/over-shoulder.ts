/** The listener in front, seen from behind and cut by the frame. */
import type { PanelCharacter } from '../../model/book.ts';
import type { Pen } from '../pen/pen.ts';
import { halo } from '../pen/pen.ts';
import { SHEER_TONE } from '../pen/tone.ts';
import type { Painters } from '../types.ts';
import { heightOf } from './crowd.ts';
import { outfitAt, type PanelScene } from './scene-of.ts';

/** `speakerX` is where the speaker stands, u: the shoulder takes the other side. */
export function drawShoulder(painters: Painters, pen: Pen, at: PanelScene, listener: PanelCharacter, size: { width: number; height: number }, speakerX: number): { svg: string } {
  const character = at.cast.get(listener.id)!;
  const height = heightOf(character.look);
  const onLeft = speakerX > size.width / 2;
  // Crown at about 40 % of the picture's height, shoulders running out of the lower edge.
  const scale = Math.min(size.height / 66, size.width / 62);
  const crownY = Math.max(size.height * 0.34, size.height - 58 * scale);
  const feet = { x: onLeft ? size.width * 0.05 : size.width * 0.95, y: crownY + height * scale };
  const drawing = painters.figure(pen, {
    look: character.look, outfit: outfitAt(character, at.scene.id, at.sceneIds, listener.outfitId), expression: 'neutral', pose: 'stand', angle: { yaw: onLeft ? 2.5 : -2.5, pitch: 0, roll: 0 },
  }, { feet, scale });
  // In the shade of the foreground: the eye goes past it to the speaker.
  const shade = pen.paints.isColour ? `<path d="${drawing.outline}" fill="${pen.paints.line}" fill-opacity="0.3"/>` : `<path d="${drawing.outline}" fill="url(#${SHEER_TONE})"/>`;
  return { svg: halo(pen, drawing.outline, 4) + drawing.svg + shade };
}
