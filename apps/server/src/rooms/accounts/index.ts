export { authOpener, type Auth } from './auth.ts';
export { createUser, type MadeUser, type NewUser } from './create-user.ts';
export { mayBecomeGuest, openGuest } from './guests.ts';
export { actorResolver } from './resolve-actor.ts';
export { accountsRoom } from './room.ts';
export { openWelcomeLink } from './welcome.ts';
