/** Icons are imported one by one, since the package's one door leads to five thousand modules. */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: import('@tabler/icons-react').Icon;
  export default icon;
}
