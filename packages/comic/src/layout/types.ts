import type { Box, PageFormat, Polygon } from '../model/geometry.ts';
import type { PageByHand } from '../model/hand-made.ts';
import type { Direction } from '../model/kinds.ts';

export type PanelToLay = {
  id: string;
  /** 1 to 6; 6 is a splash and may bleed. */
  importance: number;
  /** Area its lettering needs, u²; the panel is never smaller than 2.2 times this. */
  textArea: number;
  opensScene: boolean;
  /** Wide things want wide panels: width / height wished for, or absent. */
  aspect?: number;
  /** Action may be cut with slanted gutters. */
  isAction: boolean;
};

export type LaidPanel = {
  id: string;
  polygon: Polygon;
  /** Sides that run to the bleed edge. */
  bleed: { left: boolean; right: boolean; top: boolean; bottom: boolean };
  /** Bounding box of the polygon, u. */
  box: Box;
};

/** A binary or n-ary cut tree: proves the reading order. Children stand in reading order. */
export type Cut =
  | { type: 'panel'; id: string }
  | {
      type: 'rows' | 'columns';
      children: Cut[];
      /**
       * Slant of the gutter after each child, u over its length (the last one is 0). Positive: a row
       * gutter falls, a column gutter leans, towards the end of the reading direction.
       */
      slants: number[];
      /** Shares of the children in the length of the cut; equal when absent. In a webtoon strip the tree tells the order only. */
      weights?: number[];
    };

export type LaidPage = {
  /** From 1. */
  number: number;
  side: 'left' | 'right' | 'strip';
  width: number;
  height: number;
  template: string;
  cut: Cut;
  panels: LaidPanel[];
  /** Id of the page by hand it was laid from; absent on pages laid by themselves. */
  handId?: string;
};

export type LayoutInput = {
  panels: PanelToLay[];
  format: PageFormat;
  direction: Direction;
  seed: number;
  /** How many panels a page holds on average; by format when absent. */
  density?: number;
  /** Room kept free for a title block at the top of page 1, u; at most half of the live area. */
  titleHeight?: number;
  /** Pages cut by hand, in no order; what cannot be honoured is laid by itself. */
  byHand?: readonly PageByHand[];
};
