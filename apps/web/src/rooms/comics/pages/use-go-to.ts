import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** To another page of the same comic; each page has an address of its own. */
export function useGoTo(comicId: string): (page: number) => void {
  const navigate = useNavigate();
  return useCallback((page: number) => void navigate({ to: '/comics/$comicId/pages/$number', params: { comicId, number: String(page) }, replace: true, resetScroll: false }), [navigate, comicId]);
}
