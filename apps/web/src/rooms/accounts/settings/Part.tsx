import { useId, type ReactNode } from 'react';
import { StatePicture, type StateName } from '../../../ui/StatePicture.tsx';
import { usePageTitle } from '../../../frame/use-page-title.ts';

/** One page of the settings. */
export function PartPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  usePageTitle(title);
  return <article className="part-page"><header><h1>{title}</h1>{lead !== undefined && <p className="lead">{lead}</p>}</header>{children}</article>;
}

/** An empty list within a page: what the artist drew, why there should be something, and the next step. */
export function NoneYet({ picture, title, text, children }: { picture: StateName; title: string; text: string; children: ReactNode }) {
  return (
    <div className="none-yet">
      <StatePicture name={picture} />
      <div className="none-yet-words"><p><strong>{title}</strong></p><p className="hint">{text}</p>{children}</div>
    </div>
  );
}

/** One matter of a page: its name and a sentence at the left, what there is to do at the right. */
export function Matter({ title, lead, children, tag }: { title: string; lead?: ReactNode; children: ReactNode; tag?: ReactNode }) {
  const id = useId();
  return (
    <section className="matter" aria-labelledby={id}>
      <div className="matter-words"><h2 id={id}>{title}</h2>{tag}{lead !== undefined && <p className="hint">{lead}</p>}</div>
      <div className="matter-body">{children}</div>
    </section>
  );
}
