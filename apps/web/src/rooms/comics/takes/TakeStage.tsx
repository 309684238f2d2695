import type { Crop } from '@komawari/comic';
import type { Size } from '@komawari/comic/edit';
import type { Take } from '@komawari/contract';
import type { ReactNode, Ref } from 'react';
import { percentIn } from './crop-moves.ts';

type Props = { take: Take; frame: Size; crop: Crop | undefined; alt: string; children?: ReactNode; ref?: Ref<HTMLDivElement> };

/** A take in the frame of its panel, as the page shows it. */
export function TakeStage({ take, frame, crop, alt, children, ref }: Props) {
  const hasSize = take.width > 0 && take.height > 0;
  return (
    <div ref={ref} className="takes-frame" style={{ aspectRatio: `${frame.width} / ${frame.height}`, '--frame-ratio': frame.width / frame.height } as React.CSSProperties}>
      {take.picture !== null && <img src={take.picture} alt={alt} draggable={false} style={hasSize ? percentIn(take, frame, crop) : { inset: 0, width: '100%', height: '100%' }} />}
      {children}
    </div>
  );
}
