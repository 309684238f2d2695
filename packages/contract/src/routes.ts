import { accountRoutes } from './accounts.ts';
import { comicDrawingRoutes } from './comics-drawing.ts';
import { comicEditingRoutes } from './comics-editing.ts';
import { comicShelfRoutes } from './comics-shelf.ts';
import { comicRoutes } from './comics.ts';
import type { Route } from './route.ts';
import { budgetRoutes } from './studio-budgets.ts';
import { gridRoutes } from './studio-grids.ts';
import { chainRoutes } from './studio-chains.ts';
import { historyRoutes } from './studio-history.ts';
import { homeHostRoutes } from './studio-home-hosts.ts';
import { studioHostRoutes } from './studio-hosts.ts';
import { studioPreviewRoutes } from './studio-previews.ts';
import { providerRoutes } from './studio-providers.ts';
import { queueRoutes } from './studio-queue.ts';
import { templateRoutes } from './studio-templates.ts';
import { retentionRoutes } from './studio-retention.ts';
import { studioTextRoutes } from './studio-text.ts';
import { studioVisionRoutes } from './studio-vision.ts';
import { wildcardRoutes } from './studio-wildcards.ts';
import { studioRoutes } from './studio.ts';
import { systemRoutes } from './system.ts';
import { taskRoutes } from './tasks.ts';

/** Every route of the API, room by room. */
export const ALL_ROUTES: readonly Route[] = [
  ...Object.values(systemRoutes), ...Object.values(accountRoutes), ...Object.values(comicRoutes), ...Object.values(comicEditingRoutes), ...Object.values(comicDrawingRoutes), ...Object.values(comicShelfRoutes), ...Object.values(taskRoutes), ...Object.values(studioRoutes), ...Object.values(historyRoutes), ...Object.values(gridRoutes), ...Object.values(providerRoutes), ...Object.values(budgetRoutes), ...Object.values(chainRoutes), ...Object.values(studioHostRoutes), ...Object.values(homeHostRoutes), ...Object.values(queueRoutes), ...Object.values(retentionRoutes), ...Object.values(studioTextRoutes), ...Object.values(studioPreviewRoutes), ...Object.values(studioVisionRoutes), ...Object.values(wildcardRoutes), ...Object.values(templateRoutes),
];
