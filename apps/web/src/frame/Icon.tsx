/** Line drawings on a 24 grid, 1.5 px, in the colour of the text. */
const PATHS = {
  plus: 'M12 5v14M5 12h14',
  shelf: 'M4 5h4v14H4zM9.5 5h4v14h-4zM15.5 6.2l3.6-.9 3 13-3.6.9z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.8v2M12 19.2v2M2.8 12h2M19.2 12h2M5.5 5.5l1.4 1.4M17.1 17.1l1.4 1.4M5.5 18.5l1.4-1.4M17.1 6.9l1.4-1.4',
  moon: 'M19.5 14.6A8 8 0 0 1 9.4 4.5a8 8 0 1 0 10.1 10.1z',
  left: 'M14.5 5.5 8 12l6.5 6.5',
  right: 'M9.5 5.5 16 12l-6.5 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  down: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5',
  single: 'M7 4h10v16H7z',
  double: 'M3.5 5H12v14H3.5zM12 5h8.5v14H12z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  stop: 'M7 7h10v10H7z',
  play: 'M8 5.5v13l10-6.5z',
  book: 'M12 6.5C9.5 4.8 6.6 4.6 3.5 5v13.5c3.1-.4 6-.2 8.5 1.5 2.5-1.7 5.4-1.9 8.5-1.5V5c-3.1-.4-6-.2-8.5 1.5zM12 6.5V20',
  alert: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  eye: 'M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}
