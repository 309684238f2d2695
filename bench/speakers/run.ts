/**
 * Measures who-says-what of the built-in writer against annotated texts.
 * `node bench/speakers/run.ts [TEXTS_DIR] [--json] [--split dev|test] [--errors]`
 * Stories written for the project lie in `own/`. The others are not kept here; `TEXTS_DIR/<slug>.txt` must hold each
 * that is to be measured (see docs/speakers.md).
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readStory } from '../../packages/comic/src/writer/index.ts';
import { scoreText } from './score-text.ts';
import type { Annotation, Score } from './score-text.ts';

const GOALS = { explicit: 0.97, whole: 0.92, kept: 1 };

const args = process.argv.slice(2);
const textsDir = args.find((arg) => !arg.startsWith('--') && arg !== splitOf(args));
const scores = listAnnotations(import.meta.dirname)
  .filter((annotation) => splitOf(args) === undefined || annotation.split === splitOf(args))
  .flatMap((annotation) => {
    const text = textOf(annotation);
    return text === undefined ? [] : [scoreText(annotation, readStory(text, { language: annotation.language }))];
  });
const isLast = (score: Score): boolean => score.firstRun?.round === Math.max(0, ...scores.map((other) => other.firstRun?.round ?? 0));
const summary = {
  kept: share(scores, (score) => score.kept, 'quotes'),
  now: figures(scores, (score) => ({ explicitRight: score.explicitRight, right: score.right })),
  unseen: figures(scores.filter((score) => score.firstRun), (score) => score.firstRun ?? score),
  unseenLastRound: figures(scores.filter(isLast), (score) => score.firstRun ?? score),
  sure: sureness(scores),
  goals: GOALS,
};
if (args.includes('--json')) console.log(JSON.stringify({ texts: scores.map(({ errors: _errors, ...score }) => score), summary }));
else print(scores);
process.exit(summary.kept === 1 && summary.unseenLastRound.explicit >= GOALS.explicit && summary.unseenLastRound.storiesWhole >= GOALS.whole ? 0 : 1);

function textOf({ slug }: Annotation): string | undefined {
  const path = [join(import.meta.dirname, 'own'), ...(textsDir === undefined ? [] : [textsDir])].map((folder) => join(folder, `${slug}.txt`)).find((file) => existsSync(file));
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

function splitOf(list: readonly string[]): string | undefined {
  const at = list.indexOf('--split');
  return at < 0 ? undefined : list[at + 1];
}

function listAnnotations(folder: string): Annotation[] {
  return ['en', 'ja', 'zh'].flatMap((language) => {
    const path = join(folder, language);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith('.json')).sort() : [];
    return files.map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as Annotation);
  });
}

type Figures = { explicit: number; storiesWhole: number; novelsWhole: number };

function figures(list: readonly Score[], right: (score: Score) => { explicitRight: number; right: number }): Figures {
  const whole = (form: Score['form']): number => share(list.filter((score) => score.form === form), (score) => right(score).right, 'quotes');
  return { explicit: share(list, (score) => right(score).explicitRight, 'explicit'), storiesWhole: whole('story'), novelsWhole: whole('novel') };
}

function share(list: readonly Score[], part: (score: Score) => number, whole: 'quotes' | 'explicit'): number {
  const all = list.reduce((sum, score) => sum + score[whole], 0);
  return all === 0 ? 0 : list.reduce((sum, score) => sum + part(score), 0) / all;
}

/** By language: the share of lines that are not marked as unsure, and how many of these have the right speaker. */
function sureness(list: readonly Score[]): Record<string, { marked: number; right: number }> {
  return Object.fromEntries(['en', 'ja', 'zh'].map((language) => {
    const own = list.filter((score) => score.language === language);
    const sum = (pick: (score: Score) => number): number => own.reduce((total, score) => total + pick(score), 0);
    return [language, { marked: sum((score) => score.sure) / Math.max(1, sum((score) => score.kept)), right: sum((score) => score.sureRight) / Math.max(1, sum((score) => score.sure)) }];
  }));
}

function print(list: readonly Score[]): void {
  for (const score of list) {
    console.log(`${score.language} ${score.split.padEnd(4)} ${score.form.padEnd(5)} ${score.slug.padEnd(24)} quotes ${score.quotes}, kept ${score.kept}, explicit ${score.explicitRight}/${score.explicit} ${percent(score.explicitRight, score.explicit)}, whole ${score.right}/${score.quotes} ${percent(score.right, score.quotes)}${score.firstRun ? `; at first sight ${score.firstRun.explicitRight} and ${score.firstRun.right}` : ''}`);
    if (args.includes('--errors')) for (const error of score.errors) console.log(`     ${error}`);
  }
  for (const [language, { marked, right }] of Object.entries(summary.sure)) console.log(`${language}: ${percent(marked, 1)} of the lines count as sure, ${percent(right, 1)} of these are right`);
  console.log(`kept once and in order ${percent(summary.kept, 1)} (goal 100)`);
  for (const [name, found] of [['now', summary.now], ['unseen, all rounds', summary.unseen], ['unseen, last round', summary.unseenLastRound]] as const) {
    console.log(`${name}: explicit ${percent(found.explicit, 1)} (goal 97), stories whole ${percent(found.storiesWhole, 1)} (goal 92), novels whole ${percent(found.novelsWhole, 1)}`);
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;
}
