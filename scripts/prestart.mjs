// `npm start`, first half: whatever the program needs and the folder lacks. The second half runs on Node 24.
import { buildWebWhenNeeded } from './build-web.mjs';
import { installWhenNeeded } from './install.mjs';

installWhenNeeded({ withTools: false });
buildWebWhenNeeded();
