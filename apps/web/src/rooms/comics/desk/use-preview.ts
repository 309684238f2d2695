import { useEffect, useState } from 'react';
import { engine, isMovedOn } from '../../../engine/client.ts';
import type { FirstPanel, PreviewOptions } from '../../../engine/types.ts';

const REST_MS = 220;

export type Preview = Omit<FirstPanel, 'svg'> & { address: string; isSample: boolean };

/**
 * The first panel of a story, drawn anew when the hand rests. The last picture stays until the next is ready to be
 * shown, so nothing flickers; what was asked before is given up. While it is off nothing is drawn anew.
 */
export function usePreview(text: string, options: PreviewOptions, { isSample, isOff }: { isSample: boolean; isOff: boolean }): { preview: Preview | undefined; isWorking: boolean; isFault: boolean } {
  const [preview, setPreview] = useState<Preview>();
  const [isWorking, setIsWorking] = useState(!isOff);
  const [isFault, setIsFault] = useState(false);
  const wish = JSON.stringify(options);

  useEffect(() => {
    if (isOff) return undefined;
    const abort = new AbortController();
    const draw = async () => {
      setIsWorking(true);
      try {
        const { svg, ...facts } = await engine.previewFirstPanel(text, JSON.parse(wish) as PreviewOptions, { key: 'desk-preview', signal: abort.signal });
        const address = await pictureOfSvg(svg);
        if (abort.signal.aborted) return URL.revokeObjectURL(address);
        setPreview({ ...facts, address, isSample });
        setIsFault(false);
        setIsWorking(false);
      } catch (error) {
        if (isMovedOn(error) || abort.signal.aborted) return;
        setIsFault(true);
        setIsWorking(false);
      }
    };
    const timer = setTimeout(() => void draw(), REST_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, wish, isSample, isOff]);

  const address = preview?.address;
  useEffect(() => () => { if (address !== undefined) URL.revokeObjectURL(address); }, [address]);
  return { preview, isWorking, isFault };
}

/** An address whose picture is decoded already. */
async function pictureOfSvg(svg: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = address;
  await image.decode().catch(() => undefined);
  return address;
}
