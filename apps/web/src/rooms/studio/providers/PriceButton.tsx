import type { Provider, ProviderModel } from '@komawari/contract';
import { useId, useState, type FormEvent } from 'react';
import { setModel } from '../../../api/studio-providers.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { money, ownPrice, PRICE_FIELDS, readPrice, toldPrice, typePrice, type PriceField } from './price.ts';
import { PROVIDERS_KEY, useNoteProvider } from './use-providers.ts';

const LABELS = { perPictureMicros: 'perPicture', perMillionInputTokensMicros: 'perInput', perMillionOutputTokensMicros: 'perOutput' } as const satisfies Record<PriceField, string>;
const SUMS = { perPictureMicros: 'perPictureIs', perMillionInputTokensMicros: 'perInputIs', perMillionOutputTokensMicros: 'perOutputIs' } as const satisfies Record<PriceField, string>;

type Props = { provider: Provider; model: ProviderModel; bills: boolean };

/** What a model costs here; pressed, it is typed: the operator's own figure goes before the adapter's. */
export function PriceButton({ provider, model, bills }: Props) {
  const { say, language } = useWords('studio-providers');
  const [isOpen, setIsOpen] = useState(false);
  const price = model.price;
  const parts = price === null ? [] : PRICE_FIELDS[model.job].flatMap((field) => (price[field] === undefined ? [] : [say(SUMS[field], { price: money(price[field], { currency: price.currency, language }) })]));
  const words = parts.length > 0 ? parts : [say(bills ? 'priceUnknown' : 'priceFree')];
  return (
    <div className="prov-price">
      <Button look="quiet" aria-label={`${say('priceOf', { name: model.name })}: ${words.join(', ')}`} onClick={() => setIsOpen(true)}><span>{words.map((word) => <span key={word}>{word}</span>)}</span></Button>
      {isOpen && <PriceDialog provider={provider} model={model} onClose={() => setIsOpen(false)} />}
    </div>
  );
}

function PriceDialog({ provider, model, onClose }: Omit<Props, 'bills'> & { onClose: () => void }) {
  const { say, language } = useWords('studio-providers');
  const undoable = useUndoable();
  const note = useNoteProvider();
  const form = useId();
  const [own, told] = [ownPrice(model), toldPrice(model)];
  const [typed, setTyped] = useState(() => typePrice(own, model.job));
  const [faults, setFaults] = useState<ReturnType<typeof readPrice>['faults']>({});
  const put = (price: ProviderModel['price']) => setModel(provider.id, { job: model.job, modelId: model.modelId, isEnabled: model.isEnabled, price }).then(note);
  const save = (price: ProviderModel['price']) => {
    onClose();
    if (JSON.stringify(price) !== JSON.stringify(own)) void undoable({ text: say('priceSaved', { name: model.name }), run: () => put(price), back: () => put(own), touches: [PROVIDERS_KEY] });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readPrice(typed, model.job);
    setFaults(read.faults);
    if (Object.keys(read.faults).length === 0) save(read.price);
  };
  const hintOf = (field: PriceField) => (told?.[field] === undefined ? '' : say('priceTold', { price: money(told[field], { currency: told.currency, language }) }));
  const faultOf = (field: PriceField | 'currency') => (faults[field] === undefined ? '' : say(faults[field]));
  return (
    <Dialog title={say('priceOf', { name: model.name })} isOpen onClose={onClose} foot={<>{own !== null && <Button look="quiet" onClick={() => save(null)}>{say('priceBack')}</Button>}<Button onClick={onClose}>{say('cancel')}</Button><Button type="submit" form={form} look="primary">{say('save')}</Button></>}>
      <form id={form} className="prov-price-form" noValidate onSubmit={send}>
        <p className="hint">{say('priceLead')}</p>
        {PRICE_FIELDS[model.job].map((field, at) => (
          <TextField key={field} inputMode="decimal" autoComplete="off" autoFocus={at === 0} label={say(LABELS[field])} hint={hintOf(field)} fault={faultOf(field)} value={typed.amounts[field] ?? ''} onChange={(text) => { setFaults({}); setTyped({ ...typed, amounts: { ...typed.amounts, [field]: text } }); }} />
        ))}
        <TextField label={say('currency')} hint={say('currencyHint')} autoComplete="off" maxLength={3} fault={faultOf('currency')} value={typed.currency} placeholder={told?.currency ?? 'CNY'} onChange={(currency) => { setFaults({}); setTyped({ ...typed, currency }); }} />
      </form>
    </Dialog>
  );
}
