import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { importBundle } from '../../../api/comics-shelf.ts';
import { useWords } from '../../../language/use-words.ts';

export type Importing = { name: string; share: number; cancel: () => void };

/** Reads in bundles, one after the other: chosen or dropped. What was refused stays to be read until the next try. */
export function useImport() {
  const { say, sayError } = useWords('comics-shelf');
  const client = useQueryClient();
  const [importing, setImporting] = useState<Importing>();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isOver, setIsOver] = useState(false);
  const isBusy = useRef(false);

  const one = async (file: File) => {
    const abort = new AbortController();
    const cancel = () => abort.abort();
    setImporting({ name: file.name, share: 0, cancel });
    try {
      await importBundle(file.slice(0, file.size, 'application/vnd.komawari+zip'), { signal: abort.signal, onProgress: (share) => setImporting({ name: file.name, share, cancel }) });
    } catch (error) {
      if (!abort.signal.aborted) setFaults((before) => [...before, say('importQueued', { name: file.name, why: sayError(error) })]);
    }
    await client.invalidateQueries({ queryKey: ['comics'] });
  };

  const take = async (files: readonly File[]) => {
    if (files.length === 0 || isBusy.current) return;
    isBusy.current = true;
    setFaults([]);
    for (const file of files) await one(file);
    isBusy.current = false;
    setImporting(undefined);
  };

  return {
    importing, faults, isOver, take,
    drag: {
      onDragOver: (event: DragEvent) => { if (event.dataTransfer.types.includes('Files')) { event.preventDefault(); setIsOver(true); } },
      onDragLeave: (event: DragEvent) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false); },
      onDrop: (event: DragEvent) => { event.preventDefault(); setIsOver(false); void take([...event.dataTransfer.files]); },
    },
  };
}
