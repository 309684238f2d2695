/** From the script's facing to the angle of a body. */
import type { PanelCharacter } from '../../model/book.ts';
import type { Facing, Pose } from '../../model/kinds.ts';
import type { Angle } from '../types.ts';

const YAW: Record<Facing, number> = { front: 0.12, left: -0.62, right: 0.62, 'left-profile': -1.45, 'right-profile': 1.45, back: 2.75 };

/** Poses that read best from the side. */
const SIDEWAYS: Partial<Record<Pose, number>> = { run: 1.05, walk: 0.9, sneak: 1.1, kick: 1.0, punch: 0.9, throw: 0.9, fall: 1.1, bow: 1.15, push: 1.2, pull: 1.15, climb: 2.15, swim: 1.3, ride: 1.1, hug: 1.1, reach: 0.95, 'hold-out': 0.85, 'sit-chair': 0.7, lie: 1.0, sleep: 1.0, 'lie-front': 1.0, cower: 0.8, crouch: 0.7, kneel: 0.8, pray: 0.8 };

export function angleOf(person: Pick<PanelCharacter, 'facing' | 'pose'>, pitch: number): Angle {
  const yaw = YAW[person.facing];
  const side = SIDEWAYS[person.pose];
  const turned = side !== undefined && Math.abs(yaw) < 1.4 && Math.abs(yaw) > 0.3 ? Math.sign(yaw) * Math.max(Math.abs(yaw), side) : yaw;
  return { yaw: turned, pitch, roll: 0 };
}
