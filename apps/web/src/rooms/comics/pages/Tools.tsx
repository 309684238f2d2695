import { useState, type ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { BubbleIcon, CloseIcon, EyeIcon, LanguageIcon, LayoutIcon, PictureIcon, UpIcon } from '../../../ui/icons.ts';
import { usePageDesk, type ToolName } from './desk-context.ts';
import { BubbleTools } from './tools/BubbleTools.tsx';
import { CheckTools } from './tools/CheckTools.tsx';
import { LayoutTools } from './tools/LayoutTools.tsx';
import { PictureTools } from './tools/PictureTools.tsx';
import { WordsTools } from './tools/WordsTools.tsx';

const TOOLS: readonly { name: ToolName; icon: ReactNode; word: 'toolLayout' | 'toolBubble' | 'toolPicture' | 'toolWords' | 'toolCheck'; panel: () => ReactNode }[] = [
  { name: 'layout', icon: <LayoutIcon />, word: 'toolLayout', panel: () => <LayoutTools /> },
  { name: 'bubble', icon: <BubbleIcon />, word: 'toolBubble', panel: () => <BubbleTools /> },
  { name: 'picture', icon: <PictureIcon />, word: 'toolPicture', panel: () => <PictureTools /> },
  { name: 'words', icon: <LanguageIcon />, word: 'toolWords', panel: () => <WordsTools /> },
  { name: 'check', icon: <EyeIcon />, word: 'toolCheck', panel: () => <CheckTools /> },
];

/** The tools beside the page; on a phone below it, folded until one is taken. */
export function Tools() {
  const { tool, openTool, page } = usePageDesk();
  const { say } = useWords('comics-pages');
  const [isOpen, setIsOpen] = useState(false);
  const current = TOOLS.find(({ name }) => name === tool)!;
  const problems = page.problems.length;
  return (
    <aside className="pe-tools" aria-label={say('tools')} data-open={isOpen}>
      <div className="pe-tool-bar">
        <div className="pe-tool-tabs" role="tablist" aria-label={say('tools')}>
          {TOOLS.map(({ name, icon, word }) => (
            <button
              key={name} type="button" role="tab" id={`pe-tab-${name}`} aria-selected={tool === name} aria-controls="pe-tool-panel" tabIndex={tool === name ? 0 : -1} className="pe-tool-tab"
              onClick={() => { setIsOpen(tool !== name || !isOpen); openTool(name); }}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
                if (by === 0) return;
                event.preventDefault();
                const next = TOOLS[(TOOLS.findIndex((one) => one.name === name) + by + TOOLS.length) % TOOLS.length]!;
                openTool(next.name);
                document.getElementById(`pe-tab-${next.name}`)?.focus();
              }}
            >
              {icon}<span>{say(word)}</span>{name === 'check' && problems > 0 && <span className="pe-count number">{problems}</span>}
            </button>
          ))}
        </div>
        <button type="button" className="icon-button pe-fold" aria-label={say(isOpen ? 'foldTools' : 'unfoldTools')} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? <CloseIcon /> : <UpIcon />}</button>
      </div>
      <div className="pe-tool-panel" role="tabpanel" id="pe-tool-panel" aria-labelledby={`pe-tab-${tool}`} tabIndex={-1}>{current.panel()}</div>
    </aside>
  );
}
