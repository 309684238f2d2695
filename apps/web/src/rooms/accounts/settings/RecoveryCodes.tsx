import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { DownloadIcon, PrintIcon } from '../../../ui/icons.ts';
import { CopyButton } from './CopyButton.tsx';

/** The ten codes, this once: to copy, print or keep as a file. They go when it is said that they are kept. */
export function RecoveryCodes({ codes, email, onDone }: { codes: readonly string[]; email: string; onDone: () => void }) {
  const { say } = useWords('accounts-settings');
  const [isKept, setIsKept] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = `${say('codesFile', { email, host: location.host })}\n\n${codes.join('\n')}\n`;
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    Object.assign(document.createElement('a'), { href: address, download: 'komawari-recovery-codes.txt' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  const print = () => {
    document.documentElement.classList.add('printing-codes');
    window.addEventListener('afterprint', () => document.documentElement.classList.remove('printing-codes'), { once: true });
    window.print();
  };
  return (
    <section className="sheet-of-codes" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" ref={heading} tabIndex={-1}>{say('codesTitle')}</h3>
      <p className="hint codes-on-screen">{say('codesLead')}</p>
      <p className="codes-on-paper">{say('codesFile', { email, host: location.host })}</p>
      <ol>{codes.map((code) => <li key={code}><span>{code}</span></li>)}</ol>
      <div className="settings-row codes-on-screen"><CopyButton text={codes.join('\n')} /><Button icon={<DownloadIcon />} onClick={save}>{say('download')}</Button><Button icon={<PrintIcon />} onClick={print}>{say('print')}</Button></div>
      <div className="settings-row codes-on-screen"><Checkbox label={say('codesKept')} isChecked={isKept} onChange={setIsKept} /><Button disabled={!isKept} onClick={onDone}>{say('done')}</Button></div>
    </section>
  );
}
