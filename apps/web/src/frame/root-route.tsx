import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './PageStates.tsx';

/** The root of all routes; the `routes.tsx` of each room hangs its own under it. */
export const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
