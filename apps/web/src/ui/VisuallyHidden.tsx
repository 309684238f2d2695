import type { ReactNode } from 'react';

/** For ears only. With `isLive` a change is read out when it comes. */
export function VisuallyHidden({ children, isLive = false }: { children: ReactNode; isLive?: boolean }) {
  return <span className="unseen" role={isLive ? 'status' : undefined}>{children}</span>;
}
