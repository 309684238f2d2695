import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import { cameraTo, type Page, type Size, type Step } from './guided.ts';
import { PagePicture } from './PagePicture.tsx';
import { PageText } from './PageText.tsx';
import { usePicturesAhead } from './PagedView.tsx';

const MARGIN_PX = 18;

/** The camera stands before one panel after the other; what lies around it is dimmed. */
export function GuidedView({ pages, step }: { pages: readonly Page[]; step: Step | undefined }) {
  const stage = useRef<HTMLDivElement>(null);
  const view = useSize(stage);
  const page = pages[(step?.page ?? 1) - 1];
  usePicturesAhead(pages, [step?.page ?? 1]);
  if (!page || !step) return null;
  const camera = cameraTo(step.box, page, view, step.panelId === null ? 0 : Math.min(MARGIN_PX, view.width * 0.04));
  const { x, y, width, height } = step.box;
  return (
    <div ref={stage} className="r-guided">
      {view.width > 0 && (
        <figure key={page.number} className="reader-page r-camera" data-page={page.number} data-panel={step.panelId ?? ''} style={{ width: page.width, height: page.height, transform: `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})` }}>
          <PagePicture page={page} />
          <div className="r-light" data-on={step.panelId !== null} style={{ left: x, top: y, width, height, '--px': 1 / camera.scale } as CSSProperties} />
          <PageText page={page} />
        </figure>
      )}
    </div>
  );
}

function useSize(node: { current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = node.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [node]);
  return size;
}
