import type { Provider, ProviderKindInfo } from '@komawari/contract';
import { useState } from 'react';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { AddIcon } from '../../../../ui/icons.ts';
import { HealthLine } from '../HealthLine.tsx';
import { EndpointDialog } from './EndpointDialog.tsx';
import { EndpointRow } from './EndpointRow.tsx';

/** Further addresses and keys of a provider, among which requests are shared out. */
export function Endpoints({ provider, kind }: { provider: Provider; kind: ProviderKindInfo }) {
  const { say } = useWords('studio-providers');
  const [isAdding, setIsAdding] = useState(false);
  const endpoints = provider.endpoints ?? [];
  return (
    <section className="prov-part" aria-labelledby="prov-endpoints">
      <h2 id="prov-endpoints">{say('endpoints')}</h2>
      <p className="hint">{say('endpointsLead')}</p>
      {endpoints.length > 0 && (
        <ul className="prov-model-list">
          <li className="prov-way">
            <div>
              <strong>{say('endpointOwn')}</strong>
              <p className="prov-facts"><span className="prov-address">{provider.url}</span><span>{say('onTheWay', { count: provider.onTheWay ?? 0, max: provider.inFlightMax })}</span></p>
              <HealthLine provider={{ ...provider, endpoints: [] }} hasMake />
            </div>
          </li>
          {endpoints.map((endpoint) => <EndpointRow key={endpoint.id} provider={provider} endpoint={endpoint} kind={kind} />)}
        </ul>
      )}
      <p><Button icon={<AddIcon />} onClick={() => setIsAdding(true)}>{say('endpointAdd')}</Button></p>
      {isAdding && <EndpointDialog provider={provider} kind={kind} onClose={() => setIsAdding(false)} />}
    </section>
  );
}
