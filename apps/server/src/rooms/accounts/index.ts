export { createUser, type MadeUser, type NewUser } from './people/create-user.ts';
export { mayBecomeGuest, openGuest } from './session/guests.ts';
export { actorResolver } from './session/resolve-actor.ts';
export { accountsRoom } from './room.ts';
export { openWelcomeLink } from './enter/welcome.ts';
export { sealedLetters } from './letters/letter-store.ts';
export { sealedAuthenticators } from './second/totp-store.ts';
