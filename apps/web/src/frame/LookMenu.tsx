import { UI_LANGUAGE_LIST, LANGUAGE_NAMES } from '../language/languages.ts';
import { speak } from '../language/i18n.ts';
import { useWords } from '../language/use-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { LanguageIcon } from '../ui/icons.ts';
import { Menu } from '../ui/Menu.tsx';
import { chooseTheme, useTheme } from './theme.ts';
import { THEME_CHOICES } from './theme-choices.ts';

/** Language and light in one menu, for those who come to a page they cannot read. Mounted by the first press, so it opens at once. */
export function LookMenu() {
  const { say, language } = useWords();
  const theme = useTheme();
  return (
    <Menu isOpenAtOnce side="right" trigger={<IconButton label={`${say('language')} · ${say('theme')}`} icon={<LanguageIcon />} />} items={[
      { heading: say('language') },
      ...UI_LANGUAGE_LIST.map((id) => ({ word: LANGUAGE_NAMES[id], lang: id, isChosen: id === language, onChoose: () => void speak(id) })),
      { heading: say('theme') },
      ...THEME_CHOICES.map(({ wish, word, Icon }) => ({ word: say(word), icon: <Icon />, isChosen: wish === theme, onChoose: () => chooseTheme(wish) })),
    ]} />
  );
}
