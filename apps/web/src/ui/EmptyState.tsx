import type { ReactNode } from 'react';
import { StatePicture, type StateName } from './StatePicture.tsx';

type Props = { picture: StateName; title: string; text?: string; children?: ReactNode; isPage?: boolean };

/** Nothing here yet: a drawn picture, why, and the next step as `children` (a ButtonLink). `isPage` makes the title an h1. */
export function EmptyState({ picture, title, text, children, isPage = false }: Props) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <section className="state">
      <StatePicture name={picture} />
      <Title className="state-title">{title}</Title>
      {text !== undefined && <p>{text}</p>}
      <div className="state-acts">{children}</div>
    </section>
  );
}
