import type { ImageModelOffer } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';
import { costOf } from './cost.ts';

type Props = { offer: ImageModelOffer; count: number; isBusy: boolean; isWaiting: boolean; fault: string };

/** The one way on, with what it will cost; within reach of the thumb. */
export function MakeBar({ offer, count, isBusy, isWaiting, fault }: Props) {
  const { say, language } = useWords('studio');
  const cost = costOf(offer, count, language);
  const price = cost.kind === 'free' ? say('free') : cost.kind === 'about' ? say('about', { price: cost.text }) : say('priceUnknown');
  return (
    <div className="make-bar">
      {fault !== '' && <p className="fault" role="alert"><AlertIcon aria-hidden="true" /><span>{fault}</span></p>}
      <button type="submit" className="button primary big make-button" aria-busy={isBusy || undefined} aria-disabled={isBusy || isWaiting || undefined}>
        <span>{isWaiting ? say('waitForPictures') : say('make', { count })}</span>
        <span className="make-price number">{price}</span>
      </button>
    </div>
  );
}
