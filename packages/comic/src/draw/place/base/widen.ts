/**
 * Near shots of people are taken with a long lens, and a long lens shows a hand's breadth of the wall
 * behind them. As an artist does, the place is drawn from a step nearer with a shorter lens: at the
 * people's distance scale and ground stay the same, behind them the place opens.
 */
import { project, type Camera } from '../../camera.ts';

type View = {
  camera: Camera;
  /** How far before the origin this camera stands, cm. */
  dolly: number;
};

/** Distance of the people and the widest lens, as shares of the picture's size, by detail. */
function lensOf(detail: number): { distance: number; lens: number } | undefined {
  if (detail < 0.3) return { distance: 170, lens: 1.7 };
  if (detail < 0.6) return { distance: 230, lens: 1.3 };
  if (detail < 0.9) return { distance: 330, lens: 1.05 };
  return undefined;
}

export function widen(camera: Camera, detail: number): View {
  const aim = lensOf(detail);
  if (aim === undefined || camera.pitch > 0.35) return { camera, dolly: 0 };
  const wanted = Math.max(camera.width, camera.height * 1.1) * aim.lens;
  const focal = Math.min(camera.focal, Math.max(wanted, camera.focal * 0.42));
  if (focal === camera.focal) return { camera, dolly: 0 };
  const [sin, cos] = [Math.sin(camera.pitch), Math.cos(camera.pitch)];
  const depth = aim.distance * cos + camera.eye * sin;
  const dolly = (depth * (1 - focal / camera.focal)) / cos;
  // The ground under the people keeps its place in the picture.
  const feet = project(camera, { x: 0, y: 0, z: aim.distance });
  const shorter: Camera = { ...camera, focal };
  const moved = project(shorter, { x: 0, y: 0, z: aim.distance - dolly });
  return { camera: { ...shorter, centre: { x: camera.centre.x, y: camera.centre.y + feet.y - moved.y } }, dolly };
}
