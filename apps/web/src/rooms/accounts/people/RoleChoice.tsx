import type { Role } from '@komawari/contract';
import { useId } from 'react';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ROLE_WORDS } from '../role-words.ts';

const ROLES = Object.keys(ROLE_WORDS) as Role[];

/** One of the roles, each with what it may do. Only an owner gives the two high ones. */
export function RoleChoice({ label, value, onChange, isOff = false }: { label: string; value: Role; onChange: (role: Role) => void; isOff?: boolean }) {
  const { say } = useWords('accounts');
  const { can } = useSession();
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="roles">
        {ROLES.map((role) => (
          <label key={role} className="role">
            <input type="radio" name={name} checked={role === value} disabled={isOff || ((role === 'owner' || role === 'admin') && !can('owner.appoint'))} onChange={() => onChange(role)} />
            <span>{say(ROLE_WORDS[role].name)}<small>{say(ROLE_WORDS[role].may)}</small></span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
