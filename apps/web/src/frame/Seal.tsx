/** The red seal: a page of three panels. */
export function Seal() {
  return <svg className="seal" viewBox="0 0 32 32" aria-hidden="true"><rect x="1" y="1" width="30" height="30" rx="3" /><path d="M6.5 6.5h11L14.8 16H6.5zM20.8 6.5h4.7V16h-7.4zM6.5 19h19v6.5h-19z" /></svg>;
}
