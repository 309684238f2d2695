import { sentence, type Language } from '../../config/sentences.ts';
import type { Step } from './make-alone.ts';

const WIDTH = 28;

/** A bar on one line of a terminal; plain lines at each quarter where there is none; nothing when quiet. */
export function progressBar(out: NodeJS.WriteStream, options: { isQuiet: boolean; language: Language }): { step: Step; end(): void } {
  let shown = '';
  let isOpen = false;
  const write = (text: string, isEnd: boolean): void => {
    if (text === shown) return;
    shown = text;
    if (out.isTTY) out.write(`\r\u001b[2K${text}`);
    else if (isEnd) out.write(`${text}\n`);
    isOpen = out.isTTY;
  };
  return {
    step: (step, done, total) => {
      if (options.isQuiet || total === 0) return;
      const filled = Math.round((done / total) * WIDTH);
      const label = sentence(options.language, step === 'draw' ? 'make.drawing' : 'make.writing');
      write(`${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${label} ${done}/${total}`, done === total);
    },
    end: () => {
      if (isOpen) out.write('\n');
      isOpen = false;
    },
  };
}
