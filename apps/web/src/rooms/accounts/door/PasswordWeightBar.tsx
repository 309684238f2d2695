import { useWords } from '../../../language/use-words.ts';
import { weighPassword, type PasswordWeight } from './password-weight.ts';

const FILLED: Readonly<Record<PasswordWeight, number>> = { none: 0, short: 0, weak: 1, fair: 2, strong: 3 };

/** A strip of three panels that fills as the password grows. */
export function PasswordWeightBar({ password, known }: { password: string; known: readonly string[] }) {
  const { say } = useWords('accounts');
  const weight = weighPassword(password, known);
  const words = { none: say('weightNone'), short: say('weightShort', { count: 10 - password.length }), weak: say('weightWeak'), fair: say('weightFair'), strong: say('weightStrong') };
  return (
    <div className="weight" data-weight={weight}>
      <span className="weight-bar" aria-hidden="true">{[1, 2, 3].map((step) => <i key={step} data-on={FILLED[weight] >= step} />)}</span>
      <span aria-live="polite">{words[weight]}</span>
    </div>
  );
}
