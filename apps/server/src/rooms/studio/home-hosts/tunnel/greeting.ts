/** What both ends of a connection agree on beside its frames. */

/** Not `authorization`: that one is for people and programs with an account. */
export const HOST_TOKEN_HEADER = 'x-koma-host-token';

/** Why the server ends a connection, as the code of its close. After the first two it is of no use to come back. */
export const LET_GO = { token: 4001, another: 4002, rules: 4003 } as const;
