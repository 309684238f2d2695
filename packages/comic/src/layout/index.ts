export { layOut } from './lay-out.ts';
export { areaOf, polygonsOf, type PageCut } from './polygons-of.ts';
export { liveArea } from './page-frame.ts';
export { TEMPLATES, type PageTemplate } from './templates.ts';
export type { Cut, LaidPage, LaidPanel, LayoutInput, PanelToLay } from './types.ts';
export * from './by-hand/index.ts';
