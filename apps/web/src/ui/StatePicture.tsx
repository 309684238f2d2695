import { useState } from 'react';
import './state.css';

/** The pictures of states, drawn by the built-in artist (`public/states/`). */
export type StateName = 'empty-shelf' | 'blank-page' | 'lost' | 'offline' | 'broken-bridge' | 'nothing-found' | 'closed-door' | 'empty-trash' | 'first-visit' | 'waiting' | 'letter' | 'keys' | 'robot-key' | 'passkey' | 'parcel' | 'cast-empty' | 'no-facts' | 'done';

/** A picture on its own sheet of paper, since ink is dark in both themes. Without the file the sheet is screentone. */
export function StatePicture({ name }: { name: StateName }) {
  const [isMissing, setIsMissing] = useState(false);
  return <div className="state-picture">{!isMissing && <img src={`/states/${name}.svg`} alt="" width={480} height={360} onError={() => setIsMissing(true)} />}</div>;
}
