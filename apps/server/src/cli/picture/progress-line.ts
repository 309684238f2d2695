import { sentence, type Language } from '../../config/sentences.ts';
import type { Seen } from './wait-for-pictures.ts';

const WIDTH = 28;

/** One line of a terminal that is written again and again. */
export function progressLine(out: Pick<NodeJS.WriteStream, 'write'>, language: Language): { show(seen: Seen): void; end(): void } {
  const startedAt = performance.now();
  let isOpen = false;
  return {
    show({ done, total, share, isStopping }) {
      const filled = Math.min(WIDTH, Math.round(share * WIDTH));
      const label = sentence(language, isStopping ? 'picture.stopping' : 'picture.drawing');
      out.write(`\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${label} ${done}/${total} · ${Math.round((performance.now() - startedAt) / 1000)} s`);
      isOpen = true;
    },
    end() {
      if (isOpen) out.write('\r\u001b[2K');
      isOpen = false;
    },
  };
}
