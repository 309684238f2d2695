/**
 * The icons of the house: Tabler's outline set, 20 px and 1.5 px stroke by `ui/base.css`. Only those that stand here are used, so
 * that one thing has one sign everywhere. Add a line for a new one.
 */
export { default as AddIcon } from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
export { default as AlertIcon } from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
export { default as BackIcon } from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
export { default as BookIcon } from '@tabler/icons-react/dist/esm/icons/IconBook.mjs';
export { default as CheckIcon } from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
export { default as CloseIcon } from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
export { default as ComicsIcon } from '@tabler/icons-react/dist/esm/icons/IconBooks.mjs';
export { default as DoublePageIcon } from '@tabler/icons-react/dist/esm/icons/IconColumns2.mjs';
export { default as DownloadIcon } from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
export { default as DownIcon } from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
export { default as EyeIcon } from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
export { default as FileIcon } from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
export { default as ForwardIcon } from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
export { default as HomeIcon } from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
export { default as KeyboardIcon } from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs';
export { default as LanguageIcon } from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs';
export { default as LessIcon } from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
export { default as MoonIcon } from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs';
export { default as PlayIcon } from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
export { default as SearchIcon } from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
export { default as SinglePageIcon } from '@tabler/icons-react/dist/esm/icons/IconRectangleVertical.mjs';
export { default as StopIcon } from '@tabler/icons-react/dist/esm/icons/IconPlayerStop.mjs';
export { default as SunIcon } from '@tabler/icons-react/dist/esm/icons/IconSun.mjs';
export { default as SystemIcon } from '@tabler/icons-react/dist/esm/icons/IconDeviceDesktop.mjs';
export { default as TrashIcon } from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
export { default as YouIcon } from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
