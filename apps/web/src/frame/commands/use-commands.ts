import { useEffect, useRef } from 'react';
import { setCommands, type Command } from './commands.ts';

/** Offers commands in the palette while this component is shown. `run` may be a fresh function on every render. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useRef(Symbol('commands'));
  const latest = useRef(commands);
  const shape = JSON.stringify(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const id = owner.current;
    setCommands(id, latest.current.map((command) => ({ ...command, run: () => latest.current.find((one) => one.id === command.id)?.run() })));
    return () => setCommands(id, []);
  }, [shape]);
}
