import { bleeding as B, columns as C, panel as P, rows as R, type Plan } from './plan.ts';

export type PageTemplate = {
  name: string;
  /** `action`: its slants want action panels. `calm`: even cells that would be dull elsewhere. */
  suits: 'any' | 'action' | 'calm';
  plan: Plan;
};

/** Number of panels -> templates. Invariant: of the parts of every `columns` one is a plain panel, so that no row gutter crosses it. */
export const TEMPLATES: readonly PageTemplate[] = [
  // One and two panels: splashes and half pages.
  { name: 'splash', suits: 'any', plan: B },
  { name: 'splash-over-strip', suits: 'any', plan: R([2.6, B], [1, P]) },
  { name: 'strip-over-splash', suits: 'any', plan: R([1, P], [2.6, B]) },
  { name: 'halves', suits: 'calm', plan: R([1, P], [1, P]) },
  { name: 'duel', suits: 'action', plan: R([1, B, -0.1], [1, B]) },
  { name: 'standing-duel', suits: 'action', plan: C([1, B, 0.12], [1, B]) },

  // Three.
  { name: 'wide-and-pair', suits: 'any', plan: R([1.5, B], [1, C([1.2, P], [1, P])]) },
  { name: 'pair-and-wide', suits: 'any', plan: R([1, C([1, P], [1.25, P])], [1.6, B]) },
  { name: 'three-bands', suits: 'calm', plan: R([1, P], [1.25, P], [1, P]) },
  { name: 'tower-and-stack', suits: 'any', plan: C([1.15, B], [1, R([1.1, P], [1, P])]) },
  { name: 'stack-and-tower', suits: 'any', plan: C([1, R([1, P], [1.2, P])], [1.2, B]) },
  { name: 'three-blades', suits: 'action', plan: R([1, B, 0.08], [1.2, P, -0.07], [1.1, B]) },

  // Four.
  { name: 'opening-view', suits: 'any', plan: R([1.7, B], [1, C([1, P], [1.3, P])], [0.8, P]) },
  { name: 'closing-view', suits: 'any', plan: R([0.8, P], [1, C([1.3, P], [1, P])], [1.6, B]) },
  { name: 'view-over-three', suits: 'any', plan: R([1.6, B], [1, C([1, P], [1.15, P], [1, P])]) },
  { name: 'three-under-view', suits: 'any', plan: R([1, C([1.1, P], [1, P], [1.2, P])], [1.7, B]) },
  { name: 'window', suits: 'calm', plan: R([1, C([1, P], [1, P])], [1, C([1, P], [1, P])]) },
  { name: 'zigzag', suits: 'any', plan: R([1.15, C([1.5, P], [1, P])], [1, C([1, P], [1.5, P])]) },
  { name: 'crossing-swords', suits: 'action', plan: R([1.1, C([1.3, B, 0.16], [1, P]), 0.06], [1, C([1, P, -0.16], [1.3, B])]) },
  { name: 'two-steps-down', suits: 'any', plan: R([0.95, P], [1.3, B], [1, C([1.3, P], [1, P])]) },
  { name: 'pair-and-two-views', suits: 'any', plan: R([1, C([1, P], [1.3, P])], [0.9, P], [1.4, B]) },
  { name: 'tower-stack-strip', suits: 'any', plan: R([1.7, C([1, R([1, P], [1.1, P])], [1.2, B])], [0.85, P]) },
  { name: 'strip-tower-stack', suits: 'any', plan: R([0.8, P], [1.7, C([1.2, B], [1, R([1, P], [1, P])])]) },

  // Five: the usual page.
  { name: 'morning-page', suits: 'any', plan: R([1.25, B], [1, C([1.2, P], [1, P])], [1, C([1, P], [1.35, P])]) },
  { name: 'evening-page', suits: 'any', plan: R([1, C([1.3, P], [1, P])], [0.95, C([1, P], [1.2, P])], [1.4, B]) },
  { name: 'heart', suits: 'any', plan: R([0.9, C([1, P], [1.3, P])], [1.45, B], [0.9, C([1.3, P], [1, P])]) },
  { name: 'pillar', suits: 'any', plan: R([1, C([1.25, P], [1, P])], [1.6, C([1, R([1, P], [1.15, P])], [1.1, B])]) },
  { name: 'banner-pillar', suits: 'any', plan: R([1.5, C([1.1, B], [1, R([1, P], [1.1, P])])], [1, C([1, P], [1.4, P])]) },
  { name: 'framed-tower', suits: 'any', plan: R([0.75, P], [1.8, C([1, R([1, P], [1.1, P])], [1.25, B])], [0.75, P]) },
  { name: 'framed-pillar', suits: 'any', plan: R([0.75, P], [1.8, C([1.25, B], [1, R([1.1, P], [1, P])])], [0.75, P]) },
  { name: 'three-and-two-views', suits: 'any', plan: R([0.9, C([1, P], [1, P], [1.15, P])], [1.5, B], [0.9, P]) },
  { name: 'stack-and-two-views', suits: 'any', plan: R([1.3, C([1, P], [1, R([1, P], [1.1, P])])], [1.25, B], [0.85, P]) },
  { name: 'two-three', suits: 'any', plan: R([1.25, C([1.4, P], [1, P])], [1, C([1, P], [1.1, P], [1, P])]) },
  { name: 'lightning', suits: 'action', plan: R([1, C([1.2, P, 0.14], [1, P]), -0.06], [1.3, B, 0.06], [1, C([1, P, -0.14], [1.2, P])]) },
  { name: 'avalanche', suits: 'action', plan: R([0.8, P, 0.06], [1, C([1, P, 0.18], [1.3, P]), 0.08], [1.2, C([1.4, B, -0.14], [1, P])]) },

  // Six.
  { name: 'three-pairs', suits: 'any', plan: R([1.1, C([1.5, P], [1, P])], [0.95, C([1, P], [1.3, P])], [1.1, C([1.35, P], [1, P])]) },
  { name: 'six-window', suits: 'calm', plan: R([1, C([1, P], [1, P])], [1, C([1, P], [1, P])], [1, C([1, P], [1, P])]) },
  { name: 'one-two-three', suits: 'any', plan: R([1.45, B], [1.05, C([1.3, P], [1, P])], [0.9, C([1, P], [1.1, P], [1, P])]) },
  { name: 'three-two-one', suits: 'any', plan: R([0.9, C([1, P], [1, P], [1.2, P])], [1, C([1, P], [1.3, P])], [1.5, B]) },
  { name: 'two-pairs-and-views', suits: 'any', plan: R([1, C([1, P], [1.25, P])], [0.95, C([1.3, P], [1, P])], [1.3, B], [0.75, P]) },
  { name: 'step-and-well', suits: 'any', plan: R([0.85, P], [1, C([1, P], [1.35, P])], [1.5, C([1.1, B], [1, R([1, P], [1, P])])]) },
  { name: 'gate', suits: 'any', plan: R([1, C([1.2, P], [1, P])], [0.8, P], [1.5, C([1, R([1, P], [1, P])], [1.15, B])]) },
  { name: 'conversation', suits: 'any', plan: R([0.9, C([1, P], [1.2, P])], [1.3, C([1.2, P], [1, R([1, P], [1, P])])], [1, P]) },
  { name: 'broken-glass', suits: 'action', plan: R([1, C([1, P, 0.16], [1.3, P]), 0.05], [1.2, C([1.4, B, -0.14], [1, P]), -0.06], [1, C([1, P, 0.12], [1.2, P])]) },

  // Seven and eight.
  { name: 'council', suits: 'any', plan: R([1.1, C([1.3, P], [1, P])], [0.95, C([1, P], [1.1, P], [1, P])], [1.1, C([1, P], [1.4, P])]) },
  { name: 'view-and-chatter', suits: 'any', plan: R([1.3, B], [0.9, C([1, P], [1.2, P])], [0.9, C([1.2, P], [1, P])], [0.9, C([1, P], [1.3, P])]) },
  { name: 'chatter-and-view', suits: 'any', plan: R([0.9, C([1.3, P], [1, P])], [0.9, C([1, P], [1.1, P], [1, P])], [0.9, P], [1.3, B]) },
  { name: 'pursuit', suits: 'action', plan: R([0.95, C([1.2, P, 0.14], [1, P]), -0.05], [1.2, B, 0.05], [0.9, C([1, P, -0.12], [1.1, P, -0.12], [1, P])], [0.8, P]) },
  { name: 'four-pairs', suits: 'any', plan: R([1, C([1.4, P], [1, P])], [1.05, C([1, P], [1.3, P])], [0.95, C([1.2, P], [1, P])], [1.05, C([1, P], [1.5, P])]) },
  { name: 'crowded-street', suits: 'any', plan: R([1.2, B], [0.9, C([1, P], [1.1, P], [1, P])], [0.9, C([1.3, P], [1, P])], [1, C([1, P], [1.4, P])]) },
  { name: 'wings', suits: 'any', plan: R([1.5, C([1.1, P], [1, R([1, P], [1, P])])], [0.8, C([1, P], [1.3, P])], [1.5, C([1, R([1, P], [1, P])], [1.1, P])]) },
];
