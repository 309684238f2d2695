import type { Me } from '@komawari/contract';
import { useCallback, useEffect, useState } from 'react';
import { getMe } from '../../api/accounts.ts';

/** Who is here; undefined until known. Not knowing hides nothing that matters. */
export function useMe(): { me: Me | undefined; reload: () => void } {
  const [me, setMe] = useState<Me>();
  const reload = useCallback(() => void getMe().then(setMe, () => undefined), []);
  useEffect(reload, [reload]);
  return { me, reload };
}
