import type { ReactNode } from 'react';
import { usePageTitle } from '../../../frame/use-page-title.ts';
import { StatePicture, type StateName } from '../../../ui/StatePicture.tsx';
import './door.css';

type Props = { picture: StateName; title: string; lead?: ReactNode; caption?: string; children?: ReactNode; foot?: ReactNode; isMoment?: boolean };

/** Two panels of one strip: what the artist drew, and what there is to do. `isMoment` lets them come one after the other. */
export function Door({ picture, title, lead, caption, children, foot, isMoment = false }: Props) {
  usePageTitle(title);
  return (
    <section className={isMoment ? 'door door-moment' : 'door'}>
      <div className="door-strip">
        <div className="door-picture" data-picture={picture}>
          <StatePicture name={picture} />
          {caption !== undefined && <p className="door-caption">{caption}</p>}
        </div>
        <div className="door-panel">
          <h1>{title}</h1>
          {lead !== undefined && <div className="lead">{lead}</div>}
          {children}
        </div>
      </div>
      {foot !== undefined && <div className="door-foot">{foot}</div>}
    </section>
  );
}
