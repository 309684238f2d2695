import type { ComicSummary } from '@komawari/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommands } from '../../frame/commands/use-commands.ts';

/** The books in view can be opened from the palette by their titles. */
export function useBookCommands(books: readonly ComicSummary[] | undefined): void {
  const navigate = useNavigate();
  useCommands((books ?? []).filter(({ title }) => title !== '').map(({ id, title }) => ({ id: `comics.open-${id}`, group: 'here' as const, word: title, run: () => void navigate({ to: '/comics/$comicId', params: { comicId: id } }) })));
}
