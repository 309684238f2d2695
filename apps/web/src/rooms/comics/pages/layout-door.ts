/** The engine's layout by hand, as the tools of the editor use it. */
export { applyTemplate, edgesOf, leavesOf, previewOf, templateOf, templatesFor } from '@komawari/comic/by-hand';
export { handOfPage } from './page-ops.ts';
