/** What of the cast's page is shown, as its address says it. */
const CAST_VIEWS = ['people', 'places', 'scenes', 'facts'] as const;
export type CastView = (typeof CAST_VIEWS)[number];
export type CastSearch = { show?: CastView; /** Scenes of one place only. */ place?: string };

export function castSearch({ show, place }: Record<string, unknown>): CastSearch {
  const view = CAST_VIEWS.find((one) => one === show);
  return { ...(view && view !== 'people' ? { show: view } : {}), ...(view === 'scenes' && typeof place === 'string' ? { place } : {}) };
}
