import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { ALL_VERSIONS, shelfVersionsSearch, versionsSearch } from './versions-search.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Steps from the page under the versions to here; none where they were opened by an address. */
    versionSteps?: number;
  }
}

export type VersionsPlace = {
  isOpen: boolean;
  /** On the shelf. */
  comicId: string | undefined;
  /** The version that is compared; none while the list is shown. */
  versionId: string | undefined;
  open: (comicId?: string) => void;
  compare: (versionId: string) => void;
  toList: () => void;
  close: () => void;
};

/**
 * Where one is among the versions stands in the address: a reload and a link lead there, and each step can be gone back. What
 * closes goes back the same way, so that Back does not open it again.
 */
export function useVersionsPlace({ isShelf = false } = {}): VersionsPlace {
  const router = useRouter();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const { versions, comic }: { versions?: string; comic?: string } = isShelf ? shelfVersionsSearch(search) : versionsSearch(search);
  const steps = () => router.latestLocation.state.versionSteps;
  const go = (change: Change, { replace = false, versionSteps }: { replace?: boolean; versionSteps?: number | undefined }) =>
    void navigate({ to: '.', search: searchWith(change), hash: true, replace, resetScroll: false, state: (before) => ({ ...before, versionSteps }) });

  return {
    isOpen: versions !== undefined, comicId: comic, versionId: versions === ALL_VERSIONS ? undefined : versions,
    open: (comicId) => go({ versions: ALL_VERSIONS, ...(comicId === undefined ? {} : { comic: comicId }) }, { versionSteps: 1 }),
    compare: (versionId) => {
      const before = steps();
      go({ versions: versionId }, { versionSteps: before === undefined ? undefined : before + 1 });
    },
    toList: () => {
      if ((steps() ?? 0) > 1) router.history.back();
      else go({ versions: ALL_VERSIONS }, { replace: true });
    },
    close: () => {
      const back = steps();
      if (back !== undefined) router.history.go(-back);
      else go({ versions: undefined, ...(isShelf ? { comic: undefined } : {}) }, { replace: true });
    },
  };
}

type Change = { versions: string | undefined; comic?: string | undefined };

/** The address with this changed. Every page that shows versions says by its route that it knows these keys; which page it is, the types can not tell. */
function searchWith(change: Change): never {
  return ((before: object) => ({ ...before, ...change })) as never;
}
