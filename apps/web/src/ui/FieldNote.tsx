import { AlertIcon } from './icons.ts';

/** What stands under a field: the fault when there is one, else the hint. */
export function FieldNote({ id, hint, fault }: { id: string; hint: string | undefined; fault: string | undefined }) {
  if (fault !== undefined && fault !== '') return <p id={id} className="field-note fault" role="alert"><AlertIcon aria-hidden="true" />{fault}</p>;
  return <p id={id} className="field-note hint">{hint}</p>;
}
