/** Everything a style changes about one picture, made once and asked by the stage. */
import type { Character, Style } from '../../model/book.ts';
import type { Pose } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { makePen, type Paints, type Pen } from '../pen/pen.ts';
import type { FigureSpec, Painters } from '../types.ts';
import { formOf, withForm, type Form } from './form.ts';
import { retouch } from './retouch.ts';
import { stylePaints } from './styled-paints.ts';
import { treatmentOf, type Treatment } from './treatment.ts';

export type Dressing = {
  treatment: Treatment | undefined;
  pen(random: Random): Pen;
  cast(cast: ReadonlyMap<string, Character>): Map<string, Character>;
  painters(painters: Painters): Painters;
  /** Goes over a finished part of the picture. */
  touch(svg: string, layer: 'place' | 'people'): string;
  /** Definitions of the patterns used so far. */
  defs(): string;
};

/** Undefined when the style asks for nothing that is drawn: the artist draws as always, byte for byte. */
export function dressingOf(style: Style | undefined, paints: Paints): Dressing | undefined {
  if (!style) return undefined;
  const [treatment, form] = [treatmentOf(style), formOf(style)];
  if (!treatment && !form) return undefined;
  const styled = treatment ? stylePaints(paints, treatment) : { paints, defs: () => '' };
  return {
    treatment,
    pen: (random) => penOf(styled.paints, random, treatment),
    cast: (cast) => new Map([...cast].map(([id, character]) => [id, { ...character, look: withForm(character.look, form) }])),
    painters: (painters) => (form ? { ...painters, figure: (pen, spec, at) => painters.figure(pen, formed(spec, form), at) } : painters),
    touch: (svg, layer) => (treatment ? retouch(svg, treatment, layer, styled.paints.line) : svg),
    defs: styled.defs,
  };
}

function penOf(paints: Paints, random: Random, t: Treatment | undefined): Pen {
  const pen = makePen(paints, random);
  if (!t) return pen;
  const { outline, detail, fine } = pen.weight;
  return { ...pen, weight: { outline: outline * t.outline, detail: detail * t.detail, fine: fine * t.fine }, folds: t.folds };
}

const AT_REST = new Set<Pose>(['sit-chair', 'sit-ground', 'sit-seiza', 'kneel', 'lie', 'sleep', 'lie-front', 'write', 'hug', 'climb', 'crouch', 'cower', 'ride', 'swim', 'float']);

function formed(spec: FigureSpec, form: Form): FigureSpec {
  const look = withForm(spec.look, form);
  if (!form.lean || AT_REST.has(spec.pose) || spec.reach) return { ...spec, look };
  return { ...spec, look, angle: { ...spec.angle, roll: spec.angle.roll + form.lean * (spec.angle.yaw >= 0 ? 1 : -1) } };
}

/** The artist of a style for drawings that stand alone, on covers and cast pages; brings its own definitions with it. */
export function stylePainters(painters: Painters, style: Style): Painters {
  const dress = <T extends { svg: string }>(pen: Pen, draw: (painters: Painters, pen: Pen) => T): T => {
    const dressing = dressingOf(style, pen.paints)!;
    const drawn = draw(dressing.painters(painters), dressing.pen(pen.random));
    return { ...drawn, svg: dressing.touch(drawn.svg, 'people') + dressing.defs() };
  };
  if (!treatmentOf(style) && !formOf(style)) return painters;
  return {
    ...painters,
    figure: (pen, spec, at) => dress(pen, (own, styled) => own.figure(styled, spec, at)),
    place: (pen, spec, camera) => {
      const dressing = dressingOf(style, pen.paints)!;
      const drawn = painters.place(dressing.pen(pen.random), { ...spec, detail: spec.detail * (dressing.treatment?.place ?? 1) }, camera);
      const touched = { far: dressing.touch(drawn.far, 'place'), middle: dressing.touch(drawn.middle, 'place'), near: dressing.touch(drawn.near, 'place') };
      return { ...drawn, ...touched, far: touched.far + dressing.defs() };
    },
  };
}
