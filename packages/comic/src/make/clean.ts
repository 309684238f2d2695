/** The cleaner's door for a browser: a pasted page becomes text without the rest of the engine. */
export { stripInvisible } from '../writer/clean/clean-text.ts';
export { reduceHtml } from '../writer/clean/reduce-html.ts';
