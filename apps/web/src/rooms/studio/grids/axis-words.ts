/** What the sides of a grid and their values are called. */
import type { GridAxis, ImageModelOffer } from '@komawari/contract';
import { useMemo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { nameOfSize } from '../desk/shapes.ts';
import { styleName } from '../templates/style-list.ts';
import { useStyles } from '../templates/use-styles.ts';

export type AxisWords = { nameOf: (axis: GridAxis) => string; valuesOf: (axis: GridAxis) => string[] };

/** A model that is gone is called by its id, a style by its words. */
export function useAxisWords(offers: readonly ImageModelOffer[]): AxisWords {
  const { say, language } = useWords('studio-grids');
  const { offers: styles } = useStyles(true);
  return useMemo(() => {
    const modelName = ({ providerId, modelId }: { providerId: string; modelId: string }) => offers.find((offer) => offer.providerId === providerId && offer.model.id === modelId)?.model.name ?? modelId;
    const valuesOf = (axis: GridAxis): string[] => {
      switch (axis.kind) {
        case 'shape': return axis.values.map(nameOfSize);
        case 'resolution': return axis.values;
        case 'model': return axis.values.map(modelName);
        case 'style': return axis.values.map(({ id, words }) => (words === '' ? say('noStyle') : (styleName(id, styles) ?? words)));
        case 'word': return axis.values.map((word) => (word === '' ? say('leftOut') : word));
        case 'seed': return axis.values.map(String);
        default: return axis.values.map((value) => value.toLocaleString(language));
      }
    };
    return { valuesOf, nameOf: (axis) => (axis.kind === 'word' ? say('wordOf', { word: axis.search }) : say(axis.kind)) };
  }, [say, language, offers, styles]);
}
