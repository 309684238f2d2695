import type { Role } from '@komawari/contract';
import { permissionsOf, type Actor } from '../../../kernel/ctx.ts';

/** Owners and admins are made, unmade, shut out and let in by owners alone. */
export function isHigh(role: Role): boolean {
  return role === 'owner' || role === 'admin';
}

export function mayGive(actor: Actor, role: Role): boolean {
  return !isHigh(role) || permissionsOf(actor).includes('owner.appoint');
}

/** Whether the actor may change an account that has this role now. */
export function mayChange(actor: Actor, role: Role): boolean {
  return mayGive(actor, role);
}
