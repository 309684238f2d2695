import './field.css';

type Props = { label: string; isChecked: boolean; onChange: (isChecked: boolean) => void; hint?: string; isOff?: boolean; name?: string };

/** Yes or no, as part of a form that is sent. */
export function Checkbox(props: Props) {
  return <Tick {...props} />;
}

/** On or off, at once. */
export function Switch(props: Props) {
  return <Tick {...props} role="switch" />;
}

function Tick({ label, isChecked, onChange, hint, isOff = false, name, role }: Props & { role?: 'switch' }) {
  return (
    <label className="tick">
      <input type="checkbox" role={role} name={name} checked={isChecked} disabled={isOff} onChange={(event) => onChange(event.target.checked)} />
      <span className="tick-words"><span>{label}</span>{hint !== undefined && <span className="hint">{hint}</span>}</span>
    </label>
  );
}
