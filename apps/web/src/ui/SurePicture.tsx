import { useState } from 'react';
import { askReachable } from '../api/reachable.ts';
import { useRetryWhenReachable } from './use-retry-when-reachable.ts';

type Props = { src: string; width: number; height: number; loading?: 'lazy' | 'eager' };
/** Where the server answers and the picture still does not come, it is no matter of the way. */
const TRIES_MAX = 20;

/** A picture that says nothing its word beside it does not say. What could not be fetched is a tone of its size, and comes once the server answers. */
export function SurePicture({ src, width, height, loading = 'lazy' }: Props) {
  const [lost, setLost] = useState(0);
  const [tries, setTries] = useState(0);
  const isLost = lost > tries;
  useRetryWhenReachable(isLost && lost < TRIES_MAX ? lost : undefined, () => setTries(lost));
  if (isLost) return <span className="tone" style={{ display: 'block', width, maxWidth: '100%', aspectRatio: `${width} / ${height}` }} aria-hidden="true" />;
  return <img key={`${src} ${tries}`} src={src} alt="" width={width} height={height} loading={loading} decoding="async" onError={() => { setLost(tries + 1); askReachable(); }} />;
}
