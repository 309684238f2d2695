/** What stands in the address of the wall, and what is asked of the server for it. Pure. */
export const SHOWS = ['favourites', 'troubled', 'trash'] as const;
export const SINCES = ['day', 'week', 'month'] as const;

export type WallSearch = {
  q?: string;
  /** Provider and model: `provider_…/model`. */
  model?: string;
  show?: (typeof SHOWS)[number];
  since?: (typeof SINCES)[number];
  /** Its id. */
  board?: string;
  tag?: string;
  /** Of the house by its name, or one's own by its id. */
  style?: string;
  /** Squares of one size instead of true shapes. */
  look?: 'grid';
  /** Two pictures beside one another: their ids. */
  compare?: string;
};

export type WallQuery = Record<string, string | number | undefined>;

const DAYS = { day: 1, week: 7, month: 30 } as const;
const DAY_MS = 86_400_000;
const PAGE = 60;
const MODEL = /^provider_[0-9a-z]{26}\/.{1,200}$/u;
const BOARD = /^board_[0-9a-z]{26}$/;
const STYLE = /^[a-zA-Z0-9_]{1,60}$/;
const TAG_MAX = 60;
const PAIR = /^picture_[0-9a-z]{26}~picture_[0-9a-z]{26}$/;

/** What is none of it is left out; what was left out before is said, since the router keeps what is left unsaid. */
export function wallSearch({ q, model, show, since, board, tag, style, look, compare }: Record<string, unknown>): WallSearch {
  const found = {
    q: (typeof q === 'string' || typeof q === 'number') && String(q).trim() !== '' ? String(q).slice(0, 200) : undefined,
    model: typeof model === 'string' && MODEL.test(model) ? model : undefined,
    board: typeof board === 'string' && BOARD.test(board) ? board : undefined,
    tag: (typeof tag === 'string' || typeof tag === 'number') && String(tag) !== '' && String(tag).length <= TAG_MAX ? String(tag) : undefined,
    style: typeof style === 'string' && STYLE.test(style) ? style : undefined,
    show: SHOWS.find((one) => one === show), since: SINCES.find((one) => one === since), look: look === 'grid' ? look : undefined,
    compare: typeof compare === 'string' && PAIR.test(compare) ? compare : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Whether less than everything is shown. */
export function isNarrowed({ q, model, show, since, board, tag, style }: WallSearch): boolean {
  return [q, model, show, since, board, tag, style].some((part) => part !== undefined);
}

/** `now` in ms. A day begins at midnight where the reader is, so that the same question is asked all day long. */
export function queryOf({ q, model, show, since, board, tag, style }: WallSearch, now: number): WallQuery {
  const at = model?.indexOf('/') ?? 0;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const given = {
    limit: PAGE, q, providerId: model?.slice(0, at), modelId: model?.slice(at + 1), boardId: board, tag, style,
    favourite: show === 'favourites' ? 'true' : undefined, state: show === 'troubled' ? 'troubled' : undefined, trash: show === 'trash' ? 'true' : undefined,
    from: since === undefined ? undefined : new Date(midnight - (DAYS[since] - 1) * DAY_MS).toISOString(),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export function pairOf(compare: string | undefined): [string, string] | undefined {
  const [one, other] = compare?.split('~') ?? [];
  return one !== undefined && other !== undefined ? [one, other] : undefined;
}

/** Whether a picture still belongs on a wall, as far as its boards and tags go. */
export function answersTo({ boardId, tag }: WallQuery, { boardIds, tags }: { boardIds: readonly string[]; tags: readonly string[] }): boolean {
  return (boardId === undefined || boardIds.includes(String(boardId))) && (tag === undefined || tags.includes(String(tag)));
}

/** Whether boards and tags alone say what hangs on a wall. */
export function isByLabels({ limit: _limit, boardId, tag, ...others }: WallQuery): boolean {
  return (boardId !== undefined || tag !== undefined) && Object.keys(others).length === 0;
}
