import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who PostgreSQL runs as. It refuses to run as root, so root hands it to a user that owns nothing else. */
export interface PostgresUser {
  isSelf: boolean;
  uid: number;
  gid: number;
}

/**
 * Note "a number without a name": the server needs no entry in /etc/passwd, so a number from the range that
 * Linux distributions leave unused keeps the files apart from everybody else's. Only initdb wants a named user.
 */
const unusedId = 60_877;

export function choosePostgresUser(): PostgresUser {
  if (process.getuid?.() !== 0) return { isSelf: true, uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1 };
  const id = isMapped(unusedId) ? unusedId : namedUser().uid;
  return { isSelf: false, uid: id, gid: id };
}

/** A user of /etc/passwd other than root, for the moment of initdb. */
export function namedUser(): PostgresUser {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find((fields) => fields[0] === 'nobody') ?? users.find((fields) => Number(fields[2]) > 0);
  const uid = Number(found?.[2] ?? 65_534);
  return { isSelf: false, uid, gid: Number(found?.[3] ?? uid) };
}

/**
 * Whether another user may walk to this folder and use it. Access lists are not looked at.
 * @param need the permission bits wanted on the folder itself: 5 to list and pass, 1 to pass only
 */
export function canReach(path: string, user: PostgresUser, need = 0o5): boolean {
  if (!allows(path, user, need)) return false;
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    if (!allows(dir, user, 0o1)) return false;
    if (dir === dirname(dir)) return true;
  }
}

function allows(path: string, user: PostgresUser, bits: number): boolean {
  if (!existsSync(path)) return false;
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/** In a container the kernel may know only some numbers. */
function isMapped(id: number): boolean {
  try {
    const ranges = readFileSync('/proc/self/uid_map', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number));
    return ranges.some(([first = 0, , count = 0]) => id >= first && id < first + count);
  } catch {
    // Not Linux: every number exists.
    return true;
  }
}
